from __future__ import annotations

import random
from itertools import pairwise
from xml.etree.ElementTree import Element

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing import Edge, Node, tree_map
from goalsite.drawing.nodes import Way
from tests.drawing.drawings import of_class, parsed, words


def tree(*edges: str, names: str = "abcdef") -> str:
    """A map of goals with one letter, of edges such as `b>a`: b serves a."""
    nodes = [Node(name, name, f"goals/{name}/") for name in names]
    return tree_map(nodes, [Edge(edge[0], edge[2], "supports") for edge in edges], "map")


def places(svg: str) -> dict[str, tuple[float, float]]:
    """Where the names stand."""
    texts = of_class(parsed(svg), "gs-name")
    return {text.text or "": (float(text.attrib["x"]), float(text.attrib["y"])) for text in texts}


def lines(svg: str, name: str = "gs-edge") -> list[Element]:
    """The lines with that class, without their heads."""
    return [one for one in of_class(parsed(svg), name) if "gs-head" not in one.attrib["class"]]


def test_depth_runs_to_the_right() -> None:
    at = places(tree("b>a", "c>b", names="abc"))
    assert at["a"][0] < at["b"][0] < at["c"][0]


def test_a_parent_stands_beside_the_middle_of_its_children() -> None:
    at = places(tree("b>a", "c>a", "d>a", names="abcd"))
    assert at["a"][1] == at["c"][1]
    assert at["b"][1] < at["c"][1] < at["d"][1]


def test_the_first_edge_makes_the_parent_and_others_are_faint_curves() -> None:
    svg = tree("c>a", "c>b", names="abc")
    at = places(svg)
    assert at["c"][1] == at["a"][1] != at["b"][1]
    assert len(lines(svg, "gs-extra")) == 1


def test_the_order_of_the_goals_does_not_matter() -> None:
    edges = ["b>a", "c>a", "d>c", "e>c", "f>b"]
    shuffled = "".join(random.Random(1).sample("abcdef", 6))
    assert tree(*edges, names=shuffled) == tree(*edges)


def test_a_circle_is_opened_at_its_smallest_id_and_every_goal_is_shown_once() -> None:
    svg = tree("a>b", "b>c", "c>a", "d>b", names="abcd")
    at = places(svg)
    assert sorted(at) == ["a", "b", "c", "d"]
    assert at["a"][0] < at["c"][0] < at["b"][0] < at["d"][0]
    assert len(lines(svg)) == 4


def test_a_goal_that_serves_itself_or_one_unknown_is_a_root() -> None:
    assert of_class(parsed(tree("a>a", "b>z", names="ab")), "gs-edge") == []


def test_no_two_goals_share_a_place() -> None:
    at = places(tree("c>a", "d>a", "e>b", "f>e"))
    assert len(set(at.values())) == 6


def heads(way: Way) -> int:
    nodes = [Node(name, name, name) for name in "ab"]
    svg = tree_map(nodes, [Edge("b", "a", "supports", way)], "map")
    return len(of_class(parsed(svg), "gs-head"))


def test_the_end_of_the_head_tells_who_started_an_alignment() -> None:
    nodes = [Node(name, name, name) for name in "ab"]
    ways: tuple[Way, ...] = ("up", "down")
    ends = {}
    for way in ways:
        svg = tree_map(nodes, [Edge("b", "a", "supports", way)], "map")
        (head,) = of_class(parsed(svg), "gs-head")
        ends[way] = float(head.attrib["d"][1:].split()[0])
        assert f"gs-way-{way}" in head.attrib["class"]
    assert ends["up"] < ends["down"]
    assert [heads(""), heads("both")] == [1, 2]


def test_an_edge_across_the_organisation_has_a_ring_and_an_exposed_goal_another() -> None:
    nodes = [Node("a", "A"), Node("b", "B", exposed="exposed")]
    root = parsed(tree_map(nodes, [Edge("b", "a", "supports", across=True)], "map"))
    assert len(of_class(root, "gs-bridge")) == len(of_class(root, "gs-exposed")) == 1
    assert of_class(root, "gs-leaf")[1].findtext("title") == "B · exposed"


def test_mirrored_depth_runs_to_the_left_and_nothing_leaves_the_picture() -> None:
    nodes = [Node(name, f"Goal {name}", name) for name in "abc"]
    edges = [Edge("b", "a", "supports"), Edge("c", "b", "supports")]
    svg = tree_map(nodes, edges, "map", mirrored=True)
    at = places(svg)
    assert at["Goal a"][0] > at["Goal b"][0] > at["Goal c"][0] > 0
    assert at["Goal a"][0] < float(parsed(svg).attrib["width"])


def test_without_goals_there_is_no_map() -> None:
    assert tree_map([], [], "map") == ""


def test_a_chain_of_1500_goals_needs_no_recursion() -> None:
    names = [f"{number:04}" for number in range(1500)]
    nodes = [Node(name, name, name) for name in names]
    edges = [Edge(lower, upper, "supports") for upper, lower in pairwise(names)]
    assert tree_map(nodes, edges, "map").count("<a ") == 1500


def test_the_map_grows_evenly_with_its_goals() -> None:
    def size(count: int) -> int:
        nodes = [Node(f"{number:05}", "Goal", "goal/") for number in range(count)]
        edges = [Edge(f"{number:05}", f"{number // 4:05}", "supports") for number in range(1, count)]
        return len(tree_map(nodes, edges, "map"))

    assert size(1500) < 2.1 * size(750)


def test_a_title_is_escaped_and_shortened_but_told_whole() -> None:
    title = "<b>Reduce the median time from push to green to five minutes</b>"
    root = parsed(tree_map([Node("a", title, "goals/a/", "on track", "ok")], [], "map"))
    assert words(root, "gs-name")[0].endswith("…")
    assert of_class(root, "gs-leaf")[0].findtext("title") == f"{title} · on track"


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=40))
def test_any_edges_give_a_map_of_all_goals_inside_its_picture(pairs: list[tuple[int, int]]) -> None:
    nodes = [Node(f"{number:02}", "目标", "goal/") for number in range(12)]
    root = parsed(tree_map(nodes, [Edge(f"{a:02}", f"{b:02}", "supports") for a, b in pairs], "map"))
    texts = of_class(root, "gs-name")
    assert len(texts) == 12
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    assert all(0 <= float(t.attrib["x"]) <= width - 30 for t in texts)
    assert all(8 <= float(t.attrib["y"]) <= height - 8 for t in texts)
