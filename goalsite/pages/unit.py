"""A unit: the floor (KPIs) beside the ceiling (objectives), who waits for whom, how it works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.model.records import Cycle, Objective, Team
from goalsite.pages.asks import asks_of_others, asks_of_unit
from goalsite.pages.changes import changes_link
from goalsite.pages.coming import coming_rows
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge, Link, site_href
from goalsite.pages.filters import filters
from goalsite.pages.follow import follow_unit
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame, unit_ancestors
from goalsite.pages.index_pages import UNITS_PATH
from goalsite.pages.kpi_rows import kpi_row
from goalsite.pages.lasting import lasts, live_goals
from goalsite.pages.links import cycle_name, person_link, record_links, unit_link
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.paging import MOST
from goalsite.pages.paths import page_path
from goalsite.pages.portfolio_rows import portfolio_rows
from goalsite.pages.recent import recent_rows, unit_events
from goalsite.pages.rows import CycleRow, UnitRow
from goalsite.pages.say import badge, progress, score
from goalsite.pages.sections import ObjectiveGroup
from goalsite.pages.sentences import cycle_clause, kpis_clause, results_clause, summary, window
from goalsite.pages.sides import counted
from goalsite.pages.switches import cycle_of_unit, cycle_switch, unit_switch
from goalsite.pages.table_sets import table_links, unit_tables
from goalsite.pages.texts import prose
from goalsite.pages.timeline import timeline_places
from goalsite.pages.unit_facts import plain_pages_of, unit_facts
from goalsite.pages.views import UnitPage
from goalsite.pages.weakest import ASKS_FOR_SOMEBODY

_KEYS = ("owner", "status", "commitment", "tag")
_MOST_PAST = 40
_MOST_COMING = 6
_MOST_RECENT = 6


def unit_pages(desk: Desk, teams: Sequence[Team] | None = None) -> Iterator[tuple[UnitPage, Frame]]:
    """The page of every unit, the root's first; or of these alone."""
    current = desk.cycles.get(desk.analysis.current_cycle or "")
    units, timeline = unit_switch(desk), timeline_places(desk)
    for team in desk.corpus.teams if teams is None else teams:
        path = page_path("team", team.id)
        yield (
            unit_page(desk, team, path, timeline.get(team.id, "")),
            frame(
                desk,
                path,
                team.title,
                "teams/",
                breadcrumb=unit_ancestors(desk, team.id),
                unit=team.id,
                source=team,
                cycle=current.id if current else "",
                cycles=cycle_switch(desk, current, team.id),
                units=units,
                follow=follow_unit(desk, team),
            ),
        )


def unit_page(desk: Desk, team: Team, path: str, timeline: str = "") -> UnitPage:
    """The page of one unit in the current cycle; `timeline` is its place on the timeline."""
    current = desk.cycles.get(desk.analysis.current_cycle or "")
    goals = desk.goals_of.get((team.id, current.id), ()) if current else ()
    kpis = desk.kpis_of.get(team.id, ())
    mode = desk.language.word("mode", team.mode) if team.mode else None
    portfolio = desk.analysis.portfolios.get((team.id, current.id)) if current else None
    ceiling = tuple(objective_row(desk, goal) for goal in goals[:MOST])
    others = _other_cycles(desk, team.id, current)
    rows = (*ceiling, *(row for group in others for row in group.rows))
    return UnitPage(
        title=team.title,
        mode=mode.word if mode else "",
        mode_sentence=mode.meaning if mode else "",
        lead=person_link(desk, team.lead) if team.lead else None,
        members=tuple(person_link(desk, member) for member in team.members[:MOST]),
        facts=unit_facts(desk, team),
        cycle=cycle_name(desk, current.id) if current else "",
        sentence=(
            *((cycle_clause(desk, current),) if current else ()),
            *results_clause(desk, counted(goals)),
            *kpis_clause(desk, kpis),
        ),
        places=tuple(_places(desk, team.id, current, timeline)),
        floor=tuple(kpi_row(desk, kpi) for kpi in kpis[:MOST]),
        more_floor=_more_kpis(desk, len(kpis)),
        filters=filters(desk, (row.keys for row in rows), _KEYS),
        ceiling=ceiling,
        more_ceiling=_rest(desk, goals, cycle_of_unit(desk, current.id, team.id)) if current else None,
        others=others,
        downloads=table_links(desk, unit_tables(desk, team)),
        asks_of_us=asks_of_unit(desk, team.id),
        asks_of_others=asks_of_others(desk, team.id),
        recent=recent_rows(desk, unit_events(desk, team.id), _MOST_RECENT),
        more_recent=changes_link(desk, team.id),
        coming=coming_rows(desk, live_goals(desk, team.id), _MOST_COMING),
        portfolio=portfolio_rows(desk.language, portfolio) if portfolio else (),
        units=_units(desk, team),
        more_units=_more_units(desk, team),
        past=tuple(_past(desk, team.id)),
        body=prose(desk, team, path, team.body),
        links=(*record_links(desk, team), *plain_pages_of(desk, team)),
    )


