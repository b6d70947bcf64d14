"""An event in words: a title, a few lines of plain text, and where more is found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from goalsite.model.records import Objective
from goalsite.pages.addresses import tag_uri
from goalsite.pages.commits import authors
from goalsite.pages.desk import Desk
from goalsite.pages.edit_words import edit_lines, edited_title, value_effect
from goalsite.pages.events import (
    CheckedIn,
    Crossed,
    Done,
    Edited,
    Event,
    Left,
    Reviewed,
    Said,
    Turned,
    WorkDone,
)
from goalsite.pages.key_result_rows import ended, shown_value
from goalsite.pages.links import cycle_link, cycle_name, goal_link, person_link
from goalsite.pages.retrospectives import retro_facts
from goalsite.pages.say import amount, confidence, score


class Entry(Struct, frozen=True):
    """An event as one reads it. `uri` names it for good; `href` leads from the site's root to its place;
    `by` is whoever wrote it, where that is said; `what` says it beside the title of what it happened to."""

    uri: str
    day: date
    title: str
    lines: tuple[str, ...]
    href: str
    tags: tuple[str, ...] = ()
    by: str = ""
    what: str = ""

    @property
    def text(self) -> str:
        """All it tells, as plain text."""
        return "\n".join(self.lines) or self.title


def entry(desk: Desk, event: Event) -> Entry:
    """The event in the desk's language."""
    goal = desk.objectives.get(event.subject) or desk.kpis.get(event.subject)
    lines = (" ".join(line.split()) for line in _lines(desk, event))
    return Entry(
        uri=tag_uri(desk, event.subject, event.key, event.day),
        day=event.day,
        title=" ".join(_title(desk, event).split()),
        lines=tuple(line for line in lines if line),
        href=_href(desk, event),
        tags=goal.tags if goal else (),
        by=_by(desk, event),
        what=what(desk, event),
    )


def _title(desk: Desk, event: Event) -> str:
    text = desk.language.text
    match event:
        case CheckedIn():
            return text("Check-in: %(title)s", title=desk.objectives[event.subject].title)
        case Crossed():
            health = desk.language.word("health", event.now.color).word
            return f"{desk.kpis[event.subject].title}{text(': ')}{health}"
        case Done():
            return text("Done: %(title)s", title=event.title)
        case WorkDone():
            return text("Initiative done: %(title)s", title=event.work.title)
        case Left():
            return _left(desk, event)
        case Reviewed():
            return text("Review: %(title)s", title=desk.objectives[event.subject].title)
        case Edited():
            return edited_title(desk, event)
    return _turn(desk, event)


def what(desk: Desk, event: Event) -> str:
    """What happened, for a reader who sees to what; empty where the lines tell it."""
    text = desk.language.text
    match event:
        case CheckedIn():
            return text("Check-in")
        case Crossed():
            return desk.language.word("health", event.now.color).word
        case Done():
            return text("Done: %(title)s", title=event.title)
        case WorkDone():
            return text("Initiative done: %(title)s", title=event.work.title)
        case Left():
            return _left(desk, event)
        case Reviewed():
            return text("Review")
        case Turned():
            words = {"begins": text("Begins"), "closed": text("Closed")}
            return words.get(event.key, text("Its time is over"))
    words = {"born": text("New"), "removed": text("Taken out"), "returned": text("Back again")}
    return words.get(event.turn.kind, "") if event.turn else ""


def _left(desk: Desk, event: Left) -> str:
    results = desk.objectives[event.subject].key_results
    result = next(one for one in results if one.id == event.result)
    how = desk.language.word("status", "replaced" if result.replaced_by else "dropped").word
    return f"{result.title}{desk.language.text(': ')}{how}"


def _turn(desk: Desk, event: Turned) -> str:
    text = desk.language.text
    if event.key.startswith("cycle-"):
        cycle = cycle_name(desk, event.subject)
        if event.key == "cycle-begins":
            return text("Cycle begins: %(cycle)s", cycle=cycle)
        return text("Cycle ends: %(cycle)s", cycle=cycle)
    title = desk.objectives[event.subject].title
    if event.key == "begins":
        return text("Begins: %(title)s", title=title)
    if event.key == "closed":
        return text("Closed: %(title)s", title=title)
    return text("Its time is over: %(title)s", title=title)


