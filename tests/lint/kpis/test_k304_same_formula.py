"""When two formulas are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.lint.kpis.k304_same_formula import in_one_order
from tests.authored import read_kpi
from tests.lint.kpis.a_kpi import kpi
from tests.lint.told import told

INPUTS = {f"goals/kpis/{name}.md": kpi("unit: orders") for name in "abc"}


def order(text: str) -> str:
    """A formula in one order, its names being ids."""
    formula = read_kpi(f'formula: "{text}"')[0].formula
    assert formula is not None
    return in_one_order(formula, {ref.text: ref.text for ref in formula.refs})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a + b", "b + a"),
        ("a * b", "b × a"),
        ("a / b * 100", "100 * a ÷ b"),
        ("a + (b + c)", "(c + a) + b"),
        ("a - (b - c)", "a + c - b"),
        ("a / (b / c)", "a * c / b"),
        ("(a + b) / c", "(b + a) / c"),
        ("a * 1.0", "a * 1"),
    ],
)
def test_the_order_of_terms_and_factors_makes_no_difference(one: str, other: str) -> None:
    assert order(one) == order(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a - b", "b - a"),
        ("a / b", "b / a"),
        ("a / b", "a / b * 100"),
        ("a + b * c", "(a + b) * c"),
        ("a - b - c", "a - (b - c)"),
        ("a / b / c", "a / (b / c)"),
        ("a + a", "a"),
    ],
)
def test_another_figure_is_another_formula(one: str, other: str) -> None:
    assert order(one) != order(other)


_LEAVES = st.sampled_from(["a", "b", "c", "2"])
_TREES = st.recursive(_LEAVES, lambda parts: st.tuples(st.sampled_from("+-*/"), parts, parts), max_leaves=8)


def _text(tree: object, turned: bool) -> str:
    if not isinstance(tree, tuple):
        return str(tree)
    left, right = _text(tree[1], turned), _text(tree[2], turned)
    if turned and tree[0] in "+*":
        left, right = right, left
    return f"({left} {tree[0]} {right})"


@given(_TREES)
def test_turning_what_may_be_turned_keeps_a_formula(tree: object) -> None:
    """For any formula that reads a KPI."""
    text = f"a + {_text(tree, turned=False)}"
    assert order(text) == order(f"{_text(tree, turned=True)} + a")


def test_names_are_compared_by_what_they_mean() -> None:
    """Not by how they are written; and one told of two is the later by id."""
    more = {
        "goals/kpis/x.md": kpi("formula: a / b", title="X"),
        "goals/kpis/y.md": kpi('formula: "[[kpis/a]] / b"', title="Y"),
        "goals/kpis/z.md": kpi("formula: b / a"),
    }
    assert told(INPUTS | more, "K304") == ['goals/kpis/y.md:3:10: the formula is that of kpis/x, "X"']


def test_a_name_that_means_nothing_is_no_formula_to_compare() -> None:
    more = {f"goals/kpis/{name}.md": kpi("formula: nothing / b") for name in "xy"}
    assert told(INPUTS | more, "K304") == []


def test_equal_tails_that_mean_different_kpis_are_different() -> None:
    shown = {
        "goals/a/team.md": "---\ntitle: A\n---\n",
        "goals/b/team.md": "---\ntitle: B\n---\n",
    }
    for unit in "ab":
        shown[f"goals/{unit}/kpis/orders.md"] = kpi("unit: orders")
        shown[f"goals/{unit}/kpis/double.md"] = kpi("formula: orders * 2")
    assert told(shown, "K304") == []
