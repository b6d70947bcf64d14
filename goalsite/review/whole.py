"""Rows -> findings: those of single files, and those of rules about all of them together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from goalsite.analysis.alerts import kpi_alerts
from goalsite.analysis.current import current_cycle
from goalsite.analysis.figures import Analysis
from goalsite.core.diagnostics import Diagnostic
from goalsite.graph.edges import Graph
from goalsite.lint.again import ALL, asked_again, seen_of, titles_of, without_values
from goalsite.lint.light import LightObjective
from goalsite.lint.lint import on_site
from goalsite.lint.near import Site
from goalsite.lint.registry import LONG, ON_KPI_FIGURES
from goalsite.lint.written import Written
from goalsite.model.records import Common, Kpi
from goalsite.review.examine import Examined, Place
from goalsite.review.judging import corpus_of
from goalsite.review.links import Link
from goalsite.review.reading import Rows
from goalsite.review.remembered import Memory
from goalsite.review.resolving import graph_of, tangled
from goalsite.review.rows import Plain, Row, findings
from goalsite.source.read import read_document


def of_files(rows: Rows) -> Iterator[Diagnostic]:
    """What was found of single files."""
    for row in rows.values():
        for plain in (row.told, row.misled, row.judged):
            if plain:
                yield from findings(plain)


def of_site(examined: Examined, place: Place, link: Link, codes: frozenset[str] = ALL) -> list[Diagnostic]:
    """What is found of all files together by the rules of these codes; circles where all are asked for.

    Of two processes the second has the rules that take long.
    """
    rows, kinds = examined.rows, examined.kinds
    graph = graph_of(rows, kinds)
    found: list[Diagnostic] = []
    if link.rank == 0 and codes == ALL:
        graph, circles = tangled(graph, rows, kinds)
        found += findings(tuple(circles))
    if link.size == 2:
        codes = codes & frozenset(LONG) if link.rank else codes - frozenset(LONG)
    return [*found, *on_site(_site(examined, place, graph), codes)]


def left_to_ask(examined: Examined, before: Memory, stays: Callable[[str, int], bool]) -> frozenset[str]:
    """The rules about the site that may find something else than before, by code; all of them where it
    cannot be told.

    A rule finds what it found where nothing changed that it looks at. It is asked again where a finding of
    its stands in a file that was read again and does not begin as it did as far as that line (`stays`), or
    quotes a title that was changed.
    """
    rows, kept = examined.rows, before.rows
    if not kept or examined.placed is not None or rows.keys() != kept.keys():
        return ALL
    fresh = set(examined.mine)
    if any(_seen_by_rules(rows[path]) != _seen_by_rules(kept[path]) for path in fresh):
        return ALL
    renamed = {title for path in fresh for title in _titles(kept[path]) - _titles(rows[path])}
    found = findings(before.of_site)
    again = asked_again(found, lambda path, line: path in fresh and not stays(path, line), renamed)
    return again | frozenset(
        ON_KPI_FIGURES if any(_is_refigured(rows[path], kept[path]) for path in fresh) else ()
    )


def _is_refigured(row: Row, before: Row) -> bool:
    """Whether it is a KPI that has other figures."""
    return isinstance(row.record, Kpi) and row.figures != before.figures


def _titles(row: Row) -> set[str]:
    return titles_of(row.record) if isinstance(row.record, LightObjective) else set()


def _seen_by_rules(row: Row) -> Plain:
    """What rules about the site see of a row, but titles, figures of KPIs, and where things stand in its
    file."""
    edges, *others = row.resolved
    seen = (row.place, tuple(edge[:8] for edge in edges), *others)
    if isinstance(row.record, Kpi):
        return (*seen, without_values(row.record))
    if not isinstance(row.record, LightObjective):
        return (*seen, row.record, row.figures)
    return (*seen, *seen_of(row.record, row.figures))


def _site(examined: Examined, place: Place, graph: Graph) -> Site:
    """The site that the rows make."""
    config, tree, rows = place.config, place.tree, examined.rows
    corpus = corpus_of(rows, examined.kinds, config, {})
    objectives = {goal.id: rows[goal.path].figures for goal in corpus.objectives}
    kpis = {kpi.id: rows[kpi.path].figures for kpi in corpus.kpis}
    cycle, over = current_cycle(corpus, config, place.as_of)
    alerts = tuple(kpi_alerts({kpi.id: kpi for kpi in corpus.kpis}, kpis, graph))
    analysis = Analysis(place.as_of, cycle, over, objectives, kpis, alerts=alerts)

    @cache
    def written_at(path: str) -> Written:
        document = examined.documents.get(path)
        return Written(document or read_document(tree.read(path), path)[0])

    def written(record: Common) -> Written:
        return written_at(record.path)

    return Site(corpus, graph, analysis, config, written)
