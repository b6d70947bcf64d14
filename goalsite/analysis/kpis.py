"""The figures of a KPI on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from goalsite.analysis.arithmetic import quotient
from goalsite.analysis.figures import KpiFigures, KpiPoint
from goalsite.analysis.kpi_points import Dots, KpiPoints, rolled_up
from goalsite.analysis.targets import Judged, in_force, judged, trend
from goalsite.core.config import Config
from goalsite.core.periods import a_year_before, days_of
from goalsite.core.quantities import EPSILON
from goalsite.model.records import Kpi, Target


@dataclass(slots=True)
class KpiDesk:
    """Answers what a KPI's figures are on a day, figuring each once."""

    config: Config
    kpis: dict[str, Kpi]
    points: KpiPoints
    _done: dict[tuple[str, date], KpiFigures] = field(default_factory=dict)

    def take(self, name: str, day: date, figures: KpiFigures) -> None:
        """Take over figures that are known from elsewhere."""
        self._done[name, day] = figures

    def on(self, name: str, day: date) -> KpiFigures:
        """The figures of a KPI as they stand on `day`."""
        if (name, day) not in self._done:
            self._done[name, day] = self._figures(self.kpis[name], day)
        return self._done[name, day]

    def _figures(self, kpi: Kpi, day: date) -> KpiFigures:
        dots = self.points.on(kpi.id, day)
        children = self.points.children(kpi.id)
        coverage = self._coverage(kpi, children, day)
        if not dots:
            target = in_force(kpi, day)
            bounds = target or Target()
            return KpiFigures(
                id=kpi.id,
                health="no_data",
                in_force=target,
                target=bounds.target,
                low=bounds.low,
                high=bounds.high,
                children=children,
                coverage=coverage,
            )
        verdicts = judged(kpi, dots, self.config.pace)
        points = tuple(KpiPoint(*dot[:2], one.color, dot[2]) for dot, one in zip(dots, verdicts, strict=True))
        last = verdicts[-1]
        when, value, _ = dots[-1]
        bounds = last.target or Target()
        return KpiFigures(
            id=kpi.id,
            health=self._health(kpi, when, last, day),
            points=points,
            value=value,
            date=when,
            in_force=last.target,
            target=bounds.target,
            low=bounds.low,
            high=bounds.high,
            total=last.total,
            due=last.due,
            attainment=_attainment(kpi, value, last),
            trend=trend([dot[1] for dot in dots]),
            change_previous=_change(value, dots[-2][1]) if len(dots) > 1 else None,
            change_year=_change_year(kpi, dots),
            since=_since(points),
            children=children,
            coverage=coverage,
        )

    def _health(self, kpi: Kpi, when: date, last: Judged, day: date) -> str:
        """Stale where the last point is older than frequency and lag allow; else the point's colour."""
        length = days_of(kpi.frequency) if kpi.frequency else None
        lag = (days_of(kpi.lag) if kpi.lag else None) or 0
        if length and (day - when).days > self.config.pace.stale * length + lag + EPSILON:
            return "stale"
        return last.color

    def _coverage(self, kpi: Kpi, children: tuple[str, ...], day: date) -> float | None:
        """The children's current targets, rolled up, ÷ this one's; None where one of them has none."""
        own = in_force(kpi, day)
        if not children or own is None or not own.target:
            return None
        parts = []
        for child in children:
            target = in_force(self.kpis[child], day)
            if target is None or target.target is None:
                return None
            parts.append((self.points.share(kpi.id, child), target.target))
        total = rolled_up(kpi.rollup or "sum", parts)
        return None if total is None else quotient(total, own.target)


def _attainment(kpi: Kpi, value: float, last: Judged) -> float | None:
    """A ÷ target or x ÷ target (lower: target ÷ it).

    None for a range, without a target and where it divides by zero.
    """
    target = last.target.target if last.target else None
    if target is None or kpi.direction == "range":
        return None
    reached = value if last.total is None else last.total
    above, below = (target, reached) if kpi.direction == "lower" else (reached, target)
    return quotient(above, below)


def _change(value: float, before: float) -> float | None:
    return quotient(value - before, abs(before))


def _change_year(kpi: Kpi, dots: Dots) -> float | None:
    """Against the last point up to the same day a year earlier, not more than one frequency before that."""
    length = days_of(kpi.frequency) if kpi.frequency else None
    when, value, _ = dots[-1]
    if not length or when.year == 1:
        return None
    then = a_year_before(when)
    before = [dot for dot in dots if dot[0] <= then]
    if not before or (then - before[-1][0]).days > length:
        return None
    return _change(value, before[-1][1])


def _since(points: tuple[KpiPoint, ...]) -> date:
    """The first day of the last run of points of one colour."""
    first = points[-1]
    for point in reversed(points):
        if point.color != points[-1].color:
            break
        first = point
    return first.date
