from __future__ import annotations

import pytest

from goalsite.core.config import Config
from goalsite.edit.goals import corpus_of_goal
from goalsite.edit.patch import RefusedError
from goalsite.model.records import Kpi
from goalsite.source.tree import MemoryTree

GOAL = "---\ntitle: A\n---\n"
FILES = {
    "goals/2026-Q4/快速.md": GOAL,
    "goals/platform/team.md": "---\ncadence: month\n---\n",
    "goals/platform/2026-Q4/builds.md": "---\naliases: [old-builds]\n---\n",
    "goals/platform/2026-Q4/builds-too.md": GOAL,
    "goals/web/2026-Q4/speed.md": '---\nid: "fast\\u0065r"\n---\n',
    "goals/web/kpis/speed.md": "---\nunit: s\n---\n",
    "goals/web/kpis/speed.csv": "date,value\n2026-10-05,3\n",
    "goals/broken/2026-Q4/no.md": "---\na: [\n---\n",
}


def meant(name: str) -> str:
    """The file of the goal that is meant."""
    return corpus_of_goal(MemoryTree(FILES), Config(), name)[0].path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("platform/2026-Q4/builds", "goals/platform/2026-Q4/builds.md"),
        ("builds", "goals/platform/2026-Q4/builds.md"),
        ("2026-Q4/builds", "goals/platform/2026-Q4/builds.md"),
        ("old-builds", "goals/platform/2026-Q4/builds.md"),
        ("builds-", "goals/platform/2026-Q4/builds-too.md"),
        ("speed", "goals/web/kpis/speed.md"),
        ("faster", "goals/web/2026-Q4/speed.md"),
        ("快", "goals/2026-Q4/快速.md"),
        ("goals/web/kpis/speed.md", "goals/web/kpis/speed.md"),
        ("old", "goals/platform/2026-Q4/builds.md"),
    ],
)
def test_a_goal_goes_by_its_id_an_alias_an_end_a_beginning_or_its_file(name: str, path: str) -> None:
    assert meant(name) == path


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("buidls", 'no goal is called "buidls"', 'did you mean "builds"?'),
        (
            "buil",
            '"buil" may be "platform/2026-Q4/builds" or "platform/2026-Q4/builds-too"',
            "write more of it",
        ),
        ("", 'no goal is called ""', "name an id"),
        ("platform/team", "no goal is called", ""),
        ("goals/platform/team.md", "is neither an objective nor a KPI", "name a goal"),
        ("no", "goals/broken/2026-Q4/no.md cannot be read", "goalsite check"),
        ("\x1b[2J", "no goal is called", ""),
    ],
)
def test_what_means_none_or_several_is_refused(name: str, message: str, hint: str) -> None:
    with pytest.raises(RefusedError) as refused:
        meant(name)
    assert message in refused.value.message
    assert hint in refused.value.hint


def test_a_goal_comes_with_its_series_and_the_units_its_figures_hang_on() -> None:
    kpi, _ = corpus_of_goal(MemoryTree(FILES), Config(), "speed")
    assert isinstance(kpi, Kpi)
    assert kpi.series[0].value == 3
    _, corpus = corpus_of_goal(MemoryTree(FILES), Config(), "builds")
    assert [(team.id, team.cadence) for team in corpus.teams] == [("", None), ("platform", "month")]
    assert [goal.id for goal in corpus.objectives] == ["platform/2026-Q4/builds"]
