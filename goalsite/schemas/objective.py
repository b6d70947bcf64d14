"""The schema of an objective's front matter."""

from __future__ import annotations

from goalsite.schemas.common import front_matter, goal_id, team
from goalsite.schemas.key_result import cadence, check_in, key_result
from goalsite.schemas.words import (
    Schema,
    choice,
    day,
    either,
    flag,
    handle,
    listed,
    number,
    one_of,
    record,
    ref,
    score,
    some_of,
    text,
)


def objective() -> Schema:
    """The schema of an objective."""
    fields = {
        "id": goal_id(),
        "team": team(),
        "cycle": text("Its cycle; else the nearest folder that is named like one.", "2026-Q4"),
        **_people_and_state(),
        "order": number("Its place on the unit's page.", None),
        "weight": number("Its weight in the unit's mean; 1, if nothing is said."),
        "cadence": cadence(),
        "start": day("Its first day, within the cycle."),
        "due": day("Its last day, within the cycle."),
        **_edges(),
        "initiatives": listed(_initiative(), "The work that is done for it; never counted."),
        **_end(),
        "checkins": listed(
            check_in("What was said on one day.", valued=False), "What was said of it as a whole, day by day."
        ),
        "key_results": listed(key_result(), "How it shows that the objective is reached."),
    }
    return {**front_matter("objective", "An objective with its key results.", fields), **_only_when_closed()}


def _people_and_state() -> dict[str, Schema]:
    return {
        "owner": handle("The one person who answers for it."),
        "contributors": listed(handle("A person."), "Who works on it, too."),
        "commitment": choice(
            "To be reached in full, or a stretch where .7 is a success; aspirational, if nothing is said.",
            "committed",
            "aspirational",
        ),
        "origin": choice("Who proposed it.", "top-down", "bottom-up", "negotiated"),
        "status": choice(
            "Where it is in its life; active, if nothing is said.",
            "draft",
            "proposed",
            "active",
            "paused",
            "closed",
        ),
        "closed": day("The day it was closed; later values do not count."),
        "outcome": choice(
            "How it ended, when closed.", "achieved", "partly", "missed", "dropped", "replaced"
        ),
        "replaced_by": ref("The objective that took its place."),
    }


def _edges() -> dict[str, Schema]:
    contribution = record(
        "That it counts in another objective's progress.",
        {
            "to": ref("The objective in whose progress it counts."),
            "weight": number("Its weight there; 1, if nothing is said."),
        },
        "to",
    )
    dependency = {
        **record(
            "What is needed of a goal or a unit.",
            {
                "goal": ref("The goal that is waited for."),
                "team": ref("The unit that is asked."),
                "confirmed": flag("The answer; open, if nothing is said."),
                "ask": text("What is asked for."),
                "size": text("How much that is."),
                "note": text("More about it."),
            },
        ),
        **some_of("goal", "team"),
        **one_of("goal", "team"),
    }
    objective = ref("The id of an objective.")
    kpi = ref("The id of a KPI.")
    return {
        "supports": listed(
            ref("The id of a goal or KPI, or goal#kr for one key result.", "win-trust"),
            "Why it exists: what it serves. Changes no number.",
        ),
        "contributes": listed(either(objective, contribution), "In which objectives' progress it counts."),
        "improves": listed(kpi, "The KPIs it is to move."),
        "guards": listed(kpi, "The KPIs that must not break meanwhile."),
        "depends_on": listed(either(ref("A goal."), dependency), "What it needs of others."),
        "same_as": listed(ref("The id of a goal."), "The same result, deliberately shared."),
        "continues": listed(objective, "What it carries over from an earlier cycle."),
    }


def _initiative() -> Schema:
    fields = {
        "title": text("What is done."),
        "owner": handle("Who does it."),
        "due": day("By when."),
        "done": day("When it was done."),
        "link": text("Where it is followed: http, https, mailto or a relative path."),
    }
    return record("A piece of work.", fields, "title")


def _end() -> dict[str, Schema]:
    review = record(
        "What somebody else thinks of it.",
        {
            "date": day("Its day."),
            "by": handle("Who says so."),
            "score": score("The score they would give, 0 to 1."),
            "text": text("What they say."),
        },
        "date",
    )
    retro = {
        "root_cause": text("Why it came out as it did."),
        "decision": choice("What becomes of it.", "keep", "modify", "abandon"),
        "learned": text("What to do otherwise next time."),
    }
    return {
        "score": score("Its score, when closed; else the mean of the key results' scores."),
        "retro": record("What the end taught.", retro),
        "reviews": listed(review, "Scores and comments of others on the way; never counted."),
    }


def _only_when_closed() -> Schema:
    """That only a closed goal says how it ended."""
    wanted = "only a closed goal has it: write status: closed, or take it away"
    nothing = {"type": "null", "errorMessage": wanted}
    return {
        "if": {"required": ["status"], "properties": {"status": {"const": "closed"}}},
        "else": {"properties": dict.fromkeys(("closed", "outcome", "score"), nothing)},
    }
