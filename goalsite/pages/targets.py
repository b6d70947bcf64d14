"""A KPI's targets in words."""

from __future__ import annotations

from itertools import compress

from goalsite.model.records import Kpi, Target
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Column, Figure, Table
from goalsite.pages.say import amount, joined


def target_figure(desk: Desk, kpi: Kpi, target: Target | None) -> Figure | None:
    """The target in force as it is shown, and in words with its red line; None without one."""
    if target is None:
        return None
    raw = "" if target.target is None else repr(target.target)
    return Figure(target_text(desk, kpi, target), _meaning(desk, kpi, target), "target", raw)


def target_text(desk: Desk, kpi: Kpi, target: Target) -> str:
    """`99.95%`, `40 to 60 min`, `at most 5 s`, `1,200 in 2026`."""
    if target.target is None:
        return range_text(desk, target.low, target.high, kpi.unit)
    value = amount(desk, target.target, kpi.unit)
    if target.period is None:
        return value
    return desk.language.text(
        "%(value)s in %(period)s", value=value, period=desk.language.cycle(target.period_name)
    )


def range_text(desk: Desk, low: float | None, high: float | None, unit: str) -> str:
    """A range in words, open where a bound is absent."""
    language = desk.language
    if low is None and high is None:
        return ""
    if low is None:
        return language.text("at most %(value)s", value=amount(desk, high or 0.0, unit))
    if high is None:
        return language.text("at least %(value)s", value=amount(desk, low, unit))
    return language.text("%(low)s to %(high)s", low=language.number(low), high=amount(desk, high, unit))


def _meaning(desk: Desk, kpi: Kpi, target: Target) -> str:
    language = desk.language
    parts = [target.text] if target.text else []
    if target.start:
        parts.append(language.text("In force since %(date)s.", date=language.date(target.start)))
    if target.red is not None:
        parts.append(language.text("Red beyond %(value)s.", value=amount(desk, target.red, kpi.unit)))
    if target.tolerance:
        tolerance = amount(desk, target.tolerance, kpi.unit)
        parts.append(language.text("Amber up to %(value)s outside it, then red.", value=tolerance))
    return joined(desk, parts)


def targets_table(desk: Desk, kpi: Kpi) -> Table | None:
    """Every target with the time it holds for, newest first; None without any.

    Words and limits that no target has make no column.
    """
    if not kpi.targets:
        return None
    text = desk.language.text
    columns = (
        Column(text("In force")),
        Column(text("Target"), numeric=True),
        Column(text("Amber and red")),
        Column(text("In words")),
    )
    newest = sorted(kpi.targets, key=_start, reverse=True)
    rows = [
        (
            _time(desk, target),
            target_text(desk, kpi, target),
            _limits(desk, kpi, target),
            _words(desk, kpi, target),
        )
        for target in newest
    ]
    used = [any(cells) for cells in zip(*rows, strict=True)]
    shown = tuple(tuple(compress(row, used)) for row in rows)
    return Table(text("Targets"), tuple(compress(columns, used)), shown)


def _start(target: Target) -> str:
    start = target.period.start if target.period else target.start
    return start.isoformat() if start else ""


def _time(desk: Desk, target: Target) -> str:
    language = desk.language
    if target.period:
        return language.window(target.period.start, target.period.end)
    if target.start is None:
        return language.text("always")
    return language.text("since %(date)s", date=language.date(target.start))


def _limits(desk: Desk, kpi: Kpi, target: Target) -> str:
    language = desk.language
    if target.red is not None:
        return language.text("red beyond %(value)s", value=amount(desk, target.red, kpi.unit))
    if target.tolerance:
        return language.text("amber up to %(value)s outside", value=amount(desk, target.tolerance, kpi.unit))
    if target.period:
        bounds = desk.config.pace
        green, amber = language.percent(bounds.on_track), language.percent(bounds.at_risk)
        return language.text(
            "amber under %(green)s of what is due, red under %(amber)s", green=green, amber=amber
        )
    return ""


def _words(desk: Desk, kpi: Kpi, target: Target) -> str:
    language = desk.language
    steps = tuple(
        language.text("%(value)s by %(date)s", value=amount(desk, value, kpi.unit), date=language.date(day))
        for day, value in target.plan
    )
    plan = language.text("plan: %(steps)s", steps=language.listed(steps)) if steps else ""
    return language.text("; ").join(part for part in (target.text, plan) if part)
