"""The lines of a text that went and came."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.bodies import changed_lines


def nothing(_: str) -> None:
    """What names mean where they mean nothing."""


def lines(before: str, after: str) -> tuple[str, ...]:
    """What went and came between two texts."""
    return changed_lines(before, after, nothing, nothing)


def test_a_line_that_is_another_goes_and_comes() -> None:
    assert lines("a\nb\nc\n", "a\nB\nc\n") == ("-b", "+B")


def test_blank_lines_and_blanks_at_the_end_do_not_count() -> None:
    assert lines("a\nb\n", "a  \n\n\nb\n") == ()


def test_a_line_that_names_the_same_goal_by_another_name_is_the_same_line() -> None:
    meant = {"old": "new"}.get
    assert changed_lines("See [[old]].", "See [[new]].", meant, nothing) == ()
    assert changed_lines("See [[old]].", "See [[other]].", meant, nothing) == (
        "-See [[old]].",
        "+See [[other]].",
    )


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_what_went_and_came_makes_one_text_of_the_other(old: list[str], new: list[str]) -> None:
    told = lines("\n".join(old), "\n".join(new))
    balance = sorted([*old, *(line[1:] for line in told if line[0] == "+")])
    assert balance == sorted([*new, *(line[1:] for line in told if line[0] == "-")])


def test_two_texts_without_a_line_in_common_do_not_hang() -> None:
    began = time.process_time()
    told = lines("\n".join(f"a{n}" for n in range(20_000)), "\n".join(f"b{n}" for n in range(20_000)))
    assert len(told) == 40_000
    assert time.process_time() - began < 5
