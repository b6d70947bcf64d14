"""Corpus + Graph + Analysis -> findings of practice: the stage's one function."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from goalsite.analysis.figures import Analysis
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.graph.edges import Graph
from goalsite.lint.near import NearKpi, NearObjective, Site
from goalsite.lint.published import Published, published_document, published_table
from goalsite.lint.registry import ON_KPIS, ON_OBJECTIVES, ON_SITE, ON_TEXTS
from goalsite.lint.written import Written
from goalsite.model.records import Corpus, Kpi, Team
from goalsite.source.nodes import Documents

RawText = Callable[[str], str]
"""The text of a file, by its path."""


@dataclass(frozen=True, slots=True)
class Subject:
    """All that rules may look at, and the files it was read from."""

    documents: Documents
    corpus: Corpus
    graph: Graph
    analysis: Analysis
    config: Config
    raw: RawText


def lint(subject: Subject) -> list[Diagnostic]:
    """The findings of every rule in force, in no order."""
    site = Site.of(subject.corpus, subject.graph, subject.analysis, subject.config)
    documents = {document.path: document for document in subject.documents.documents}
    tables = {table.path: table for table in subject.documents.tables}

    def written(path: str, beside: str) -> Written:
        return Written(documents[path], tables.get(path.removesuffix(".md") + beside))

    found: list[Diagnostic] = []
    found += _on_objectives(subject, site, written)
    found += _on_kpis(subject, site, written)
    for code, check in ON_SITE:
        if subject.config.rules.selects(code):
            found += check(site)
    text_checks = [check for code, check in ON_TEXTS if subject.config.rules.selects(code)]
    for published in _published(subject) if text_checks else ():
        for text_check in text_checks:
            found += text_check(published)
    return found


def _on_objectives(
    subject: Subject, site: Site, written: Callable[[str, str], Written]
) -> Iterator[Diagnostic]:
    config, graph, analysis = subject.config, subject.graph, subject.analysis
    checks = [check for code, check in ON_OBJECTIVES if config.rules.selects(code)]
    reads: dict[str, dict[str, Kpi]] = {}
    for (goal_id, result), kpi in graph.measures.items():
        reads.setdefault(goal_id, {})[result] = site.kpis[kpi]
    for goal in subject.corpus.objectives:
        near = NearObjective(
            config=config,
            as_of=analysis.as_of,
            written=written(goal.path, ".checkins.csv"),
            unit=_unit(site, goal.team),
            figures=analysis.objectives[goal.id],
            kpis=reads.get(goal.id, {}),
        )
        for check in checks:
            yield from check(goal, near)


def _on_kpis(subject: Subject, site: Site, written: Callable[[str, str], Written]) -> Iterator[Diagnostic]:
    config, graph, analysis = subject.config, subject.graph, subject.analysis
    checks = [check for code, check in ON_KPIS if config.rules.selects(code)]
    inputs: dict[str, dict[str, Kpi]] = {}
    for (reader, name), kpi in graph.formulas.items():
        inputs.setdefault(reader, {})[name] = site.kpis[kpi]
    for kpi_record in subject.corpus.kpis:
        near = NearKpi(
            config=config,
            as_of=analysis.as_of,
            written=written(kpi_record.path, ".csv"),
            unit=_unit(site, kpi_record.team),
            figures=analysis.kpis[kpi_record.id],
            inputs=inputs.get(kpi_record.id, {}),
        )
        for check in checks:
            yield from check(kpi_record, near)


def _unit(site: Site, name: str) -> Team:
    return site.teams.get(name) or site.teams[""]


def _published(subject: Subject) -> Iterator[Published]:
    """The texts of every file, drafts and units and people too."""
    for document in subject.documents.documents:
        yield published_document(document, partial(subject.raw, document.path))
    for table in subject.documents.tables:
        yield published_table(table, partial(subject.raw, table.path))
