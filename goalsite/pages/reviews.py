"""The review of a cycle, as a whole or of one unit: verdicts, scores, root causes, what goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from goalsite.core.quantities import at_least
from goalsite.model.records import Cycle, Objective
from goalsite.pages.comparisons import figures_table
from goalsite.pages.dashboard_objectives import KEYS
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure, Link, site_href
from goalsite.pages.filters import filters
from goalsite.pages.lessons import carried_in, carried_over, count_rows, lessons, root_causes
from goalsite.pages.links import cycle_link, cycle_name, unit_link
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.paging import MOST, pager
from goalsite.pages.paths import compare_path, page_path, unit_cycle_path
from goalsite.pages.portfolio_rows import portfolio_rows, score_verdict
from goalsite.pages.posts import posts_by_unit
from goalsite.pages.review_views import VerdictRow
from goalsite.pages.rows import CountRow
from goalsite.pages.say import progress, score, share
from goalsite.pages.sections import ObjectiveGroup
from goalsite.pages.sentences import cycle_clause, results_clause, summary, unscored_clause, window
from goalsite.pages.sides import Side, counted
from goalsite.pages.switches import before, unit_in_cycle, year_before
from goalsite.pages.table_sets import cycle_tables, review_tables, table_links
from goalsite.pages.views import CyclePage

Goals = tuple[Objective, ...]


def review(
    desk: Desk, now: Side, then: Side | None, part: Goals, place: tuple[int, int], unit: str | None = None
) -> CyclePage:
    """Part `place` (number, count) of a cycle's page, or of a unit's review of it, beside the cycle before.

    What is said of the whole stands on the first part.
    """
    cycle, first = now.cycle, place[0] == 1
    reported = now.reported if first else ()
    closed = [goal for goal in reported if goal.state == "closed"]
    path = page_path("cycle", cycle.id) if unit is None else unit_cycle_path(unit, cycle.id)
    groups = tuple(_groups(desk, part))
    whole = unit is None and first
    tables = cycle_tables(desk, cycle.id, part) if unit is None else review_tables(desk, unit, cycle.id)
    return CyclePage(
        title=review_title(desk, cycle, unit),
        window=window(desk, cycle),
        sentence=(
            cycle_clause(desk, cycle),
            *results_clause(desk, reported),
            *_closed_clause(desk, reported, closed),
            *unscored_clause(desk, reported),
        ),
        places=_places(desk, cycle, unit),
        parent=cycle_link(desk, cycle.parent) if cycle.parent and unit is None else None,
        children=_children(desk, cycle) if unit is None else (),
        figures=portfolio_rows(desk.language, now.portfolio) if first else (),
        verdicts=_verdicts(desk, cycle) if whole and closed else (),
        compared=figures_table(desk, now, then) if first and then else None,
        comparisons=comparison_links(desk, cycle) if whole else (),
        filters=filters(desk, (row.keys for group in groups for row in group.rows), KEYS),
        groups=groups,
        scores=_bands(desk, closed),
        root_causes=root_causes(desk, closed),
        retrospectives=lessons(desk, closed),
        carried_in=carried_in(desk, now.goals) if first else (),
        carried_over=carried_over(desk, now.goals) if first else (),
        posts=posts_by_unit(desk, now.goals) if first else (),
        pager=pager(desk.language, path, *place),
        downloads=table_links(desk, tables),
    )


def review_title(desk: Desk, cycle: Cycle, unit: str | None) -> str:
    """What a cycle's page is called, or a unit's review of it."""
    name = cycle_name(desk, cycle.id)
    if unit is None:
        return name
    return desk.language.text("%(unit)s in %(cycle)s", unit=unit_link(desk, unit).text, cycle=name)


def _places(desk: Desk, cycle: Cycle, unit: str | None) -> tuple[Link, ...]:
    """From a unit's review to the unit as it is now, and to the cycle as a whole."""
    if unit is None:
        return ()
    text = desk.language.text
    return (
        Link(text("The unit today"), unit_link(desk, unit).href),
        Link(
            text("All units in %(cycle)s", cycle=cycle_name(desk, cycle.id)), cycle_link(desk, cycle.id).href
        ),
    )


def _children(desk: Desk, cycle: Cycle) -> tuple[Link, ...]:
    within = [one.id for one in desk.corpus.cycles if one.parent == cycle.id]
    return tuple(cycle_link(desk, one) for one in within[:MOST])


def _closed_clause(
    desk: Desk, reported: Sequence[Objective], closed: Sequence[Objective]
) -> Iterable[Figure]:
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
    for (unit, cycle), group in groupby(goals, lambda goal: (goal.team, goal.cycle)):
        own = tuple(group)
        rows = tuple(objective_row(desk, goal) for goal in own)
        yield ObjectiveGroup(unit_in_cycle(desk, unit, cycle), rows, summary(desk, own))


def _verdicts(desk: Desk, cycle: Cycle) -> tuple[VerdictRow, ...]:
    """What the cycle came to in each unit, from the root down; nothing while nothing was scored."""
    units = [team.id for team in desk.corpus.teams if (team.id, cycle.id) in desk.reviewed]
    rows = tuple(_verdict(desk, unit, cycle) for unit in units[:MOST])
    return rows if any(row.score or row.kept for row in rows) else ()


def _verdict(desk: Desk, unit: str, cycle: Cycle) -> VerdictRow:
    goals = counted(desk.goals_of[unit, cycle.id])
    portfolio = desk.analysis.portfolios[unit, cycle.id]
    closed = sum(goal.state == "closed" for goal in goals)
    said = desk.language.text("%(closed)s of %(n)s", closed=closed, n=desk.language.number(len(goals)))
    return VerdictRow(
        unit=unit_in_cycle(desk, unit, cycle.id),
        closed=said,
        progress=progress(desk, portfolio.progress),
        score=score(desk, portfolio.mean_score),
        verdict=score_verdict(desk.language, portfolio.mean_score),
        kept=share(desk, portfolio.committed_kept, "committed"),
    )


def comparison_links(desk: Desk, cycle: Cycle, but: str = "") -> tuple[Link, ...]:
    """The links to the pages that hold the cycle against others, without the one called `but`."""
    return tuple(
        Link(
            desk.language.text("Compare with %(cycle)s, by unit", cycle=cycle_name(desk, other.id)),
            site_href(compare_path(cycle.id, other.id)),
        )
        for other in compared_with(desk, cycle)
        if other.id != but
    )


def compared_with(desk: Desk, cycle: Cycle) -> tuple[Cycle, ...]:
    """The cycles that a cycle is held against: the one before, and that of the same season a year before."""
    found = {one.id: one for one in (before(desk, cycle), year_before(desk, cycle)) if one is not None}
    return tuple(found.values())


def _bands(desk: Desk, closed: Iterable[Objective]) -> tuple[CountRow, ...]:
    """How many closed objectives scored how well."""
    found = [value for goal in closed if (value := desk.analysis.objectives[goal.id].score) is not None]
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
