"""Two cycles' figures side by side, with each difference in words."""

from __future__ import annotations

from collections.abc import Sequence

from goalsite.analysis.figures import Portfolio
from goalsite.language.language import Language
from goalsite.model.records import Cycle, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Column, Table
from goalsite.pages.lessons import MOST, named_causes
from goalsite.pages.links import cycle_name
from goalsite.pages.portfolio_rows import figure_row
from goalsite.pages.sides import Side, counted

_COMPARED = (
    "mean_score",
    "committed_kept",
    "progress",
    "dropped_share",
    "bottom_up_share",
    "alignment_coverage",
    "checkin_rhythm",
)


def unit_side(desk: Desk, cycle: Cycle, unit: str) -> Side:
    """A unit's part in a cycle."""
    goals = desk.goals_of.get((unit, cycle.id), ())
    portfolio = desk.analysis.portfolios.get((unit, cycle.id), Portfolio())
    return Side(cycle, goals, counted(goals), portfolio)


def figures_table(desk: Desk, now: Side, other: Side) -> Table | None:
    """The figures that are known of both cycles, without those that the end of a running one decides.

    None where one of them has no objectives.
    """
    if not now.reported or not other.reported:
        return None
    language, text = desk.language, desk.language.text
    running = now.cycle.period.end >= desk.as_of
    rows = [_counted(language, text("Objectives"), len(now.reported), len(other.reported))]
    going_on = (_carried_over(desk, now.reported), _carried_over(desk, other.reported))
    if any(going_on) and not running:
        rows.append(_counted(language, text("Carried over"), *going_on))
    for key in _COMPARED:
        this, that = getattr(now.portfolio, key), getattr(other.portfolio, key)
        if this is not None and that is not None and not (key == "progress" and running):
            rows.append(_figured(language, key, this, that))
    names = tuple(cycle_name(desk, side.cycle.id) for side in (now, other))
    columns = (
        Column(text("Figure")),
        *(Column(name, numeric=True) for name in names),
        Column(text("Difference")),
    )
    return Table(text("%(cycle)s beside %(other)s", cycle=names[0], other=names[1]), columns, tuple(rows))


def _counted(language: Language, label: str, now: int, then: int) -> tuple[str, ...]:
    return label, language.number(now), language.number(then), count_difference(language, now, then)


def _figured(language: Language, key: str, now: float, then: float) -> tuple[str, ...]:
    this, that = (figure_row(language, key, value) for value in (now, then))
    told = difference(language, now, then, share=key != "mean_score")
    return this.label, this.figure.text, that.figure.text, told


def _carried_over(desk: Desk, goals: Sequence[Objective]) -> int:
    """How many objectives go on in another."""
    return sum(any(edge.type == "continues" for edge in desk.edges_to.get(goal.id, ())) for goal in goals)


def difference(language: Language, now: float | None, then: float | None, *, share: bool) -> str:
    """How a figure differs, in words; of a share in percentage points. Empty where one is not known."""
    if now is None or then is None:
        return ""
    step = 100 if share else 1
    change = round(now * step) - round(then * step) if share else round(round(now, 2) - round(then, 2), 2)
    if not change:
        return language.text("the same")
    size = abs(change)
    if share:
        if change > 0:
            return language.plural("%(n)s point higher", "%(n)s points higher", int(size))
        return language.plural("%(n)s point lower", "%(n)s points lower", int(size))
    if change > 0:
        return language.text("%(value)s higher", value=language.number(size))
    return language.text("%(value)s lower", value=language.number(size))


def count_difference(language: Language, now: int, then: int) -> str:
    """How a number of things differs, in words."""
    if now == then:
        return language.text("the same")
    if now > then:
        return language.text("up by %(n)s", n=language.number(now - then))
    return language.text("down by %(n)s", n=language.number(then - now))


def causes_table(desk: Desk, now: Side, other: Side) -> Table | None:
    """How often retrospectives of either cycle name each root cause; None where they name none."""
    this, that = (named_causes(side.reported) for side in (now, other))
    written = {cause: spellings[0] for cause, spellings in (that | this).items()}
    if not written:
        return None
    language, text = desk.language, desk.language.text
    counts = {cause: (len(this.get(cause, ())), len(that.get(cause, ()))) for cause in written}
    in_order = sorted(written, key=lambda cause: (-sum(counts[cause]), cause))[:MOST]
    columns = (
        Column(text("Root cause")),
        *(Column(cycle_name(desk, side.cycle.id), numeric=True) for side in (now, other)),
    )
    rows = tuple((written[cause], *map(language.number, counts[cause])) for cause in in_order)
    return Table(text("Root causes that retrospectives name"), columns, rows)
