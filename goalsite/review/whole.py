"""Rows -> findings: those of single files, and those of rules about all of them together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from goalsite.analysis.alerts import kpi_alerts
from goalsite.analysis.current import current_cycle
from goalsite.analysis.figures import Analysis
from goalsite.core.diagnostics import Diagnostic
from goalsite.graph.edges import Graph
from goalsite.lint.lint import on_site, on_texts
from goalsite.lint.near import Site
from goalsite.lint.published import published_config
from goalsite.lint.registry import LONG, ON_SITE
from goalsite.lint.written import Written
from goalsite.model.records import Common
from goalsite.review.examine import Place
from goalsite.review.judging import corpus_of
from goalsite.review.reading import Rows, standing
from goalsite.review.resolving import graph_of, tangled
from goalsite.review.rows import findings
from goalsite.source.raw import raw_text
from goalsite.source.read import read_document


def of_files(rows: Rows) -> Iterator[Diagnostic]:
    """What was found of single files."""
    for row in rows.values():
        for plain in (row.told, row.misled, row.judged):
            if plain:
                yield from findings(plain)


def of_site(rows: Rows, place: Place, config_path: str) -> Iterator[Diagnostic]:
    """What is found of all files together, and of the configuration's texts, but by rules that take long."""
    config, tree = place.config, place.tree
    kinds = standing(rows)
    graph, circles = tangled(graph_of(rows, kinds), rows, kinds)
    yield from findings(tuple(circles))
    short = frozenset(code for code, _ in ON_SITE) - frozenset(LONG)
    yield from on_site(_site(rows, place, kinds, graph), short)
    config_raw = partial(raw_text, tree, config_path)
    yield from on_texts([published_config(config, config_path, config_raw)], config)


def by_long_rules(rows: Rows, place: Place) -> Iterator[Diagnostic]:
    """What the rules about the site find that take long."""
    kinds = standing(rows)
    yield from on_site(_site(rows, place, kinds, graph_of(rows, kinds)), LONG)


def _site(rows: Rows, place: Place, kinds: Mapping[str, str], graph: Graph) -> Site:
    """The site that the rows make."""
    config, tree = place.config, place.tree
    corpus = corpus_of(rows, kinds, config, {})
    objectives = {goal.id: rows[goal.path].figures for goal in corpus.objectives}
    kpis = {kpi.id: rows[kpi.path].figures for kpi in corpus.kpis}
    cycle, over = current_cycle(corpus, config, place.as_of)
    alerts = tuple(kpi_alerts({kpi.id: kpi for kpi in corpus.kpis}, kpis, graph))
    analysis = Analysis(place.as_of, cycle, over, objectives, kpis, alerts=alerts)
    pages: dict[str, Written] = {}

    def written(record: Common) -> Written:
        if record.path not in pages:
            document, _ = read_document(tree.read(record.path), record.path)
            pages[record.path] = Written(document)
        return pages[record.path]

    return Site.of(corpus, graph, analysis, config, written)
