"""Alerts -> concerns: what one cause says together, in the order in which people should look at it."""

from __future__ import annotations

from msgspec import Struct

from goalsite.analysis.alerts import SEVERITIES
from goalsite.analysis.figures import Alert, Analysis

_TOLD_TOGETHER = ("result_stale", "result_no_data")
"""Silence of several key results of one goal has one cause and one cure."""

_ORDER = (
    "goal_guard_broken",
    "kpi_needs_recovery",
    "result_off_track",
    "kpi_red_twice",
    "kpi_red",
    "goal_contradiction",
    "result_at_risk",
    "goal_exposed",
    "kpi_amber",
    "result_stale",
    "result_no_data",
    "kpi_missing_data",
    "goal_unscored",
    "goal_needs_retro",
    "kpi_recovered",
)
"""The kinds from what can and must be done now to what is over or well."""

_OVER = ("goal_unscored", "goal_needs_retro")
"""What ended last is remembered best, and comes first."""


class Concern(Struct, frozen=True):
    """Alerts of one kind about one goal or KPI; `goal` is its id."""

    kind: str
    severity: str
    goal: str
    alerts: tuple[Alert, ...]

    @property
    def first(self) -> Alert:
        """The alert that speaks for all of them."""
        return self.alerts[0]

    @property
    def results(self) -> tuple[str, ...]:
        """The key results that the alerts are about, in the order of their ids; none for a whole goal."""
        return tuple(result for alert in self.alerts if (result := alert.subject.partition("#")[2]))


def concerns(analysis: Analysis) -> tuple[Concern, ...]:
    """Everything that asks for somebody: worst first, then what can still be done, then furthest behind.

    Two reds in a row are told once: by the rule that asks for an objective where nothing improves the KPI.
    """
    recovering = {alert.subject for alert in analysis.alerts if alert.kind == "kpi_needs_recovery"}
    grouped: dict[tuple[str, str], list[Alert]] = {}
    for alert in analysis.alerts:
        if alert.kind == "kpi_red_twice" and alert.subject in recovering:
            continue
        goal = alert.subject.partition("#")[0]
        grouped.setdefault((alert.kind, goal if alert.kind in _TOLD_TOGETHER else alert.subject), []).append(
            alert
        )
    found = [
        Concern(kind, alerts[0].severity, alerts[0].subject.partition("#")[0], tuple(alerts))
        for (kind, _), alerts in grouped.items()
    ]
    return tuple(sorted(found, key=_urgency))


def pressing(found: tuple[Concern, ...], most: int) -> tuple[Concern, ...]:
    """The first `most` that somebody has to act on, one for each goal or KPI."""
    chosen: dict[str, Concern] = {}
    for concern in found:
        if concern.severity != "good" and len(chosen) < most:
            chosen.setdefault(concern.goal, concern)
    return tuple(chosen.values())


def _urgency(concern: Concern) -> tuple[int, int, int, float, str]:
    behind = max(float(dict(alert.facts).get("days_behind") or 0.0) for alert in concern.alerts)
    ended = concern.first.since if concern.kind in _OVER else None
    return (
        SEVERITIES.index(concern.severity),
        _ORDER.index(concern.kind),
        -ended.toordinal() if ended else 0,
        -behind,
        concern.first.subject,
    )
