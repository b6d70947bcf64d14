"""Which record is which when ids are others."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.matching import matched
from goalsite.core.values import replace
from goalsite.model.records import Binary, Common, KeyResult, Objective, Page


def goal(name: str, title: str, body: str = "", aliases: tuple[str, ...] = ()) -> Objective:
    """An objective."""
    return Objective(id=name, path=f"goals/{name}.md", title=title, body=body, aliases=aliases, cycle="2026")


def by_id(*goals: Common) -> dict[str, Common]:
    """Records by id."""
    return {one.id: one for one in goals}


def test_the_same_id_is_the_same_goal_whatever_it_says() -> None:
    assert matched(by_id(goal("a", "Trust")), by_id(goal("a", "Cake"))) == {"a": "a"}


def test_an_alias_beats_a_likeness() -> None:
    before = by_id(goal("a", "Trust a green build"))
    after = by_id(goal("b", "Trust a green build"), goal("c", "Cake", aliases=("a",)))
    assert matched(before, after) == {"a": "c"}


def test_a_goal_with_the_same_content_is_the_same_and_of_several_the_one_of_the_same_name() -> None:
    before = by_id(goal("x/one", "Trust"), goal("x/two", "Trust"))
    after = by_id(goal("y/two", "Trust"), goal("y/one", "Trust"))
    assert matched(before, after) == {"x/one": "y/one", "x/two": "y/two"}


def test_the_most_alike_is_the_same_goal() -> None:
    before = by_id(goal("a", "Every engineer trusts a green build", "Why\nIt costs us time"))
    after = by_id(
        goal("b", "Every engineer trusts each green build", "Why\nIt costs us time"),
        goal("c", "Every customer trusts us"),
    )
    assert matched(before, after) == {"a": "b"}


def test_a_goal_that_was_given_another_title_is_known_by_its_key_results_and_text() -> None:
    kept, own = "\n".join(f"Line {n}." for n in range(8)), "\n".join(f"New {n}." for n in range(8))
    results = [
        KeyResult(title, title, Binary()) for title in ("Hold ten interviews", "Write it up", "Agree on it")
    ]
    first = replace(goal("plan", "An approved plan", f"{kept}\nOld."), key_results=(results[0], results[1]))
    other = replace(goal("vision", "Where we shall be in 2030", f"{kept}\n{own}"), key_results=tuple(results))
    assert matched(by_id(first), by_id(other)) == {"plan": "vision"}
    assert matched(by_id(first), by_id(replace(other, body=own))) == {}


def test_goals_that_have_little_in_common_are_two() -> None:
    assert matched(by_id(goal("a", "Every engineer trusts a build")), by_id(goal("b", "Quiet nights"))) == {}


def test_a_page_is_no_objective() -> None:
    page = Page(id="b", path="goals/b.md", title="Trust a green build")
    assert matched(by_id(goal("a", "Trust a green build")), by_id(page)) == {}


def test_chinese_titles_are_compared_by_character() -> None:
    before, after = by_id(goal("a", "每位工程师都信任绿色构建")), by_id(goal("b", "每个工程师都信任绿色构建"))
    assert matched(before, after) == {"a": "b"}


TITLES = st.sampled_from(("Trust a build", "Trust every build", "Quiet nights", "Quiet days", "Cake"))
GOALS = st.lists(st.tuples(st.sampled_from("abcdef"), TITLES), unique_by=lambda one: one[0], max_size=6)


@given(GOALS, GOALS)
def test_both_directions_give_the_same_pairs(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    one = by_id(*(goal(name, title) for name, title in before))
    other = by_id(*(goal(name, title) for name, title in after))
    back = matched(other, one)
    assert matched(one, other) == {name: its for its, name in back.items()}


def test_ten_thousand_goals_that_all_moved_and_were_reworded_are_matched_in_seconds() -> None:
    before = by_id(*(goal(f"a/{n}", f"Goal {n} of the unit {n % 7}", f"Line {n}") for n in range(10_000)))
    after = by_id(*(goal(f"b/{n}", f"The goal {n} of a unit {n % 7}", f"Line {n}") for n in range(10_000)))
    began = time.process_time()
    found = matched(before, after)
    assert time.process_time() - began < 10
    assert sum(name[2:] == other[2:] for name, other in found.items()) == 10_000


def test_ten_thousand_goals_that_all_are_called_the_same_do_not_hang() -> None:
    before = by_id(*(goal(f"a/{n}", "Trust", f"{n % 2}") for n in range(10_000)))
    after = by_id(*(goal(f"b/{n + 10_000}", "Trust us", f"{n % 2}") for n in range(10_000)))
    began = time.process_time()
    matched(before, after)
    assert time.process_time() - began < 10
