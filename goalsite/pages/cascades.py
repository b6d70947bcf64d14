"""A KPI as a whole of parts, or as a part of a whole."""

from __future__ import annotations

from goalsite.analysis.figures import KpiFigures
from goalsite.core.quantities import at_least
from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk
from goalsite.pages.edges import edge_rows
from goalsite.pages.elements import Bar, Figure
from goalsite.pages.kpi_rows import kpi_row
from goalsite.pages.say import joined
from goalsite.pages.sections import Cascade, CascadePart

_MOST = 200


def cascade(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Cascade | None:
    """Its parts, how far their targets cover its own, and what it is a part of; None of neither."""
    parent = next(
        (row for row in edge_rows(desk, kpi.id) if row.kind == "cascades_from" and row.direction == "up"),
        None,
    )
    if parent is None and not figures.children:
        return None
    parts = tuple(_part(desk, desk.kpis[name]) for name in figures.children[:_MOST])
    return Cascade(_sentence(desk, kpi, figures), parent, _coverage(desk, kpi, figures), parts)


def _part(desk: Desk, kpi: Kpi) -> CascadePart:
    share = kpi.cascades_from.share if kpi.cascades_from else None
    row = kpi_row(desk, kpi)
    if share is None:
        return CascadePart(row)
    meaning = desk.language.text("Its share of the whole, as its file says.")
    figure = Figure(desk.language.percent(share), meaning, "cascade", repr(share))
    bar = Bar(min(1.0, max(0.0, share)), None, "cascade", figure.text)
    return CascadePart(row, figure, bar)


def _sentence(desk: Desk, kpi: Kpi, figures: KpiFigures) -> str:
    """How its value comes from its parts, and how far their targets cover its own."""
    if not figures.children:
        return ""
    language, parts = desk.language, []
    if kpi.rollup and not kpi.series:
        how = language.word("aggregate", kpi.rollup).word
        parts.append(language.text("Its value is rolled up from its parts: %(how)s.", how=how))
    if figures.coverage is not None:
        share = language.percent(figures.coverage)
        parts.append(language.text("The targets below cover %(share)s of this one.", share=share))
    else:
        parts.append(language.text("How far its parts cover it is open: a target is missing."))
    return joined(desk, parts)


def _coverage(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Bar | None:
    """How far the targets of the parts reach its own; where lower is better they should not exceed it."""
    if figures.coverage is None:
        return None
    lower = kpi.direction == "lower"
    fits = at_least(1.0, figures.coverage) if lower else at_least(figures.coverage, 1.0)
    key = "green" if fits else "amber"
    text = desk.language.text("%(share)s covered", share=desk.language.percent(figures.coverage))
    return Bar(min(1.0, max(0.0, figures.coverage)), None, key, text)
