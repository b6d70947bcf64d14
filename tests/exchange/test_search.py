"""The files of the search: each entry in one of them, none too large, nothing lost."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest

from goalsite.exchange import search
from goalsite.exchange.search import search_files, search_parts
from goalsite.pages.surveys import Changes, survey
from goalsite.pages.watched import Watch
from tests.authored import goal
from tests.pages.desks import desk_of

FILES = {
    "goals/ops/team.md": goal("title: Operations"),
    "goals/2026-Q4/a.md": goal("title: A\nkey_results: [{id: x, title: X, binary: {}}]"),
    "goals/2026-Q4/b.md": goal("title: B\nkey_results: [{id: y, title: Y, binary: {}}]"),
    "goals/2026-Q4/c.md": goal("title: C"),
    "goals/kpis/k.md": goal("title: K"),
    "goals/people/ada.md": "---\nname: Ada\n---\n",
}


def data_of(files: dict[str, str], most: int = 10_000) -> dict[str, Any]:
    return {name: json.loads(content) for name, content in search_files(desk_of(files), most)}


def test_a_small_site_has_one_file_for_goals_and_one_for_the_rest() -> None:
    assert list(data_of(FILES)) == ["search/_/goals-1.json", "search/_/more-1.json"]


def test_a_site_without_goals_has_both_files() -> None:
    data = data_of({})
    assert data["search/_/goals-1.json"]["titles"] == []
    assert [entry[0] for entry in data["search/_/more-1.json"]["others"]] == ["unit"]


def test_what_is_too_much_for_one_file_is_cut_in_parts_and_the_first_says_how_many() -> None:
    data = data_of(FILES, most=2)
    assert list(data) == [f"search/_/{kind}-{number}.json" for kind in ("goals", "more") for number in (1, 2)]
    first, second = data["search/_/goals-1.json"], data["search/_/goals-2.json"]
    assert (first["parts"], first["more"]) == (2, 2)
    assert (first["titles"], second["titles"]) == (["A", "B"], ["C", "K"])
    assert (first["objectives"], second["objectives"]) == (2, 1)
    assert data["search/_/more-1.json"]["results"]["titles"] == ["X", "Y"]
    assert data["search/_/more-2.json"]["results"]["titles"] == []
    assert [entry[1] for entry in data["search/_/more-2.json"]["others"]] == ["Ada", "2026-Q4"]


def test_the_same_goals_make_the_same_bytes() -> None:
    one, other = (list(search_files(desk_of(files))) for files in (FILES, dict(reversed(FILES.items()))))
    assert one == other


def test_half_a_character_does_no_harm() -> None:
    contents = [content for _, content in search_files(desk_of({"goals/2026-Q4/\udcff.md": goal()}))]
    assert all(content.decode() for content in contents)


def test_an_edit_concerns_the_files_in_which_its_goal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "PART", 2)
    path = "goals/2026-Q4/c.md"
    desk, now = desk_of(FILES), desk_of(FILES | {path: FILES[path].replace("C", "D")})
    watch, changes = Watch(desk), Changes(survey(desk), survey(now))
    looked = {name: watch.noting(partial(list, make()))[1] for name, make in search_parts(watch.desk)}
    assert [name for name, reads in looked.items() if changes.concern(reads)] == [
        "search/_/goals-2.json",
        "search/_/more-2.json",
    ]
    left = [name for name, reads in looked.items() if not changes.concern(reads)]
    before, after = dict(search_files(desk, 2)), dict(search_files(now, 2))
    assert [before[name] for name in left] == [after[name] for name in left]
