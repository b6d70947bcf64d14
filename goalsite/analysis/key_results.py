"""What a key result says of itself, before anything is figured."""

from __future__ import annotations

from datetime import date

from goalsite.model.records import (
    Binary,
    CheckIn,
    KeyResult,
    Maintain,
    Metric,
    Milestones,
    Zones,
)


def type_of(result: KeyResult) -> str:
    """The key result's measure as `goals.json` names it."""
    match result.measure:
        case Metric():
            return "metric"
        case Maintain():
            return "maintain"
        case Milestones():
            return "milestones"
        case Binary():
            return "binary"
        case Zones():
            return "zones"
    return "manual"


def has_left(result: KeyResult, day: date) -> str:
    """`dropped` or `replaced` from its `on` day on; empty before and otherwise."""
    if not (result.dropped or result.replaced_by) or (result.on and result.on > day):
        return ""
    return "replaced" if result.replaced_by else "dropped"


def is_checked_in(result: KeyResult) -> bool:
    """Whether people write its values: metric, maintain, zones and by hand, not read from a KPI."""
    measure = result.measure
    if isinstance(measure, (Metric, Maintain)):
        return measure.kpi is None
    return not isinstance(measure, (Milestones, Binary))


def last_confidence(checkins: tuple[CheckIn, ...]) -> float | None:
    """The latest confidence that check-ins give."""
    return next((one.confidence for one in reversed(checkins) if one.confidence is not None), None)


def last_reported(checkins: tuple[CheckIn, ...]) -> str | None:
    """The latest status that check-ins report."""
    return next((one.status for one in reversed(checkins) if one.status is not None), None)
