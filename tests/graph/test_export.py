"""The goals and their edges in formats that other programs read."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.config import Config
from goalsite.core.values import replace
from goalsite.graph.build import build_graph
from goalsite.graph.export import FORMATS, export_graph
from goalsite.model.corpus import read_corpus
from goalsite.source.read import read_documents
from goalsite.source.tree import MemoryTree

SITES = Config(sites=(("partner", "https://example.org/"),))
FILES = {
    "goals/platform/team.md": "---\ntitle: Platform\n---\n",
    "goals/kpis/uptime.md": "---\ntitle: 可用性\n---\n",
    "goals/2026-Q4/win.md": "---\ntitle: Win trust\nkey_results: [{id: nps, title: NPS}]\n---\n",
    "goals/platform/2026-Q4/builds.md": (
        "---\ntitle: Trust builds\nstatus: paused\nsupports: ['win#nps', https://example.org/strategy]\n"
        "contributes: [{to: win, weight: 2.5}]\nguards: [uptime]\n"
        "depends_on: [{goal: partner:runners, confirmed: false}]\n---\n"
    ),
    "goals/2026-Q4/alone.md": "---\ntitle: Alone\n---\n",
}
BUILDS, WIN, UPTIME = "platform/2026-Q4/builds", "2026-Q4/win", "kpis/uptime"
STATUSES = {BUILDS: "on_track", UPTIME: "red"}
NAMES = {BUILDS, WIN, UPTIME, "2026-Q4/alone", "https://example.org/strategy", "partner:runners"}


def exported(form: str, files: Mapping[str, str] = FILES, **options: Any) -> str:
    """The text of `files` in one format."""
    documents, _ = read_documents(MemoryTree(files))
    corpus, names, _ = read_corpus(documents, SITES)
    graph, _ = build_graph(corpus, names, SITES)
    return export_graph(corpus, graph, STATUSES, form, **options)


def titled(title: str) -> dict[str, str]:
    """A goal of that title, which another supports."""
    return {
        "goals/2026-Q4/a.md": f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n",
        "goals/2026-Q4/b.md": "---\ntitle: B\nsupports: [a]\n---\n",
    }


def node_link(text: str) -> nx.MultiDiGraph:
    return nx.node_link_graph(json.loads(text), edges="edges")


def graphml(text: str) -> nx.MultiDiGraph:
    return nx.parse_graphml(text, force_multigraph=True)


DOT_STRING = r'"((?:[^"\\]|\\.)*)"'
DOT_LINE = re.compile(rf"  {DOT_STRING}(?: -> {DOT_STRING})? \[((?:\w+={DOT_STRING}(?:, )?)*)\];")


def unquoted(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def dot(text: str) -> nx.MultiDiGraph:
    """What a program that knows DOT reads; every line has to be one statement of it."""
    first, rank, *lines, last = text.splitlines()
    assert (first, rank, last) == ("digraph goals {", "  rankdir=BT;", "}")
    found = nx.MultiDiGraph()
    for line in lines:
        match = DOT_LINE.fullmatch(line)
        assert match, line
        values = {name: unquoted(value) for name, value in re.findall(rf"(\w+)={DOT_STRING}", match[3])}
        if match[2] is None:
            found.add_node(unquoted(match[1]), title=values.pop("label", ""), **values)
        else:
            found.add_edge(
                unquoted(match[1]), unquoted(match[2]), weight=float(values.pop("edge_weight")), **values
            )
    return found


MERMAID_NODE = re.compile(r'  (n\d+)(?:\["|\(\["|\[/")([^"\n]*)(?:"\]|"\]\)|"/\])(?::::(\w+))?')
MERMAID_EDGE = re.compile(r'  (n\d+) -->\|"([^"\n]*)"\| (n\d+)')


def plain(label: str) -> str:
    assert not re.search(r"[<>\[\](){}|`*&]", label), label
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)


def mermaid(text: str) -> nx.MultiDiGraph:
    """What Mermaid reads; every line has to be a comment, a node or an edge."""
    first, *lines = text.splitlines()
    assert first == "flowchart BT"
    found, names = nx.MultiDiGraph(), {}
    for line in lines:
        if comment := re.fullmatch(r"  %% (n\d+) is (.*)", line):
            names[comment[1]] = plain(comment[2])
        elif node := MERMAID_NODE.fullmatch(line):
            found.add_node(names[node[1]], title=plain(node[2]), status=node[3] or "")
        else:
            edge = MERMAID_EDGE.fullmatch(line)
            assert edge, line
            found.add_edge(names[edge[1]], names[edge[3]], label=plain(edge[2]))
    return found


READERS = {"dot": dot, "mermaid": mermaid, "graphml": graphml, "json": node_link}


def test_every_format_is_read_back() -> None:
    assert set(READERS) == set(FORMATS)


@pytest.mark.parametrize("form", FORMATS)
def test_all_goals_kpis_and_what_lies_outside_are_there_with_their_edges(form: str) -> None:
    found = READERS[form](exported(form))
    assert set(found.nodes) == NAMES
    assert sorted(found.edges()) == [
        (BUILDS, WIN),
        (BUILDS, WIN),
        (BUILDS, "https://example.org/strategy"),
        (BUILDS, UPTIME),
        (BUILDS, "partner:runners"),
    ]
    assert {found.nodes[name]["title"] for name in (BUILDS, UPTIME)} == {"Trust builds", "可用性"}


@pytest.mark.parametrize("form", ["dot", "graphml", "json"])
def test_nodes_and_edges_have_their_attributes(form: str) -> None:
    found = READERS[form](exported(form))
    goal = {name: found.nodes[BUILDS].get(name, "") for name in ("kind", "unit", "cycle", "state", "status")}
    assert goal == {
        "kind": "objective",
        "unit": "platform",
        "cycle": "2026-Q4",
        "state": "paused",
        "status": "on_track",
    }
    assert (found.nodes[UPTIME]["kind"], found.nodes[UPTIME]["status"]) == ("kpi", "red")
    assert found.nodes["partner:runners"]["kind"] == "outside"
    edges = {data["type"]: data for *_, data in found.edges(data=True) if data["type"] != "supports"}
    assert (edges["contributes"]["weight"], edges["guards"]["weight"]) == (2.5, 1)
    assert edges["depends_on"]["confirmed"] == "false"
    assert "nps" in [data.get("key_result") for *_, data in found.edges(data=True)]


def test_mermaid_says_type_key_result_and_weight_beside_the_arrow() -> None:
    labels = {data["label"] for *_, data in mermaid(exported("mermaid")).edges(data=True)}
    assert labels == {"contributes 2.5", "guards", "supports", "supports #nps", "depends_on"}


@pytest.mark.parametrize("form", FORMATS)
def test_only_edges_of_the_wanted_types_are_kept(form: str) -> None:
    found = READERS[form](exported(form, types=("contributes", "guards")))
    assert sorted(found.edges()) == [(BUILDS, WIN), (BUILDS, UPTIME)]
    assert "partner:runners" not in found


@pytest.mark.parametrize(
    ("hops", "near"),
    [(0, {WIN}), (1, {WIN, BUILDS}), (2, NAMES - {"2026-Q4/alone"}), (9, NAMES - {"2026-Q4/alone"})],
)
@pytest.mark.parametrize("form", FORMATS)
def test_around_a_goal_is_what_lies_at_most_so_many_edges_away(form: str, hops: int, near: set[str]) -> None:
    assert set(READERS[form](exported(form, around=WIN, hops=hops)).nodes) == near


def test_around_follows_only_the_wanted_types() -> None:
    found = node_link(exported("json", around=WIN, hops=5, types=("contributes",)))
    assert set(found.nodes) == {WIN, BUILDS}


@pytest.mark.parametrize("form", FORMATS)
def test_equal_goals_make_equal_text(form: str) -> None:
    backwards = {path: FILES[path] for path in sorted(FILES, reverse=True)}
    assert exported(form, backwards) == exported(form)
    assert exported(form).endswith("\n")
    assert not exported(form).endswith("\n\n")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_makes_a_graph_without_nodes(form: str) -> None:
    assert list(READERS[form](exported(form, {})).nodes) == []


EVIL = [
    'Say "yes"',
    'x"]; evil [label="y',
    "back\\slash\\",
    '\\"',
    "\\N \\G \\l",
    "a --> b",
    "<b>bold</b><script>alert(1)</script>",
    "<![CDATA[ & ]]> &amp; &#60;",
    "#quot; #35; `code` **bold** 50% %%{init: {}}%%",
    "]) | } { ( [ /",
    "end",
    "目标 「信任」 🚀",
]


@pytest.mark.parametrize("title", EVIL)
@pytest.mark.parametrize("form", FORMATS)
def test_a_title_stays_a_title_whatever_it_says(form: str, title: str) -> None:
    found = READERS[form](exported(form, titled(title)))
    assert (set(found.nodes), len(found.edges())) == ({"2026-Q4/a", "2026-Q4/b"}, 1)
    assert found.nodes["2026-Q4/a"]["title"] == title


@given(title=st.text(max_size=40))
@pytest.mark.parametrize("form", FORMATS)
def test_any_text_may_be_a_title(form: str, title: str) -> None:
    documents, _ = read_documents(MemoryTree(titled("A")))
    corpus, names, _ = read_corpus(documents, Config())
    graph, _ = build_graph(corpus, names, Config())
    goals = tuple(replace(goal, title=title) for goal in corpus.objectives)
    text = export_graph(replace(corpus, objectives=goals), graph, {}, form)
    assert (len(READERS[form](text).nodes), len(READERS[form](text).edges())) == (2, 1)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
