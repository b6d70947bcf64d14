from __future__ import annotations

from goalsite.graph.edges import Edge, Graph
from goalsite.graph.lineage import ancestors, descendants

GRAPH = Graph(
    edges=(
        Edge("cascades_from", "uptime", "trust-index"),
        Edge("contributes", "faster-builds", "win-trust"),
        Edge("depends_on", "faster-builds", "new-runners"),
        Edge("improves", "win-trust", "trust-index"),
        Edge("supports", "cache", "faster-builds"),
        Edge("supports", "win-trust", "https://example.org/", outside=True),
    )
)


def test_ancestors_are_all_that_a_goal_serves_in_the_end() -> None:
    assert ancestors(GRAPH, "cache") == {"faster-builds", "win-trust", "trust-index"}


def test_descendants_are_all_that_serve_it() -> None:
    assert descendants(GRAPH, "trust-index") == {"win-trust", "faster-builds", "cache", "uptime"}


def test_what_it_waits_for_and_what_lies_outside_is_no_lineage() -> None:
    assert ancestors(GRAPH, "new-runners") == descendants(GRAPH, "new-runners") == frozenset()
    assert "https://example.org/" not in ancestors(GRAPH, "cache")


def test_on_a_circle_of_supports_a_goal_is_not_its_own_ancestor() -> None:
    circle = Graph(edges=(Edge("supports", "a", "b"), Edge("supports", "b", "a")))
    assert ancestors(circle, "a") == descendants(circle, "a") == {"b"}


def test_a_goal_without_edges_has_no_lineage() -> None:
    assert ancestors(Graph(), "a") == frozenset()
