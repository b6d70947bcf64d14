"""Goals, KPIs, units and findings -> tables to take away: their columns, and what is in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from goalsite.analysis.figures import KeyResultFigures, KpiFigures, KpiPoint, ObjectiveFigures
from goalsite.core.diagnostics import Diagnostic
from goalsite.language.messages import message
from goalsite.model.records import CheckIn, Common, Cycle, KeyResult, Kpi, Objective
from goalsite.pages.addresses import address
from goalsite.pages.desk import Desk
from goalsite.pages.elements import site_href
from goalsite.pages.links import cycle_name, result_anchor
from goalsite.pages.paths import page_path
from goalsite.pages.portfolio_rows import figure_keys, figure_labels
from goalsite.pages.table_views import Cell, Heading, Sheet

T = TypeVar("T")
Row_contra = TypeVar("Row_contra", contravariant=True)
OwnResult = tuple[Objective, KeyResult, KeyResultFigures]
OwnFigures = tuple[Objective, ObjectiveFigures]
OwnKpi = tuple[Kpi, KpiFigures]


class _Column(Struct, Generic[Row_contra], frozen=True):
    """A column: its name, and the cell of a row."""

    name: str
    cell: Callable[[Desk, Row_contra], Cell]
    is_share: bool = False


def _sheet(desk: Desk, key: str, title: str, columns: tuple[_Column[T], ...], rows: Iterable[T]) -> Sheet:
    text = desk.language.text
    return Sheet(
        key,
        text(title),
        tuple(Heading(text(column.name), column.is_share) for column in columns),
        tuple(tuple(column.cell(desk, row) for column in columns) for row in rows),
    )


def _word(desk: Desk, family: str, key: str | None) -> str:
    return desk.language.word(family, key).word if key else ""


def _owner(name: str | None) -> str:
    """A handle without its sign, which spreadsheets take for a formula."""
    return (name or "").removeprefix("@")


def _flag(desk: Desk, holds: bool) -> str:
    return desk.language.text("yes") if holds else ""


def _unit(desk: Desk, record: Common) -> str:
    return desk.teams[record.team].title


def _page(desk: Desk, record: Common, kind: str, anchor: str = "") -> str:
    href = site_href(page_path(kind, record.id), anchor)
    return address(desk, href) or href


_COURSE: tuple[_Column[OwnFigures | OwnResult], ...] = (
    _Column(message("Progress"), lambda _, row: row[-1].progress, is_share=True),
    _Column(message("Expected"), lambda _, row: row[-1].expected, is_share=True),
    _Column(message("Days behind"), lambda _, row: row[-1].days_behind),
    _Column(message("Confidence"), lambda _, row: row[-1].confidence, is_share=True),
)
"""What is told of objectives and of key results alike; in a row of either the figures stand last."""

_OBJECTIVES: tuple[_Column[OwnFigures], ...] = (
    _Column(message("Id"), lambda _, row: row[0].id),
    _Column(message("Objective"), lambda _, row: row[0].title),
    _Column(message("Unit"), lambda desk, row: _unit(desk, row[0])),
    _Column(message("Owner"), lambda _, row: _owner(row[0].owner)),
    _Column(message("Cycle"), lambda _, row: row[0].cycle),
    _Column(message("Commitment"), lambda desk, row: _word(desk, "commitment", row[0].commitment)),
    _Column(message("State"), lambda desk, row: _word(desk, "state", row[0].state)),
    _Column(message("Outcome"), lambda desk, row: _word(desk, "outcome", row[0].outcome)),
    _Column(message("Status"), lambda desk, row: _word(desk, "status", row[1].status)),
    _Column(message("Reported"), lambda desk, row: _word(desk, "status", row[1].reported_status)),
    *_COURSE,
    _Column(message("Score"), lambda _, row: row[1].score),
    _Column(message("Exposed"), lambda desk, row: _flag(desk, row[1].exposed)),
    _Column(message("First day"), lambda _, row: row[1].window.start),
    _Column(message("Last day"), lambda _, row: row[1].window.end),
    _Column(message("Tags"), lambda _, row: ", ".join(row[0].tags)),
    _Column(message("Page"), lambda desk, row: _page(desk, row[0], "objective")),
)

_RESULTS: tuple[_Column[OwnResult], ...] = (
    _Column(message("Objective"), lambda _, row: row[0].id),
    _Column(message("Id"), lambda _, row: row[1].id),
    _Column(message("Key result"), lambda _, row: row[1].title),
    _Column(message("Owner"), lambda _, row: _owner(row[1].owner or row[0].owner)),
    _Column(message("Measured in"), lambda _, row: row[2].unit),
    _Column(message("Baseline"), lambda _, row: row[2].baseline),
    _Column(message("Target"), lambda _, row: row[2].target),
    _Column(message("Value"), lambda _, row: row[2].value),
    _Column(message("Date"), lambda _, row: row[2].value_date),
    _Column(message("Status"), lambda desk, row: _word(desk, "status", row[2].status)),
    _Column(message("Reported"), lambda desk, row: _word(desk, "status", row[2].reported)),
    *_COURSE,
    _Column(message("Weight"), lambda _, row: row[1].weight),
    _Column(message("Score"), lambda _, row: row[2].score),
    _Column(message("First day"), lambda _, row: row[2].window.start),
    _Column(message("Last day"), lambda _, row: row[2].window.end),
    _Column(message("Page"), lambda desk, row: _page(desk, row[0], "objective", result_anchor(row[1].id))),
)

_KPIS: tuple[_Column[OwnKpi], ...] = (
    _Column(message("Id"), lambda _, row: row[0].id),
    _Column(message("KPI"), lambda _, row: row[0].title),
    _Column(message("Unit"), lambda desk, row: _unit(desk, row[0])),
    _Column(message("Owner"), lambda _, row: _owner(row[0].owner)),
    _Column(message("Health"), lambda desk, row: _word(desk, "health", row[1].health)),
    _Column(message("Since"), lambda _, row: row[1].since),
    _Column(message("Measured in"), lambda _, row: row[0].unit),
    _Column(message("Value"), lambda _, row: row[1].value if row[1].total is None else row[1].total),
    _Column(message("Date"), lambda _, row: row[1].date),
    _Column(message("Target"), lambda _, row: row[1].target),
    _Column(message("Lower bound"), lambda _, row: row[1].low),
    _Column(message("Upper bound"), lambda _, row: row[1].high),
    _Column(message("Attainment"), lambda _, row: row[1].attainment, is_share=True),
    _Column(message("Change"), lambda _, row: row[1].change_previous, is_share=True),
    _Column(message("Change in a year"), lambda _, row: row[1].change_year, is_share=True),
    _Column(message("Frequency"), lambda _, row: row[0].frequency),
    _Column(message("North star"), lambda desk, row: _flag(desk, row[0].north_star)),
    _Column(message("Leading indicator"), lambda desk, row: _flag(desk, row[0].leading)),
    _Column(message("Tags"), lambda _, row: ", ".join(row[0].tags)),
    _Column(message("Page"), lambda desk, row: _page(desk, row[0], "kpi")),
)

_CHECKINS: tuple[_Column[tuple[KeyResult, CheckIn]], ...] = (
    _Column(message("Id"), lambda _, row: row[0].id),
    _Column(message("Key result"), lambda _, row: row[0].title),
    _Column(message("Date"), lambda _, row: row[1].date),
    _Column(message("Value"), lambda _, row: row[1].value),
    _Column(message("Confidence"), lambda _, row: row[1].confidence, is_share=True),
    _Column(message("Reported"), lambda desk, row: _word(desk, "status", row[1].status)),
    _Column(message("Note"), lambda _, row: row[1].note),
)

_VALUES: tuple[_Column[KpiPoint], ...] = (
    _Column(message("Date"), lambda _, row: row.date),
    _Column(message("Value"), lambda _, row: row.value),
    _Column(message("Health"), lambda desk, row: _word(desk, "health", row.color)),
    _Column(message("Note"), lambda _, row: row.note),
)

_FINDINGS: tuple[_Column[Diagnostic], ...] = (
    _Column(message("Code"), lambda _, row: row.code),
    _Column(message("Severity"), lambda _, row: row.severity),
    _Column(message("File"), lambda _, row: row.path),
    _Column(message("Line"), lambda _, row: row.line),
    _Column(message("Finding"), lambda _, row: row.message),
    _Column(message("What to do"), lambda _, row: row.hint),
)


def objectives_sheet(desk: Desk, goals: Iterable[Objective]) -> Sheet:
    """Objectives, one a row."""
    rows = ((goal, desk.analysis.objectives[goal.id]) for goal in goals)
    return _sheet(desk, "objectives", message("Objectives"), _OBJECTIVES, rows)


def results_sheet(desk: Desk, goals: Iterable[Objective]) -> Sheet:
    """The key results of objectives, one a row."""
    rows = (
        (goal, result, figures)
        for goal in goals
        for result, figures in zip(
            goal.key_results, desk.analysis.objectives[goal.id].key_results, strict=True
        )
    )
    return _sheet(desk, "key-results", message("Key results"), _RESULTS, rows)


def checkins_sheet(desk: Desk, goal: Objective) -> Sheet:
    """The check-ins of an objective's key results, one a row."""
    figures = desk.analysis.objectives[goal.id].key_results
    rows = (
        (result, one) for result, own in zip(goal.key_results, figures, strict=True) for one in own.checkins
    )
    return _sheet(desk, "check-ins", message("Check-ins"), _CHECKINS, rows)


