"""Which units may meet in a sum."""

from __future__ import annotations

import pytest

from tests.lint.kpis.a_kpi import kpi
from tests.lint.told import told


def said(formula: str, unit_a: str, unit_b: str, quotient: str = "") -> list[str]:
    """What is said of a formula over a, b and the quotient q."""
    shown = {
        "goals/kpis/a.md": kpi(f'unit: "{unit_a}"'),
        "goals/kpis/b.md": kpi(f'unit: "{unit_b}"'),
        "goals/kpis/q.md": kpi(f"formula: a / b\n{quotient}"),
        "goals/kpis/whole.md": kpi(f"unit: h\nformula: {formula}"),
    }
    return [one.removeprefix("goals/kpis/whole.md:") for one in told(shown, "K307")]


def test_a_sum_of_two_units_is_told_at_the_second() -> None:
    assert said("a + b", "h", "orders") == ["4:14: the formula adds b in orders to a in h"]
    assert said("(a - b) / a", "h", "orders") == ["4:15: the formula subtracts b in orders from a in h"]
    assert said("a + 5 - b", "€", "k€") == ["4:18: the formula subtracts b in k€ from a in €"]
    assert said("a + [[kpis/b]]", "元", "万元") == ["4:14: the formula adds kpis/b in 万元 to a in 元"]


def test_an_unknown_unit_is_told() -> None:
    assert said("a + b", "h", "") == ["4:14: the formula adds b without a unit to a in h"]
    assert said("a + b", "", "") == ["4:14: the formula adds b to a, neither of which has a unit"]


@pytest.mark.parametrize(
    "formula",
    ["a / b", "a * b", "a / b + b / a", "a - 1000 * b", "a + 1", "a + q", "a / (b + 1) * 100", "a - b / 60"],
)
def test_products_quotients_and_numbers_fit_any_unit(formula: str) -> None:
    """A factor may convert, and the quotient q may be a plain number."""
    assert said(formula, "h", "orders") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("h", "h"),
        ("€", "EUR"),
        ("¥", "元"),
        ("%", "％"),
        ("order", "Orders"),
        ("days", "day"),
        ("订单", "订单"),
    ],
)
def test_names_of_one_unit_are_one(one: str, other: str) -> None:
    assert said("a + b", one, other) == []


@pytest.mark.parametrize(("one", "other"), [("m", "M"), ("ms", "m"), ("s", "S")])
def test_short_units_are_taken_as_they_are_written(one: str, other: str) -> None:
    assert len(said("a + b", one, other)) == 1


def test_a_quotient_that_says_its_unit_is_held_to_it() -> None:
    assert said("a + q", "h", "orders", "unit: orders") == ["4:14: the formula adds q in orders to a in h"]


def test_one_finding_for_a_formula() -> None:
    assert len(said("a + b + a - b", "h", "orders")) == 1


def rolled(whole: str, *parts: str) -> list[str]:
    """What is said of a roll-up with these lines and parts."""
    shown = {
        f"goals/kpis/{name}.md": kpi(f"cascades_from: {{kpi: whole}}\n{front}")
        for name, front in zip("abc", parts, strict=False)
    }
    return told(shown | {"goals/kpis/whole.md": kpi(whole)}, "K307")


def test_a_part_without_a_unit_is_unknown() -> None:
    assert rolled("rollup: mean\nunit: h", "unit: h", "frequency: week") == [
        "goals/kpis/whole.md:3:9: the roll-up takes kpis/b without a unit, and the KPI is in h"
    ]


def test_a_roll_up_of_one_unit_is_right() -> None:
    """Whether or not the KPI says it; without a roll-up parts may be of any unit."""
    assert rolled("rollup: sum\nunit: €", "unit: €", "unit: EUR") == []
    assert rolled("rollup: sum", "unit: h", "unit: h") == []
    assert rolled("rollup: sum", "frequency: week", "frequency: week") == []
    assert rolled("unit: €", "unit: visits", "unit: h") == []
