"""Objectives and KPIs -> columns for the search: what repeats stands in lists of its own, once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import takewhile
from typing import Any, TypeVar

from goalsite.core.names import fold_handle
from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.lasting import lasts
from goalsite.pages.links import cycle_name
from goalsite.pages.standing import standing

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def goals_part(desk: Desk, goals: Sequence[Objective | Kpi]) -> dict[str, Any]:
    """The columns of these goals, objectives before KPIs.

    `ids` are what each id has beyond the first `shared` characters of the one before. `unit`, `owner`,
    `cycle` (objectives only) and `standing` are places in the lists `units` ([id, title]), `owners` ([handle,
    name]), `cycles` ([id, name, 1 if it is not over]) and `standings` ([key, 1 if closed]). `aliases` are
    [place of the goal, alias].
    """
    objectives = [goal for goal in goals if isinstance(goal, Objective)]
    units, unit = _column(goals, lambda goal: goal.team)
    owners, owner = _column(goals, lambda goal: fold_handle(goal.owner or ""))
    cycles, cycle = _column(objectives, lambda goal: goal.cycle)
    standings, stands = _column(goals, lambda goal: (standing(desk, goal), _is_closed(goal)))
    shared, ids = _shortened([goal.id for goal in goals])
    return {
        "objectives": len(objectives),
        "titles": [goal.title for goal in goals],
        "shared": shared,
        "ids": ids,
        "units": [(name, desk.teams[name].title) for name in units],
        "unit": unit,
        "owners": [_person(desk, handle) for handle in owners],
        "owner": owner,
        "cycles": [(name, cycle_name(desk, name), int(lasts(desk, name))) for name in cycles],
        "cycle": cycle,
        "standings": standings,
        "standing": stands,
        "aliases": [(place, alias) for place, goal in enumerate(goals) for alias in goal.aliases],
    }


def _is_closed(goal: Objective | Kpi) -> int:
    return int(isinstance(goal, Objective) and goal.state == "closed")


def _person(desk: Desk, handle: str) -> tuple[str, str]:
    person = desk.people.get(handle)
    return (person.handle, person.name) if person else (handle, "")


def _column(items: Iterable[T], key: Callable[[T], K]) -> tuple[list[K], list[int]]:
    """The values that occur, in order of their first place, and for each item the place of its own."""
    places: dict[K, int] = {}
    column = [places.setdefault(key(item), len(places)) for item in items]
    return list(places), column


def _shortened(names: Iterable[str]) -> tuple[list[int], list[str]]:
    """For each name how many characters it shares with the one before, and the rest of it.

    They are counted as JavaScript does, in units of UTF-16.
    """
    shared, rests = [], []
    before = ""
    for name in names:
        pairs = takewhile(lambda pair: pair[0] == pair[1], zip(before, name, strict=False))
        common = "".join(character for character, _ in pairs)
        shared.append(len(common.encode("utf-16-le", "surrogatepass")) // 2)
        rests.append(name[len(common) :])
        before = name
    return shared, rests
