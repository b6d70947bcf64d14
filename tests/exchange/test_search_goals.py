"""Goals as columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from goalsite.exchange.search_goals import goals_part
from tests.authored import goal
from tests.pages.desks import desk_of


def part(files: dict[str, str], language: str = "en") -> dict[str, Any]:
    desk = desk_of(files, language=language)
    return goals_part(desk, (*desk.corpus.objectives, *desk.corpus.kpis))


def ids_of(data: dict[str, Any]) -> list[str]:
    """The ids, put together as a browser does: in units of UTF-16."""
    found, before = [], b""
    for shared, rest in zip(data["shared"], data["ids"], strict=True):
        before = before[: 2 * shared] + rest.encode("utf-16-le")
        found.append(before.decode("utf-16-le"))
    return found


def column(data: dict[str, Any], name: str, values: str) -> list[Any]:
    return [data[values][at] for at in data[name]]


FILES = {
    "goals/ops/team.md": goal("title: Operations"),
    "goals/ops/2026-Q3/old.md": goal(
        "title: Old\nowner: Ada\nstatus: closed\nclosed: 2026-09-30\noutcome: achieved"
    ),
    "goals/ops/2026-Q4/new.md": goal("title: New\nowner: '@ada'\naliases: [former, first]"),
    "goals/kpis/k.md": goal("title: K"),
    "goals/people/ada.md": "---\nname: Ada L.\n---\n",
}


def test_each_column_says_what_the_files_do() -> None:
    data = part(FILES)
    assert (data["objectives"], data["titles"]) == (2, ["Old", "New", "K"])
    assert ids_of(data) == ["ops/2026-Q3/old", "ops/2026-Q4/new", "kpis/k"]
    assert column(data, "unit", "units") == [("ops", "Operations"), ("ops", "Operations"), ("", "Goals")]
    assert column(data, "owner", "owners") == [("ada", "Ada L."), ("ada", "Ada L."), ("", "")]
    assert column(data, "cycle", "cycles") == [("2026-Q3", "2026-Q3", 0), ("2026-Q4", "2026-Q4", 1)]
    assert column(data, "standing", "standings") == [("achieved", 1), ("no_data", 0), ("no_data", 0)]
    assert data["aliases"] == [(1, "former"), (1, "first")]


def test_a_cycle_is_called_as_the_language_writes_it() -> None:
    assert part(FILES, "zh")["cycles"][0] == ("2026-Q3", "2026年Q3", 0)


def test_what_repeats_stands_once() -> None:
    data = part({f"goals/2026-Q4/g{at}.md": goal("owner: ada") for at in range(50)})
    assert [len(data[name]) for name in ("units", "owners", "cycles", "standings")] == [1, 1, 1, 1]


@given(st.lists(st.text(st.sampled_from("ab中𠮷𠮸é"), min_size=1), min_size=1, unique=True))
def test_every_id_is_put_together_again(names: Iterable[str]) -> None:
    files = {f"goals/2026-Q4/{name}.md": goal() for name in names}
    desk = desk_of(files)
    assert ids_of(part(files)) == [one.id for one in desk.corpus.objectives]
