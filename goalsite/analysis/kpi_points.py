"""The points of every KPI on a day: its series, else the roll-up of its children, else its formula."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from typing import Any

from goalsite.analysis.arithmetic import running_totals, total, weighted_mean
from goalsite.analysis.order import solve
from goalsite.core.periods import FiscalYear, calendar_period
from goalsite.graph.edges import Graph
from goalsite.model.formulas import Formula, Operator
from goalsite.model.records import Corpus, Kpi, Point

Dots = tuple[tuple[date, float, str], ...]
"""Points as (day, value, note), by day, each day once."""

AGGREGATES: dict[str, Callable[[Sequence[float]], float]] = {
    "sum": total,
    "mean": lambda values: total(values) / len(values),
    "last": lambda values: values[-1],
    "min": min,
    "max": max,
}
"""How the points of a period, in order, make one value."""


def running(aggregate: str, values: Sequence[float]) -> list[float]:
    """The aggregate of the values up to each of them, in linear time."""
    match aggregate:
        case "sum":
            return running_totals(values)
        case "mean":
            return [so_far / count for count, so_far in enumerate(running_totals(values), 1)]
        case "min":
            return list(accumulate(values, min))
        case "max":
            return list(accumulate(values, max))
    return list(values)


def placed(series: Iterable[Point], day: date) -> Dots:
    """A series as it stands on `day`: a running period stands for that day, what comes later does not exist.

    Of two points for one day a day's beats a period's, a shorter period's a longer one's.
    """
    best: dict[date, tuple[int, Point]] = {}
    for point in series:
        when = point.date
        if point.period:
            if point.period.start > day:
                continue
            when = min(when, day)
        if when > day:
            continue
        rank = point.period.days if point.period else 0
        if when not in best or rank < best[when][0]:
            best[when] = rank, point
    return tuple((when, best[when][1].value, best[when][1].note) for when in sorted(best))


@dataclass(slots=True)
class KpiPoints:
    """Answers what the points of a KPI are on a day, figuring each once."""

    corpus: Corpus
    graph: Graph
    fiscal: FiscalYear
    _kpis: dict[str, Kpi] = field(init=False)
    _children: dict[str, list[tuple[str, float]]] = field(init=False)
    _formulas: dict[str, dict[str, str]] = field(init=False)
    _done: dict[tuple[str, date], Dots] = field(init=False)

    def __post_init__(self) -> None:
        self._kpis = {kpi.id: kpi for kpi in self.corpus.kpis}
        self._children, self._formulas, self._done = {}, {}, {}
        for edge in self.graph.counted("cascades_from"):
            self._children.setdefault(edge.target, []).append((edge.source, edge.weight))
        for (kpi, written), target in self.graph.formulas.items():
            self._formulas.setdefault(kpi, {})[written] = target

    def children(self, kpi: str) -> tuple[str, ...]:
        """The KPIs that are parts of this one, by id."""
        return tuple(child for child, _ in self._children.get(kpi, ()))

    def share(self, kpi: str, child: str) -> float:
        """The share of a child."""
        return dict(self._children[kpi])[child]

    def parts(self, kpi: str) -> tuple[Any, ...]:
        """All that the points of a KPI are made of, on any day, and what its parts aim at: records, and how
        they count."""
        waiting, seen = [kpi], {kpi}
        found: list[Any] = [self.fiscal]
        while waiting:
            name = waiting.pop()
            record = self._kpis[name]
            children, formulas = self._children.get(name, ()), self._formulas.get(name, {})
            aims = tuple([self._kpis[child].targets for child, _ in children])
            found.append((record, tuple(children), aims, tuple(formulas.items())))
            further = [one for one in dict.fromkeys(self._inputs(record)) if one not in seen]
            seen.update(further)
            waiting += further
        return tuple(found)

    def on(self, kpi: str, day: date) -> Dots:
        """The points of `kpi` that exist on `day`."""
        return solve((kpi, day), self._needs, self._figure, self._done)

    def _needs(self, key: tuple[str, date]) -> list[tuple[str, date]]:
        kpi, day = self._kpis[key[0]], key[1]
        return [(name, day) for name in self._inputs(kpi)]

    def _inputs(self, kpi: Kpi) -> list[str]:
        if kpi.series or kpi.splits:
            names: list[str] = []
        elif kpi.rollup:
            names = list(self.children(kpi.id))
        else:
            meant = self._formulas.get(kpi.id, {})
            is_whole = kpi.formula is not None and all(ref.text in meant for ref in kpi.formula.refs)
            names = list(meant.values()) if is_whole else []  # an unknown part has no values to go on
        tangled = self.graph.tangled
        return [] if any(("reads", kpi.id, name) in tangled for name in names) else names

    def _figure(self, key: tuple[str, date]) -> Dots:
        kpi, day = self._kpis[key[0]], key[1]
        inputs = self._inputs(kpi)
        if not inputs:
            return placed(kpi.series, day)
        columns = {name: self._by_period(name, kpi.frequency, day) for name in dict.fromkeys(inputs)}
        common = set.intersection(*(set(column) for column in columns.values()))
        dots = []
        for when in sorted(common):
            value = self._value(kpi, {name: column[when] for name, column in columns.items()})
            if value is not None:
                dots.append((when, value, ""))
        return tuple(dots)

    def _by_period(self, name: str, frequency: str | None, day: date) -> dict[date, float]:
        """An input's values by the last day of each period (of the running one: `day`), joined."""
        groups: dict[date, list[float]] = {}
        for when, value, _ in self._done[name, day]:
            period = calendar_period(frequency or "", when, self.fiscal)
            groups.setdefault(min(period.end, day) if period else when, []).append(value)
        aggregate = AGGREGATES[self._kpis[name].aggregate]
        return {when: aggregate(values) for when, values in groups.items()}

    def _value(self, kpi: Kpi, values: dict[str, float]) -> float | None:
        if kpi.rollup:
            return rolled_up(
                kpi.rollup, [(self.share(kpi.id, name), value) for name, value in values.items()]
            )
        named = {written: values[target] for written, target in self._formulas[kpi.id].items()}
        return evaluated(kpi.formula, named) if kpi.formula else None


def rolled_up(how: str, parts: list[tuple[float, float]]) -> float | None:
    """The roll-up of (share, value) parts; `weighted` = Σ share·x ÷ Σ share, None where nothing weighs."""
    return weighted_mean(parts) if how == "weighted" else AGGREGATES[how]([value for _, value in parts])


def evaluated(formula: Formula, values: dict[str, float]) -> float | None:
    """The value of a formula; None where it divides by zero or outgrows what a number can be."""
    stack: list[float] = []
    for token in formula.postfix:
        if not isinstance(token, Operator):
            stack.append(token if isinstance(token, float) else values[token.text])
            continue
        right, left = stack.pop(), stack.pop()
        if token.sign == "/" and not right:
            return None
        stack.append(_applied(token.sign, left, right))
    return stack[0] if math.isfinite(stack[0]) else None


def _applied(sign: str, left: float, right: float) -> float:
    match sign:
        case "+":
            return left + right
        case "-":
            return left - right
        case "*":
            return left * right
    return left / right
