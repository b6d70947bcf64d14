"""The dashboard: the current cycle on one screen, KPIs over objectives, and what asks for somebody."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.model.records import Cycle, Kpi, Objective
from goalsite.pages.alert_rows import concern_row, told_once
from goalsite.pages.changes import changes_link
from goalsite.pages.coming import coming_rows
from goalsite.pages.concerns import concerns, pressing
from goalsite.pages.dashboard_objectives import objective_filters, objective_groups
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure, Link, NextStep
from goalsite.pages.follow import follow_site
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.kpi_rows import kpi_row
from goalsite.pages.links import cycle_name
from goalsite.pages.recent import recent_rows
from goalsite.pages.sentences import (
    cycle_clause,
    kpis_clause,
    results_clause,
    units_clause,
    unscored_clause,
    window,
)
from goalsite.pages.switches import cycle_switch, unit_switch
from goalsite.pages.views import DashboardPage

_MOST_KPIS = 6
_MOST_ALERTS = 7
_MOST_COMING = 6
_MOST_RECENT = 8
_HEALTH = ("red", "amber", "stale", "green", "no_target", "no_data")


def dashboard_pages(desk: Desk) -> Iterator[tuple[DashboardPage, Frame]]:
    """The dashboard with its frame."""
    cycle = desk.cycles.get(desk.analysis.current_cycle or "")
    page = dashboard_page(desk, cycle)
    name = cycle.id if cycle else ""
    yield (
        page,
        frame(
            desk,
            "",
            desk.config.site_name,
            description=desk.config.site_description,
            cycle=name,
            cycles=cycle_switch(desk, cycle),
            units=unit_switch(desk),
            follow=follow_site(desk),
        ),
    )


def dashboard_page(desk: Desk, cycle: Cycle | None) -> DashboardPage:
    """The dashboard of `cycle`; without one, of the KPIs alone; of an empty site, how to begin."""
    kpis = tuple(kpi for kpi in desk.corpus.kpis if kpi.person is None)
    found = concerns(desk.analysis)
    shown = pressing(found, _MOST_ALERTS)
    acting = [one for one in found if one.severity != "good"]
    more = len(acting) > len(shown)
    groups = objective_groups(desk, cycle)
    return DashboardPage(
        title=cycle_name(desk, cycle.id) if cycle else desk.config.site_name,
        window=window(desk, cycle) if cycle else "",
        sentence=_sentence(desk, cycle, kpis),
        filters=objective_filters(desk, groups, cycle),
        kpis=tuple(kpi_row(desk, kpi, _place(desk, kpi)) for kpi in strip(desk, kpis)),
        more_kpis=_more_kpis(desk, len(kpis)),
        attention=told_once(concern_row(desk, one) for one in shown),
        more_alerts=Link(_all_alerts(desk, len(acting)), "alerts/") if more else None,
        groups=groups,
        recent=recent_rows(desk, desk.events.site, _MOST_RECENT),
        more_recent=changes_link(desk),
        coming=coming_rows(desk, _live(desk), _MOST_COMING, by_unit=True),
        next_step=_next_step(desk),
    )


def _live(desk: Desk) -> Iterator[Objective]:
    return (goal for goal in desk.corpus.objectives if goal.state == "active" and goal.person is None)


def _sentence(desk: Desk, cycle: Cycle | None, kpis: tuple[Kpi, ...]) -> tuple[Figure, ...]:
    if cycle is None:
        return kpis_clause(desk, kpis) or (Figure(desk.language.text("There are no goals yet.")),)
    told = desk.sides[cycle.id].reported
    return (
        *_over(desk),
        cycle_clause(desk, cycle),
        *results_clause(desk, told),
        *unscored_clause(desk, told),
        *units_clause(desk, told),
        *kpis_clause(desk, kpis),
    )


def _over(desk: Desk) -> tuple[Figure, ...]:
    """That the cycle shown is over and none has followed it."""
    if not desk.analysis.cycle_is_over:
        return ()
    meaning = desk.language.text(
        "This is the last cycle that ended. Write an objective for the next one to go on."
    )
    return (Figure(desk.language.text("No cycle is running."), meaning, "cycle"),)


def _next_step(desk: Desk) -> NextStep | None:
    if desk.corpus.objectives or desk.corpus.kpis:
        return None
    return NextStep(
        desk.language.text("Begin with an example of your own cycle, then change it:"), "goalsite init"
    )


def strip(desk: Desk, kpis: tuple[Kpi, ...]) -> tuple[Kpi, ...]:
    """The KPIs that tell most: the north star, what is past its target, then those of units further up."""

    def rank(kpi: Kpi) -> tuple[bool, bool, int, int, str]:
        health = _HEALTH.index(desk.analysis.kpis[kpi.id].health)
        depth = len(kpi.team.split("/")) if kpi.team else 0
        return not kpi.north_star, health > 1, depth, health, kpi.id

    return tuple(sorted(kpis, key=rank)[:_MOST_KPIS])


def _place(desk: Desk, kpi: Kpi) -> str:
    """Why a KPI stands in the strip: as the north star, or for its unit."""
    if kpi.north_star:
        return desk.language.text("north star")
    return desk.teams[kpi.team].title if kpi.team else ""


def _more_kpis(desk: Desk, count: int) -> Link | None:
    if count <= _MOST_KPIS:
        return None
    return Link(desk.language.text("All %(n)s KPIs", n=desk.language.number(count)), "kpis/")


def _all_alerts(desk: Desk, count: int) -> str:
    return desk.language.text("All %(n)s alerts", n=desk.language.number(count))
