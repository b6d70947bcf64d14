from __future__ import annotations

import json
from typing import Any

from goalsite.exchange import map_data
from goalsite.exchange.map_data import map_files
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective

FILES = {
    "goals/2026-Q4/a.md": objective(
        "A </script>", head="supports: [b, c]\ncontributes: [b]\norigin: bottom-up"
    ),
    "goals/2026-Q4/b.md": objective("B", head="guards: [k]"),
    "goals/2026-Q4/c.md": objective("C"),
    "goals/2026-Q3/old.md": objective("Old", head="supports: [a]"),
    "goals/2026-Q4/alone.md": objective("Alone"),
    "goals/kpis/k.md": kpi("K", ""),
}


def parts(files: dict[str, str]) -> list[dict[str, Any]]:
    return [json.loads(content) for _, content in map_files(desk_of(files))]


def test_every_goal_and_every_edge_is_in_the_data_once() -> None:
    (part,) = parts(FILES)
    names = part["id"]
    assert names == ["2026-Q3/old", "2026-Q4/a", "2026-Q4/alone", "2026-Q4/b", "2026-Q4/c", "kpis/k"]
    kinds = [kind[0] for kind in part["kinds"]]
    rows = [part["edges"][at : at + 5] for at in range(0, len(part["edges"]), 5)]
    told = {(names[a], kinds[kind], names[b]) for a, b, kind, _, _ in rows}
    assert told == {
        ("2026-Q3/old", "supports", "2026-Q4/a"),
        ("2026-Q4/a", "contributes", "2026-Q4/b"),
        ("2026-Q4/a", "supports", "2026-Q4/c"),
        ("2026-Q4/b", "guards", "kpis/k"),
    }
    assert len(rows) == 4


def test_the_columns_are_as_long_as_there_are_goals_and_point_into_their_tables() -> None:
    (part,) = parts(FILES)
    for name in ("title", "unit", "cycle", "status", "x", "y", "parent"):
        assert len(part[name]) == len(part["id"])
    assert part["parent"][part["id"].index("2026-Q4/a")] == part["id"].index("2026-Q4/b")
    assert [part["cycles"][at][0] for at in part["cycle"]].count("") == 1
    assert part["kpi"] == [5]
    assert {row[0]: row[2] for row in part["cycles"]} == {"": 1, "2026-Q3": 0, "2026-Q4": 1}


def test_in_which_order_files_are_read_does_not_matter() -> None:
    assert list(map_files(desk_of(dict(reversed(FILES.items()))))) == list(map_files(desk_of(FILES)))


def test_no_file_holds_more_than_its_share_and_edges_lead_from_one_to_another(monkeypatch: Any) -> None:
    monkeypatch.setattr(map_data, "GOALS_A_FILE", 2)
    found = parts(FILES)
    assert [part["first"] for part in found] == [0, 2, 4]
    assert all(len(part["id"]) <= 2 for part in found)
    assert sum(len(part["edges"]) for part in found) == 20
    assert next(name for name, _ in map_files(desk_of(FILES))) == "map/_/goals-1.json"


def test_where_nothing_hangs_together_there_is_no_data() -> None:
    assert parts({"goals/2026-Q4/a.md": objective("A")}) == []
