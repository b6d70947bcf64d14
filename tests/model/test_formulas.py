from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.model.formulas import Formula, Operator, read_formula
from goalsite.model.shapes import Reading, Ref
from goalsite.source.nodes import Scalar
from tests.authored import goal, read

SIGNS: dict[str, Callable[[float, float], float]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def formula(text: str) -> tuple[Formula | None, list[str]]:
    """The formula that a quoted text says, and what is said of it."""
    reading = Reading("k.md")
    return read_formula(Scalar(text, False, Mark(2, 10)), reading, "formula"), [
        one.message for one in reading.found
    ]


def value(found: Formula, **values: float) -> float:
    """What a formula comes to."""
    stack: list[float] = []
    for token in found.postfix:
        if isinstance(token, Operator):
            right = stack.pop()
            stack.append(SIGNS[token.sign](stack.pop(), right))
        else:
            stack.append(values[token.text] if isinstance(token, Ref) else token)
    (result,) = stack
    return result


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a", 6),
        ("a / b", 2),
        ("a + b * 2", 12),
        ("(a + b) * 2", 18),
        ("a - b - 1", 2),
        ("a / b / 2", 1),
        ("a * -1", -6),
        ("a - -1", 7),
        ("1e3 * a", 6000),
        ("(a)", 6),
        ("( ( a ) + ( b ) )", 9),
        ("a × b ÷ 2 − 1", 8),
        ("[[a]] / [[ b ]]", 2),
        ("  a   /  b ", 2),
        ("a + a", 12),
    ],
)
def test_operators_bind_as_in_arithmetic(text: str, result: float) -> None:
    found, said = formula(text)
    assert said == []
    assert found is not None
    assert value(found, a=6, b=3) == result


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("a-b", ["a-b"]),
        ("a/b", ["a/b"]),
        ("[[a/b-c]] * 2", ["a/b-c"]),
        ("a/b / c-d", ["a/b", "c-d"]),
        ("a + b + a", ["a", "b", "a"]),
        ("订单 / 访问", ["订单", "访问"]),
    ],
)
def test_operators_stand_between_spaces_so_that_an_id_may_hold_them(text: str, refs: list[str]) -> None:
    found, said = formula(text)
    assert said == []
    assert found is not None
    assert [ref.text for ref in found.refs] == refs


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "ends where an id or a number is missing"),
        ("a +", "ends where an id or a number is missing"),
        ("+ a", "has + where an id or a number is missing"),
        ("a + * b", "has * where an id or a number is missing"),
        ("a b", "has no operator before b"),
        ("a [[b]]", "has no operator before [[b]]"),
        ("a (b)", "has no operator before ("),
        ("(a", "leaves a parenthesis open"),
        ("a)", "closes a parenthesis that is not open"),
        ("()", "has ) where an id or a number is missing"),
        ("a + [b", "holds a stray ["),
        ("[[]]", "holds [[]] without an id"),
        ("1 + 2", "reads no KPI"),
        ("a + " * 600 + "a", "is longer than 2000 characters"),
    ],
)
def test_what_is_no_formula_is_told_with_the_reason(text: str, fault: str) -> None:
    found, said = formula(text)
    assert found is None
    assert len(said) == 1
    assert said[0].endswith(fault)


def test_a_wrong_id_in_a_formula_is_told_where_it_stands() -> None:
    site = read(
        {
            "goals/kpis/k.md": goal("formula: visits / ordres"),
            "goals/kpis/visits.md": goal(),
            "goals/kpis/orders.md": goal(),
        }
    )
    assert site.said() == ['goals/kpis/k.md:2:19: S003 no KPI is called "ordres"']
    assert site.hints() == ['did you mean "orders"?']
    quoted = read({"goals/kpis/k.md": goal('formula: "1 / [[nowhere]]"')})
    assert quoted.said() == ['goals/kpis/k.md:2:15: S003 no KPI is called "nowhere"']


def test_a_formula_reads_kpis_of_this_site_alone() -> None:
    site = read(
        {
            "config.yaml": "sites: {far: https://example.org/}\n",
            "goals/2026/a.md": goal(),
            "goals/kpis/k.md": goal("formula: 2026/a + far:kpi + k"),
        }
    )
    assert [(one.column, one.code, one.message) for one in site.found] == [
        (10, "S009", 'formula takes a KPI, and "2026/a" is an objective'),
        (19, "S009", '"far:kpi" lies outside, and values are read from KPIs of this site'),
        (29, "S028", "formula names the goal itself"),
    ]


names = st.sampled_from(["a", "b", "2", "0.5"])
expressions = st.recursive(
    names,
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda one: f"({one[0]} {one[1]} {one[2]})"
    ),
    max_leaves=12,
)


@given(expressions)
def test_a_formula_comes_to_what_the_same_text_does_in_python(text: str) -> None:
    found, said = formula(f"a + {text}")
    assert said == []
    assert found is not None
    assert value(found, a=3, b=-7) == pytest.approx(eval(f"a + {text}", {"a": 3, "b": -7}))


@given(st.text(alphabet="ab1 +-*/()[].,", max_size=40))
def test_any_text_is_a_formula_or_told_once(text: str) -> None:
    found, said = formula(text)
    assert (found is None) is (len(said) == 1)


def test_blanks_make_no_formula_slow() -> None:
    before = time.process_time()
    assert formula("a" + "\t" * 60_000)[1] == []
    assert formula("a" + "\n" * 60_000 + " + b")[1] == []
    assert time.process_time() - before < 1
