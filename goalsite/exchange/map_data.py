"""Desk -> the goals of the map with the place of each, for the script that draws it: columns, not objects.

A file holds 10,000 goals, the words they need and the edges from them. A goal is named by its number in all
files; `edges` is a row of numbers, five for each: from, to, kind, way (0 none, 1 up, 2 down, 3 both) and
whether it leads across the organisation.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from goalsite.drawing.layout import Spot, lay_out
from goalsite.graph.edges import EDGE_TYPES
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import TONES
from goalsite.pages.drawn_map import drawn_first, is_exposed, told_edges
from goalsite.pages.edges import standing
from goalsite.pages.forest import plant, plant_lasting
from goalsite.pages.lasting import lasts
from goalsite.pages.links import cycle_name, goal_link, unit_link
from goalsite.pages.map_view import GOALS_A_FILE, goals_file
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
    near = set(drawn_first(plant_lasting(desk)))
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
    statuses = [standing(desk, name) for name in names]
    units = [desk.ties.homes[name] for name in names]
    cycles = [desk.objectives[name].cycle if name in desk.objectives else "" for name in names]
    keys = [one.key if one else "" for one in statuses]
    words = {one.key: one.word for one in statuses if one}
    unit_at, unit_table = _table(units)
    cycle_at, cycle_table = _table(cycles)
    key_at, key_table = _table(keys)
    return {
        "id": names,
        "title": [goal_link(desk, name).text for name in names],
        "kpi": [place for place, name in enumerate(names) if name in desk.kpis],
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
