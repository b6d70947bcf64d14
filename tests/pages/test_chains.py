from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.pages.chains import chains
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective


def titles(files: dict[str, str]) -> list[list[str]]:
    return sorted([goal.title for goal in chain] for chain in chains(desk_of(files)))


def continuing(**goals: str) -> dict[str, str]:
    """Objectives by their name, each with the ones it continues."""
    return {
        f"goals/2026-Q4/{name}.md": objective(name, head=f"id: {name}\ncontinues: [{others}]")
        for name, others in goals.items()
    }


def test_what_goes_on_is_one_chain_the_latest_last() -> None:
    assert titles(continuing(a="", b="a", c="b", d="")) == [["a", "b", "c"], ["d"]]


def test_where_two_continue_the_same_one_the_second_begins_anew() -> None:
    assert titles(continuing(a="", b="a", c="a")) == [["a", "b"], ["c"]]


def test_of_several_continued_ones_the_first_that_is_free_is_joined() -> None:
    assert titles(continuing(a="", b="", c="'a', 'b'")) == [["a", "c"], ["b"]]


def test_a_circle_is_opened_and_nothing_is_lost() -> None:
    assert titles(continuing(a="c", b="a", c="b")) == [["b", "c", "a"]]
    assert titles(continuing(a="a")) == [["a"]]


def test_personal_goals_are_nobody_elses_timeline() -> None:
    assert titles({"goals/people/ada/2026-Q4/own.md": objective("Own")}) == []


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8))
def test_every_objective_is_in_exactly_one_chain(pairs: list[tuple[str, str]]) -> None:
    named = {name: ", ".join(sorted({to for source, to in pairs if source == name})) for name in "abcdef"}
    found = [title for chain in titles(continuing(**named)) for title in chain]
    assert sorted(found) == list("abcdef")
