"""Which rules are in force, and how severe."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.codes import CODES
from goalsite.core.rules import Rules, is_law

beginnings = st.sampled_from(["", "S", "Q", "Q1", "Q10", "Q104", "R2", "P"])


def test_everything_is_in_force_by_default() -> None:
    assert all(Rules().selects(code) for code in CODES)


def test_the_longest_beginning_decides_and_of_equal_ones_ignore() -> None:
    rules = Rules(select=("Q104", "R", "K3"), ignore=("Q", "R2", "K3"))
    assert rules.selects("Q104")
    assert not rules.selects("Q105")
    assert not rules.selects("R201")
    assert not rules.selects("K301")
    assert not rules.selects("P401")


@given(st.lists(beginnings), st.lists(beginnings), st.lists(st.tuples(beginnings, st.just("warning"))))
def test_nothing_puts_an_error_of_structure_aside(
    select: list[str], ignore: list[str], severity: list[tuple[str, str]]
) -> None:
    rules = Rules(tuple(select), tuple(ignore), tuple(severity))
    for code in CODES.values():
        if is_law(code):
            assert rules.selects(code.code)
            assert rules.level(code.code) == "error"


def test_severity_is_that_of_the_longest_beginning() -> None:
    rules = Rules(severity=(("Q104", "error"), ("Q", "warning"), ("", "error")))
    assert [rules.level(code) for code in ("Q104", "Q105", "R201", "S016")] == [
        "error",
        "warning",
        "error",
        "error",
    ]


def test_a_threshold_is_the_site_s_or_the_default() -> None:
    rules = Rules(thresholds=(("Q101", "unit", 4.0),))
    assert (rules.threshold("Q101", "unit"), rules.threshold("Q101", "root")) == (4.0, 5)