def kpis_sheet(desk: Desk, kpis: Iterable[Kpi]) -> Sheet:
    """KPIs, one a row."""
    rows = ((kpi, desk.analysis.kpis[kpi.id]) for kpi in kpis)
    return _sheet(desk, "kpis", message("KPIs"), _KPIS, rows)


def values_sheet(desk: Desk, kpi: Kpi) -> Sheet:
    """The values of a KPI, one a row."""
    return _sheet(desk, "values", message("Values"), _VALUES, desk.analysis.kpis[kpi.id].points)


def units_sheet(desk: Desk, cycle: Cycle) -> Sheet:
    """Every unit's figures in a cycle, one unit a row."""
    text, portfolios = desk.language.text, desk.analysis.portfolios
    keys = figure_keys()
    labels = zip(keys, figure_labels(desk.language), strict=True)
    units = [team for team in desk.corpus.teams if (team.id, cycle.id) in portfolios]
    figures = {team.id: portfolios[team.id, cycle.id] for team in units}
    return Sheet(
        "units",
        text("Units in %(cycle)s", cycle=cycle_name(desk, cycle.id)),
        (
            Heading(text("Id")),
            Heading(text("Unit")),
            *(Heading(label, key != "mean_score") for key, (label, _) in labels),
        ),
        tuple((team.id, team.title, *(getattr(figures[team.id], key) for key in keys)) for team in units),
    )


def findings_sheet(desk: Desk) -> Sheet:
    """What the build found in the files, one finding a row."""
    return _sheet(desk, "findings", message("Findings"), _FINDINGS, desk.diagnostics)
