"""Which goals belong together."""

from __future__ import annotations

from goalsite.graph.edges import Edge
from goalsite.lint.linked import Linked


def test_an_edge_links_both_ways_and_no_further() -> None:
    linked = Linked.by([Edge("supports", "a", "b"), Edge("supports", "c", "b")])
    assert linked.between("a", "b")
    assert linked.between("b", "a")
    assert not linked.between("a", "c")


def test_one_result_is_shared_by_all_that_say_so() -> None:
    linked = Linked.by([Edge("same_as", "a", "b"), Edge("same_as", "d", "c"), Edge("same_as", "b", "c")])
    assert linked.between("a", "d")
    assert not linked.between("a", "e")


def test_a_circle_of_same_as_ends() -> None:
    linked = Linked.by([Edge("same_as", "a", "b"), Edge("same_as", "b", "a"), Edge("same_as", "b", "c")])
    assert linked.between("a", "c")
