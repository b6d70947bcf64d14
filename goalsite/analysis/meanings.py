"""What the references of one state mean, in the names that things have in the other."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from goalsite.core.diagnostics import Mark
from goalsite.graph.edges import Ask, Edge, Graph
from goalsite.model.records import Dependency, KeyResult, Kpi
from goalsite.model.shapes import Ref

_TOKEN = re.compile(r"\[\[([^\[\]]*)\]\]|([^\s()\[\]]+)")


class Names(Struct, frozen=True):
    """What the names of one state are called in the other: goals and KPIs by id, units by id, key results by
    goal and id, people by handle. What is not in them has the same name there."""

    goals: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def goal(self, name: str) -> str:
        """The goal `name`, or key result `goal#kr`, as it is called there."""
        goal, mark, result = name.partition("#")
        there = self.goals.get(goal, goal)
        return f"{there}#{self.results.get((goal, result), result)}" if mark else there

    def unit(self, name: str) -> str:
        """The unit `name` as it is called there."""
        return self.units.get(name, name)


class Meanings:
    """What the references of one state mean, in the names of the other."""

    def __init__(self, graph: Graph, names: Names) -> None:
        self.names = names
        self._graph = graph
        self._edges: dict[str, list[Edge]] = {}
        for edge in graph.edges:
            self._edges.setdefault(edge.source, []).append(edge)
        self._asks: dict[str, list[Ask]] = {}
        for ask in graph.asks:
            self._asks.setdefault(ask.source, []).append(ask)
        self._formulas: dict[str, dict[str, str]] = {}
        for (kpi, written), target in graph.formulas.items():
            self._formulas.setdefault(kpi, {})[written] = names.goal(target)

    def edges(self, goal: str) -> dict[tuple[str, Mark], str]:
        """What each edge of a goal leads to, by its type and where it is written."""
        return {(edge.type, edge.mark): self._end(edge) for edge in self._edges.get(goal, ())}

    def ties(self, goal: str) -> tuple[tuple[str, str, str], ...]:
        """What the references of a goal mean, to be compared with the same on the other side."""
        edges = [(edge.type, self._end(edge), "") for edge in self._edges.get(goal, ())]
        asks = [("ask", self.names.unit(ask.team), ask.ask) for ask in self._asks.get(goal, ())]
        reads = [("formula", target, "") for target in self._formulas.get(goal, {}).values()]
        return tuple(sorted((*edges, *asks, *reads)))

    def measure(self, goal: str, result: KeyResult, ref: Ref) -> str:
        """The KPI that a key result reads."""
        target = self._graph.measures.get((goal, result.id))
        return ref.text if target is None else self.names.goal(target)

    def team(self, goal: str, need: Dependency, ref: Ref) -> str:
        """The unit that a dependency names."""
        said = (need.ask, need.size, need.note, need.confirmed)
        for ask in self._asks.get(goal, ()):
            is_meant = ask.team == ref.text or ask.team.endswith(f"/{ref.text}")
            if is_meant and (ask.ask, ask.size, ask.note, ask.confirmed) == said:
                return self.names.unit(ask.team)
        return ref.text

    def formula(self, kpi: Kpi) -> str:
        """A KPI's formula with whole ids."""
        known = self._formulas.get(kpi.id, {})
        text = kpi.formula.text if kpi.formula else ""
        return _TOKEN.sub(lambda token: known.get(token[1] or token[2], token[0]), text)

    def mention(self, path: str, written: str) -> str | None:
        """The goal that `[[written]]` means in the file `path`."""
        target = self._graph.mentions.get((path, written))
        return None if target is None else self.names.goal(target)

    def _end(self, edge: Edge) -> str:
        return edge.to if edge.outside else self.names.goal(edge.to)
