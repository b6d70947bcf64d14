"""The figures of one goal that is figured alone are those that it has among all."""

from __future__ import annotations

from datetime import date

import pytest

from goalsite.analysis.again import figured_again
from goalsite.analysis.analyse import analyse
from goalsite.analysis.objectives import goal_desk
from goalsite.history.timeline import Timeline
from goalsite.model.records import Corpus, Kpi, Objective
from tests.analysis.authored import goal_file, read

DAY = date(2026, 11, 16)
CALLS = "---\ntitle: Calls\ndirection: lower\ntargets:\n  - {from: 2026-01-01, target: 9}\n---\n"
PART = (
    "  - {id: p99, title: Quick, metric: {baseline: 90, target: 50},"
    " checkins: [{date: 2026-11-01, value: 60}]}"
)
FILES = {
    "goals/2026-Q4/trust.md": goal_file(PART, "guards: [calls]"),
    "goals/2026-Q4/fast.md": goal_file(PART, "contributes: [{to: trust}]"),
    "goals/2026-Q4/deep.md": goal_file(PART, "contributes: [{to: fast}]\ndepends_on: [{goal: trust}]"),
    "goals/kpis/calls.md": CALLS,
    "goals/kpis/calls.csv": "date,value\n2026-11-01,12\n",
}


def named(corpus: Corpus, name: str) -> Objective | Kpi:
    goals: list[Objective | Kpi] = [*corpus.objectives, *corpus.kpis]
    return next(one for one in goals if one.id == name)


@pytest.mark.parametrize(
    ("path", "name", "old", "new"),
    [
        ("goals/2026-Q4/trust.md", "2026-Q4/trust", "value: 60", "value: 85"),
        ("goals/2026-Q4/fast.md", "2026-Q4/fast", "value: 60", "value: 85"),
        ("goals/2026-Q4/deep.md", "2026-Q4/deep", "target: 50", "target: 10"),
        ("goals/kpis/calls.md", "kpis/calls", "target: 9", "target: 12"),
        ("goals/kpis/calls.csv", "kpis/calls", "12", "8"),
    ],
)
def test_a_goal_figured_alone_has_the_figures_that_it_has_among_all(
    path: str, name: str, old: str, new: str
) -> None:
    assert old in FILES[path]
    corpus, graph, config, _ = read(FILES)
    before = analyse(corpus, graph, Timeline(), config, DAY)
    edited = read(FILES | {path: FILES[path].replace(old, new)})[0]
    alone, _ = figured_again(before, goal_desk(corpus, graph, Timeline(), config, DAY), named(edited, name))
    among_all = analyse(edited, graph, Timeline(), config, DAY)
    mine = [figures.objectives.get(name) or figures.kpis[name] for figures in (before, alone, among_all)]
    assert mine[0] != mine[1] == mine[2]
    others = [key for key in before.objectives if key != name]
    assert [alone.objectives[key] for key in others] == [before.objectives[key] for key in others]


def test_of_goals_figured_one_after_the_other_each_is_seen_by_those_after_it() -> None:
    corpus, graph, config, _ = read(FILES)
    analysis = analyse(corpus, graph, Timeline(), config, DAY)
    desk = goal_desk(corpus, graph, Timeline(), config, DAY)
    edits = {
        "calls.csv": ("12", "8"),
        "fast.md": ("value: 60", "value: 85"),
        "trust.md": ("Quick", "Quicker"),
    }
    files = {
        path: text.replace(*edits.get(path.rpartition("/")[2], ("", ""))) for path, text in FILES.items()
    }
    edited = read(files)[0]
    for name in ("kpis/calls", "2026-Q4/fast", "2026-Q4/trust"):
        analysis, desk = figured_again(analysis, desk, named(edited, name))
    whole = analyse(edited, graph, Timeline(), config, DAY)
    assert (analysis.objectives, analysis.kpis) == (whole.objectives, whole.kpis)
