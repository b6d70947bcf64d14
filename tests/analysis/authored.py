"""Repositories as authors write them, read and figured: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from goalsite.analysis.analyse import analyse
from goalsite.analysis.figures import Analysis, KeyResultFigures, KpiFigures, ObjectiveFigures
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, has_errors
from goalsite.graph.build import build_graph
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline
from goalsite.model.corpus import read_corpus
from goalsite.model.records import Corpus
from goalsite.model.settings import read_config
from goalsite.source.read import read_documents, read_mapping
from goalsite.source.tree import MemoryTree

Read = tuple[Corpus, Graph, Config, tuple[Diagnostic, ...]]


def read(files: Mapping[str, str]) -> Read:
    """What the stages before the analysis make of `files`."""
    tree = MemoryTree(files)
    node, found = read_mapping(tree, "config.yaml")
    config, in_config = read_config(node, "config.yaml", frozenset({"UTC", "Asia/Shanghai"}))
    documents, in_files = read_documents(tree)
    corpus, names, in_model = read_corpus(documents, config)
    graph, in_graph = build_graph(corpus, names, config)
    return corpus, graph, config, (*found, *in_config, *in_files, *in_model, *in_graph)


def figured(files: Mapping[str, str], as_of: str, timeline: Timeline | None = None) -> Analysis:
    """All figures of `files` on a day, whatever is wrong with them."""
    corpus, graph, config, _ = read(files)
    return analyse(corpus, graph, timeline or Timeline(), config, date.fromisoformat(as_of))


def analysed(files: Mapping[str, str], as_of: str) -> Analysis:
    """All figures of `files`, which hold no error, on a day."""
    corpus, graph, config, found = read(files)
    assert not has_errors(found), found
    return analyse(corpus, graph, Timeline(), config, date.fromisoformat(as_of))


def goal_file(key_results: str = "", head: str = "") -> str:
    """An objective's file: lines of front matter, then key results, each line beginning with `- {`."""
    results = f"key_results:\n{key_results.rstrip()}\n" if key_results else ""
    return f"---\ntitle: Trust\n{head.rstrip()}\n{results}---\n"


def objective(key_results: str, as_of: str, head: str = "", config: str = "") -> ObjectiveFigures:
    """The figures of the one objective of 2026-Q4, committed unless `head` says otherwise."""
    if "commitment:" not in head:
        head = f"commitment: committed\n{head}"
    files = {"config.yaml": config, "goals/2026-Q4/trust.md": goal_file(key_results, head)}
    return analysed(files, as_of).objectives["2026-Q4/trust"]


def key_result(said: str, as_of: str, head: str = "", config: str = "") -> KeyResultFigures:
    """The figures of the one key result, written as `{id: kr, …}` without the braces, of that objective."""
    return objective(f"- {{id: kr, title: KR, {said}}}", as_of, head, config).key_results[0]


def kpi(said: str, as_of: str, config: str = "", **others: str) -> KpiFigures:
    """The figures of the KPI `k`; `others` are the KPIs beside it by name."""
    files = {"config.yaml": config}
    for name, text in {"k": said, **others}.items():
        files[f"goals/kpis/{name}.md"] = f"---\ntitle: {name}\n{text.strip()}\n---\n"
    return analysed(files, as_of).kpis["kpis/k"]


def value(day: str, number: object) -> str:
    """One check-in with a value, as the last keys of a key result."""
    return f"checkins: [{{date: {day}, value: {number}}}]"


def near(figure: Any, within: float = 1e-9) -> Any:
    """Equal to `figure`, but for `within`."""
    return pytest.approx(figure, rel=1e-9, abs=within)
