"""The data of the search: what a reader's browser looks through, in parts of at most 5,000 entries.

`search/_/goals-1.json` … hold objectives and KPIs and are read when somebody turns to the search;
`search/_/more-1.json` … hold key results, people, units, tags, cycles and pages and are read with the first
query.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from goalsite.exchange.search_goals import goals_part
from goalsite.exchange.search_more import Entry, entries, more_part
from goalsite.pages.desk import Desk, once
from goalsite.pages.paging import parts

T = TypeVar("T")

Files = Iterator[tuple[str, bytes]]

PART = 5_000
"""How many entries of a kind one file holds: with titles and ids that are all unlike, 100 kB compressed."""

FOLDER = "search/_/"


class Part(NamedTuple):
    """What one file holds: goals by id, or their key results with `others`; and what its `head` says."""

    goals: tuple[str, ...]
    others: tuple[Entry, ...] | None = None
    head: tuple[tuple[str, int], ...] = ()


def search_files(desk: Desk, most: int = PART) -> Files:
    """The files, each entry in one of them; `most` entries of a kind in one."""
    return ((name, _content(desk, part)) for name, part in _laid(desk, most).items())


def search_parts(desk: Desk) -> Iterator[tuple[str, Callable[[], Files]]]:
    """The names of the files, each with what makes it."""
    for name in _laid_once(desk):
        yield name, partial(_file, desk, name)


@once
def _laid_once(desk: Desk) -> dict[str, Part]:
    return _laid(desk, PART)


def _laid(desk: Desk, most: int) -> dict[str, Part]:
    """What each file holds."""
    goals, others = parts([goal.id for goal in desk.goals], most), parts(tuple(entries(desk)), most)
    count = max(len(goals), len(others))
    found = {f"{FOLDER}goals-{number}.json": Part(section) for number, section in enumerate(goals, 1)}
    first = f"{FOLDER}goals-1.json"
    found[first] = found[first]._replace(head=(("parts", len(goals)), ("more", count)))
    for number in range(1, count + 1):
        found[f"{FOLDER}more-{number}.json"] = Part(_at(goals, number), _at(others, number))
    return found


def _file(desk: Desk, name: str) -> Files:
    yield name, _content(desk, _laid_once(desk)[name])


def _content(desk: Desk, part: Part) -> bytes:
    goals = tuple(desk.objectives.get(name) or desk.kpis[name] for name in part.goals)
    data = goals_part(desk, goals) if part.others is None else more_part(desk, goals, part.others)
    return _bytes(dict(part.head) | data)


def _at(sections: Sequence[tuple[T, ...]], number: int) -> tuple[T, ...]:
    """Section `number`, counted from 1; nothing after the last."""
    return sections[number - 1] if number <= len(sections) else ()


def _bytes(data: dict[str, Any]) -> bytes:
    """`data` as JSON; half characters, of which a file's name may consist, as question marks."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"
