"""An objective as a line of a list."""

from __future__ import annotations

from functools import partial

from goalsite.analysis.figures import ObjectiveFigures
from goalsite.model.records import Objective
from goalsite.pages.courses import goal_course
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import spark
from goalsite.pages.elements import Badge
from goalsite.pages.filters import objective_keys
from goalsite.pages.links import cycle_link, goal_link, person_link, unit_link
from goalsite.pages.reasons import counts, exposure_reason, status_reason
from goalsite.pages.rows import ObjectiveRow
from goalsite.pages.say import badge, bar, behind, confidence, progress, score


def objective_row(desk: Desk, goal: Objective) -> ObjectiveRow:
    """An objective's story in one line: the same in every list, and so made for the first of them."""
    return desk.piece("objective row", goal.id, partial(_row, desk, goal))


def _row(desk: Desk, goal: Objective) -> ObjectiveRow:
    figures = desk.analysis.objectives[goal.id]
    status = badge(desk, "status", figures.status, status_reason(desk, figures))
    return ObjectiveRow(
        link=goal_link(desk, goal.id),
        status=status,
        owner=person_link(desk, goal.owner) if goal.owner else None,
        unit=unit_link(desk, goal.team),
        cycle=cycle_link(desk, goal.cycle),
        state=state_badge(desk, goal),
        reported=reported_badge(desk, figures),
        exposed=exposed_badge(desk, figures),
        commitment=desk.language.word("commitment", goal.commitment).word,
        bar=bar(desk, figures.progress, figures.expected, figures.status),
        progress=progress(desk, figures.progress),
        confidence=confidence(desk, figures.confidence),
        behind=behind(desk, figures.days_behind),
        score=score(desk, figures.score),
        counts=counts(desk, figures),
        spark=spark(desk, goal_course(goal, figures), figures.status, share=True),
        keys=objective_keys(desk, goal, status),
    )


def state_badge(desk: Desk, goal: Objective) -> Badge | None:
    """What the file says of it where that is worth saying: its outcome, or a state other than active."""
    if goal.outcome:
        return badge(desk, "outcome", goal.outcome)
    return badge(desk, "state", goal.state) if goal.state != "active" else None


def reported_badge(desk: Desk, figures: ObjectiveFigures) -> Badge | None:
    """What people reported, where it differs from what is computed."""
    reported = figures.reported_status
    if not reported or reported == figures.status:
        return None
    return badge(desk, "status", reported, desk.language.text("Reported with the latest check-ins."))


def exposed_badge(desk: Desk, figures: ObjectiveFigures) -> Badge | None:
    """That something it depends on is not safe, and what."""
    return badge(desk, "status", "exposed", exposure_reason(desk, figures)) if figures.exposed else None
