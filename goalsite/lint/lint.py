"""Corpus + Graph + Analysis -> findings of practice: the stage's one function."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any, NamedTuple

from msgspec import Struct, field

from goalsite.analysis.figures import Analysis
from goalsite.core.config import Config
from goalsite.core.diagnostics import MOST_SOUGHT, Diagnostic
from goalsite.core.known import NOTHING, Known
from goalsite.graph.edges import Graph
from goalsite.history.trails import NO_TRAIL, Trail
from goalsite.lint.again import ALL, keep_found, left_to_ask
from goalsite.lint.near import Continued, NearKpi, NearObjective, Site
from goalsite.lint.published import Published, published_config, published_document, published_table
from goalsite.lint.registry import LONG, ON_KPIS, ON_OBJECTIVES, ON_SITE, ON_TEXTS
from goalsite.lint.written import Written
from goalsite.model.files import home_of
from goalsite.model.records import Common, Corpus, Kpi, Objective, Team
from goalsite.source.nodes import Document, Documents, Table
from goalsite.workers import done

RawText = Callable[[str], str]
"""The text of a file, by its path."""


class Subject(Struct, frozen=True):
    """All that rules may look at, and the files it was read from; `trails` are what git knows of goals, by
    path."""

    documents: Documents
    corpus: Corpus
    graph: Graph
    analysis: Analysis
    config: Config
    raw: RawText
    trails: Mapping[str, Trail] = field(default_factory=dict)


def lint(subject: Subject, jobs: int = 1, known: Known = NOTHING) -> list[Diagnostic]:
    """The findings of every rule in force, in no order; by so many processes. What is `known` of a file by
    itself is not sought again."""
    work = _Work(subject)
    parts = [()] * len(work.homes) if known is NOTHING else list(map(work.parts, work.homes))
    told = [known.recalled("rules", home.path, said) for home, said in zip(work.homes, parts, strict=True)]
    left = [number for number, said in enumerate(told) if said is None]
    shares = [left[at::_SHARES] for at in range(_SHARES) if left[at:]]
    of_site = left_to_ask(work.site, known, frozenset(work.homes[number].path for number in left))
    pieces: list[frozenset[str] | list[int]] = [of_site.codes & _LONG, of_site.codes - _LONG, *shares]
    is_much = of_site.codes == ALL or len(left) > _FEW
    long, short, *found = done(_share, work, pieces, jobs if is_much else 1)
    about_all = (*of_site.found, *long, *short)
    keep_found(known, about_all)
    for number, its in chain.from_iterable(map(zip, shares, found)):
        told[number] = its
        known.keep("rules", work.homes[number].path, parts[number], its)
    return list(chain(about_all, *filter(None, told)))


_SHARES = 7
"""Rules about the site are two parts of the work; those about a goal or a text are cut into so many."""

_FEW = 100
"""So many files are looked at in less time than other processes take to begin."""

_LONG = frozenset(LONG)


class _Home(NamedTuple):
    """A file with the tables beside it, of the `goal` that it is, if it is one."""

    path: str
    document: Document | None
    tables: tuple[Table, ...]
    goal: Objective | Kpi | None


class _Work:
    """What all parts of the work look at."""

    def __init__(self, subject: Subject) -> None:
        corpus, files = subject.corpus, subject.documents
        self.subject = subject
        self.documents = {document.path: document for document in files.documents}
        self.tables = {table.path: table for table in files.tables}
        self.site = Site(
            corpus, subject.graph, subject.analysis, subject.config, partial(_alone, self.documents)
        )
        goals: dict[str, Objective | Kpi] = {goal.path: goal for goal in corpus.objectives}
        goals.update((kpi.path, kpi) for kpi in corpus.kpis)
        beside: dict[str, list[Table]] = {}
        for table in files.tables:
            beside.setdefault(home_of(table.path, goals), []).append(table)
        self.homes = [
            _Home(path, self.documents.get(path), tuple(beside.get(path, ())), goals.get(path))
            for path in dict.fromkeys((*self.documents, *beside))
        ]

    def written(self, path: str, beside: str) -> Written:
        """A goal as it was written, and the table beside it."""
        return Written(self.documents[path], self.tables.get(path.removesuffix(".md") + beside))

    def parts(self, home: _Home) -> tuple[Any, ...]:
        """All that rules look at which are asked about one file."""
        goal, site = home.goal, self.site
        if goal is None:
            return (home, site.config)
        if isinstance(goal, Kpi):
            near_kpi = _near_kpi(goal, site, self.written)
            return (home, site.config, site.as_of, near_kpi.unit, near_kpi.figures, near_kpi.inputs)
        near = _near_objective(goal, site, self.written, self.subject.trails)
        around = (near.unit, near.figures, near.kpis, near.continued, near.trail)
        return (home, site.config, site.as_of, site.is_open(goal), around)


def _alone(documents: Mapping[str, Document], record: Common) -> Written:
    return Written(documents[record.path])


def _share(work: _Work, part: frozenset[str] | Sequence[int]) -> list[Any]:
    """The findings of the rules about the site that have these codes, or those on each home with one of these
    numbers."""
    site, subject = work.site, work.subject
    if isinstance(part, frozenset):
        return list(on_site(site, part))
    homes = [work.homes[number] for number in part]
    goals = [home.goal for home in homes if home.goal]
    documents = (home.document for home in homes if home.document)
    tables = (table for home in homes for table in home.tables)
    found: dict[str, list[Diagnostic]] = {home.path: [] for home in homes}
    for one in chain(
        on_objectives(
            (goal for goal in goals if isinstance(goal, Objective)), site, work.written, subject.trails
        ),
        on_kpis((goal for goal in goals if isinstance(goal, Kpi)), site, work.written),
        on_texts(texts_of(documents, tables, goals, site, subject.raw), subject.config),
    ):
        found[home_of(one.path, found)].append(one)
    return [tuple(found[home.path]) for home in homes]


WrittenAt = Callable[[str, str], Written]
"""A goal as it was written, by its path and the ending of the table beside it."""


def on_objectives(
    goals: Iterable[Objective], site: Site, written: WrittenAt, trails: Mapping[str, Trail]
) -> Iterator[Diagnostic]:
    """The findings of rules about one objective, on each of `goals`; `trails` are by path."""
    checks = [check for code, check in ON_OBJECTIVES if site.config.rules.selects(code)]
    for goal in goals:
        near = _near_objective(goal, site, written, trails)
        for check in checks:
            yield from check(near)


def _near_objective(
    goal: Objective, site: Site, written: WrittenAt, trails: Mapping[str, Trail]
) -> NearObjective:
    kpis = ((result.id, site.graph.measures.get((goal.id, result.id))) for result in goal.key_results)
    return NearObjective(
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
        near = _near_kpi(kpi, site, written)
        for check in checks:
            yield from check(kpi, near)


def _near_kpi(kpi: Kpi, site: Site, written: WrittenAt) -> NearKpi:
    refs = kpi.formula.refs if kpi.formula else ()
    read = ((ref.text, site.graph.formulas.get((kpi.id, ref.text))) for ref in refs)
    return NearKpi(
        config=site.config,
        as_of=site.as_of,
        written=written(kpi.path, ".csv"),
        unit=_unit(site, kpi.team),
        figures=site.analysis.kpis[kpi.id],
        inputs={name: site.kpis[aim] for name, aim in read if aim},
    )


def on_site(site: Site, codes: Container[str] | None = None) -> Iterator[Diagnostic]:
    """The findings of rules about all goals together; where `codes` are given, of these alone."""
    for code, check in ON_SITE:
        if site.config.rules.selects(code) and (codes is None or code in codes):
            yield from check(site)


def on_config(config: Config, path: str, raw: RawText) -> Iterator[Diagnostic]:
    """The findings of rules about texts on those of the configuration, which lies at `path`."""
    return on_texts([published_config(config, path, partial(raw, path))], config)


def on_texts(texts: Iterable[Published], config: Config) -> Iterator[Diagnostic]:
    """The findings of rules about texts."""
    checks = [check for code, check in ON_TEXTS if config.rules.selects(code)]
    for published in texts if checks else ():
        for check in checks:
            yield from islice(check(published), MOST_SOUGHT)


def _unit(site: Site, name: str) -> Team:
    return site.teams.get(name) or site.teams[""]


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
        yield published_table(table, partial(raw, table.path), *about(home_of(table.path, by_path)))
