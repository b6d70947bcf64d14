"""A KPI as a line of a list or a tile of a strip."""

from __future__ import annotations

from functools import partial

from goalsite.analysis.figures import KpiFigures
from goalsite.core.values import replace
from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import kpi_spark
from goalsite.pages.elements import Figure
from goalsite.pages.filters import kpi_keys
from goalsite.pages.lengths import rhythm
from goalsite.pages.links import goal_link, person_link, unit_link
from goalsite.pages.reasons import health_reason
from goalsite.pages.rows import KpiRow
from goalsite.pages.say import badge, change, is_short, joined, trend, value_in
from goalsite.pages.targets import target_figure


def kpi_row(desk: Desk, kpi: Kpi, role: str = "") -> KpiRow:
    """A KPI's story in one line, made for the first list it stands in; `role` says why it stands there."""
    row = desk.piece("KPI row", kpi.id, partial(_row, desk, kpi))
    return replace(row, role=role) if role else row


def _row(desk: Desk, kpi: Kpi) -> KpiRow:
    figures = desk.analysis.kpis[kpi.id]
    health = badge(desk, "health", figures.health, health_reason(desk, kpi, figures))
    return KpiRow(
        link=goal_link(desk, kpi.id, long_unit(kpi)),
        health=health,
        value=kpi_value(desk, kpi, figures),
        target=target_figure(desk, kpi, figures.in_force),
        since=since(desk, figures),
        date=desk.language.date(figures.date) if figures.date else "",
        owner=person_link(desk, kpi.owner) if kpi.owner else None,
        unit=unit_link(desk, kpi.team),
        attainment=attainment(desk, figures),
        change=change(desk, figures.change_previous),
        trend=trend(desk, figures.trend, kpi.direction),
        frequency=rhythm(desk, kpi.frequency),
        spark=kpi_spark(desk, kpi, figures),
        keys=kpi_keys(desk, kpi, health),
    )


def kpi_value(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Figure | None:
    """What is held against its target: its last value, or the total of the period so far."""
    if figures.value is None or figures.date is None:
        return None
    text, when = desk.language.text, desk.language.date(figures.date)
    if figures.total is None:
        said = text("As of %(date)s.", date=when)
    else:
        how = desk.language.word("aggregate", kpi.aggregate).word
        said = text("The period's points up to %(date)s, joined by: %(how)s.", date=when, how=how)
    value = figures.value if figures.total is None else figures.total
    return value_in(desk, value, kpi.unit, joined(desk, (kpi.definition, said)))


def long_unit(kpi: Kpi) -> str:
    """Its unit where that is too long to stand at each value; empty otherwise."""
    return "" if is_short(kpi.unit) else kpi.unit


def since(desk: Desk, figures: KpiFigures) -> str:
    """Since when its points have had this colour; empty where it has none."""
    if figures.since is None or figures.health not in ("green", "amber", "red"):
        return ""
    return desk.language.text("since %(date)s", date=desk.language.date(figures.since))


def attainment(desk: Desk, figures: KpiFigures) -> Figure | None:
    """How much of its target it reaches."""
    if figures.attainment is None:
        return None
    meaning = desk.language.text("Value ÷ target; where lower is better, target ÷ value.")
    return Figure(desk.language.percent(figures.attainment), meaning, "attainment", repr(figures.attainment))
