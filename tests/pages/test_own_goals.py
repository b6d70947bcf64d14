"""This project's own goals, page by page: what their files say is found there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from goalsite.core.values import replace
from goalsite.language.language import Language
from goalsite.model.records import KeyResult, Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.kpi import kpi_page
from goalsite.pages.objective import objective_page
from goalsite.pipeline import figure
from goalsite.printing import open_site
from goalsite.project import open_project
from tests.pages.desks import told

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module", params=["en", "zh"])
def desk(request: pytest.FixtureRequest) -> Desk:
    """The desk of this repository's goals."""
    desk = open_site(figure(open_project(ROOT), date(2026, 11, 22)))
    return replace(desk, language=Language(request.param))


def texts_of_result(result: KeyResult) -> list[str]:
    """What a key result's file says in words."""
    said = [result.title, result.reason, *(step.title for step in getattr(result.measure, "steps", ()))]
    for one in result.checkins:
        said += [one.note, one.blocked, one.next]
    return said


def texts_of(goal: Objective) -> list[str]:
    """What an objective's file says in words."""
    said = [goal.title, *goal.tags, *(work.title for work in goal.initiatives)]
    said += [review.text for review in goal.reviews]
    said += [one for need in goal.depends_on for one in (need.ask, need.note)]
    said += [goal.retro.root_cause, goal.retro.learned] if goal.retro else []
    return said + [text for result in goal.key_results for text in texts_of_result(result)]


def texts_of_kpi(kpi: Kpi) -> list[str]:
    """What a KPI's file says in words."""
    return [kpi.title, kpi.source, *kpi.tags, *(target.text for target in kpi.targets)]


def test_every_word_of_every_objective_is_on_its_page(desk: Desk) -> None:
    for goal in desk.corpus.objectives:
        text = told(objective_page(desk, goal)[0])
        assert [said for said in texts_of(goal) if said not in text] == [], goal.id


def test_every_word_of_every_kpi_is_on_its_page(desk: Desk) -> None:
    for kpi in desk.corpus.kpis:
        text = told(kpi_page(desk, kpi)[0])
        assert [said for said in texts_of_kpi(kpi) if said not in text] == [], kpi.id
