"""What a KPI must say of itself, and what it need not."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import PATH, files, kpi
from tests.lint.told import told


@pytest.mark.parametrize("key", ["definition", "unit", "owner", "source", "frequency"])
def test_each_key_is_missed_at_the_title(key: str) -> None:
    assert told(files(without=key), "K301") == [f"{PATH}:2:8: the KPI has no {key}"]


def test_everything_that_is_missing_is_one_finding() -> None:
    every = "definition unit direction owner source frequency"
    assert told(files(without=every), "K301") == [
        f"{PATH}:2:8: the KPI has no definition, unit, direction, owner, source and frequency"
    ]


def test_a_direction_alone_is_not_missed_because_it_has_a_default() -> None:
    assert told(files(without="direction"), "K301") == []


@pytest.mark.parametrize(("said", "count"), [("higher", 1), ("lower", 0)])
def test_a_direction_is_missed_beside_kpis_that_write_even_the_default(said: str, count: int) -> None:
    bare = files(without="direction")[PATH]
    shown = files(f"direction: {said}", without="direction") | {"goals/kpis/other.md": bare}
    assert told(shown, "K301") == ["goals/kpis/other.md:2:8: the KPI has no direction"][:count]


def test_a_key_without_a_value_is_missing_and_one_that_cannot_be_read_was_told() -> None:
    assert told(files("owner:", without="owner"), "K301") == [f"{PATH}:2:8: the KPI has no owner"]
    assert told(files("owner: [ada, lin]", without="owner"), "K301") == []


def test_a_computed_kpi_needs_neither_source_nor_frequency() -> None:
    """A formula is its definition and may have no unit; a roll-up needs both."""
    shown = files() | {"goals/kpis/half.md": kpi('formula: "answer-time / 2"\nowner: lin\nsupports: [trust]')}
    assert told(shown, "K301") == []
    shown = files() | {"goals/kpis/all.md": kpi("rollup: sum\nowner: lin\nsupports: [trust]")}
    assert told(shown, "K301") == ["goals/kpis/all.md:2:8: the KPI has no definition, unit and direction"]


def test_a_personal_kpi_is_owned_by_its_person() -> None:
    mine = files(without="owner")[PATH]
    assert (
        told(
            {"goals/people/lin/kpis/a.md": mine, "goals/2026/trust.md": files()["goals/2026/trust.md"]},
            "K301",
        )
        == []
    )


def test_what_no_kpi_of_a_site_has_is_told_once() -> None:
    """Two are too few for a habit; what only some lack is told of each."""
    bare = {f"goals/kpis/{name}.md": files(without="owner")[PATH] for name in "abc"}
    assert told(bare, "K301") == ["goals/kpis/a.md:2:8: none of the 3 KPIs has an owner, this one first"]
    assert len(told(dict(list(bare.items())[:2]), "K301")) == 2
    assert len(told(bare | {PATH: files()[PATH]}, "K301")) == 3


def test_a_site_that_leaves_out_every_direction_means_the_default() -> None:
    shown = {f"goals/kpis/{name}.md": files(without="direction owner")[PATH] for name in "abc"}
    assert told(shown, "K301") == ["goals/kpis/a.md:2:8: none of the 3 KPIs has an owner, this one first"]


def test_a_chinese_kpi_is_read_the_same_way() -> None:
    shown = files() | {
        PATH: kpi("unit: 小时\nowner: 林\nfrequency: week\nsupports: [trust]", title="答复时间")
    }
    assert told(shown, "K301") == [f"{PATH}:2:8: the KPI has no definition, direction and source"]