def _places(desk: Desk, unit: str, current: Cycle | None, timeline: str) -> Iterator[Link]:
    """To the review of the current cycle, and to the unit on the timeline."""
    if current is not None and (unit, current.id) in desk.reviewed:
        name = desk.language.text("Review of %(cycle)s", cycle=cycle_name(desk, current.id))
        yield Link(name, cycle_of_unit(desk, current.id, unit).href)
    if timeline:
        yield Link(desk.language.text("Timeline"), timeline)


def _other_cycles(desk: Desk, unit: str, current: Cycle | None) -> tuple[ObjectiveGroup, ...]:
    """The unit's objectives in other cycles that run or are to come, the longest cycle first."""
    cycles = [
        cycle
        for cycle in desk.corpus.cycles
        if cycle != current and lasts(desk, cycle.id) and (unit, cycle.id) in desk.reviewed
    ]
    groups = []
    for cycle in sorted(
        cycles, key=lambda one: (one.period.start > desk.as_of, -one.period.days, one.period.start, one.id)
    ):
        goals = desk.goals_of[unit, cycle.id]
        title = cycle_of_unit(desk, cycle.id, unit)
        told = desk.language.text(
            "%(cycle)s %(results)s", cycle=cycle_clause(desk, cycle).text, results=summary(desk, goals)
        ).strip()
        rest = _rest(desk, goals, title)
        rows = tuple(objective_row(desk, goal) for goal in goals[:MOST])
        groups.append(ObjectiveGroup(title, rows, told, rest))
    return tuple(groups)


def _rest(desk: Desk, goals: tuple[Objective, ...], review: Link) -> Link | None:
    """To the review with all of a cycle's objectives, where they are too many for this page."""
    if len(goals) <= MOST:
        return None
    return Link(desk.language.text("All objectives of this cycle"), review.href)


def _more_kpis(desk: Desk, count: int) -> Link | None:
    """To the library, where the unit's `count` KPIs are too many for this page."""
    if count <= MOST:
        return None
    known = desk.language.number(len(desk.corpus.kpis))
    return Link(desk.language.text("All %(n)s KPIs", n=known), site_href("kpis/"))


def _more_units(desk: Desk, team: Team) -> Link | None:
    """To the list of all units, where they are too many for this page."""
    many = desk.corpus.teams if team.parent is None else desk.units_below.get(team.id, ())
    if len(many) <= MOST:
        return None
    return Link(desk.language.text("All units"), site_href(UNITS_PATH))


def _units(desk: Desk, team: Team) -> tuple[UnitRow, ...]:
    """The units below; on the root's page all of them, while they fit."""
    below = desk.units_below.get(team.id, ())
    if team.parent is None and len(desk.corpus.teams) <= MOST:
        below = tuple(one for one in desk.corpus.teams if one.parent is not None)
    return tuple(_unit_row(desk, one, team) for one in below[:MOST])


def _unit_row(desk: Desk, team: Team, seen_from: Team) -> UnitRow:
    goals = desk.goals_of.get((team.id, desk.analysis.current_cycle or ""), ())
    kpis = desk.kpis_of.get(team.id, ())
    link = unit_link(desk, team.id)
    if team.parent not in (None, seen_from.id):
        link = Link(link.text, link.href, unit_link(desk, team.parent or "").text)
    return UnitRow(
        link=link,
        lead=person_link(desk, team.lead) if team.lead else None,
        mode=desk.language.word("mode", team.mode).word if team.mode else "",
        counts=_counts(desk, len(goals), len(kpis)),
        statuses=_worst(desk, goals),
    )


def _counts(desk: Desk, goals: int, kpis: int) -> str:
    parts = []
    if goals:
        parts.append(desk.language.plural("%(n)s objective", "%(n)s objectives", goals))
    if kpis:
        parts.append(desk.language.plural("%(n)s KPI", "%(n)s KPIs", kpis))
    return desk.language.text(", ").join(parts)


def _worst(desk: Desk, goals: tuple[Objective, ...]) -> tuple[Badge, ...]:
    """The worst status among a unit's objectives, where that asks for somebody."""
    statuses = {desk.analysis.objectives[goal.id].status for goal in counted(goals)}
    worst = next((status for status in ASKS_FOR_SOMEBODY if status in statuses), None)
    return (badge(desk, "status", worst),) if worst else ()


def _past(desk: Desk, unit: str) -> Iterator[CycleRow]:
    """What came of the unit's earlier cycles, the latest first."""
    over = [
        cycle
        for cycle in desk.corpus.cycles
        if not lasts(desk, cycle.id) and (unit, cycle.id) in desk.reviewed
    ]
    for cycle in sorted(over, key=lambda one: (one.period.end, one.id), reverse=True)[:_MOST_PAST]:
        portfolio = desk.analysis.portfolios[unit, cycle.id]
        goals = desk.goals_of[unit, cycle.id]
        told = (
            (desk.language.text("mean score"), score(desk, portfolio.mean_score)),
            (desk.language.text("progress"), progress(desk, portfolio.progress)),
        )
        unscored = sum(desk.analysis.objectives[goal.id].status == "unscored" for goal in goals)
        waiting = (
            desk.language.plural("%(n)s not scored yet", "%(n)s not scored yet", unscored) if unscored else ""
        )
        yield CycleRow(
            link=cycle_of_unit(desk, cycle.id, unit),
            window=window(desk, cycle),
            figures=tuple((label, figure) for label, figure in told if figure is not None),
            note=waiting,
        )
