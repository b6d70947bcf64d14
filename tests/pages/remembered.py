"""Repositories with a past, laid out on a desk: what the tests of history on pages share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from goalsite.core.values import replace
from goalsite.language.language import Language
from goalsite.pages.desk import Desk
from goalsite.pipeline import figure
from goalsite.printing import open_site
from goalsite.project import open_project
from tests.conftest import GitRepo

MakeRepo = Callable[..., GitRepo]

GOAL, KPI = "goals/platform/2026-Q4/builds.md", "goals/platform/kpis/availability.md"
NAME = "platform/2026-Q4/builds"
FILES = {
    "config.yaml": "site_name: Acme\ntimezone: UTC\nrepo_url: https://github.com/acme/goals\n",
    "goals/team.md": "---\ntitle: Acme\n---\n",
    "goals/platform/team.md": "---\ntitle: Platform\n---\n",
    "goals/people/lin.md": "---\nname: Lin Chen\n---\n",
}


def goal(
    target: float = 5, weight: float = 1, title: str = "Fast builds", current: float = 14, head: str = ""
) -> str:
    """An objective with a key result p50, from 14 to a target, and one that nobody touches."""
    return f"""---
title: {title}
{head}key_results:
  - id: p50
    title: Median time
    metric: {{unit: min, baseline: 14, target: {target}}}
    weight: {weight}
    current: {current}
  - id: p90
    title: Slow builds
    metric: {{unit: min, baseline: 40, target: 20}}
    checkins: [{{date: 2026-10-20, value: 30}}]
---
Builds block everybody who writes code here.
"""


def kpi(target: float = 99.9) -> str:
    """A KPI with one target."""
    return (
        f'---\ntitle: Availability\nunit: "%"\ntargets: [{{target: {target}, red: 99}}]\n'
        "series: [{date: 2026-11-01, value: 99.5}]\n---\n"
    )


def at(day: str, hour: int = 9) -> str:
    """A moment of a day of 2026, given as 10-05."""
    return f"2026-{day}T{hour:02}:00:00+00:00"


def spaced(text: str) -> str:
    """A text with plain spaces where no line may break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def begun(make: MakeRepo, author: str = "Lin Chen") -> GitRepo:
    """A repository with the goal, on 1 October."""
    repo = make()
    repo.commit({**FILES, GOAL: goal()}, at("10-01"), "Goals of the quarter", author)
    return repo


def desk_of(repo: GitRepo, as_of: str = "2026-11-17", language: str = "en") -> Desk:
    """The desk of a repository on a day."""
    desk = open_site(figure(open_project(repo.root), date.fromisoformat(as_of), with_history=True))
    return replace(desk, language=Language(language))
