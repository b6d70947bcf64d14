"""Corpus + Graph + Analysis -> findings of practice: the stage's one function."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice

from goalsite.analysis.figures import Analysis
from goalsite.core.config import Config
from goalsite.core.diagnostics import MOST_SOUGHT, Diagnostic
from goalsite.graph.edges import Graph
from goalsite.history.trails import NO_TRAIL, Trail
from goalsite.lint.near import Continued, NearKpi, NearObjective, Site
from goalsite.lint.published import Published, published_config, published_document, published_table
from goalsite.lint.registry import ON_KPIS, ON_OBJECTIVES, ON_SITE, ON_TEXTS
from goalsite.lint.written import Written
from goalsite.model.files import homes
from goalsite.model.records import Common, Corpus, Kpi, Objective, Team
from goalsite.source.nodes import Document, Documents, Table
from goalsite.workers import done

RawText = Callable[[str], str]
"""The text of a file, by its path."""


@dataclass(frozen=True, slots=True)
class Subject:
    """All that rules may look at, and the files it was read from; `trails` are what git knows of goals, by
    path."""

    documents: Documents
    corpus: Corpus
    graph: Graph
    analysis: Analysis
    config: Config
    raw: RawText
    config_path: str = "config.yaml"
    trails: Mapping[str, Trail] = field(default_factory=dict)


def lint(subject: Subject, jobs: int = 1) -> list[Diagnostic]:
    """The findings of every rule in force, in no order; by so many processes."""
    return list(chain.from_iterable(done(_part, _Work(subject), range(_PARTS), jobs)))


_PARTS = 8
"""Rules about the site are one part of the work, those about a goal or a text are cut into the others."""


class _Work:
    """What all parts of the work look at."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.documents = {document.path: document for document in subject.documents.documents}
        self.tables = {table.path: table for table in subject.documents.tables}
        self.site = Site(subject.corpus, subject.graph, subject.analysis, subject.config, self._alone)

    def written(self, path: str, beside: str) -> Written:
        """A goal as it was written, and the table beside it."""
        return Written(self.documents[path], self.tables.get(path.removesuffix(".md") + beside))

    def _alone(self, record: Common) -> Written:
        return Written(self.documents[record.path])


def _part(work: _Work, number: int) -> list[Diagnostic]:
    """The findings of one part."""
    site, subject = work.site, work.subject
    corpus, config = subject.corpus, subject.config
    if number == 0:
        return list(on_site(site))
    mine = slice(number - 1, None, _PARTS - 1)
    return [
        *on_objectives(corpus.objectives[mine], site, work.written, subject.trails),
        *on_kpis(corpus.kpis[mine], site, work.written),
        *on_texts(_published(subject, site, mine), config),
    ]


WrittenAt = Callable[[str, str], Written]
"""A goal as it was written, by its path and the ending of the table beside it."""


def on_objectives(
    goals: Iterable[Objective], site: Site, written: WrittenAt, trails: Mapping[str, Trail]
) -> Iterator[Diagnostic]:
    """The findings of rules about one objective, on each of `goals`; `trails` are by path."""
    checks = [check for code, check in ON_OBJECTIVES if site.config.rules.selects(code)]
    for goal in goals:
        kpis = ((result.id, site.graph.measures.get((goal.id, result.id))) for result in goal.key_results)
        near = NearObjective(
            goal=goal,
            config=site.config,
            as_of=site.as_of,
            written=written(goal.path, ".checkins.csv"),
            unit=_unit(site, goal.team),
            figures=site.analysis.objectives[goal.id],
            kpis={result: site.kpis[kpi] for result, kpi in kpis if kpi},
            continued=_continued(goal, site) if goal.continues else (),
            trail=trails.get(goal.path, NO_TRAIL),
        )
        for check in checks:
            yield from check(near)


def _continued(goal: Objective, site: Site) -> tuple[Continued, ...]:
    """The goals that an objective continues, in the order it names them."""
    aims = {edge.mark: edge.target for edge in site.edges_from.get(goal.id, ()) if edge.type == "continues"}
    refs = [(ref, aims[ref.mark]) for ref in goal.continues if ref.mark in aims]
    return tuple(
        Continued(ref, site.objectives[aim], site.analysis.objectives[aim])
        for ref, aim in refs
        if aim != goal.id
    )


def on_kpis(kpis: Iterable[Kpi], site: Site, written: WrittenAt) -> Iterator[Diagnostic]:
    """The findings of rules about one KPI, on each of `kpis`."""
    checks = [check for code, check in ON_KPIS if site.config.rules.selects(code)]
    for kpi in kpis:
        refs = kpi.formula.refs if kpi.formula else ()
        read = ((ref.text, site.graph.formulas.get((kpi.id, ref.text))) for ref in refs)
        near = NearKpi(
            config=site.config,
            as_of=site.as_of,
            written=written(kpi.path, ".csv"),
            unit=_unit(site, kpi.team),
            figures=site.analysis.kpis[kpi.id],
            inputs={name: site.kpis[aim] for name, aim in read if aim},
        )
        for check in checks:
            yield from check(kpi, near)


def on_site(site: Site, codes: Container[str] | None = None) -> Iterator[Diagnostic]:
    """The findings of rules about all goals together; where `codes` are given, of these alone."""
    for code, check in ON_SITE:
        if site.config.rules.selects(code) and (codes is None or code in codes):
            yield from check(site)


def on_texts(texts: Iterable[Published], config: Config) -> Iterator[Diagnostic]:
    """The findings of rules about texts."""
    checks = [check for code, check in ON_TEXTS if config.rules.selects(code)]
    for published in texts if checks else ():
        for check in checks:
            yield from islice(check(published), MOST_SOUGHT)


def _unit(site: Site, name: str) -> Team:
    return site.teams.get(name) or site.teams[""]


def _published(subject: Subject, site: Site, mine: slice) -> Iterator[Published]:
    """The texts of a share of the files, drafts and units and people too; with the first those of the
    configuration."""
    if mine.start == 0:
        config_raw = partial(subject.raw, subject.config_path)
        yield published_config(subject.config, subject.config_path, config_raw)
    goals: list[Objective | Kpi] = [*subject.corpus.objectives, *subject.corpus.kpis]
    files = subject.documents
    yield from texts_of(files.documents[mine], files.tables[mine], goals, site, subject.raw)


def texts_of(
    documents: Iterable[Document],
    tables: Iterable[Table],
    goals: Iterable[Objective | Kpi],
    site: Site,
    raw: RawText,
) -> Iterator[Published]:
    """The texts of files, of which `goals` are those of objectives and KPIs."""
    by_path = {goal.path: goal for goal in goals}

    def about(path: str) -> tuple[str, bool]:
        goal = by_path.get(path)
        return (goal.kind, isinstance(goal, Objective) and not site.is_open(goal)) if goal else ("", False)

    for document in documents:
        yield published_document(document, partial(raw, document.path), *about(document.path))
    for table in tables:
        home = next((path for path in homes(table.path) if path in by_path), "")
        yield published_table(table, partial(raw, table.path), *about(home))
