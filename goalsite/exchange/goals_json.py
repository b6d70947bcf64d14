"""Analysis -> goals.json: everything, machine-readable, one goal a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from io import SEEK_END, BytesIO
from typing import Any, TypeVar

from msgspec.structs import asdict

from goalsite import __version__
from goalsite.analysis.figures import Analysis, KeyResultFigures, KpiFigures, ObjectiveFigures, Portfolio
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.core.known import Known
from goalsite.graph.edges import Ask, Graph
from goalsite.model.records import Common, Corpus, Cycle, KeyResult, Kpi, Maintain, Metric, Objective, Team
from goalsite.pages.paths import page_path

T = TypeVar("T")

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False)
_AS_IT_IS = frozenset((str, int, bool, type(None)))

Name = tuple[str, str]
"""The kind of a goal or KPI, and its id."""

_LISTS = {"goals": "objective", "kpis": "kpi"}
_ID = re.compile(r'\{"id": ("(?:[^"\\]|\\.)*")')

VERSION = 1
"""The version of the format; a published field never changes its meaning within one."""


def goals_json(
    corpus: Corpus,
    graph: Graph,
    analysis: Analysis,
    config: Config,
    commit: str | None,
    diagnostics: Iterable[Diagnostic],
    said: Mapping[Name, str] | None = None,
) -> bytes:
    """The content of goals.json. Numbers are not rounded; lists are sorted as its schema says.

    What is `said` of a goal in such a file that was made of the same is not put into words again.
    """
    head = {
        "version": VERSION,
        "generator": f"goalsite {__version__}",
        "as_of": analysis.as_of,
        "commit": commit,
        "site": {"name": config.site_name, "url": config.site_url},
        "current_cycle": analysis.current_cycle,
    }
    asks, said = _asks(graph), said or {}
    portfolios = _grouped((unit, (cycle, one)) for (unit, cycle), one in analysis.portfolios.items())
    goals = (
        said.get(("objective", g.id)) or _dump(_objective(g, analysis.objectives[g.id], asks.get(g.id, ())))
        for g in corpus.objectives
    )
    kpis = (said.get(("kpi", k.id)) or _dump(_kpi(k, analysis.kpis[k.id])) for k in corpus.kpis)
    edges = ({"from": edge.source, "to": edge.to, "type": edge.type} for edge in graph.edges)
    lists: dict[str, Iterable[str]] = {
        "cycles": (_dump(_cycle(cycle)) for cycle in corpus.cycles if cycle.in_use),
        "teams": (_dump(_team(team, portfolios.get(team.id, ()))) for team in corpus.teams),
        "goals": goals,
        "kpis": kpis,
        "edges": map(_dump, edges),
        "diagnostics": (_dump(_diagnostic(one)) for one in in_order(diagnostics)),
    }
    first = ",\n".join(f"{_dump(name)}: {_dump(value)}" for name, value in head.items())
    content = BytesIO(f"{{{first}".encode())  # a site of many goals has tens of megabytes of it
    content.seek(0, SEEK_END)
    for name, rows in lists.items():
        content.write(f",\n{_dump(name)}: [".encode())
        content.writelines(f"{',' if at else ''}\n{row}".encode() for at, row in enumerate(rows))
        content.write(b"]")
    content.write(b"}\n")
    return content.getvalue()


def told_before(corpus: Corpus, graph: Graph, analysis: Analysis, known: Known) -> frozenset[Name]:
    """The goals and KPIs of which the file says what it said the last time; what it says now is `known`."""
    asks = _asks(graph)
    figured: tuple[tuple[Objective | Kpi, object], ...] = (
        *((goal, analysis.objectives[goal.id]) for goal in corpus.objectives),
        *((kpi, analysis.kpis[kpi.id]) for kpi in corpus.kpis),
    )
    found = set()
    for goal, figures in figured:
        name, parts = (goal.kind, goal.id), (goal, figures, *asks.get(goal.id, ()))
        if known.recalled("data", name, parts):
            found.add(name)
        else:
            known.keep("data", name, parts, True)
    return frozenset(found)


def lines_of(text: str) -> dict[Name, str]:
    """What the text of a goals.json says of each goal and KPI: the object that stands on its line."""
    found: dict[Name, str] = {}
    kind = None
    for line in text.split("\n"):
        if line.startswith('"'):
            kind = _LISTS.get(line[1 : line.index('"', 1)])
        elif kind and (match := _ID.match(line)):
            found[kind, json.loads(match[1])] = line.rstrip(",").removesuffix("]")
    return found


def _asks(graph: Graph) -> dict[str, list[Ask]]:
    """The asks of each goal, in the order in which they are told."""
    return _grouped((ask.source, ask) for ask in sorted(graph.asks, key=lambda ask: (ask.team, ask.ask)))


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    """The second of the pairs by the first, in order."""
    groups: dict[str, list[T]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def _dump(value: Any) -> str:
    """`value` as JSON; half characters, of which a file's name may consist, as the sign for what is none."""
    text = _ENCODER.encode(_plain(value))
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _plain(value: Any) -> Any:
    """Whole floats as integers, dates as text, everything else as JSON has it."""
    # What is as it should be stays without a call: of a site there are millions of such values.
    if isinstance(value, float):
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: item if item.__class__ in _AS_IT_IS else _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [item if item.__class__ in _AS_IT_IS else _plain(item) for item in value]
    return value


def _cycle(cycle: Cycle) -> dict[str, Any]:
    return {
        "id": cycle.id,
        "title": cycle.title,
        "start": cycle.period.start,
        "end": cycle.period.end,
        "parent": cycle.parent,
    }


def _team(team: Team, portfolios: Iterable[tuple[str, Portfolio]]) -> dict[str, Any]:
    return {
        "id": team.id,
        "title": team.title,
        "url": page_path("team", team.id),
        "parent": team.parent,
        "mode": team.mode,
        "layer": team.layer,
        "lead": team.lead,
        "members": team.members,
        "portfolio": {cycle: asdict(figures) for cycle, figures in portfolios},
    }


def _shared(record: Common) -> dict[str, Any]:
    return {
        "level": "person" if record.person else "unit",
        "team": record.team,
        "owner": record.owner,
        "tags": record.tags,
        "source": {"path": record.path, "line": 1},
    }


def _objective(goal: Objective, figures: ObjectiveFigures, asks: Iterable[Ask]) -> dict[str, Any]:
    results = zip(goal.key_results, figures.key_results, strict=True)
    return {
        "id": goal.id,
        "kind": "objective",
        "title": goal.title,
        "url": page_path("objective", goal.id),
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
        "asks": [{"team": a.team, "ask": a.ask, "size": a.size, "confirmed": a.confirmed} for a in asks],
        "key_results": [_key_result(result, one) for result, one in results],
    }


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
        "url": page_path("kpi", kpi.id),
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
