"""Desk -> the goals of the map with the place of each, for the script that draws it: columns, not objects.

A file holds 10,000 goals, the words they need and the edges from them. A goal is named by its number in all
files; `edges` is a row of numbers, five for each: from, to, kind, way (0 none, 1 up, 2 down, 3 both) and
whether it leads across the organisation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from goalsite.drawing.layout import Spot, lay_out
from goalsite.graph.edges import EDGE_TYPES
from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import TONES
from goalsite.pages.drawn_map import is_exposed, told_edges
from goalsite.pages.elements import Badge
from goalsite.pages.forest import plant
from goalsite.pages.lasting import lasts
from goalsite.pages.links import cycle_name, unit_link
from goalsite.pages.map import map_laid
from goalsite.pages.map_view import GOALS_A_FILE, goals_file
from goalsite.pages.standing import standing, standing_badge
from goalsite.pages.ways import is_across, way_of

_WAYS = ("", "up", "down", "both")


def map_files(desk: Desk) -> Iterator[tuple[str, bytes]]:
    """The files of the map; none where nothing hangs together."""
    forest = plant(desk, {*desk.objectives, *desk.kpis})
    if not forest.roots:
        return
    order = (
        *sorted(forest.roots, key=lambda root: not _lasts(desk, root)),
        *sorted(forest.parents),
        *forest.alone,
    )
    parents = {child: edge.target for child, edge in forest.parents.items()}
    spots = lay_out(order, parents)
    names = tuple(sorted(spots))
    numbers = {name: number for number, name in enumerate(names)}
    near = {name for name, *_ in map_laid(desk)[1].drawn}
    for at in range(0, len(names), GOALS_A_FILE):
        part = names[at : at + GOALS_A_FILE]
        content = {
            "version": 1,
            "first": at,
            **_words(desk),
            **_goals(desk, part, spots),
            "parent": [numbers.get(parents.get(name, ""), -1) for name in part],
            "near": [place for place, name in enumerate(part) if name in near],
            "edges": _edges(desk, part, numbers),
        }
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        yield goals_file(at // GOALS_A_FILE + 1), text.encode()


def _lasts(desk: Desk, name: str) -> bool:
    goal = desk.objectives.get(name)
    return goal is None or lasts(desk, goal.cycle)


def _words(desk: Desk) -> dict[str, Any]:
    kinds = [(kind, *desk.language.edge(kind, True), *desk.language.edge(kind, False)) for kind in EDGE_TYPES]
    return {"kinds": kinds}


def _goals(desk: Desk, names: Sequence[str], spots: dict[str, Spot]) -> dict[str, Any]:
    """The columns of the goals, with the tables of units, cycles and statuses that they point into."""
    goals = [desk.objectives.get(name) or desk.kpis[name] for name in names]
    statuses = list(_statuses(desk, goals))
    units = [desk.ties.homes[name] for name in names]
    cycles = ["" if isinstance(goal, Kpi) else goal.cycle for goal in goals]
    keys = [one.key for one in statuses]
    words = {one.key: one.word for one in statuses}
    unit_at, unit_table = _table(units)
    cycle_at, cycle_table = _table(cycles)
    key_at, key_table = _table(keys)
    return {
        "id": names,
        "title": [goal.title for goal in goals],
        "kpi": [place for place, goal in enumerate(goals) if isinstance(goal, Kpi)],
        "exposed": [place for place, name in enumerate(names) if is_exposed(desk, name)],
        "unit": unit_at,
        "units": [(unit, unit_link(desk, unit).text) for unit in unit_table],
        "cycle": cycle_at,
        "cycles": [
            (one, cycle_name(desk, one), int(lasts(desk, one))) if one else ("", "", 1) for one in cycle_table
        ],
        "status": key_at,
        "statuses": [(key, words.get(key, ""), TONES.get(key, "")) for key in key_table],
        "x": [round(spots[name].x) for name in names],
        "y": [round(spots[name].y) for name in names],
    }


def _statuses(desk: Desk, goals: Iterable[Objective | Kpi]) -> Iterator[Badge]:
    """Where each goal stands; those that stand alike have one badge."""
    known: dict[tuple[str, str], Badge] = {}
    for goal in goals:
        key = goal.kind, standing(desk, goal)
        if key not in known:
            known[key] = standing_badge(desk, goal)
        yield known[key]


def _table(values: Sequence[str]) -> tuple[list[int], list[str]]:
    """Each value as its place in the sorted table of them, and the table."""
    table = sorted(set(values))
    places = {value: place for place, value in enumerate(table)}
    return [places[value] for value in values], table


def _edges(desk: Desk, names: Sequence[str], numbers: dict[str, int]) -> list[int]:
    found: list[int] = []
    for edge in told_edges(desk, names):
        if edge.target in numbers:
            way, across = _WAYS.index(way_of(desk, edge)), int(is_across(desk, edge))
            found += (numbers[edge.source], numbers[edge.target], EDGE_TYPES.index(edge.type), way, across)
    return found
