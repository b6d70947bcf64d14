"""Alert -> the rule behind it with the numbers it was judged by, as a sentence."""

from __future__ import annotations

from goalsite.analysis.figures import Alert, KeyResultFigures
from goalsite.model.records import KeyResult
from goalsite.pages.desk import Desk
from goalsite.pages.reasons import exposure_reason, health_reason, result_reason
from goalsite.pages.say import score


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
        return exposure_reason(desk, figures)
    if alert.kind == "goal_guard_broken":
        kpi = desk.kpis[str(dict(alert.facts)["kpi"])]
        return f"{kpi.title}{language.text(': ')}{health_reason(desk, kpi, desk.analysis.kpis[kpi.id])}"
    if alert.kind == "goal_contradiction":
        reported, computed = (language.word("status", str(value)).word for _, value in alert.facts)
        return language.text(
            "Reported: %(reported)s; computed: %(computed)s.", reported=reported, computed=computed
        )
    if alert.kind == "goal_needs_retro" and (told := score(desk, figures.score)):
        return language.text(
            "Its score is %(score)s, and a committed objective is expected at 1.", score=told.text
        )
    return ""
