"""Which pages have tables to take away: reviews, units, the library, health; goals where one wants them.

What a page offers is known without making its tables, which only their files need.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from goalsite.language.messages import message
from goalsite.model.records import Kpi, Objective, Team
from goalsite.pages import table_columns as columns
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.paths import page_path, unit_cycle_path
from goalsite.pages.table_views import Sheet, TableSet

Goals = tuple[Objective, ...]
Made = tuple[str, str, Callable[[], Sheet]]
"""A table that is made when it is called: its key, its title, how it is made."""


class Offer(Struct, frozen=True):
    """The tables of the page at `path`; files with them begin with `name` on a reader's disk."""

    path: str
    name: str
    sheets: tuple[Made, ...]


def cycle_tables(desk: Desk, cycle: str, goals: Goals) -> Offer:
    """Those of a cycle: its objectives and the figures of the units. Key results stand with the units."""
    sheets = (*_of_goals(desk, goals)[:1], *_of_units(desk, cycle))
    return Offer(page_path("cycle", cycle), _name(cycle), sheets)


def review_tables(desk: Desk, unit: str, cycle: str) -> Offer:
    """Those of a unit's part in a cycle: its objectives and their key results."""
    goals = desk.goals_of.get((unit, cycle), ())
    return Offer(unit_cycle_path(unit, cycle), _name(unit, cycle), _of_goals(desk, goals))


def unit_tables(desk: Desk, team: Team) -> Offer:
    """That of a unit: its KPIs. Objectives stand with its reviews."""
    sheets = _of_kpis(desk, desk.kpis_of.get(team.id, ()))
    return Offer(page_path("team", team.id), _name(team.id or "units"), sheets)


def library_tables(desk: Desk, kpis: tuple[Kpi, ...]) -> Offer:
    """That of the metric library: these KPIs, which for its file are all."""
    return Offer("kpis/", "kpis", _of_kpis(desk, kpis))


def health_tables(desk: Desk) -> Offer:
    """Those of the goal system's health: the units' figures, and the findings in the files."""
    sheets = _of_units(desk, desk.analysis.current_cycle)
    if desk.diagnostics:
        sheets = (*sheets, ("findings", message("Findings"), partial(columns.findings_sheet, desk)))
    return Offer("health/", "health", sheets)


def objective_tables(desk: Desk, goal: Objective) -> Offer:
    """Those of an objective: its key results and their check-ins, if goals have tables of their own."""
    if not (desk.config.outputs.goal_tables and goal.key_results):
        return _none(goal)
    results = _of_goals(desk, (goal,))[1]
    checkins = ("check-ins", message("Check-ins"), partial(columns.checkins_sheet, desk, goal))
    return Offer(page_path("objective", goal.id), _name(goal.id), (results, checkins))


def kpi_tables(desk: Desk, kpi: Kpi) -> Offer:
    """That of a KPI: its values, if goals have tables of their own."""
    if not (desk.config.outputs.goal_tables and desk.analysis.kpis[kpi.id].points):
        return _none(kpi)
    values = ("values", message("Values"), partial(columns.values_sheet, desk, kpi))
    return Offer(page_path("kpi", kpi.id), _name(kpi.id), (values,))


def table_links(desk: Desk, offer: Offer) -> tuple[Link, ...]:
    """The links to the tables of a page, each with the name of its file as note; none where it has none."""
    if not (desk.config.outputs.tables and offer.sheets):
        return ()
    text = desk.language.text
    found = [
        Link(
            text("%(table)s (CSV)", table=text(title)),
            site_href(csv_path(offer.path, key)),
            f"{offer.name}-{key}.csv",
        )
        for key, title, _ in offer.sheets
    ]
    whole = Link(text("Workbook (XLSX)"), site_href(xlsx_path(offer.path)), f"{offer.name}.xlsx")
    return (*found, whole)


def csv_path(page: str, key: str) -> str:
    """Where one table of a page lies."""
    return f"{page}_/{key}.csv"


def xlsx_path(page: str) -> str:
    """Where the workbook with all tables of a page lies."""
    return f"{page}_/tables.xlsx"


def table_sets(desk: Desk) -> Iterator[tuple[str, Callable[[], TableSet | None]]]:
    """The paths of all pages that may have tables, each with what makes these where there are any."""
    if desk.config.outputs.tables:
        for path, offer in _offers(desk):
            yield path, partial(_made, offer)


def _made(offer: Callable[[], Offer]) -> TableSet | None:
    found = offer()
    if not found.sheets:
        return None
    return TableSet(found.path, found.name, tuple(make() for _, _, make in found.sheets))


def _offers(desk: Desk) -> Iterator[tuple[str, Callable[[], Offer]]]:
    for unit, cycle in sorted(desk.goals_of):
        yield unit_cycle_path(unit, cycle), partial(review_tables, desk, unit, cycle)
    for cycle in desk.sides:
        yield page_path("cycle", cycle), partial(_tables_of_cycle, desk, cycle)
    for name in desk.teams:
        yield page_path("team", name), partial(_tables_of_unit, desk, name)
    yield "kpis/", partial(_tables_of_library, desk)
    yield "health/", partial(health_tables, desk)
    if desk.config.outputs.goal_tables:
        for name in desk.objectives:
            yield page_path("objective", name), partial(_tables_of_goal, desk, name)
        for name in desk.kpis:
            yield page_path("kpi", name), partial(_tables_of_goal, desk, name)


def _tables_of_cycle(desk: Desk, name: str) -> Offer:
    return cycle_tables(desk, name, desk.sides[name].goals)


def _tables_of_library(desk: Desk) -> Offer:
    return library_tables(desk, desk.corpus.kpis)


def _tables_of_unit(desk: Desk, name: str) -> Offer:
    return unit_tables(desk, desk.teams[name])


def _tables_of_goal(desk: Desk, name: str) -> Offer:
    objective = desk.objectives.get(name)
    return kpi_tables(desk, desk.kpis[name]) if objective is None else objective_tables(desk, objective)


def _of_goals(desk: Desk, goals: Goals) -> tuple[Made, ...]:
    if not goals:
        return ()
    objectives = ("objectives", message("Objectives"), partial(columns.objectives_sheet, desk, goals))
    if not any(goal.key_results for goal in goals):
        return (objectives,)
    results = ("key-results", message("Key results"), partial(columns.results_sheet, desk, goals))
    return objectives, results


def _of_kpis(desk: Desk, kpis: tuple[Kpi, ...]) -> tuple[Made, ...]:
    return (("kpis", message("KPIs"), partial(columns.kpis_sheet, desk, kpis)),) if kpis else ()


def _of_units(desk: Desk, name: str | None) -> tuple[Made, ...]:
    """The figures of the units in a cycle, where any has some."""
    cycle = desk.cycles.get(name or "")
    if cycle is None or not any((team.id, cycle.id) in desk.reviewed for team in desk.corpus.teams):
        return ()
    return (("units", message("Units"), partial(columns.units_sheet, desk, cycle)),)


def _none(goal: Objective | Kpi) -> Offer:
    return Offer(page_path(goal.kind, goal.id), "", ())


def _name(*parts: str) -> str:
    """The name of a file: ids with a dash between their steps."""
    return "-".join(part.replace("/", "-") for part in parts if part)
