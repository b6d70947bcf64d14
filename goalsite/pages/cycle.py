"""Cycles: the verdicts, scores and lessons of each, and all of them beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from goalsite.analysis.portfolio import scores
from goalsite.core.quantities import at_least
from goalsite.model.records import Cycle, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge, Figure
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.lessons import carried_in, carried_over, count_rows, lessons, root_causes
from goalsite.pages.links import cycle_link, cycle_name, unit_link
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.paths import page_path
from goalsite.pages.portfolio_rows import portfolio_rows
from goalsite.pages.rows import CountRow, CycleRow
from goalsite.pages.say import score
from goalsite.pages.sections import ObjectiveGroup
from goalsite.pages.sentences import counted, cycle_clause, results_clause, summary, unscored_clause, window
from goalsite.pages.views import CyclePage, CyclesPage

_PATH = "cycles/"


def cycle_pages(desk: Desk) -> Iterator[tuple[CyclePage | CyclesPage, Frame]]:
    """The list of cycles, and the page of each, 500 objectives to a page."""
    goals = _by_cycle(desk)
    in_order = sorted(
        desk.corpus.cycles, key=lambda one: (one.period.start, one.period.end, one.id), reverse=True
    )
    title = desk.language.text("Cycles")
    rows = tuple(_cycle_row(desk, cycle, goals.get(cycle.id, ())) for cycle in in_order)
    yield CyclesPage(title, rows), frame(desk, _PATH, title, _PATH)
    for cycle in in_order:
        path = page_path("cycle", cycle.id)
        pages = parts(goals.get(cycle.id, ()))
        for number, part in enumerate(pages, 1):
            page = _cycle_page(desk, cycle, goals.get(cycle.id, ()), part, number, len(pages))
            yield page, frame(desk, part_path(path, number), page.title, _PATH, cycle=cycle.id)


def _by_cycle(desk: Desk) -> dict[str, tuple[Objective, ...]]:
    """Every cycle's objectives, unit by unit, without personal ones."""
    found: dict[str, list[Objective]] = {}
    for (_, cycle), goals in sorted(desk.goals_of.items()):
        found.setdefault(cycle, []).extend(goals)
    return {cycle: tuple(goals) for cycle, goals in found.items()}


def _cycle_page(
    desk: Desk,
    cycle: Cycle,
    goals: tuple[Objective, ...],
    part: tuple[Objective, ...],
    number: int,
    count: int,
) -> CyclePage:
    """Part `number` of a cycle's page; what is said of the whole cycle stands on the first."""
    first = number == 1
    reported = counted(goals) if first else ()
    closed = [goal for goal in reported if goal.state == "closed"]
    children = tuple(cycle_link(desk, one.id) for one in desk.corpus.cycles if one.parent == cycle.id)
    return CyclePage(
        title=cycle_name(desk, cycle.id),
        window=window(desk, cycle),
        sentence=(
            cycle_clause(desk, cycle),
            *results_clause(desk, reported),
            *_closed_clause(desk, reported, closed),
            *unscored_clause(desk, reported),
        ),
        parent=cycle_link(desk, cycle.parent) if cycle.parent else None,
        children=children,
        figures=portfolio_rows(desk.language, scores(reported, desk.analysis.objectives)),
        groups=tuple(_groups(desk, part)),
        scores=_bands(desk, closed),
        root_causes=root_causes(desk, closed),
        retrospectives=lessons(desk, closed),
        carried_in=carried_in(desk, goals) if first else (),
        carried_over=carried_over(desk, goals) if first else (),
        pager=pager(desk.language, page_path("cycle", cycle.id), number, count),
    )


def _closed_clause(
    desk: Desk, reported: Sequence[Objective], closed: Sequence[Objective]
) -> tuple[Figure, ...]:
    if not closed:
        return ()
    clause = desk.language.plural(
        "%(closed)s of %(n)s objective closed.",
        "%(closed)s of %(n)s objectives closed.",
        len(reported),
        closed=len(closed),
    )
    meaning = desk.language.text(
        "Active and closed objectives of units; drafts and personal goals do not count."
    )
    return (Figure(clause, meaning, "outcome"),)


def _groups(desk: Desk, goals: Iterable[Objective]) -> Iterator[ObjectiveGroup]:
    for unit, group in groupby(goals, lambda goal: goal.team):
        own = tuple(group)
        yield ObjectiveGroup(
            unit_link(desk, unit), tuple(objective_row(desk, goal) for goal in own), summary(desk, own)
        )


def _bands(desk: Desk, closed: Iterable[Objective]) -> tuple[CountRow, ...]:
    """How many closed objectives scored how well."""
    found = [score for goal in closed if (score := desk.analysis.objectives[goal.id].score) is not None]
    if not found:
        return ()
    high = sum(at_least(one, 0.7) for one in found)
    low = sum(not at_least(one, 0.4) for one in found)
    text = desk.language.text
    bands = (
        (text("0.7 and above"), high),
        (text("0.4 to 0.7"), len(found) - high - low),
        (text("below 0.4"), low),
    )
    return count_rows(desk, bands)


def _cycle_row(desk: Desk, cycle: Cycle, goals: tuple[Objective, ...]) -> CycleRow:
    """A cycle in the list, with the figures that let one be held against another."""
    reported = counted(goals)
    text, ended = desk.language.text, scores(reported, desk.analysis.objectives)
    shares = (
        (text("mean score"), score(desk, ended.mean_score)),
        (text("commitments kept"), _share(desk, ended.committed_kept)),
    )
    return CycleRow(
        link=cycle_link(desk, cycle.id),
        window=window(desk, cycle),
        state=_state(desk, cycle),
        figures=tuple((label, figure) for label, figure in shares if figure is not None),
        note=desk.language.plural("%(n)s objective", "%(n)s objectives", len(reported)),
    )


def _share(desk: Desk, value: float | None) -> Figure | None:
    return None if value is None else Figure(desk.language.percent(value), term="committed", raw=repr(value))


def _state(desk: Desk, cycle: Cycle) -> Badge | None:
    """Whether a cycle is the current one."""
    return Badge("active", desk.language.text("current")) if cycle.id == desk.analysis.current_cycle else None
