"""Figures -> why a status, health or exposure holds: the rule with its numbers, as a sentence."""

from __future__ import annotations

from goalsite.analysis.figures import KeyResultFigures, KpiFigures, ObjectiveFigures
from goalsite.model.records import KeyResult, Kpi, Maintain
from goalsite.pages.desk import Desk
from goalsite.pages.lengths import rhythm
from goalsite.pages.links import goal_link, unit_link
from goalsite.pages.say import about, amount, and_more
from goalsite.pages.sentences import SAFE
from goalsite.pages.weakest import red_guards, weak_contributions

_MOST_CAUSES = 5
"""How many causes of exposure are told by name."""


def status_reason(desk: Desk, figures: ObjectiveFigures) -> str:
    """Why an objective has its status."""
    language = desk.language
    if figures.status == "planned":
        return language.text("It begins on %(date)s.", date=language.date(figures.window.start))
    if figures.status == "unscored":
        return language.text(
            "It ended on %(date)s and is not closed yet.", date=language.date(figures.window.end)
        )
    if broken := red_guards(desk, figures):
        return language.text("A KPI that must not break is red: %(kpis)s.", kpis=broken)
    if contributing := weak_contributions(desk, desk.objectives[figures.id], figures):
        return language.text(
            "It has the worst status of what contributes to it: %(goals)s.", goals=contributing
        )
    counted = counts(desk, figures)
    if not counted:
        return ""
    return language.text("It has the worst status of what it counts: %(counts)s.", counts=counted)


def counts(desk: Desk, figures: ObjectiveFigures) -> str:
    """How many of an objective's counted key results are safe; empty where it has none."""
    total = sum(number for _, number in figures.counts)
    safe = sum(number for status, number in figures.counts if status in SAFE)
    if not total:
        return ""
    return desk.language.plural(
        "%(safe)s of %(n)s key result on track", "%(safe)s of %(n)s key results on track", total, safe=safe
    )


def exposure_reason(desk: Desk, figures: ObjectiveFigures) -> str:
    """By what an objective is exposed, by name."""
    causes = tuple(_cause(desk, figures.id, cause) for cause in figures.exposed_by[:_MOST_CAUSES])
    told = and_more(desk, causes, len(figures.exposed_by) - _MOST_CAUSES)
    return desk.language.text("Exposed by %(causes)s.", causes=desk.language.listed(told))


def _cause(desk: Desk, exposed: str, cause: str) -> str:
    """What a goal depends on, and what is the matter with it."""
    language = desk.language
    kind, _, unit = cause.partition(":")
    if kind == "team":
        return language.text("%(unit)s (%(answer)s)", unit=unit_link(desk, unit).text, answer=_refused(desk))
    refused = any(
        edge.target == cause and edge.confirmed is False for edge in desk.edges_from.get(exposed, ())
    )
    goal, figures = desk.objectives.get(cause), desk.analysis.objectives.get(cause)
    if refused or goal is None or figures is None:
        word = _refused(desk)
    elif goal.outcome:
        word = language.word("outcome", goal.outcome).word
    else:
        bad = figures.status in ("off_track", "stale") or not figures.exposed
        word = language.word("status", figures.status if bad else "exposed").word
    return language.text("“%(goal)s” (%(status)s)", goal=goal_link(desk, cause).text, status=word)


def _refused(desk: Desk) -> str:
    return desk.language.word("confirmed", "no").word


def result_reason(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> str:
    """Why a key result has its status; empty where the status says it all."""
    language, status = desk.language, figures.status
    if status == "planned" and desk.as_of < figures.window.start:
        return language.text("It begins on %(date)s.", date=language.date(figures.window.start))
    if status == "no_data":
        start = language.date(figures.window.start)
        return language.text("Its time began on %(date)s, and nothing has been measured.", date=start)
    if status == "stale":
        if figures.kpi:
            return language.text(
                "The KPI it reads is out of date: %(kpi)s.", kpi=goal_link(desk, figures.kpi).text
            )
        return language.text(
            "Checked in %(rhythm)s, it should have been in this period or the one before.",
            rhythm=rhythm(desk, figures.cadence),
        )
    if status not in ("on_track", "at_risk", "off_track"):
        return ""
    if isinstance(result.measure, Maintain):
        return _misses(desk, result.measure, figures)
    if figures.type in ("milestones", "binary"):
        return _overdue(desk, figures)
    return _pace(desk, figures)


def _misses(desk: Desk, measure: Maintain, figures: KeyResultFigures) -> str:
    return desk.language.text(
        "Missed in %(misses)s of %(all)s periods so far; %(allowed)s may be missed.",
        misses=figures.misses,
        all=figures.met + figures.misses,
        allowed=measure.allowed_misses,
    )


def _overdue(desk: Desk, figures: KeyResultFigures) -> str:
    """The oldest step that should be done."""
    late = [(due, title) for title, _, due, done in figures.steps if done is None and due < desk.as_of]
    if not late or figures.status == "on_track":
        if figures.type == "binary":
            return desk.language.text("This is what was reported with the last check-in.")
        return desk.language.text("Nothing is overdue.")
    due, title = min(late)
    date = desk.language.date(due)
    if not title:
        return desk.language.text("It was due on %(date)s and is not done.", date=date)
    return desk.language.text("“%(step)s” was due on %(date)s and is not done.", step=title, date=date)


def _pace(desk: Desk, figures: KeyResultFigures) -> str:
    language = desk.language
    progress, plan = language.percent(figures.progress), language.percent(figures.expected_then)
    if figures.pace is None or figures.expected_then < desk.config.pace.early:
        return language.text(
            "%(progress)s of the way is done where the plan expected %(expected)s.",
            progress=progress,
            expected=plan,
        )
    return language.text(
        "%(progress)s of the way is done where the plan expected %(expected)s: a pace of %(pace)s.",
        progress=progress,
        expected=plan,
        pace=language.number(round(figures.pace, 2)),
    )


def health_reason(desk: Desk, kpi: Kpi, figures: KpiFigures) -> str:
    """Why a KPI has its colour: its value beside the bounds that were in force."""
    text = desk.language.text
    if figures.health == "no_data":
        return text("There is no value yet.")
    if figures.health == "stale":
        return _late(desk, kpi)
    target = figures.in_force
    if target is None or figures.value is None:
        return text("There is nothing to hold it against.")

    def shown(number: float) -> str:
        return amount(desk, number, kpi.unit)

    if figures.due is not None and figures.total is not None:
        return text(
            "It stands at %(total)s where %(due)s is due by now.",
            total=shown(figures.total),
            due=about(desk, figures.due, kpi.unit),
        )
    if target.target is None:
        low, high = (("…" if bound is None else shown(bound)) for bound in (target.low, target.high))
        value = shown(figures.value)
        return text("It is %(value)s; its range is %(low)s to %(high)s.", value=value, low=low, high=high)
    value, goal = shown(figures.value), shown(target.target)
    if target.red is None:
        return text("It is %(value)s; the target is %(target)s.", value=value, target=goal)
    return text(
        "It is %(value)s; the target is %(target)s, the red line %(red)s.",
        value=value,
        target=goal,
        red=shown(target.red),
    )


def _late(desk: Desk, kpi: Kpi) -> str:
    return desk.language.text(
        "Its last point is older than %(times)s times its frequency (%(rhythm)s) and the usual delay.",
        times=desk.language.number(desk.config.pace.stale),
        rhythm=rhythm(desk, kpi.frequency),
    )
