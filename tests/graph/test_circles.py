from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from goalsite.graph.circles import circles

pairs = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=15)


def test_a_circle_is_a_path_that_ends_where_it_starts_at_the_first_id() -> None:
    found = circles([("b", "c"), ("c", "a"), ("a", "b"), ("x", "a")])
    assert found == [(("a", "b", "c", "a"), frozenset({("a", "b"), ("b", "c"), ("c", "a")}))]


def test_a_knot_of_several_circles_is_told_by_one_of_the_shortest_with_all_its_edges() -> None:
    knot = {("a", "b"), ("b", "c"), ("c", "a"), ("b", "a")}
    assert circles(knot) == [(("a", "b", "a"), frozenset(knot))]


def test_separate_circles_come_in_order() -> None:
    found = circles([("y", "z"), ("z", "y"), ("b", "a"), ("a", "b")])
    assert [path for path, _ in found] == [("a", "b", "a"), ("y", "z", "y")]


@given(pairs, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_does_not_matter(edges: list[tuple[str, str]], random: object) -> None:
    shuffled = list(edges)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert circles(edges) == circles(shuffled)


@given(pairs)
def test_without_the_edges_of_its_knots_a_graph_has_no_circle(edges: list[tuple[str, str]]) -> None:
    tangled = {edge for _, knot in circles(edges) for edge in knot}
    assert circles(edge for edge in edges if edge not in tangled) == []


@given(pairs)
def test_every_told_path_is_one_of_the_knot_s(edges: list[tuple[str, str]]) -> None:
    for path, knot in circles(edges):
        assert path[0] == path[-1] == min(source for source, _ in knot)
        assert set(pairwise(path)) <= knot


def test_without_a_circle_the_library_for_graphs_is_not_loaded() -> None:
    script = (
        "import sys; from goalsite.graph.circles import circles; "
        "sys.exit(bool(circles([('a', 'b'), ('b', 'c')])) or 'networkx' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
