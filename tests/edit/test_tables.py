from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.config import Config
from goalsite.edit.fix import fixes
from goalsite.edit.judge import judged
from goalsite.edit.patch import FilePatch
from goalsite.source.tree import MemoryTree

KPI = {"goals/kpis/a.md": "---\nunit: min\n---\n"}
GOAL = {"goals/2026-Q4/a.md": "---\nkey_results: [{id: p50, metric: {unit: min, target: 4}}]\n---\n"}
SERIES, LOG = "goals/kpis/a.csv", "goals/2026-Q4/a.checkins.csv"


def patch_of(table: str, path: str) -> FilePatch | None:
    """The patch of one table, beside its goal."""
    data = table.encode()
    tree = MemoryTree({**(KPI if path == SERIES else GOAL), path: data})
    patches = fixes(tree, judged(data, path, Config(), tree), Config())
    return patches[0] if patches else None


def fixed(table: str, path: str) -> str:
    """The table with all that has one right answer put right."""
    patch = patch_of(table, path)
    after = patch.after.decode() if patch else table
    assert patch_of(after, path) is None
    return after


def test_days_and_numbers_of_a_series_are_put_right() -> None:
    table = 'date,value,note\r\n 2026/10/05 ,"1 200","2026/10/05, so"\r\n20261006,3,\r\n'
    assert fixed(table, SERIES) == (
        'date,value,note\r\n 2026-10-05 ,"1200","2026/10/05, so"\r\n2026-10-06,3,\r\n'
    )


def test_columns_are_put_right_and_then_what_stands_in_them() -> None:
    assert fixed("Date,KR,Value,Status\n2026年10月5日,p50,9,On Track\n", LOG) == (
        "date,kr,value,status\n2026-10-05,p50,9,on_track\n"
    )


def test_a_confidence_in_percent_is_its_fraction() -> None:
    assert (
        fixed("date,kr,confidence\n2026-10-05,p50,70%\n", LOG) == "date,kr,confidence\n2026-10-05,p50,0.7\n"
    )


@pytest.mark.parametrize(
    "table",
    [
        "date,value\n05/10/2026,3\n",
        "date,value\n2026-10-05,about 3\n",
        "date;value\n2026/10/05;3\n",
        "date,value,Date\n2026-10-05,3,2026/10/05\n",
        "date,wert\n2026-10-05,3\n",
        'date,value\n"2026/10/05,3\n',
        "",
    ],
)
def test_what_has_two_answers_or_none_is_left_alone(table: str) -> None:
    assert fixed(table, SERIES) == table


def test_a_patch_names_the_findings_that_it_ends() -> None:
    patch = patch_of("date,value\n2026/10/05,3\n2026-10-06,x\n05/10/2026,3\n", SERIES)
    assert patch is not None
    assert [(one.line, one.code) for one in patch.ended] == [(2, "S011")]


@given(
    st.lists(
        st.sampled_from(
            ["2026/10/05,3", "2026-10-06 , 4", '"2026.10.7","1,200"', "05/10/2026,5", ",", "", "x,y,z"]
        ),
        max_size=6,
    ),
    st.sampled_from(["date,value", "Date,VALUE", " date , value ", "day,value"]),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_table_is_taken_and_only_days_and_names_change(rows: list[str], header: str, end: str) -> None:
    table = end.join([header, *rows]) + end
    after = fixed(table, SERIES)
    assert len(after.split(end)) == len(table.split(end))
    for old, new in zip(table.split(end)[1:], after.split(end)[1:], strict=True):
        assert new in (old, old.replace("2026/10/05", "2026-10-05").replace("2026.10.7", "2026-10-07"))
