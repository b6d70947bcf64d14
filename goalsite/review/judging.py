"""Rows with references -> rows with figures and with the findings of rules about one goal."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from msgspec import Struct

from goalsite.analysis.figures import Analysis, KpiFigures, ObjectiveFigures
from goalsite.analysis.objective_figures import figure_objective
from goalsite.analysis.objectives import GoalDesk, goal_desk
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.values import replace
from goalsite.graph.edges import Graph
from goalsite.graph.resolve import GOALS
from goalsite.history.timeline import Timeline
from goalsite.history.trails import Trail
from goalsite.lint.light import LightFigures, plain_figures, plain_results, results_of
from goalsite.lint.lint import on_kpis, on_objectives, on_texts, texts_of
from goalsite.lint.near import Site
from goalsite.lint.written import Written
from goalsite.model.cycles import cycles_of
from goalsite.model.records import Common, Corpus, Kpi, Objective, Team
from goalsite.review.links import Link
from goalsite.review.reading import Rows, Share, by_home
from goalsite.review.rows import plain_findings
from goalsite.source.raw import raw_text
from goalsite.source.tree import Tree


class Scene(Struct, frozen=True):
    """For what figures are made, and what git knows of goals; trails are by path."""

    tree: Tree
    config: Config
    as_of: date
    timeline: Timeline
    trails: Mapping[str, Trail]


def corpus_of(rows: Rows, kinds: Mapping[str, str], config: Config, whole: Mapping[str, Common]) -> Corpus:
    """The corpus that the rows make, with `whole` records in place of light ones; people are those with a
    profile, and pages are left out."""
    # Any: the kind in the name tells the type, and a light record stands for an objective's.
    by_kind: dict[str, list[Any]] = {"objective": [], "kpi": [], "team": [], "person": []}
    for path, kind in kinds.items():
        if kind in by_kind:
            by_kind[kind].append(whole.get(path) or rows[path].record)
    for records in by_kind.values():
        records.sort(key=lambda record: (record.id, record.path))
    teams = by_kind["team"]
    if not any(team.id == "" for team in teams):
        teams.insert(0, Team(id="", path="", title=config.site_name))
    goals: tuple[Objective, ...] = tuple(by_kind["objective"])
    return Corpus(
        objectives=goals,
        kpis=tuple(by_kind["kpi"]),
        teams=tuple(teams),
        people=tuple(by_kind["person"]),
        cycles=cycles_of(goals, config),
    )


def judge(share: Share, rows: Rows, kinds: Mapping[str, str], graph: Graph, scene: Scene, link: Link) -> None:
    """Give the rows of the share their figures and the findings of rules about them alone; `kinds` are those
    of the share and of all that it hangs on."""
    config, as_of = scene.config, scene.as_of
    corpus = corpus_of(rows, kinds, config, share.records)
    desk = goal_desk(corpus, graph, scene.timeline, config, as_of)
    mine = [path for path in share.entries if path in kinds]
    _take_over(share, rows, kinds, desk)
    own = {
        path: plain_results(desk.results(rows[path].record.id, as_of))
        for path in mine
        if link.size > 1 and any(kind == "contributes" for kind, *_ in rows[path].resolved[0])
    }
    for others in link.all(own):
        for path, results in others.items():
            if path not in share.records:
                desk.take(rows[path].record.id, results_of(results))
    objectives: dict[str, ObjectiveFigures] = {}
    kpis: dict[str, KpiFigures] = {}
    for path, record in share.records.items():
        if kinds.get(path) == "objective":
            objectives[record.id] = figure_objective(desk, record.id, None)
    for path in mine:
        if kinds[path] == "objective":
            rows[path].figures = LightFigures(plain_figures(objectives[rows[path].record.id]))
        elif kinds[path] == "kpi":
            figures = kpis[rows[path].record.id] = desk.kpis.on(rows[path].record.id, as_of)
            rows[path].figures = replace(figures, points=figures.points[-2:])
    analysis = Analysis(as_of, None, objectives=_known(objectives, rows, kinds), kpis=kpis)
    _lint(share, rows, kinds, Site(corpus, graph, analysis, config, _nowhere), scene)


def _nowhere(record: Common) -> Written:
    raise LookupError(record.id)


def _known(
    objectives: dict[str, ObjectiveFigures], rows: Rows, kinds: Mapping[str, str]
) -> dict[str, ObjectiveFigures]:
    """The figures of all objectives, whole ones where there are."""
    known = {
        rows[path].record.id: rows[path].figures
        for path, kind in kinds.items()
        if kind == "objective" and rows[path].figures is not None
    }
    return known | objectives


def _take_over(share: Share, rows: Rows, kinds: Mapping[str, str], desk: GoalDesk) -> None:
    """Let the desks know the figures of what is not read now."""
    for path, kind in kinds.items():
        row = rows[path]
        if kind not in GOALS or path in share.records or row.figures is None:
            continue
        if kind == "objective":
            desk.take(row.record.id, row.figures.key_results, row.figures.status)
        elif kind == "kpi":
            desk.kpis.take(row.record.id, desk.as_of, row.figures)


def _lint(share: Share, rows: Rows, kinds: Mapping[str, str], site: Site, scene: Scene) -> None:
    def written(path: str, beside: str) -> Written:
        return Written(share.documents[path], share.tables.get(path.removesuffix(".md") + beside))

    found: list[Diagnostic] = []
    own = {path: share.records[path] for path in share.entries if path in kinds}
    objectives = (one for one in own.values() if isinstance(one, Objective))
    found += on_objectives(objectives, site, written, scene.trails)
    found += on_kpis((one for one in own.values() if isinstance(one, Kpi)), site, written)
    goals = [one for one in own.values() if isinstance(one, (Objective, Kpi))]
    raw = partial(raw_text, scene.tree)
    texts = texts_of(share.documents.values(), share.tables.values(), goals, site, raw)
    found += on_texts(texts, scene.config)
    for path, its in by_home(found, rows).items():
        rows[path].judged = plain_findings(its)
