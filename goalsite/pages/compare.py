"""A cycle held against an earlier one: the whole, each unit, the root causes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.model.records import Cycle
from goalsite.pages.comparisons import causes_table, difference, figures_table
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure, Table
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.links import cycle_link, cycle_name
from goalsite.pages.paging import MOST, first_of
from goalsite.pages.paths import compare_path
from goalsite.pages.portfolio_rows import score_verdict
from goalsite.pages.review_views import ComparedUnit, ComparePage
from goalsite.pages.reviews import compared_with, comparison_links
from goalsite.pages.say import score
from goalsite.pages.sides import Side
from goalsite.pages.switches import cycle_switch, unit_in_cycle

_TOLD = 3
"""How many differences the first sentence tells."""


Pair = tuple[str, str]
"""A cycle and the one that it is held against."""


def compared(desk: Desk) -> tuple[Pair, ...]:
    """Each cycle with the one before it and that of a year before."""
    return tuple((cycle.id, other.id) for cycle in desk.corpus.cycles for other in compared_with(desk, cycle))


def compare_pages(desk: Desk, chosen: Sequence[Pair] | None = None) -> Iterator[tuple[ComparePage, Frame]]:
    """Each cycle beside the one before it and that of a year before; or the chosen ones of these pages."""
    for name, other in compared(desk) if chosen is None else chosen:
        cycle = desk.cycles[name]
        page = _compare_page(desk, desk.sides[name], desk.sides[other])
        above = (cycle_link(desk, name),)
        switch = cycle_switch(desk, cycle)
        path = compare_path(name, other)
        yield page, frame(desk, path, page.title, "cycles/", breadcrumb=above, cycle=name, cycles=switch)


def _compare_page(desk: Desk, now: Side, then: Side) -> ComparePage:
    text = desk.language.text
    figures = figures_table(desk, now, then)
    this, that = now.cycle, then.cycle
    units = _units(desk, this, that)
    names = cycle_name(desk, this.id), cycle_name(desk, that.id)
    return ComparePage(
        title=text("%(cycle)s beside %(other)s", cycle=names[0], other=names[1]),
        sentence=_sentence(desk, figures),
        cycles=tuple(cycle_link(desk, one.id) for one in (this, that)),
        figures=figures,
        units=units[:MOST],
        units_note=first_of(desk.language, len(units)),
        root_causes=causes_table(desk, now, then),
        others=comparison_links(desk, this, but=that.id),
    )


def _sentence(desk: Desk, figures: Table | None) -> tuple[Figure, ...]:
    """The first differences as clauses: `Mean score 0.62, 0.08 lower.`"""
    if figures is None:
        return ()
    same = desk.language.text("the same")
    told = [row for row in figures.rows[1:] if row[3] != same][:_TOLD]
    return tuple(
        Figure(
            desk.language.text("%(figure)s %(now)s, %(difference)s.", figure=label, now=now, difference=said)
        )
        for label, now, _, said in told
    )


def _units(desk: Desk, this: Cycle, that: Cycle) -> tuple[ComparedUnit, ...]:
    """The units that were scored in either cycle, from the root down."""
    rows = (_unit(desk, team.id, this, that) for team in desk.corpus.teams)
    return tuple(row for row in rows if row.now or row.before)


def _unit(desk: Desk, unit: str, this: Cycle, that: Cycle) -> ComparedUnit:
    portfolios = [desk.analysis.portfolios.get((unit, one.id)) for one in (this, that)]
    now, then = (None if one is None else one.mean_score for one in portfolios)
    return ComparedUnit(
        unit=unit_in_cycle(desk, unit, this.id),
        now=score(desk, now),
        before=score(desk, then),
        verdict=score_verdict(desk.language, now),
        verdict_before=score_verdict(desk.language, then),
        change=difference(desk.language, now, then, share=False),
    )
