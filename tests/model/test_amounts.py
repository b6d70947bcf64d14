from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.model.amounts import Unit
from goalsite.model.shapes import Amount, Reading
from tests.authored import read_result


def test_a_number_is_read_in_its_unit() -> None:
    assert Unit("min", Reading("a.md")).number(Amount("5 min", Mark()), "target") == 5
    assert Unit("min", Reading("a.md")).number(None, "target") is None


@pytest.mark.parametrize(
    ("unit", "written", "message", "hint"),
    [
        ("min", "5 s", 'target is "5 s", must be a number in min', ""),
        ("", "5 s", 'target is "5 s", must be a number', "if it has a unit, say so in unit:"),
        ("", "soon", 'target is "soon", must be a number', ""),
    ],
)
def test_what_is_no_number_of_the_unit_is_told_with_both(
    unit: str, written: str, message: str, hint: str
) -> None:
    reading = Reading("a.md")
    assert Unit(unit, reading).number(Amount(written, Mark(3, 9)), "target") is None
    (found,) = reading.found
    assert (found.line, found.column, found.code, found.message, found.hint) == (3, 9, "S015", message, hint)
    assert found.length == len(written)


def test_in_an_unknown_unit_nothing_is_told() -> None:
    reading = Reading("a.md")
    assert Unit("", reading, known=False).number(Amount("95%", Mark()), "target") is None
    assert Unit("", reading, known=False).number(Amount("95", Mark()), "target") == 95
    assert reading.found == []


def test_the_points_of_a_plan_come_by_date_and_the_last_of_a_date_counts() -> None:
    points = "[{date: 2026-12-01, value: 3}, {date: 2026-11-01, value: 1}, {date: 2026-11-01, value: 2}]"
    result, said = read_result(f"metric: {{target: 5}}\nplan: {points}")
    assert said == []
    assert result.plan == ((date(2026, 11, 1), 2), (date(2026, 12, 1), 3))
