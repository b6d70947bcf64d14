"""The table of contents: tree -> documents -> corpus -> graph -> analysis -> pages -> artifacts. It composes and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import available_timezones

from goalsite.analysis.analyse import analyse, needs_history
from goalsite.analysis.figures import Analysis
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.graph.build import build_graph
from goalsite.graph.edges import Graph
from goalsite.history.timeline import Timeline, read_timeline
from goalsite.model.corpus import read_corpus
from goalsite.model.records import Corpus
from goalsite.model.settings import read_config
from goalsite.source.read import read_documents, read_mapping
from goalsite.source.tree import DiskTree


@dataclass(frozen=True, slots=True)
class Project:
    """A repository of goals: its folder, its configuration and what is wrong with that."""

    root: Path
    config: Config
    config_path: str
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Figured:
    """Everything known of a project on one day."""

    project: Project
    corpus: Corpus
    graph: Graph
    timeline: Timeline
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]


def open_project(root: Path, config_path: str = "config.yaml") -> Project:
    """The project in `root`; without a configuration file every key has its default."""
    node, found = read_mapping(DiskTree(root), config_path)
    config, more = read_config(node, config_path, frozenset(available_timezones()))
    return Project(root, config, config_path, in_order((*found, *more)))


def figure(project: Project, as_of: date) -> Figured:
    """The project's files, read, checked and figured as they stand on `as_of`."""
    config = project.config
    tree = DiskTree(project.root, config.goals_dir, (*config.exclude, config.site_dir, f"{config.site_dir}/**"))
    documents, from_files = read_documents(tree, config.goals_dir, config.exclude)
    corpus, names, from_model = read_corpus(documents, config)
    graph, from_graph = build_graph(corpus, names, config)
    timeline, from_history = read_timeline(project.root, needs_history(corpus), config.timezone)
    analysis = analyse(corpus, graph, timeline, config, as_of)
    found = in_order((*project.diagnostics, *from_files, *from_model, *from_graph, *from_history))
    return Figured(project, corpus, graph, timeline, analysis, found)
