from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing import Edge, NetworkWords, Node, network
from goalsite.drawing.nodes import EDGE_FORMS
from tests.drawing.drawings import assert_tidy, of_class, words

WORDS = NetworkWords(
    "Alignment of faster builds",
    outgoing=lambda kind: kind.replace("_", " "),
    incoming=lambda kind: f"{kind}, from there",
    more=lambda count: f"{count} more",
)
HERE = Node("here", "Every engineer trusts a green build", "../here/", "on track", "ok")


def node(name: str, title: str = "") -> Node:
    return Node(name, title or name, f"../{name}/")


def drawn(*edges: Edge, names: str = "abcdef") -> str:
    return network(HERE, [node(name) for name in names], edges, WORDS)


def height_of(svg: str, name: str) -> float:
    box = next(e for e in of_class(assert_tidy(svg), "gs-node") if name in e.findtext("title", ""))
    return float(next(box.iter("rect")).attrib["y"])


def test_what_it_serves_stands_above_and_who_carries_it_below() -> None:
    svg = drawn(Edge("here", "a", "supports"), Edge("b", "here", "contributes"))
    assert height_of(svg, "a") < height_of(svg, "Every engineer") < height_of(svg, "b")


def test_what_it_depends_on_stands_to_the_left_and_who_waits_for_it_to_the_right() -> None:
    root = assert_tidy(drawn(Edge("here", "a", "depends_on"), Edge("b", "here", "depends_on")))
    left, right, middle = (float(next(e.iter("rect")).attrib["x"]) for e in of_class(root, "gs-node"))
    assert left < middle < right
    assert words(root)[:2] == ["depends on", "depends_on, fro…"]


def test_every_box_is_a_link_that_says_the_whole_title_and_the_status() -> None:
    long = Node("a", "把平均修复时间缩短到一小时以内，并且让每一次事故都有复盘", "../a/", "有风险", "warn")
    root = assert_tidy(network(HERE, [long], [Edge("here", "a", "supports")], WORDS))
    box = of_class(root, "gs-node")[0]
    assert (box.tag, box.attrib["href"]) == ("a", "../a/")
    assert box.findtext("title") == f"{long.title} · 有风险"
    assert words(root, "gs-name")[2].endswith("…")


def test_links_are_not_hidden_in_an_image() -> None:
    root = assert_tidy(drawn(Edge("here", "a", "supports")))
    assert (root.attrib["role"], root.attrib["aria-label"]) == ("group", WORDS.title)


def test_an_arrow_points_at_what_the_edge_names() -> None:
    out = assert_tidy(drawn(Edge("here", "a", "contributes"), Edge("here", "b", "contributes")))
    into = assert_tidy(drawn(Edge("a", "here", "contributes"), Edge("b", "here", "contributes")))
    assert len(of_class(out, "gs-head-full")) == 2
    assert len(of_class(into, "gs-head-full")) == 1


def test_neighbours_are_sorted_by_id_whatever_order_they_come_in() -> None:
    edges = [Edge("here", name, kind) for name in "abcdef" for kind in ("supports", "depends_on", "guards")]
    shuffled = random.Random(4).sample(edges, len(edges))
    assert drawn(*shuffled) == drawn(*edges)


def test_an_edge_given_twice_or_between_others_or_to_itself_is_drawn_once_or_not() -> None:
    edge = Edge("here", "a", "supports")
    others = Edge("a", "b", "supports"), Edge("here", "here", "supports"), Edge("here", "unknown", "supports")
    assert drawn(edge, edge, *others) == drawn(edge)


def test_without_neighbours_there_is_no_graph() -> None:
    assert drawn(Edge("a", "b", "supports")) == ""


def test_of_a_hundred_neighbours_some_forty_are_drawn_and_the_rest_is_counted() -> None:
    names = [f"n{number:03}" for number in range(100)]
    edges = [Edge(name, "here", "supports") for name in names]
    root = assert_tidy(network(HERE, [node(name) for name in names], edges, WORDS))
    assert len(of_class(root, "gs-node")) == 16
    assert words(root, "gs-more") == ["85 more"]


def test_an_unknown_kind_of_edge_is_drawn_plainly() -> None:
    root = assert_tidy(drawn(Edge("here", "a", "reviews")))
    assert of_class(root, "gs-edge")[0].attrib["class"] == "gs-edge"


def test_a_hostile_title_stays_text() -> None:
    nodes = [Node("a", '"><script>alert(1)</script>', "../a/", '" onload="x')]
    root = assert_tidy(network(HERE, nodes, [Edge("here", "a", "supports")], WORDS))
    assert of_class(root, "gs-node")[0].findtext("title") == '"><script>alert(1)</script> · " onload="x'


NAMES = st.integers(0, 60).map(str)
KINDS = st.sampled_from([*EDGE_FORMS, "reviews"])


@given(
    st.lists(st.builds(Node, NAMES, st.text(max_size=60), NAMES, st.text(max_size=10)), max_size=50),
    st.lists(st.tuples(NAMES, KINDS, st.booleans()), max_size=60),
)
def test_any_neighbours_are_drawn_inside_the_picture_without_colliding_words(
    nodes: list[Node], ties: list[tuple[str, str, bool]]
) -> None:
    edges = [Edge("here", n, kind) if out else Edge(n, "here", kind) for n, kind, out in ties]
    svg = network(HERE, nodes, edges, WORDS)
    if svg:
        assert len(of_class(assert_tidy(svg), "gs-node")) <= 40
