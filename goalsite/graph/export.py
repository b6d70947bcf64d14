"""Corpus + Graph -> text for other programs: Graphviz, Mermaid, GraphML, node-link JSON.

Every format is in the order of ids, so that equal goals make equal text. Titles are the words of strangers:
no format lets them end a string, add markup or hold characters that act.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import asdict

from goalsite.graph.edges import Edge, Graph
from goalsite.model.records import Corpus, Objective

FORMATS = ("dot", "mermaid", "graphml", "json")
"""What `export_graph` writes."""


class Node(Struct, frozen=True):
    """A goal, a KPI, or what lies outside (whose title is its address)."""

    id: str
    title: str
    kind: str
    unit: str = ""
    cycle: str = ""
    state: str = ""
    status: str = ""


class Link(Struct, frozen=True):
    """An edge between two nodes; `key_result` is the one meant of the target."""

    source: str
    target: str
    type: str
    weight: float
    key_result: str = ""
    confirmed: str = ""

    @property
    def label(self) -> str:
        """Its type, with the key result and the weight where they say something."""
        result = f" #{self.key_result}" if self.key_result else ""
        return f"{self.type}{result}" + ("" if self.weight == 1 else f" {self.weight:g}")


def export_graph(
    corpus: Corpus,
    graph: Graph,
    statuses: Mapping[str, str],
    form: str,
    around: str | None = None,
    hops: int | None = 1,
    types: Collection[str] = (),
) -> str:
    """The goals and KPIs with their edges, in one of FORMATS, ending in a line end.

    `statuses` are those to show, by id. `types` (none: all) are the edges to keep; `around` keeps the node of
    that id and those at most `hops` edges away, in either direction; with `hops` None its whole lineage, all
    it serves and all that serves it.
    """
    edges = [edge for edge in graph.edges if not types or edge.type in types]
    nodes = {node.id: node for node in (*_nodes(corpus, statuses), *_outside(edges))}
    links = [_link(edge) for edge in edges]
    if around is not None:
        near = _lineage(graph, around) if hops is None else _near(links, around, hops)
        nodes = {name: node for name, node in nodes.items() if name in near}
        links = [link for link in links if link.source in near and link.target in near]
    return _WRITERS[form](tuple(nodes[name] for name in sorted(nodes)), tuple(links))


def _nodes(corpus: Corpus, statuses: Mapping[str, str]) -> Iterable[Node]:
    for goal in (*corpus.objectives, *corpus.kpis):
        status, title = statuses.get(goal.id, ""), _calm(goal.title)
        if isinstance(goal, Objective):
            yield Node(goal.id, title, "objective", goal.team, goal.cycle, goal.state, status)
        else:
            yield Node(goal.id, title, "kpi", goal.team, status=status)


def _outside(edges: Iterable[Edge]) -> Iterable[Node]:
    for edge in edges:
        if edge.outside:
            yield Node(_calm(edge.target), _calm(edge.target), "outside")


def _link(edge: Edge) -> Link:
    answer = "" if edge.confirmed is None else str(edge.confirmed).lower()
    return Link(edge.source, _calm(edge.target), edge.type, edge.weight, edge.key_result, answer)


def _lineage(graph: Graph, around: str) -> set[str]:
    from goalsite.graph.lineage import ancestors, descendants

    return {around, *ancestors(graph, around), *descendants(graph, around)}


def _near(links: Iterable[Link], around: str, hops: int) -> set[str]:
    """The ids at most `hops` links away from `around`, itself too."""
    beside: dict[str, set[str]] = {}
    for link in links:
        beside.setdefault(link.source, set()).add(link.target)
        beside.setdefault(link.target, set()).add(link.source)
    near, edge = {around}, {around}
    for _ in range(hops):
        edge = {other for name in edge for other in beside.get(name, ())} - near
        if not edge:
            break
        near |= edge
    return near


_ACTIVE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def _calm(text: str) -> str:
    """`text` with a space for each character that acts: controls, line ends, marks of direction."""
    return _ACTIVE.sub(" ", text)


_SHAPES = {"objective": "box", "kpi": "ellipse", "outside": "note"}


def _dot(nodes: tuple[Node, ...], links: tuple[Link, ...]) -> str:
    lines = ["digraph goals {", "  rankdir=BT;"]
    for node in nodes:
        values = {"label": node.title, "shape": _SHAPES[node.kind], **asdict(node)}
        del values["id"], values["title"]
        lines.append(f"  {_quoted(node.id)} [{_attributes(values)}];")
    for link in links:
        values = {"label": link.label, "type": link.type, "edge_weight": f"{link.weight:.15g}"}
        values |= {"key_result": link.key_result, "confirmed": link.confirmed}
        lines.append(f"  {_quoted(link.source)} -> {_quoted(link.target)} [{_attributes(values)}];")
    return "\n".join([*lines, "}", ""])


def _attributes(values: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(value)}" for name, value in values.items() if value)


def _quoted(text: str) -> str:
    """A string of DOT: nothing ends it but its quote, and a backslash is one."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


_BRACKETS = {"objective": ("[", "]"), "kpi": ("([", "])"), "outside": ("[/", "/]")}


def _mermaid(nodes: tuple[Node, ...], links: tuple[Link, ...]) -> str:
    names = {node.id: f"n{index}" for index, node in enumerate(nodes)}
    lines = ["flowchart BT"]
    for node in nodes:
        left, right = _BRACKETS[node.kind]
        style = f":::{node.status}" if node.status else ""
        lines.append(f"  %% {names[node.id]} is {_entities(node.id)}")
        lines.append(f'  {names[node.id]}{left}"{_entities(node.title) or " "}"{right}{style}')
    arrows = (f'  {names[one.source]} -->|"{_entities(one.label)}"| {names[one.target]}' for one in links)
    return "\n".join([*lines, *arrows, ""])


def _entities(text: str) -> str:
    """A label of Mermaid: its own entities for all that could be markup, Markdown or the end of the label."""
    return re.sub(r"[^\w \-./,:%+=\u0080-\U0010ffff]", lambda found: f"#{ord(found[0])};", text)


def _graphml(nodes: tuple[Node, ...], links: tuple[Link, ...]) -> str:
    import networkx as nx

    drawn = nx.MultiDiGraph()
    for node in nodes:
        values = asdict(node)
        drawn.add_node(values.pop("id"), **values)
    for index, link in enumerate(links):
        values = asdict(link)
        drawn.add_edge(values.pop("source"), values.pop("target"), key=f"e{index}", **values)
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *nx.generate_graphml(drawn), ""])


def _json(nodes: tuple[Node, ...], links: tuple[Link, ...]) -> str:
    """Node-link data, as networkx and D3 read it."""
    data = {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [asdict(node) for node in nodes],
        "edges": [{**asdict(link), "key": index} for index, link in enumerate(links)],
    }
    return json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


_WRITERS: dict[str, Callable[[tuple[Node, ...], tuple[Link, ...]], str]] = {
    "dot": _dot,
    "mermaid": _mermaid,
    "graphml": _graphml,
    "json": _json,
}
