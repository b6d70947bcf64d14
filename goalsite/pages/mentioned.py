"""Texts that name a person with `@handle`: bodies of goals, units and pages, notes, what is blocked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from goalsite.core.names import fold_handle, is_wide
from goalsite.language.messages import message
from goalsite.model.records import CheckIn, Common, Corpus, Kpi, Objective
from goalsite.pages.desk import Desk, records
from goalsite.pages.elements import Link, site_href
from goalsite.pages.links import goal_link, person_link, unit_link
from goalsite.pages.paths import page_path
from goalsite.pages.review_views import MentionRow
from goalsite.source.scan import mentions

MOST = 60
"""How many mentions one person's page tells, the newest first."""

_LONGEST = 240
_LONGEST_HANDLE = 40
_MARKS = re.compile(r"^[#>*-]+ |\[\[|\]\]|\*\*|`", re.MULTILINE)

_WHERE = {
    "text": message("in the text"),
    "note": message("Check-in"),
    "blocked": message("Blocked"),
    "next": message("Next"),
    "result": message("Key result"),
    "ask": message("Dependency"),
    "review": message("Review"),
    "retro": message("Retrospective"),
    "definition": message("Definition"),
}


class Told(NamedTuple):
    """A text: whose it is (`kind` and id of the record, and the key result), where in it, from which day."""

    kind: str
    subject: str
    where: str
    text: str
    day: date | None = None


def mentioned(corpus: Corpus) -> dict[str, tuple[Told, ...]]:
    """The texts that name each person, by folded handle; newest first, those without a day last."""
    known = {person.id for person in corpus.people}
    found: dict[str, dict[Told, None]] = {}
    for kind, record in records(corpus):
        for told in _texts(kind, record):
            if "@" in told.text:
                for handle in _handles(told.text, known):
                    found.setdefault(handle, {})[told] = None
    return {handle: tuple(sorted(texts, key=_order)) for handle, texts in found.items()}


def _order(told: Told) -> tuple[int, str, str]:
    return -told.day.toordinal() if told.day else 1, told.subject, told.where


def _handles(text: str, known: set[str]) -> Iterator[str]:
    for mention in mentions(text):
        if mention.kind == "person" and (handle := _known(mention.text, known)):
            yield handle


def _known(text: str, known: set[str]) -> str:
    """The handle, or its longest beginning that somebody has and where Chinese goes on without a space."""
    handle = fold_handle(text)
    if handle in known:
        return handle
    for end in range(min(len(handle), _LONGEST_HANDLE) - 1, 0, -1):
        if is_wide(handle[end]) and handle[:end] in known:
            return handle[:end]
    return ""


def _texts(kind: str, record: Common) -> Iterator[Told]:
    yield Told(kind, record.id, "text", record.body)
    if isinstance(record, Objective):
        yield from _texts_of_objective(record)
    elif isinstance(record, Kpi):
        yield Told(kind, record.id, "definition", record.definition)
        for point in record.series:
            yield Told(kind, record.id, "note", point.note, point.date)


def _texts_of_objective(goal: Objective) -> Iterator[Told]:
    yield from _said(goal.id, goal.checkins)
    for result in goal.key_results:
        name = f"{goal.id}#{result.id}"
        yield Told("objective", name, "result", result.description)
        yield Told("objective", name, "result", result.reason, result.on)
        yield from _said(name, result.checkins)
        if result.current is not None:
            yield Told("objective", name, "note", result.current.note, result.current.checked)
    for need in goal.depends_on:
        yield Told("objective", goal.id, "ask", need.ask)
        yield Told("objective", goal.id, "ask", need.note)
    for review in goal.reviews:
        yield Told("objective", goal.id, "review", review.text, review.date)
    if goal.retro is not None:
        yield Told("objective", goal.id, "retro", goal.retro.learned, goal.closed)
        yield Told("objective", goal.id, "retro", goal.retro.root_cause, goal.closed)


def _said(name: str, checkins: Iterable[CheckIn]) -> Iterator[Told]:
    """What check-ins tell, of which there are many, where it may name somebody."""
    for checkin in checkins:
        for where, text in (("note", checkin.note), ("blocked", checkin.blocked), ("next", checkin.next)):
            if "@" in text:
                yield Told("objective", name, where, text, checkin.date)


def mention_rows(desk: Desk, handle: str, texts: Iterable[Told]) -> tuple[MentionRow, ...]:
    """The first `MOST` texts that name somebody, as rows around the name; without their own profile."""
    own = [told for told in texts if (told.kind, told.subject) != ("person", handle)]
    return tuple(
        MentionRow(
            link=_link(desk, told),
            where=desk.language.text(_WHERE[told.where]),
            text=_around(told.text, handle),
            date=desk.language.date(told.day) if told.day else "",
        )
        for told in own[:MOST]
    )


def _link(desk: Desk, told: Told) -> Link:
    if told.kind == "team":
        return unit_link(desk, told.subject)
    if told.kind == "person":
        return person_link(desk, told.subject)
    if told.kind == "page":
        return Link(desk.pages[told.subject].title, site_href(page_path("page", told.subject)))
    goal, _, result = told.subject.partition("#")
    return goal_link(desk, told.subject, desk.objectives[goal].title if result else "")


def _around(text: str, handle: str) -> str:
    """The paragraph that names somebody without its marks, or as much around the name as a glance takes."""
    name = f"@{handle}"
    found = _first(text.split("\n\n"), name)
    row = _first(found.splitlines() or [""], name).strip()
    if row.startswith("|"):
        found = " · ".join(cell for part in row.split("|") if (cell := part.strip()))
    told = " ".join(_MARKS.sub("", found).split())
    if len(told) <= _LONGEST:
        return told
    middle = max(0, told.casefold().find(name))
    start = max(0, min(middle - _LONGEST // 2, len(told) - _LONGEST))
    end = start + _LONGEST
    return ("…" if start else "") + told[start:end].strip() + ("…" if end < len(told) else "")


def _first(parts: list[str], name: str) -> str:
    """The first of the parts that has the name, which is in lower case."""
    return next((part for part in parts if name in part.casefold()), parts[0])
