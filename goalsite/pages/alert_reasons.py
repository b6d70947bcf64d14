"""Alert -> the rule behind it with the numbers it was judged by, as a sentence."""

from __future__ import annotations

from goalsite.analysis.figures import Alert, KeyResultFigures
from goalsite.model.records import KeyResult, Kpi, Maintain
from goalsite.pages.desk import Desk
from goalsite.pages.links import goal_link, unit_link


def reason(desk: Desk, alert: Alert) -> str:
    """The rule with its numbers; empty where what is the matter has said it all."""
    if alert.kind == "kpi_missing_data":
        return _late_numbers(desk, desk.kpis[alert.subject])
    if alert.kind.startswith("kpi_"):
        return _colour(desk, desk.kpis[alert.subject])
    if alert.kind.startswith("result_"):
        return _result_reason(desk, alert)
    return _goal_reason(desk, alert)


def figured_result(desk: Desk, alert: Alert) -> tuple[KeyResult, KeyResultFigures]:
    """The key result an alert is about, and its figures."""
    goal, _, name = alert.subject.partition("#")
    pairs = zip(desk.objectives[goal].key_results, desk.analysis.objectives[goal].key_results, strict=True)
    return next(pair for pair in pairs if pair[0].id == name)


def _late_numbers(desk: Desk, kpi: Kpi) -> str:
    figures = desk.analysis.kpis[kpi.id]
    if figures.value is None:
        return desk.language.text("There is no value yet.")
    return desk.language.text(
        "Its last point is older than %(times)s times its frequency (%(rhythm)s) and the usual delay.",
        times=desk.language.number(desk.config.pace.stale),
        rhythm=desk.language.word("cadence", kpi.frequency or "").word,
    )


def _colour(desk: Desk, kpi: Kpi) -> str:
    """The value beside the bounds that gave it its colour."""
    figures, text = desk.analysis.kpis[kpi.id], desk.language.text
    in_force = figures.in_force
    if figures.value is None or in_force is None:
        return ""

    def shown(number: float) -> str:
        return desk.language.number(number, kpi.unit)

    if figures.due is not None and figures.total is not None:
        return text("It stands at %(total)s where %(due)s is due by now.", total=shown(figures.total), due=shown(figures.due))
    value = shown(figures.value)
    if in_force.target is None:
        low, high = (("…" if bound is None else shown(bound)) for bound in (in_force.low, in_force.high))
        return text("It is %(value)s; its range is %(low)s to %(high)s.", value=value, low=low, high=high)
    target = shown(in_force.target)
    if in_force.red is None:
        return text("It is %(value)s; the target is %(target)s.", value=value, target=target)
    return text(
        "It is %(value)s; the target is %(target)s, the red line %(red)s.",
        value=value,
        target=target,
        red=shown(in_force.red),
    )


def _result_reason(desk: Desk, alert: Alert) -> str:
    result, figures = figured_result(desk, alert)
    text = desk.language.text
    if alert.kind == "result_no_data":
        start = desk.language.date(figures.window.start)
        return text("Its time began on %(date)s, and nothing has been measured.", date=start)
    if alert.kind == "result_stale":
        if figures.kpi:
            return text("The KPI it reads is out of date: %(kpi)s.", kpi=goal_link(desk, figures.kpi).text)
        rhythm = desk.language.word("cadence", figures.cadence).word
        return text("Checked in %(rhythm)s, it should have been in this period or the one before.", rhythm=rhythm)
    if figures.type == "maintain":
        return _misses(desk, result, figures)
    if figures.type in ("milestones", "binary"):
        return _overdue(desk, figures)
    return _pace(desk, alert, figures)


def _misses(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> str:
    allowed = result.measure.allowed_misses if isinstance(result.measure, Maintain) else 0
    return desk.language.text(
        "Missed in %(misses)s of %(all)s periods so far; %(allowed)s may be missed.",
        misses=figures.misses,
        all=figures.met + figures.misses,
        allowed=allowed,
    )


def _overdue(desk: Desk, figures: KeyResultFigures) -> str:
    """The oldest step that should be done; without one it is what people reported."""
    late = [(due, title) for title, _, due, done in figures.steps if done is None and due < desk.as_of]
    if not late:
        return desk.language.text("This is what was reported with the last check-in.")
    due, title = min(late)
    date = desk.language.date(due)
    if not title:
        return desk.language.text("It was due on %(date)s and is not done.", date=date)
    return desk.language.text("“%(step)s” was due on %(date)s and is not done.", step=title, date=date)


def _pace(desk: Desk, alert: Alert, figures: KeyResultFigures) -> str:
    bounds, language = desk.config.pace, desk.language
    progress = language.percent(figures.progress)
    expected = language.percent(figures.expected_then)
    if figures.pace is None or figures.expected_then < bounds.early:
        return language.text(
            "%(progress)s of the way is done where the plan expected %(expected)s.", progress=progress, expected=expected
        )
    off = alert.kind == "result_off_track"
    return language.text(
        "%(progress)s of the way is done where the plan expected %(expected)s: a pace of %(pace)s,"
        " and under %(bound)s it is %(status)s.",
        progress=progress,
        expected=expected,
        pace=language.number(round(figures.pace, 2)),
        bound=language.number(bounds.at_risk if off else bounds.on_track),
        status=language.word("status", "off_track" if off else "at_risk").word,
    )


def _goal_reason(desk: Desk, alert: Alert) -> str:
    language, figures = desk.language, desk.analysis.objectives[alert.subject]
    if alert.kind == "goal_exposed":
        causes = tuple(_cause(desk, cause) for cause in figures.exposed_by[:3])
        return language.text("It rests on %(causes)s.", causes=language.listed(causes))
    if alert.kind == "goal_guard_broken":
        kpi = str(dict(alert.facts)["kpi"])
        value = _colour(desk, desk.kpis[kpi])
        return language.text("%(kpi)s is red.", kpi=goal_link(desk, kpi).text) + (" " + value if value else "")
    if alert.kind == "goal_contradiction":
        reported, computed = (language.word("status", str(value)).word for _, value in alert.facts)
        return language.text("Reported: %(reported)s; computed: %(computed)s.", reported=reported, computed=computed)
    if alert.kind == "goal_needs_retro" and figures.score is not None:
        score = language.number(round(figures.score, 2))
        return language.text("Its score is %(score)s, and a committed objective is expected at 1.", score=score)
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
