"""Check-ins that are read column by column say what they say row by row, to the last finding."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalsite.model import flat_checkins, key_results
from goalsite.model.records import KeyResult
from goalsite.model.shapes import Reading
from goalsite.source import yaml
from goalsite.source.flow import FlatRows
from goalsite.source.nodes import Mapping

ROWS = """\
id: speed
title: It is quick
metric: {unit: s, baseline: 30, target: 5}
checkins:
  - {date: 2026-10-12, value: 24, confidence: 0.6, note: "Shelves, labelled"}
  - {date: 2026-10-05, value: 1.2k, confidence: 6/10, status: on_track, by: countess}
  - {date: 2026-10-19, note: 'It''s  calm', blocked: "", next: 书架}
"""


def read(text: str) -> tuple[KeyResult, Reading]:
    """The key result that a text is, and what is wrong with it."""
    node, _ = yaml.parse(text, "goals/a.md")
    reading = Reading("goals/a.md", renamed={"countess": "ada"})
    values = key_results.SHAPE.read(node, reading) if isinstance(node, Mapping) else None
    assert values is not None
    (result,) = key_results.read_key_results((values,), reading, {}, lambda _: None)
    return result, reading


def row_by_row(text: str) -> tuple[KeyResult, Reading]:
    """The same, by nodes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flat_checkins, "flat_checkins", lambda *_: None)
        return read(text)


def agree(text: str) -> None:
    result, reading = read(text)
    expected, its_reading = row_by_row(text)
    assert result == expected
    assert sorted(map(repr, reading.found)) == sorted(map(repr, its_reading.found))


def test_rows_in_braces_are_read_by_columns() -> None:
    node, _ = yaml.parse(ROWS, "goals/a.md")
    assert isinstance(node, Mapping)
    rows = node.items[-1][1]
    assert isinstance(rows, FlatRows)
    assert flat_checkins.flat_checkins(rows, Reading("goals/a.md")) is not None
    agree(ROWS)


@pytest.mark.parametrize(
    "row", ["{date: 2026-10-12}", "{date: soon}", "{value: 3}", "{date: 2026-11-01, valu: 3}"]
)
def test_a_day_told_twice_and_a_faulty_row_are_told_as_ever(row: str) -> None:
    agree(f"{ROWS}  - {row}\n")


CELLS = {
    "date": st.sampled_from(
        ["2026-10-05", "2026-10-12", "2026-11-02", '"2026-11-09"', "2026-13-01", "null", "x"]
    ),
    "value": st.sampled_from(["24", "-3.5", "1.2k", "30 s", "'7'", "~", '""', "many", "40%", "target"]),
    "confidence": st.sampled_from(["0.6", "7/10", "1.5", "high", "'0.4'", "null"]),
    "status": st.sampled_from(["on_track", "achieved", "good", '"at_risk"', "~"]),
    "note": st.sampled_from(["all is well", "'It''s  so'", '""', "null", "'null'", '"a,  b"', "书架"]),
    "blocked": st.sampled_from(["the bank", '" "']),
    "next": st.sampled_from(["a call"]),
    "by": st.sampled_from(["ada", "'@countess'", "a/b", "lin"]),
    "valeu": st.just("3"),
}


def cells(keys: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.tuples(*(st.builds(f"{key}: {{}}".format, CELLS[key]) for key in keys))


row = st.lists(st.sampled_from(sorted(CELLS)), min_size=1, max_size=5, unique=True).flatmap(cells)
measure = st.sampled_from(
    [
        "metric: {unit: s, baseline: 30, target: 5}",
        "metric: {kpi: speed, target: 5}",
        "maintain: {unit: s, max: 5}",
        "zones: {commit: a, target: b, stretch: c}",
        "binary: {}",
        "owner: ada",
        "current: 4",
    ]
)


@given(measure, st.lists(row, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_any_rows_say_the_same_by_columns_and_by_rows(measured: str, rows: list[tuple[str, ...]]) -> None:
    lines = "".join(f"  - {{{', '.join(row)}}}\n" for row in rows)
    agree(f"id: a\n{measured}\ncheckins:\n{lines}")
