"""Goal posts: targets, baselines and weights that moved while it was already to be reached, with the reason
given, and the score against what was said first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from goalsite.analysis.goal_posts import DRAFTS, MEANWHILE, is_move, is_promise, reason_beside
from goalsite.analysis.original import First, Original, original
from goalsite.core.values import replace
from goalsite.history.records import Commit, Edit
from goalsite.model.records import Kpi, Objective
from goalsite.pages.changed import sentence
from goalsite.pages.changed_values import Called
from goalsite.pages.commits import author_links, commit_link
from goalsite.pages.desk import Desk
from goalsite.pages.edit_words import called
from goalsite.pages.elements import Figure
from goalsite.pages.history_views import PostRow, Posts, UnitPosts
from goalsite.pages.links import goal_link, unit_link
from goalsite.pages.paging import MOST
from goalsite.pages.say import joined, progress, score
from goalsite.pages.stories import Moment

_MOST = 100
_OF_KPIS = ("target", "min", "max", "red", "tolerance")


def goal_posts(desk: Desk, goal: Objective) -> Posts | None:
    """The goal posts of an objective that moved; None where none did."""
    rows = tuple(post_rows(desk, goal))
    if not rows:
        return None
    figures = desk.analysis.objectives[goal.id]
    first = _first(desk, goal)
    known = original(goal, figures, first) if first else None
    if known is None:
        return Posts(rows)
    text = desk.language.text
    if goal.state == "closed" and figures.score is not None and known.score is not None:
        against = _figure(desk, goal, known, score(desk, known.score))
        return Posts(rows, text("Score"), score(desk, figures.score), against)
    against = _figure(desk, goal, known, progress(desk, known.progress))
    return Posts(rows, text("Progress"), progress(desk, figures.progress), against)


def kpi_posts(desk: Desk, kpi: Kpi) -> Posts | None:
    """The targets of a KPI that moved in the current cycle; None where none did."""
    cycle = desk.cycles.get(desk.analysis.current_cycle or "")
    if cycle is None:
        return None
    names = called(desk, kpi.id)
    moments = [one for one in desk.stories.moments.get(kpi.id, ()) if one.commit.day in cycle.period]
    rows = tuple(
        _row(desk, moment, edit, names)
        for moment in moments
        for edit in moment.edits
        if edit.part[:1] == ("target",) and edit.field in _OF_KPIS and edit.before is not None
    )
    return Posts(rows[:_MOST]) if rows else None


def post_rows(desk: Desk, goal: Objective) -> Iterator[PostRow]:
    """The goal posts of an objective that moved, newest first."""
    names: Called | None = None
    for moment, edit in _moved(desk, goal):
        names = names or called(desk, goal.id)
        yield _row(desk, moment, edit, names)


def _moved(desk: Desk, goal: Objective) -> Iterator[tuple[Moment, Edit]]:
    """What moved since the goal's window began, newest first; a draft has promised nothing yet."""
    if goal.state in DRAFTS:
        return
    for moment in _since(
        desk.stories.moments.get(goal.id, ()), desk.analysis.objectives[goal.id].window.start
    ):
        if any(map(is_promise, moment.edits)):
            return
        for edit in moment.edits:
            if is_move(edit):
                yield moment, edit


def _since(moments: Iterable[Moment], start: date) -> Iterator[Moment]:
    for moment in moments:
        if moment.commit.day < start:
            return
        yield moment


def _first(desk: Desk, goal: Objective) -> First:
    """What was said first, by key result and field; nothing where some of it cannot be held against what is
    said now."""
    found: dict[tuple[str, str], float] = {}
    names = {result.id for result in goal.key_results}
    for _, edit in _moved(desk, goal):  # the oldest comes last
        if edit.part[1] in names:
            if not isinstance(edit.before, float):
                return {}
            found[edit.part[1], edit.field] = edit.before
    results = {name for name, _ in found}
    window = desk.analysis.objectives[goal.id].window
    for moment in _since(desk.stories.moments.get(goal.id, ()), window.start):
        for edit in moment.edits:
            if edit.part[:1] == ("key_result",) and edit.part[1] in results and edit.field in MEANWHILE:
                return {}
    return found


def _row(desk: Desk, moment: Moment, edit: Edit, names: Called) -> PostRow:
    language, commit = desk.language, moment.commit
    return PostRow(
        what=sentence(edit, names, language),
        date=language.date(commit.day),
        commit=commit_link(desk, commit),
        authors=author_links(desk, commit.authors),
        reason=_reason(moment, edit, commit),
    )


def _reason(moment: Moment, edit: Edit, commit: Commit) -> str:
    """The reason that the file gives with it, else what the commit says of itself."""
    return reason_beside(moment.edits, edit.part) or commit.subject


def _figure(desk: Desk, goal: Objective, known: Original, figure: Figure | None) -> Figure | None:
    """The figure with what each key result gives to it."""
    if figure is None:
        return None
    language = desk.language
    titles = {result.id: result.title for result in goal.key_results}
    now = {one.id: one.progress for one in desk.analysis.objectives[goal.id].key_results}
    moved = tuple(
        language.text(
            "%(title)s %(before)s instead of %(after)s",
            title=titles[name],
            before=language.percent(share),
            after=language.percent(now[name]),
        )
        for name, share in known.results
        if language.percent(share) != language.percent(now[name])
    )
    meaning = language.text(
        "The weighted mean of the key results, held against the targets, baselines and weights that were "
        "public first in this time."
    )
    told = language.text("%(sentence)s.", sentence=language.listed(moved)) if moved else ""
    return Figure(figure.text, joined(desk, (meaning, told)), figure.term, figure.raw)


def posts_by_unit(desk: Desk, goals: Iterable[Objective]) -> tuple[UnitPosts, ...]:
    """The goal posts that moved in these goals, which stand by unit; at most 500."""
    left = MOST
    units: dict[str, list[PostRow]] = {}
    for goal in goals:
        rows = list(islice(post_rows(desk, goal), left))
        if rows:
            link = goal_link(desk, goal.id)
            units.setdefault(goal.team, []).extend(replace(row, goal=link) for row in rows)
            left -= len(rows)
    return tuple(UnitPosts(unit_link(desk, unit), tuple(rows)) for unit, rows in units.items())
