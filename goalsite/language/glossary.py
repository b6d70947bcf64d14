"""Every term and figure the site uses, in alphabetical order of the English, each explained once.

The ids are the anchors of the glossary page, which columns and figures link to.
"""

from __future__ import annotations

from typing import NamedTuple

from goalsite.language.messages import message


class Term(NamedTuple):
    """A term: what it is called, what it means, and its formula in words where it is a number."""

    id: str
    term: str
    text: str
    formula: str = ""


TERMS = (
    Term(
        "alignment",
        message("alignment"),
        message("What a goal says about others: which ones it serves, moves, guards or waits for."),
        message("share of a unit's objectives that support, contribute to or improve something"),
    ),
    Term(
        "aspirational",
        message("aspirational"),
        message("An objective aimed beyond what is certain. A score of .6 to .7 is as intended."),
    ),
    Term(
        "attainment",
        message("attainment"),
        message("How much of its target a KPI reaches."),
        message("value ÷ target; where lower is better, target ÷ value"),
    ),
    Term("baseline", message("baseline"), message("The value a key result starts from.")),
    Term(
        "bottom-up",
        message("bottom-up"),
        message("Proposed by the people who do it, not by the unit above."),
        message("objectives proposed bottom-up ÷ objectives that say who proposed them"),
    ),
    Term(
        "cascade",
        message("cascade"),
        message(
            "A KPI as a whole of which other KPIs are parts; the parts' targets are held against its own."
        ),
    ),
    Term("ceiling", message("ceiling"), message("What a unit wants to raise in a cycle: its objectives.")),
    Term(
        "check-in",
        message("check-in"),
        message("What was said about a key result on a day: a value, a confidence, a note."),
    ),
    Term(
        "committed",
        message("committed"),
        message("An objective others rely on. It is expected at 1.0, and a miss asks for a retrospective."),
    ),
    Term(
        "confidence",
        message("confidence"),
        message("How likely people think it is that the target will be reached, from 0 to 1."),
        message("an objective's own latest, else the weighted mean of its key results' latest"),
    ),
    Term(
        "contributes",
        message("contributes"),
        message("An alignment that counts: its progress is part of the other goal's."),
    ),
    Term(
        "cycle", message("cycle"), message("A period in which goals are set and judged, such as a quarter.")
    ),
    Term(
        "days-behind",
        message("days behind"),
        message("How long ago the plan expected today's progress, or how long until it does."),
        message("day of the value − day on which the plan expects its progress"),
    ),
    Term(
        "depends-on",
        message("depends on"),
        message("What a goal needs from another one or from a unit; it may be agreed, open or refused."),
    ),
    Term(
        "expected",
        message("expected"),
        message(
            "The progress the plan expects by today. An aspirational plan ends at .7, a committed one at 1."
        ),
        message("end of the plan × elapsed share of the time, unless the file has a plan of its own"),
    ),
    Term(
        "exposed",
        message("exposed"),
        message(
            "Something the goal depends on is off track, stale, refused or closed without being reached."
        ),
    ),
    Term("floor", message("floor"), message("What must hold in a unit whatever else it does: its KPIs.")),
    Term(
        "guards",
        message("guards"),
        message(
            "A KPI that must not break while the objective is pursued. A red one puts the objective at risk."
        ),
    ),
    Term(
        "health",
        message("health"),
        message("A KPI's last point held against the target of its date. Grey without data or target."),
        message("green up to the target, amber up to the red line, red beyond it"),
    ),
    Term(
        "improves", message("improves"), message("The KPI an objective is to move: where OKRs and KPIs meet.")
    ),
    Term(
        "initiative",
        message("initiative"),
        message("Work done for an objective. It is shown, never counted."),
    ),
    Term(
        "key-result",
        message("key result"),
        message("How everybody will see that an objective is reached: a measure from where to where."),
    ),
    Term(
        "kpi",
        message("KPI"),
        message("A figure that is watched all the time, with a definition, an owner and dated targets."),
    ),
    Term(
        "leading",
        message("leading indicator"),
        message("A KPI that moves before the result it announces."),
    ),
    Term(
        "net-status",
        message("net status"),
        message("Whether more key results are safe than in trouble, from −100%% to 100%%."),
        message("(on track + achieved − off track) ÷ all that have begun"),
    ),
    Term(
        "north-star",
        message("north star"),
        message("The one KPI that stands for the value customers get."),
    ),
    Term("objective", message("objective"), message("What a unit wants to be true by the end of a cycle.")),
    Term(
        "outcome",
        message("outcome"),
        message("What came of a closed objective: achieved, partly, missed, dropped or replaced."),
    ),
    Term(
        "owner",
        message("owner"),
        message("The one person who answers for a goal; contributors help with it."),
    ),
    Term(
        "pace",
        message("pace"),
        message("Progress against the plan of the value's own day. 1 is as planned, under .7 is off track."),
        message("progress ÷ expected"),
    ),
    Term(
        "period-on-period",
        message("period on period"),
        message("The change against the point before."),
        message("(value − value before) ÷ value before"),
    ),
    Term(
        "progress",
        message("progress"),
        message("How much of the way is done, from 0%% to 100%%. An objective's is a weighted mean."),
        message("(value − baseline) ÷ (target − baseline)"),
    ),
    Term(
        "retrospective",
        message("retrospective"),
        message("What was learnt from a closed goal, and whether to keep, modify or abandon it."),
    ),
    Term(
        "rhythm",
        message("rhythm"),
        message("Whether check-ins come when they are due."),
        message("periods with a check-in ÷ periods in which one was due"),
    ),
    Term(
        "score",
        message("score"),
        message("A judgement at closing, from 0.0 to 1.0. It is for learning, not for pay or ranking."),
        message("suggested: progress rounded to one decimal; a person's number wins"),
    ),
    Term(
        "same-as",
        message("shared result"),
        message("Two goals of different units that deliberately mean one result."),
    ),
    Term(
        "stale",
        message("stale"),
        message("A value was checked in before, but none in this period or the one before it."),
    ),
    Term(
        "status",
        message("status"),
        message(
            "Computed from pace; an objective has the worst of its key results. Reports stand beside it."
        ),
    ),
    Term(
        "supports",
        message("supports"),
        message("Why a goal exists: the goal or KPI it serves. It never changes a number."),
    ),
    Term("target", message("target"), message("The value a key result or KPI is to reach or hold.")),
    Term(
        "unit",
        message("unit"),
        message("A team or department; units nest, and the company is the root unit."),
    ),
    Term(
        "weight",
        message("weight"),
        message("A key result's share in its objective. 0 is shown and judged, but moves no number."),
    ),
    Term(
        "year-on-year",
        message("year on year"),
        message("The change against the same time a year before."),
        message("(value − value a year before) ÷ value a year before"),
    ),
)
