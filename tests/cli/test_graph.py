from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Goalsite

Write = Callable[[dict[str, str]], Path]
FILES = {
    "goals/2026/win-trust.md": "---\ntitle: Customers trust us\n---\n",
    "goals/2026/green.md": "---\ntitle: Trust a green build\nsupports: [win-trust]\n---\n",
    "goals/2026/cache.md": "---\ntitle: Builds share what they know\nsupports: [green]\n---\n",
    "goals/2026/alone.md": "---\ntitle: Quiet nights\n---\n",
}


def test_every_format_names_the_goals_and_their_edges(goalsite: Goalsite, written: Write) -> None:
    folder = written(FILES)
    for form in ("dot", "mermaid", "graphml", "json"):
        run = goalsite("graph", "--format", form, cwd=folder)
        assert run.code == 0, run.err
        assert "Trust a green build" in run.out
        assert "supports" in run.out


def test_around_keeps_what_is_near_and_lineage_what_it_serves(goalsite: Goalsite, written: Write) -> None:
    folder = written(FILES)

    def names(*options: str) -> list[str]:
        run = goalsite("graph", "--format", "json", "--around", "2026/cache", *options, cwd=folder)
        return [node["id"] for node in json.loads(run.out)["nodes"]]

    assert names() == ["2026/cache", "2026/green"]
    assert names("--hops", "2") == ["2026/cache", "2026/green", "2026/win-trust"]
    assert names("--lineage") == ["2026/cache", "2026/green", "2026/win-trust"]


def test_an_unknown_goal_is_answered_with_the_nearest(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("graph", "--around", "2026/cahce", cwd=written(FILES))
    assert run.code == 2
    assert 'did you mean "2026/cache"?' in run.err


def test_lineage_without_a_goal_is_wrong_usage(goalsite: Goalsite, written: Write) -> None:
    assert goalsite("graph", "--lineage", cwd=written(FILES)).code == 2


def test_goals_with_errors_are_not_drawn(goalsite: Goalsite, written: Write) -> None:
    run = goalsite("graph", cwd=written({**FILES, "goals/2026/b.md": "---\nsupports: [x]\n---\n"}))
    assert (run.code, run.out) == (1, "")
    assert "S003" in run.err


def test_the_end_of_an_id_is_enough(goalsite: Goalsite, written: Write) -> None:
    folder = written(FILES)
    assert goalsite("graph", "--around", "cache", cwd=folder).code == 0
    run = goalsite("graph", "--around", "cahce", cwd=folder)
    assert 'did you mean "cache"?' in run.err
