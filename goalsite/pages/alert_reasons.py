"""Alert -> the rule behind it with the numbers it was judged by, as a sentence."""

from __future__ import annotations

from goalsite.analysis.figures import Alert, KeyResultFigures
from goalsite.model.records import KeyResult
from goalsite.pages.desk import Desk
from goalsite.pages.links import goal_link, unit_link
from goalsite.pages.reasons import health_reason, result_reason

_MOST_CAUSES = 3


def reason(desk: Desk, alert: Alert) -> str:
    """The rule with its numbers; empty where what is the matter has said it all."""
    if alert.kind.startswith("kpi_"):
        return health_reason(desk, desk.kpis[alert.subject], desk.analysis.kpis[alert.subject])
    if alert.kind.startswith("result_"):
        return result_reason(desk, *figured_result(desk, alert))
    return _goal_reason(desk, alert)


def figured_result(desk: Desk, alert: Alert) -> tuple[KeyResult, KeyResultFigures]:
    """The key result an alert is about, and its figures."""
    goal, _, name = alert.subject.partition("#")
    pairs = zip(desk.objectives[goal].key_results, desk.analysis.objectives[goal].key_results, strict=True)
    return next(pair for pair in pairs if pair[0].id == name)


def _goal_reason(desk: Desk, alert: Alert) -> str:
    language, figures = desk.language, desk.analysis.objectives[alert.subject]
    if alert.kind == "goal_exposed":
        causes = tuple(_cause(desk, cause) for cause in figures.exposed_by[:_MOST_CAUSES])
        return language.text("It rests on %(causes)s.", causes=language.listed(causes))
    if alert.kind == "goal_guard_broken":
        kpi = desk.kpis[str(dict(alert.facts)["kpi"])]
        return f"{kpi.title}{language.text(': ')}{health_reason(desk, kpi, desk.analysis.kpis[kpi.id])}"
    if alert.kind == "goal_contradiction":
        reported, computed = (language.word("status", str(value)).word for _, value in alert.facts)
        return language.text(
            "Reported: %(reported)s; computed: %(computed)s.", reported=reported, computed=computed
        )
    if alert.kind == "goal_needs_retro" and figures.score is not None:
        score = language.number(round(figures.score, 2))
        return language.text(
            "Its score is %(score)s, and a committed objective is expected at 1.", score=score
        )
    return ""


def _cause(desk: Desk, cause: str) -> str:
    """What a goal is exposed to: a unit that refused, or a goal with its status."""
    if cause.startswith("team:"):
        unit = unit_link(desk, cause.removeprefix("team:")).text
        return desk.language.text("%(unit)s, which has refused", unit=unit)
    title = goal_link(desk, cause).text
    figures = desk.analysis.objectives.get(cause)
    if figures is None:
        return title
    handed_on = figures.exposed and figures.status not in ("off_track", "stale")
    status = desk.language.word("status", "exposed" if handed_on else figures.status).word
    return desk.language.text("%(goal)s (%(status)s)", goal=title, status=status)
