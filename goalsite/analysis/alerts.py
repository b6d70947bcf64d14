"""What asks for somebody: alerts of goals and KPIs, each with the rule and the numbers behind it."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.figures import Alert, KeyResultFigures, KpiFigures, ObjectiveFigures
from goalsite.analysis.objectives import GoalDesk
from goalsite.core.quantities import at_least
from goalsite.graph.edges import Graph
from goalsite.model.records import Kpi, Objective

SEVERITIES = ("bad", "warn", "good")
"""From what helps most to what is good to know."""


def alerts(
    desk: GoalDesk, objectives: dict[str, ObjectiveFigures], kpis: dict[str, KpiFigures]
) -> tuple[Alert, ...]:
    """All alerts of the day, worst first, then by subject and kind."""
    found = list(kpi_alerts(desk.kpis.kpis, kpis, desk.graph))
    for name, figures in objectives.items():
        goal = desk.goals[name]
        if goal.state in ("active", "closed"):
            found += _goal_alerts(goal, figures)
    return tuple(
        sorted(found, key=lambda alert: (SEVERITIES.index(alert.severity), alert.subject, alert.kind))
    )


def kpi_alerts(kpis: dict[str, Kpi], figures: dict[str, KpiFigures], graph: Graph) -> Iterator[Alert]:
    """The alerts of KPIs; of their points they look at the last two."""
    improved = {edge.target for edge in graph.edges if edge.type == "improves"}
    for name, one in figures.items():
        if one.health in ("no_data", "stale"):
            if kpis[name].frequency not in (None, "irregular"):
                yield Alert("kpi_missing_data", "warn", name, one.date, (("value", one.value),))
            continue
        colors = [point.color for point in one.points]
        before = colors[-2] if len(colors) > 1 else ""
        facts = (("value", one.value), ("target", one.target))
        if one.health == "red":
            twice = before == "red"
            yield Alert("kpi_red_twice" if twice else "kpi_red", "bad", name, one.since, facts)
            if twice and name not in improved:
                yield Alert("kpi_needs_recovery", "bad", name, one.since, facts)
        elif one.health == "amber" and before != "amber":
            yield Alert("kpi_amber", "warn", name, one.since, facts)
        elif one.health == "green" and before in ("red", "amber"):
            yield Alert("kpi_recovered", "good", name, one.since, facts)


def _goal_alerts(goal: Objective, figures: ObjectiveFigures) -> Iterator[Alert]:
    if goal.state == "closed":
        yield from _closed_alerts(goal, figures)
        return
    if figures.status == "unscored":
        yield Alert("goal_unscored", "warn", goal.id, figures.window.end)
        return
    if figures.exposed:
        yield Alert("goal_exposed", "warn", goal.id, None, (("by", ", ".join(figures.exposed_by)),))
    for guard in figures.red_guards:
        yield Alert("goal_guard_broken", "bad", goal.id, None, (("kpi", guard),))
    if is_contradicted(figures):
        yield Alert(
            "goal_contradiction",
            "warn",
            goal.id,
            None,
            (("reported", figures.reported_status), ("computed", figures.status)),
        )
    for one in figures.key_results:
        if one.counted:
            yield from _result_alerts(goal, one)


def is_contradicted(figures: ObjectiveFigures) -> bool:
    """Whether an objective is reported better than the numbers say."""
    good = figures.reported_status in ("on_track", "achieved")
    return good and figures.status in ("off_track", "at_risk", "stale")


def _closed_alerts(goal: Objective, figures: ObjectiveFigures) -> Iterator[Alert]:
    """A committed goal that was missed asks for a retrospective."""
    missed = figures.score is not None and not at_least(figures.score, 1.0)
    given_up = goal.outcome in ("dropped", "replaced")
    if goal.commitment == "committed" and missed and not given_up and goal.retro is None:
        yield Alert("goal_needs_retro", "warn", goal.id, goal.closed, (("score", figures.score),))


_RESULT_ALERTS = {
    "off_track": ("result_off_track", "bad"),
    "stale": ("result_stale", "warn"),
    "at_risk": ("result_at_risk", "warn"),
    "no_data": ("result_no_data", "warn"),
}


def _result_alerts(goal: Objective, one: KeyResultFigures) -> Iterator[Alert]:
    if one.status not in _RESULT_ALERTS:
        return
    kind, severity = _RESULT_ALERTS[one.status]
    last = one.checkins[-1].date if one.checkins else None
    facts = (
        ("pace", one.pace),
        ("days_behind", one.days_behind),
        ("progress", one.progress),
        ("expected", one.expected),
    )
    yield Alert(kind, severity, f"{goal.id}#{one.id}", last, facts)
