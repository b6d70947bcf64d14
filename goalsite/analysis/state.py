"""One state of a project, as it is held against another: a revision's, or the working tree's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from goalsite.analysis.figures import Analysis
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.graph.edges import Graph
from goalsite.history.parts import Facts
from goalsite.model.records import Common, Corpus


class State(Struct, frozen=True):
    """Everything known of one side. `facts` are those of files, by path; a file whose bytes are the same on
    both sides may be left out."""

    corpus: Corpus
    graph: Graph
    analysis: Analysis
    config: Config
    config_path: str = "config.yaml"
    diagnostics: tuple[Diagnostic, ...] = ()
    facts: Mapping[str, Facts] = field(default_factory=dict)


def goals_of(corpus: Corpus) -> dict[str, Common]:
    """Objectives and KPIs, whose ids are of one namespace."""
    return {record.id: record for record in (*corpus.objectives, *corpus.kpis)}


def files_of(corpus: Corpus) -> Iterator[tuple[str, Common]]:
    """Every record that has a file of its own, with its kind."""
    for kind, records in (
        ("objective", corpus.objectives),
        ("kpi", corpus.kpis),
        ("team", corpus.teams),
        ("person", corpus.people),
        ("page", corpus.pages),
    ):
        for record in records:
            if record.path:
                yield kind, record
