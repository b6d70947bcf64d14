"""The labelled lines of a KPI's page."""

from __future__ import annotations

from goalsite.analysis.figures import KpiFigures
from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Fact, Figure, Link
from goalsite.pages.kpi_rows import attainment
from goalsite.pages.lengths import rhythm, span
from goalsite.pages.links import goal_link, person_link, unit_link
from goalsite.pages.objective_facts import common_facts
from goalsite.pages.say import about, change, value_in

_MOST_READERS = 100


def figure_facts(desk: Desk, kpi: Kpi, figures: KpiFigures) -> tuple[Fact, ...]:
    """Who answers for it, and its numbers besides the value."""
    text = desk.language.text
    found: list[tuple[str, Figure | None]] = []
    if figures.total is not None:
        found += [
            (text("Latest point"), value_in(desk, figures.value, kpi.unit)),
            (text("Due by now"), _due(desk, kpi, figures)),
        ]
    found += [
        (text("Attainment"), attainment(desk, figures)),
        (text("Period on period"), change(desk, figures.change_previous)),
        (text("Year on year"), change(desk, figures.change_year, "year-on-year")),
    ]
    owner = [Fact(text("Owner"), links=(person_link(desk, kpi.owner),))] if kpi.owner else []
    return (*owner, *(Fact(label, figure) for label, figure in found if figure is not None))


def _due(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Figure | None:
    """The share of a period's target that is due."""
    if figures.due is None:
        return None
    meaning = desk.language.text("The share of the target that is due by the day of the latest point.")
    return Figure(about(desk, figures.due, kpi.unit), meaning, "target", repr(figures.due))


def facts(desk: Desk, kpi: Kpi) -> tuple[Fact, ...]:
    """What its file says of how it is made and what it is for."""
    text, word = desk.language.text, desk.language.word
    said = (
        (text("Better is"), word("direction", kpi.direction).word),
        (text("Measured in"), kpi.unit),
        (text("Frequency"), rhythm(desk, kpi.frequency)),
        (text("Usual delay"), span(desk, kpi.lag) if kpi.lag else ""),
        (text("Points are joined by"), _joined(desk, kpi)),
        (text("Parts are joined by"), word("aggregate", kpi.rollup).word if kpi.rollup else ""),
        (text("Split by"), desk.language.listed(kpi.dimensions)),
        (text("Source"), kpi.source),
        (text("Tier"), word("tier", kpi.tier).word if kpi.tier else ""),
        (text("Perspective"), word("perspective", kpi.perspective).word if kpi.perspective else ""),
    )
    found = [Fact(text("Unit"), links=(unit_link(desk, kpi.team),), term="unit")]
    if kpi.person:
        found.insert(0, Fact(text("Personal KPI of"), links=(person_link(desk, kpi.person),)))
    if kpi.north_star:
        found.append(Fact(text("North star"), Figure(text("yes")), term="north-star"))
    if kpi.leading:
        found.append(Fact(text("Leading indicator"), Figure(text("yes")), term="leading"))
    found += [Fact(label, Figure(what)) for label, what in said if what]
    readers = _readers(desk, kpi)
    if readers:
        found.append(Fact(text("Read by"), links=readers))
    return (*found, *common_facts(desk, kpi))


def _joined(desk: Desk, kpi: Kpi) -> str:
    return desk.language.word("aggregate", kpi.aggregate).word


def _readers(desk: Desk, kpi: Kpi) -> tuple[Link, ...]:
    """The key results and formulas that read its values."""
    return tuple(goal_link(desk, name) for name in desk.readers.get(kpi.id, ())[:_MOST_READERS])
