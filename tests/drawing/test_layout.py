from __future__ import annotations

import random
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing.layout import COLUMN, ROW, Spot, lay_out


@st.composite
def forests(draw: st.DrawFn) -> tuple[list[str], dict[str, str]]:
    """Up to 200 goals, each below an earlier one or a root."""
    count = draw(st.integers(1, 200))
    names = [f"{number:03}" for number in range(count)]
    above = draw(st.lists(st.integers(-1, 10_000), min_size=count, max_size=count))
    parents = {names[at]: names[pick % at] for at, pick in enumerate(above) if at and pick >= 0 and pick % 7}
    return names, parents


def apart(one: Spot, other: Spot) -> bool:
    return abs(one.x - other.x) >= COLUMN - 1e-6 or abs(one.y - other.y) >= ROW - 1e-6


@given(forests())
def test_every_goal_has_one_spot_and_no_two_overlap(forest: tuple[list[str], dict[str, str]]) -> None:
    spots = lay_out(*forest)
    assert sorted(spots) == forest[0]
    assert all(apart(one, other) for one, other in combinations(spots.values(), 2))


@given(forests())
def test_a_goal_lies_further_in_than_the_one_above_it(forest: tuple[list[str], dict[str, str]]) -> None:
    spots = lay_out(*forest)
    for child, parent in forest[1].items():
        assert spots[child].x >= spots[parent].x or len(forest[0]) > 90
        if len(forest[0]) <= 90:
            assert spots[child].x == spots[parent].x + COLUMN


@given(forests(), st.randoms(use_true_random=False))
def test_in_which_order_parents_are_told_does_not_matter(
    forest: tuple[list[str], dict[str, str]], chance: random.Random
) -> None:
    names, parents = forest
    told = list(parents.items())
    chance.shuffle(told)
    assert lay_out(names, dict(told)) == lay_out(names, parents)


def test_siblings_and_trees_keep_the_order_they_are_given_in() -> None:
    spots = lay_out(("r", "c", "a", "b", "s"), {"a": "r", "b": "r", "c": "r"})
    heights = [spots[name].y for name in ("c", "a", "b", "s")]
    assert heights == sorted(heights)
    assert spots["r"].y == spots["a"].y


def test_a_parent_that_is_not_there_is_none() -> None:
    assert lay_out(("a",), {"a": "gone"}) == lay_out(("a",), {})


def test_of_nothing_there_is_no_layout() -> None:
    assert lay_out((), {}) == {}


def test_many_goals_make_a_poster_and_not_a_ribbon() -> None:
    chance = random.Random(1)
    names = [f"{number:05}" for number in range(5000)]
    for parents in (
        {names[at]: names[chance.randrange(at)] for at in range(1, 5000)},
        dict.fromkeys(names[1:], names[0]),
    ):
        spots = lay_out(names, parents).values()
        wide, tall = max(spot.x for spot in spots), max(spot.y for spot in spots)
        assert 0.5 < wide / tall < 4


def test_a_chain_of_ten_thousand_goals_needs_no_recursion() -> None:
    names = [f"{number:05}" for number in range(10_000)]
    spots = lay_out(names, {lower: upper for upper, lower in pairwise(names)})
    assert len({spot.x for spot in spots.values()}) == 10_000
