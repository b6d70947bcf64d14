"""An objective's or KPI's standing in a word or two, as a badge for a README."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from goalsite.drawing.badge import badge
from goalsite.drawing.svg import Tone
from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import TONES
from goalsite.pages.kpi_rows import kpi_value
from goalsite.pages.paths import page_path
from goalsite.pages.say import progress
from goalsite.pages.standing import standing_badge

_ENDED: dict[str, Tone] = {"partly": "warn", "missed": "bad"}


def badge_path(page: str) -> str:
    """Where the badge of the goal whose page is at `page` lies."""
    return f"{page}_/badge.svg"


def badges(desk: Desk) -> Iterator[tuple[str, Callable[[], str]]]:
    """The page of every goal that has a badge, where the configuration wants them, with what draws it."""
    if not desk.config.outputs.badges:
        return
    for name in desk.objectives:
        yield page_path("objective", name), partial(_badge, desk, name)
    for name in desk.kpis:
        yield page_path("kpi", name), partial(_badge, desk, name)


def _badge(desk: Desk, name: str) -> str:
    return goal_badge(desk, desk.objectives.get(name) or desk.kpis[name])


def goal_badge(desk: Desk, goal: Objective | Kpi) -> str:
    """The badge of one: its title, and its progress or value with the word for where it stands."""
    standing = standing_badge(desk, goal)
    if isinstance(goal, Kpi):
        figure = kpi_value(desk, goal, desk.analysis.kpis[goal.id])
    else:
        figure = progress(desk, desk.analysis.objectives[goal.id].progress)
    value = " · ".join(part for part in (figure.text if figure else "", standing.word) if part)
    return badge(goal.title, value, _ENDED.get(standing.key, TONES.get(standing.key, "muted")))
