from __future__ import annotations

from goalsite.graph.edges import Edge, Graph


def test_an_edge_names_its_target_as_authors_write_it() -> None:
    assert Edge("supports", "a", "b").to == "b"
    assert Edge("supports", "a", "b", "kr").to == "b#kr"


def test_figures_follow_edges_of_one_type_inside_the_site_and_on_no_circle() -> None:
    plain = Edge("contributes", "a", "b")
    outside = Edge("contributes", "a", "https://example.org/g", outside=True)
    tangled = Edge("contributes", "c", "d")
    other = Edge("supports", "a", "b")
    graph = Graph((plain, outside, tangled, other), tangled=frozenset({("contributes", "c", "d")}))
    assert graph.counted("contributes") == [plain]
