"""What came of an objective and what it taught."""

from __future__ import annotations

from goalsite.analysis.figures import ObjectiveFigures
from goalsite.core.quantities import at_least
from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Fact, Figure, Html
from goalsite.pages.say import badge, score
from goalsite.pages.sections import Retrospective

_AS_INTENDED = 0.6
"""From this score on an aspirational objective went as intended."""


def retrospective(
    desk: Desk, goal: Objective, figures: ObjectiveFigures, text: Html | None
) -> Retrospective | None:
    """Outcome, score and lesson; None where the goal is open and nothing was written yet."""
    if goal.state != "closed" and goal.retro is None and text is None:
        return None
    return Retrospective(
        outcome=badge(desk, "outcome", goal.outcome) if goal.outcome else None,
        score=score(desk, figures.score) if goal.state == "closed" else None,
        verdict=_verdict(desk, goal, figures),
        facts=retro_facts(desk, goal),
        text=text,
    )


def retro_facts(desk: Desk, goal: Objective) -> tuple[Fact, ...]:
    """Root cause, decision and lesson, as far as they are written."""
    if goal.retro is None:
        return ()
    text, retro = desk.language.text, goal.retro
    decision = desk.language.word("decision", retro.decision).word if retro.decision else ""
    said = (
        (text("Root cause"), retro.root_cause),
        (text("Decision"), decision),
        (text("Learnt"), retro.learned),
    )
    return tuple(Fact(label, Figure(what)) for label, what in said if what)


def _verdict(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> str:
    """How the score reads for this kind of commitment."""
    if goal.state != "closed" or figures.score is None or goal.outcome in ("dropped", "replaced"):
        return ""
    text = desk.language.text
    if goal.commitment == "committed":
        if at_least(figures.score, 1.0):
            return text("Committed, and kept.")
        return text("A committed objective is expected at 1.0; what kept it from there matters most.")
    if at_least(figures.score, _AS_INTENDED):
        return text("An aspirational objective is as intended from 0.6 on.")
    return text("An aspirational objective is as intended from 0.6 on; this one is below.")
