"""Health of the goal system: what goals serve, who proposed them, what stands alone, who still looks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from goalsite.analysis.figures import Portfolio
from goalsite.analysis.portfolio import system
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Column, Figure, Table
from goalsite.pages.findings import finding_rows
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.lasting import lasts
from goalsite.pages.links import cycle_name
from goalsite.pages.paging import MOST, first_of
from goalsite.pages.portfolio_rows import figure_keys, figure_labels, figure_texts, portfolio_rows
from goalsite.pages.table_sets import health_tables, table_links
from goalsite.pages.views import HealthPage
from goalsite.pages.weaknesses import weaknesses

_PATH = "health/"
_COMMIT_DIGITS = 12


def health_pages(desk: Desk) -> Iterator[tuple[HealthPage, Frame]]:
    """The page on the system as a whole, over all goals in cycles that last."""
    goals = tuple(goal for goal in desk.corpus.objectives if goal.person is None and lasts(desk, goal.cycle))
    text = desk.language.text
    findings = desk.diagnostics
    page = HealthPage(
        title=text("Health of the goal system"),
        as_of=desk.language.date(desk.as_of),
        commit=(desk.timeline.commit or "")[:_COMMIT_DIGITS],
        sentence=_sentence(desk, goals),
        figures=portfolio_rows(desk.language, _system(desk, goals)),
        by_unit=_by_unit(desk),
        lists=weaknesses(desk, goals),
        findings=tuple(finding_rows(desk, findings[:MOST])),
        findings_note=first_of(desk.language, len(findings)),
        downloads=table_links(desk, health_tables(desk)),
    )
    yield page, frame(desk, _PATH, page.title, _PATH)


def _system(desk: Desk, goals: tuple[Objective, ...]) -> Portfolio:
    """The figures over these objectives and all KPIs."""
    return system(goals, desk.corpus.kpis, desk.ties, desk.analysis.rhythms)


def _sentence(desk: Desk, goals: tuple[Objective, ...]) -> tuple[Figure, ...]:
    """How large the system is."""
    plural = desk.language.plural
    parts = (
        plural("%(n)s objective", "%(n)s objectives", len(goals)),
        plural("%(n)s KPI", "%(n)s KPIs", len(desk.corpus.kpis)),
        plural("%(n)s unit", "%(n)s units", len(desk.corpus.teams)),
        plural("%(n)s person", "%(n)s people", len(desk.corpus.people)),
    )
    meaning = desk.language.text("Objectives of the cycles that run or are to come, without personal ones.")
    return (Figure(desk.language.text("%(parts)s.", parts=desk.language.listed(parts)), meaning),)


def _by_unit(desk: Desk) -> Table | None:
    """Every unit's figures in the current cycle, without those that no unit has."""
    cycle = desk.analysis.current_cycle
    known = [
        (team.title, desk.analysis.portfolios[team.id, cycle])
        for team in desk.corpus.teams
        if cycle and (team.id, cycle) in desk.analysis.portfolios
    ]
    if not known or not cycle:
        return None
    held = [any(getattr(figures, key) is not None for _, figures in known) for key in figure_keys()]
    rows = tuple(
        (title, *compress(figure_texts(desk.language, figures), held)) for title, figures in known[:MOST]
    )
    columns = (
        Column(desk.language.text("Unit")),
        *(
            Column(label, meaning, numeric=True)
            for label, meaning in compress(figure_labels(desk.language), held)
        ),
    )
    caption = desk.language.text("Units in %(cycle)s", cycle=cycle_name(desk, cycle))
    return Table(caption, columns, rows)
