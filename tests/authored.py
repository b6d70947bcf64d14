"""What an author writes, read as the product reads it: whole files in, records, edges and findings out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from textwrap import dedent, indent
from zoneinfo import available_timezones

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.graph.build import build_graph
from goalsite.graph.edges import Graph
from goalsite.model.corpus import read_corpus
from goalsite.model.records import Corpus, Cycle, KeyResult, Kpi, Objective, Person, Team
from goalsite.model.settings import read_config
from goalsite.source.read import read_documents, read_mapping
from goalsite.source.tree import MemoryTree

ZONES = frozenset(available_timezones())


@dataclass(frozen=True)
class Site:
    """A repository of goals that was read."""

    config: Config
    corpus: Corpus
    graph: Graph
    found: tuple[Diagnostic, ...]

    @cached_property
    def goals(self) -> dict[str, Objective | Kpi]:
        """Objectives and KPIs by id."""
        goals: dict[str, Objective | Kpi] = {goal.id: goal for goal in self.corpus.objectives}
        return goals | {kpi.id: kpi for kpi in self.corpus.kpis}

    def objective(self, name: str) -> Objective:
        """The objective of that id."""
        goal = self.goals[name]
        assert isinstance(goal, Objective)
        return goal

    def kpi(self, name: str) -> Kpi:
        """The KPI of that id."""
        goal = self.goals[name]
        assert isinstance(goal, Kpi)
        return goal

    def team(self, name: str) -> Team:
        """The unit of that id."""
        return {team.id: team for team in self.corpus.teams}[name]

    def person(self, name: str) -> Person:
        """The person of that id."""
        return {person.id: person for person in self.corpus.people}[name]

    def cycle(self, name: str) -> Cycle:
        """The cycle of that id."""
        return {cycle.id: cycle for cycle in self.corpus.cycles}[name]

    @property
    def codes(self) -> list[str]:
        """The codes of all findings, by place."""
        return [one.code for one in self.found]

    def said(self, path: str = "") -> list[str]:
        """Every finding as `path:line:column: code message`; those of one file without its path."""
        if path:
            return [
                f"{one.line}:{one.column}: {one.code} {one.message}" for one in self.found if one.path == path
            ]
        return [f"{one.path}:{one.line}:{one.column}: {one.code} {one.message}" for one in self.found]

    def hints(self) -> list[str]:
        """The hint of every finding."""
        return [one.hint for one in self.found]

    def edges(self, kind: str) -> list[tuple[str, str]]:
        """The edges of one type, as (source, what it leads to)."""
        return [(edge.source, edge.to) for edge in self.graph.edges if edge.type == kind]


def goal(front: str = "", body: str = "") -> str:
    """A Markdown file with that front matter, which may be indented as the test around it."""
    return f"---\n{dedent(front).strip()}\n---\n{dedent(body)}"


def read(files: Mapping[str, str | bytes]) -> Site:
    """The site that the files make; without `config.yaml` every key has its default."""
    tree = MemoryTree(files)
    node, found = read_mapping(tree, "config.yaml")
    config, from_config = read_config(node, "config.yaml", ZONES)
    documents, from_files = read_documents(tree, config.goals_dir, config.exclude)
    corpus, names, from_model = read_corpus(documents, config)
    graph, from_graph = build_graph(corpus, names, config)
    everything = (*found, *from_config, *from_files, *from_model, *from_graph)
    return Site(config, corpus, graph, in_order(everything))


def read_objective(front: str) -> tuple[Objective | None, list[str]]:
    """The objective in 2026-Q4 with that front matter, and what is said of it."""
    site = read({"goals/2026-Q4/a.md": goal(front)})
    return site.objective("2026-Q4/a") if site.corpus.objectives else None, site.said("goals/2026-Q4/a.md")


def read_result(lines: str, **others: str) -> tuple[KeyResult, list[str]]:
    """The key result `kr` with those lines, and what is said of its file; `availability` is a KPI in %."""
    body = indent(dedent(lines).strip(), "    ")
    files = {
        "goals/2026-Q4/a.md": f"---\nkey_results:\n  - id: kr\n{body}\n---\n",
        "goals/kpis/availability.md": goal('unit: "%"'),
    }
    site = read(files | others)
    return site.objective("2026-Q4/a").key_results[0], site.said("goals/2026-Q4/a.md")


def read_kpi(front: str, csv: str = "") -> tuple[Kpi, list[str]]:
    """The KPI with that front matter and the CSV beside it, and what is said of either."""
    files = {"goals/kpis/k.md": goal(front)} | ({"goals/kpis/k.csv": dedent(csv).lstrip()} if csv else {})
    site = read(files)
    return site.kpi("kpis/k"), site.said()
