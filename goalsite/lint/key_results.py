"""What a key result measures, and the one thing to say of one that does not measure."""

from __future__ import annotations

import re
from itertools import pairwise

from goalsite.lint.activity import activity
from goalsite.lint.verbs import says_done, task_verb
from goalsite.lint.words import numbers
from goalsite.model.records import Binary, KeyResult, Maintain, Manual, Measure, Metric, Milestones

MANY = 3
"""From so many key results of one goal on, what they have in common is told once, at the first of them."""

Cause = tuple[str, int, int]
"""`activity`, `task`, `vague` or `unmeasured`, and where in the title the word stands that shows it."""

_MEASURES = frozenset(("metric", "maintain", "milestones", "binary", "zones"))
_VAGUE = re.compile(
    r"\b(?:improv(?:e[sd]?|ing|ements?)|better|best|faster|quicker|easier|optimi[sz](?:e[sd]?|ing|ations?)"
    r"|enhanc(?:e[sd]?|ing|ements?)|strengthen(?:ed|s|ing)?|boost(?:ed|s|ing)?|increas(?:e[sd]?|ing)"
    r"|reduc(?:e[sd]?|ing|tion)|grow(?:s|ing)?|rais(?:e[sd]?|ing)|lower(?:ed|s|ing)?|accelerat(?:e[sd]?|ing))\b"
    r"|提升|提高|优化|加强|改善|增强|改进|完善|强化|更好|更快|加快|推进|深化|促进|增加|减少|降低",
    re.IGNORECASE,
)


def cause(result: KeyResult, mode: str | None) -> Cause | None:
    """Why a key result of a unit of that mode cannot tell whether anything changed; the first that holds, so
    that it is told once.

    It counts activity, it is a task, its title is vague, or nothing at all measures it.
    """
    title, measure = result.title, result.measure
    if isinstance(measure, Manual) and not _MEASURES.isdisjoint(result.marks):
        return None  # a measure that could not be read, which was told
    if place := activity(title, measure):
        return "activity", *place
    if isinstance(measure, (Manual, Binary, Milestones)) and (place := _task(title, measure, mode)):
        return "task", *place
    has_number = not isinstance(measure, (Manual, Binary)) or numbers(title) or numbers(result.description)
    if not has_number and (vague := _VAGUE.search(title)):
        return "vague", vague.start(), vague.end()
    if isinstance(measure, Manual) and not _is_judged(result):
        return "unmeasured", 0, len(title)
    return None


def _is_judged(result: KeyResult) -> bool:
    """Whether somebody has judged a key result by hand, or says how it will be judged."""
    return (
        bool(result.description)
        or result.current is not None
        or any(row.value is not None for row in result.checkins)
    )


def _task(title: str, measure: Measure, mode: str | None) -> tuple[int, int] | None:
    """Where a title shows a task: one or no number, and a verb of work before it or a word of done after it.

    A unit that is managed by KPIs has OKRs for its projects, and steps are their measure.
    """
    if numbers(title) > 1 or (mode == "kpi" and not isinstance(measure, Manual)):
        return None
    return task_verb(title) or (says_done(title) if isinstance(measure, Binary) else None)


def contradicts_itself(result: KeyResult) -> bool:
    """Whether its measure has no way to go, or its window none to go it in."""
    measure = result.measure
    if result.start and result.due and result.start > result.due:
        return True
    if isinstance(measure, Maintain):
        return measure.low is not None and measure.high is not None and measure.low > measure.high
    if not isinstance(measure, Metric):
        return False
    if measure.levels is None:
        return measure.target is None or measure.target == measure.baseline
    levels = (measure.levels.commit, measure.levels.target, measure.levels.stretch)
    steps = levels if measure.baseline is None else (measure.baseline, *levels)
    rises = [after > before for before, after in pairwise(steps) if after != before]
    return len(rises) < len(steps) - 1 or len(set(rises)) > 1