def _lines(desk: Desk, event: Event) -> Iterator[str]:
    match event:
        case CheckedIn():
            for said in event.said:
                yield from _said(desk, desk.objectives[event.subject], said)
        case Crossed():
            yield from _crossed(desk, event)
        case Done() | WorkDone():
            yield goal_link(desk, event.subject).text
        case Left():
            goal = desk.objectives[event.subject]
            yield goal.title
            yield from (ended(desk, goal, one) for one in goal.key_results if one.id == event.result)
        case Reviewed():
            shown = score(desk, event.review.score)
            if shown:
                yield desk.language.text("Score: %(value)s", value=shown.text)
            yield event.review.text
        case Edited():
            yield from edit_lines(desk, event)
        case Turned(key="closed"):
            yield from _closed(desk, desk.objectives[event.subject])
        case Turned():
            yield _window(desk, event)


def _said(desk: Desk, goal: Objective, said: Said) -> Iterator[str]:
    """One check-in: from which value to which, how it is judged, and what was written."""
    text, checkin = desk.language.text, said.checkin
    shown = confidence(desk, checkin.confidence)
    parts = [
        _values(desk, goal, said),
        value_effect(desk, goal, said),
        desk.language.word("status", checkin.status).word if checkin.status else "",
        text("confidence %(value)s", value=shown.text) if shown else "",
    ]
    what = goal_link(desk, f"{goal.id}#{said.result}").text if said.result else text("The whole")
    facts = " · ".join(part for part in parts if part)
    yield f"{what}{text(': ')}{facts}" if facts else what
    yield checkin.note
    if checkin.blocked:
        yield f"{text('Blocked:')} {checkin.blocked}"
    if checkin.next:
        yield f"{text('Next:')} {checkin.next}"


def _values(desk: Desk, goal: Objective, said: Said) -> str:
    results = desk.analysis.objectives[goal.id].key_results
    figures = next((one for one in results if one.id == said.result), None)
    now = shown_value(desk, figures, said.checkin.value) if figures else None
    if figures is None or now is None:
        return ""
    before = shown_value(desk, figures, said.before)
    return now.text if before is None or before.text == now.text else f"{before.text} → {now.text}"


def _crossed(desk: Desk, event: Crossed) -> Iterator[str]:
    kpi, language = desk.kpis[event.subject], desk.language
    yield language.text(
        "%(before)s on %(first)s, %(now)s on %(last)s",
        before=amount(desk, event.before.value, kpi.unit),
        first=language.date(event.before.date),
        now=amount(desk, event.now.value, kpi.unit),
        last=language.date(event.now.date),
    )
    if event.now.color == event.before.color:
        yield language.text("Past its red line for the second time in a row.")
    else:
        yield language.word("health", event.now.color).meaning
    yield event.now.note


def _closed(desk: Desk, goal: Objective) -> Iterator[str]:
    """What came of it, and what it taught."""
    language = desk.language
    if goal.outcome:
        yield language.word("outcome", goal.outcome).word
    shown = score(desk, desk.analysis.objectives[goal.id].score)
    if shown:
        yield language.text("Score: %(value)s", value=shown.text)
    for fact in retro_facts(desk, goal):
        if fact.value:
            yield f"{fact.label}{language.text(': ')}{fact.value.text}"


def _window(desk: Desk, event: Turned) -> str:
    """From when to when a goal or a cycle goes."""
    if event.key.startswith("cycle-"):
        return desk.language.window(*desk.cycles[event.subject].period)
    return desk.language.window(*desk.analysis.objectives[event.subject].window)


def _href(desk: Desk, event: Event) -> str:
    """The goal's page; of what happened to one key result that, there."""
    if isinstance(event, Turned) and event.key.startswith("cycle-"):
        return cycle_link(desk, event.subject).href
    results = {said.result for said in event.said} if isinstance(event, CheckedIn) else set()
    if isinstance(event, (Done, Left)):
        results = {event.result}
    if isinstance(event, Edited) and event.subject not in desk.objectives and event.subject not in desk.kpis:
        return "changes/"
    result = results.pop() if len(results) == 1 else ""
    return goal_link(desk, f"{event.subject}#{result}" if result else event.subject).href


def _by(desk: Desk, event: Event) -> str:
    """Whoever said it, if that was one alone."""
    handles = {said.checkin.by for said in event.said} if isinstance(event, CheckedIn) else set()
    if isinstance(event, Edited):
        return authors(desk, event.commit.authors)
    if isinstance(event, Reviewed):
        handles = {event.review.by}
    handle = handles.pop() if len(handles) == 1 else ""
    return person_link(desk, handle).text if handle else ""
