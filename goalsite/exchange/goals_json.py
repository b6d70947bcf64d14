"""Analysis -> goals.json: everything, machine-readable, one goal a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from goalsite import __version__
from goalsite.analysis.figures import Analysis, KeyResultFigures, KpiFigures, ObjectiveFigures
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.graph.edges import Ask, Graph
from goalsite.model.records import Common, Corpus, KeyResult, Kpi, Maintain, Metric, Objective

VERSION = 1


def goals_json(
    corpus: Corpus,
    graph: Graph,
    analysis: Analysis,
    config: Config,
    commit: str | None,
    diagnostics: Iterable[Diagnostic],
) -> str:
    """The text of goals.json. Numbers are not rounded; lists are sorted as its schema says."""
    asks: dict[str, list[Ask]] = {}
    for ask in graph.asks:
        asks.setdefault(ask.source, []).append(ask)
    head = {
        "version": VERSION,
        "generator": f"goalsite {__version__}",
        "as_of": analysis.as_of.isoformat(),
        "commit": commit,
        "site": {"name": config.site_name, "url": config.site_url},
        "current_cycle": analysis.current_cycle,
    }
    parts = [
        *(f"{_dump(key)}: {_dump(value)}" for key, value in head.items()),
        _list("cycles", [_cycle(cycle) for cycle in corpus.cycles]),
        _list("teams", [_team(team, analysis) for team in corpus.teams]),
        _list("goals", [_objective(g, analysis.objectives[g.id], asks.get(g.id, [])) for g in corpus.objectives]),
        _list("kpis", [_kpi(kpi, analysis.kpis[kpi.id]) for kpi in corpus.kpis]),
        _list("edges", [{"from": e.source, "to": e.to, "type": e.type} for e in graph.edges]),
        _list("diagnostics", [_diagnostic(one) for one in in_order(diagnostics)]),
    ]
    return "{" + ",\n".join(parts) + "}\n"


def _dump(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)


def _list(name: str, rows: list[dict[str, Any]]) -> str:
    return f"{_dump(name)}: [" + "".join(f"\n{_dump(row)}," for row in rows).rstrip(",") + "]"


def _plain(value: Any) -> Any:
    """Whole floats as integers, dates as text, everything else as JSON has it."""
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _cycle(cycle: Any) -> dict[str, Any]:
    return {
        "id": cycle.id,
        "title": cycle.title,
        "start": cycle.period.start,
        "end": cycle.period.end,
        "parent": cycle.parent,
    }


def _team(team: Any, analysis: Analysis) -> dict[str, Any]:
    own = {cycle: asdict(figures) for (unit, cycle), figures in analysis.portfolios.items() if unit == team.id}
    return {
        "id": team.id,
        "title": team.title,
        "url": url_of("team", team.id),
        "parent": team.parent,
        "mode": team.mode,
        "layer": team.layer,
        "lead": team.lead,
        "members": team.members,
        "portfolio": own,
    }


def url_of(kind: str, name: str) -> str:
    """Where a goal, unit, person, cycle or page stands in the site, relative to its root."""
    folder = {"objective": "goals", "kpi": "kpis", "team": "teams", "person": "people", "cycle": "cycles", "page": "pages"}
    return f"{folder[kind]}/{name}/" if name else f"{folder[kind]}/"


def _shared(record: Common) -> dict[str, Any]:
    return {
        "level": "person" if record.person else "unit",
        "team": record.team,
        "owner": record.owner,
        "tags": record.tags,
        "source": {"path": record.path, "line": 1},
    }


def _objective(goal: Objective, figures: ObjectiveFigures, asks: list[Ask]) -> dict[str, Any]:
    results = zip(goal.key_results, figures.key_results, strict=True)
    return {
        "id": goal.id,
        "kind": "objective",
        "title": goal.title,
        "url": url_of("objective", goal.id),
        **_shared(goal),
        "contributors": goal.contributors,
        "commitment": goal.commitment,
        "origin": goal.origin,
        "cycle": goal.cycle,
        "start": figures.window.start,
        "due": figures.window.end,
        "state": goal.state,
        "closed": goal.closed,
        "outcome": goal.outcome,
        "status": figures.status,
        "reported_status": figures.reported_status,
        "progress": figures.progress,
        "progress_original": figures.progress_original,
        "progress_with_contributions": figures.progress_with_contributions,
        "expected": figures.expected,
        "pace": figures.pace,
        "days_behind": figures.days_behind,
        "confidence": figures.confidence,
        "score": figures.score,
        "weight": goal.weight,
        "exposed": figures.exposed,
        "asks": [{"team": a.team, "ask": a.ask, "size": a.size, "confirmed": a.confirmed} for a in sorted(asks, key=_ask)],
        "key_results": [_key_result(result, one) for result, one in results],
    }


def _ask(ask: Ask) -> tuple[str, str]:
    return ask.team, ask.ask


def _key_result(result: KeyResult, figures: KeyResultFigures) -> dict[str, Any]:
    measure = result.measure
    said: dict[str, Any] = {
        "id": result.id,
        "title": result.title,
        "type": figures.type,
        "kpi": figures.kpi,
        "owner": result.owner,
        "unit": figures.unit or None,
        "baseline": figures.baseline,
        "target": figures.target,
        "value": figures.value,
        "raw": figures.raw,
        "progress": figures.progress,
        "expected": figures.expected,
        "pace": figures.pace,
        "days_behind": figures.days_behind,
        "status": figures.status,
        "reported_status": figures.reported,
        "confidence": figures.confidence,
        "weight": result.weight,
        "held": figures.held,
        "score": figures.score,
        "start": figures.window.start,
        "due": figures.window.end,
        "values": figures.values,
    }
    if isinstance(measure, Maintain):
        said |= {"min": measure.low, "max": measure.high}
    if isinstance(measure, Metric) and measure.levels:
        said |= {"levels": asdict(measure.levels)}
    return said


def _kpi(kpi: Kpi, figures: KpiFigures) -> dict[str, Any]:
    said: dict[str, Any] = {
        "id": kpi.id,
        "kind": "kpi",
        "title": kpi.title,
        "url": url_of("kpi", kpi.id),
        **_shared(kpi),
        "unit": kpi.unit or None,
        "direction": kpi.direction,
        "frequency": kpi.frequency,
        "value": figures.value,
        "date": figures.date,
        "target": figures.target,
        "attainment": figures.attainment,
        "health": figures.health,
        "trend": figures.trend,
        "change_previous": figures.change_previous,
        "change_year": figures.change_year,
        "values": [(point.date, point.value) for point in figures.points],
    }
    if kpi.direction == "range":
        said |= {"min": figures.low, "max": figures.high}
    return said


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity,
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "message": one.message,
        "hint": one.hint,
    }
