"""What every kind of alert says: what is the matter, what usually helps, and which word it is marked with."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.language.messages import message


class AlertWords(NamedTuple):
    """One kind of alert: its badge (family and key), the glossary entry of its rule, its sentences.

    `several` says what is the matter with more than one key result of a goal.
    """

    family: str
    key: str
    term: str
    what: str
    helps: str
    several: str = ""


WORDS = {
    "kpi_missing_data": AlertWords(
        "health",
        "stale",
        "health",
        message("Its numbers are late."),
        message("Ask where they come from what holds them up, or say that nobody collects them any more."),
    ),
    "kpi_without_data": AlertWords(
        "health",
        "no_data",
        "health",
        message("It has never had a value."),
        message("Put a first number beside it, or say who could: a KPI without numbers guards nothing."),
    ),
    "kpi_red": AlertWords(
        "health",
        "red",
        "health",
        message("It is past its red line."),
        message("Look for the cause before the next point comes: once may be chance, twice is not."),
    ),
    "kpi_red_twice": AlertWords(
        "health",
        "red",
        "health",
        message("It is past its red line for the second time in a row; an objective is to improve it."),
        message("See whether that objective moves it; if not, change what is done there."),
    ),
    "kpi_needs_recovery": AlertWords(
        "health",
        "red",
        "improves",
        message("It is past its red line for the second time in a row, and no objective is to improve it."),
        message("Write an objective that names it under improves: and say who answers for it."),
    ),
    "kpi_amber": AlertWords(
        "health",
        "amber",
        "health",
        message("It has slipped past its target."),
        message("Watch the next point, and agree now on what happens if it turns red."),
    ),
    "kpi_recovered": AlertWords(
        "health",
        "green",
        "health",
        message("It is back on the good side of its target."),
        message("Write down what helped while everybody remembers."),
    ),
    "goal_unscored": AlertWords(
        "status",
        "unscored",
        "score",
        message("Its time is over, and it is neither closed nor scored."),
        message("Score its key results, say what was learnt, and close it."),
    ),
    "goal_exposed": AlertWords(
        "status",
        "exposed",
        "exposed",
        message("What it rests on is not safe."),
        message("Talk to those it waits for: agree on a date, on less, or on another way."),
    ),
    "goal_guard_broken": AlertWords(
        "status",
        "at_risk",
        "guards",
        message("A KPI that it must not break is red."),
        message("Put the floor right first: slow down or change what breaks it."),
    ),
    "goal_contradiction": AlertWords(
        "status",
        "at_risk",
        "status",
        message("What is reported is better than what the numbers say."),
        message("Ask what the numbers miss; then correct the report, the plan or the measure."),
    ),
    "goal_needs_retro": AlertWords(
        "status",
        "unscored",
        "retrospective",
        message("It was committed and missed, and nobody has written down why."),
        message("Write a short retrospective: the root cause, and whether to keep, modify or abandon it."),
    ),
    "result_off_track": AlertWords(
        "status",
        "off_track",
        "pace",
        message("A key result is far behind its plan."),
        message(
            "Decide now while something can still be done: change the approach, get help, or stop on purpose."
        ),
    ),
    "result_at_risk": AlertWords(
        "status",
        "at_risk",
        "pace",
        message("A key result is falling behind its plan."),
        message("Find the one thing that holds it up, and say with the next check-in what is done about it."),
    ),
    "result_stale": AlertWords(
        "status",
        "stale",
        "stale",
        message("A key result has had no check-in for more than a period."),
        message("Check in even if nothing has moved; a number that did not move is news, too."),
        message("%(n)s key results have had no check-in for more than a period."),
    ),
    "result_no_data": AlertWords(
        "status",
        "no_data",
        "check-in",
        message("A key result has no value yet."),
        message("Check in a first value. If nobody can measure it, choose a measure that somebody can."),
        message("%(n)s key results have no value yet."),
    ),
}
