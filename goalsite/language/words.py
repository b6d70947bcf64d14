"""How every key of the model is said: one word per thing, and what it means in a sentence."""

from __future__ import annotations

from goalsite.language.messages import Word, message

_STATUS = {
    "on_track": Word(message("on track"), message("Progress keeps up with what the plan expects by now.")),
    "at_risk": Word(
        message("at risk"),
        message("Progress lags behind the plan, or what it rests on is in danger."),
    ),
    "off_track": Word(
        message("off track"), message("Progress is far behind the plan; something has to change to reach it.")
    ),
    "stale": Word(message("stale"), message("Nobody has checked in for more than a whole period.")),
    "no_data": Word(message("no data"), message("There is no value yet.")),
    "planned": Word(message("planned"), message("Its time has not begun.")),
    "achieved": Word(message("achieved"), message("The target is reached.")),
    "unscored": Word(message("unscored"), message("Its time is over, and it is not yet closed and scored.")),
    "dropped": Word(message("dropped"), message("Given up on purpose; it has left the count.")),
    "replaced": Word(message("replaced"), message("Another one has taken its place; it has left the count.")),
    "exposed": Word(message("exposed"), message("Something it depends on is not safe.")),
}

_STATE = {
    "draft": Word(message("draft"), message("Being written; not judged yet.")),
    "proposed": Word(message("proposed"), message("Written, and waiting to be agreed.")),
    "active": Word(message("active"), message("Being worked on.")),
    "paused": Word(message("paused"), message("Set aside for now; it raises no alerts.")),
    "closed": Word(message("closed"), message("Finished; its figures no longer change.")),
}

_OUTCOME = {
    "achieved": Word(message("achieved"), message("The target is reached.")),
    "partly": Word(message("partly"), message("A part of it is reached.")),
    "missed": Word(message("missed"), message("Not reached; the retrospective says what was learnt.")),
    "dropped": _STATUS["dropped"],
    "replaced": _STATUS["replaced"],
}

_HEALTH = {
    "green": Word(message("green"), message("On the good side of its target.")),
    "amber": Word(message("amber"), message("Past its target, but not past its red line.")),
    "red": Word(message("red"), message("Past its red line.")),
    "stale": Word(message("out of date"), message("Its last point is older than it should be.")),
    "no_data": Word(message("no data"), message("There is no value yet.")),
    "no_target": Word(message("no target"), message("There is nothing to hold it against.")),
}

_MODE = {
    "okr": Word(message("OKRs"), message("This unit works with OKRs: few goals, set anew each cycle.")),
    "kpi": Word(
        message("KPIs"), message("This unit works with KPIs: figures that must hold, month after month.")
    ),
    "hybrid": Word(
        message("KPIs and OKRs"),
        message("This unit holds the floor with KPIs and raises the ceiling with OKRs."),
    ),
}

_PORTFOLIO = {
    "too_safe": Word(message("too safe"), message("Nearly everything was reached: aim higher.")),
    "healthy": Word(message("healthy"), message("Ambitious goals, largely reached: as intended.")),
    "partial": Word(message("partial"), message("About half was reached: look for what held it back.")),
    "beyond_capacity": Word(
        message("beyond capacity"), message("Most was out of reach: choose fewer goals or nearer ones.")
    ),
}

WORDS: dict[str, dict[str, Word]] = {
    "status": _STATUS,
    "state": _STATE,
    "outcome": _OUTCOME,
    "health": _HEALTH,
    "mode": _MODE,
    "portfolio": _PORTFOLIO,
    "commitment": {
        "committed": Word(message("committed"), message("Expected at 1.0; a miss asks for a retrospective.")),
        "aspirational": Word(message("aspirational"), message("A stretch: .6 to .7 is as intended.")),
    },
    "origin": {
        "top-down": Word(message("top-down"), message("Proposed by the unit above.")),
        "bottom-up": Word(message("bottom-up"), message("Proposed by the people who do it.")),
        "negotiated": Word(message("negotiated"), message("Worked out between the unit and the one above.")),
    },
    "milestone": {
        "done": Word(message("done")),
        "due": Word(message("to come")),
        "overdue": Word(message("overdue")),
    },
    "confirmed": {
        "yes": Word(message("agreed"), message("The other side has said yes.")),
        "no": Word(message("refused"), message("The other side has said no.")),
        "open": Word(message("open"), message("The other side has not answered yet.")),
    },
    "direction": {
        "higher": Word(message("higher is better")),
        "lower": Word(message("lower is better")),
        "range": Word(message("within a range")),
    },
    "aggregate": {
        "sum": Word(message("sum")),
        "mean": Word(message("mean")),
        "last": Word(message("last value")),
        "min": Word(message("smallest value")),
        "max": Word(message("largest value")),
        "weighted": Word(message("weighted mean")),
    },
    "cadence": {
        "day": Word(message("every day")),
        "week": Word(message("every week")),
        "xun": Word(message("every ten days")),
        "month": Word(message("every month")),
        "quarter": Word(message("every quarter")),
        "year": Word(message("every year")),
        "end": Word(message("once, at the end")),
        "irregular": Word(message("now and then")),
    },
    "tier": {
        "input": Word(message("input")),
        "output": Word(message("output")),
        "outcome": Word(message("outcome")),
        "impact": Word(message("impact")),
    },
    "perspective": {
        "financial": Word(message("financial")),
        "customer": Word(message("customer")),
        "process": Word(message("process")),
        "growth": Word(message("learning and growth")),
    },
    "layer": {
        "front": Word(message("front office")),
        "middle": Word(message("middle office")),
        "back": Word(message("back office")),
    },
    "level": {
        "commit": Word(message("commit"), message("The level that is promised; it scores .3.")),
        "target": Word(message("target"), message("The level that is aimed at; it scores .7.")),
        "stretch": Word(message("stretch"), message("The level that would surprise; it scores 1.0.")),
    },
    "role": {
        "owner": Word(message("owner")),
        "contributor": Word(message("contributor")),
        "lead": Word(message("lead")),
        "member": Word(message("member")),
    },
    "decision": {
        "keep": Word(message("keep")),
        "modify": Word(message("modify")),
        "abandon": Word(message("abandon")),
    },
    "trend": {
        "up": Word(message("rising")),
        "down": Word(message("falling")),
        "flat": Word(message("steady")),
    },
    "effect": {
        "better": Word(message("getting better")),
        "worse": Word(message("getting worse")),
        "same": Word(message("unchanged")),
    },
}

# Seen from the goal that writes the edge, and from the one it names.
EDGES: dict[str, tuple[str, str]] = {
    "supports": (message("supports {goal}"), message("is supported by {goal}")),
    "contributes": (message("counts towards {goal}"), message("counts the progress of {goal}")),
    "improves": (message("is to improve {goal}"), message("is to be improved by {goal}")),
    "guards": (message("must not break {goal}"), message("is guarded by {goal}")),
    "depends_on": (message("depends on {goal}"), message("is awaited by {goal}")),
    "same_as": (message("is the same result as {goal}"), message("is the same result as {goal}")),
    "continues": (message("continues {goal}"), message("goes on as {goal}")),
    "replaced_by": (message("is replaced by {goal}"), message("replaces {goal}")),
    "cascades_from": (message("is a part of {goal}"), message("consists in part of {goal}")),
}
