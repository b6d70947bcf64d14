"""The data of the search: what a reader's browser looks through, in parts of at most 5,000 entries.

`search/_/goals-1.json` … hold objectives and KPIs and are read when somebody turns to the search;
`search/_/more-1.json` … hold key results, people, units, tags, cycles and pages and are read with the first
query.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from goalsite.exchange.search_goals import goals_part
from goalsite.exchange.search_more import entries, more_part
from goalsite.pages.desk import Desk
from goalsite.pages.paging import parts

T = TypeVar("T")

PART = 5_000
"""How many entries of a kind one file holds: with titles and ids that are all unlike, 100 kB compressed."""

FOLDER = "search/_/"


def search_files(desk: Desk, most: int = PART) -> Iterator[tuple[str, bytes]]:
    """The files, each entry in one of them; `most` entries of a kind in one."""
    goals, others = parts(desk.goals, most), parts(tuple(entries(desk)), most)
    count = max(len(goals), len(others))
    for number, section in enumerate(goals, 1):
        head = {"parts": len(goals), "more": count} if number == 1 else {}
        yield f"{FOLDER}goals-{number}.json", _bytes(head | goals_part(desk, section))
    for number in range(1, count + 1):
        more = more_part(desk, _at(goals, number), _at(others, number))
        yield f"{FOLDER}more-{number}.json", _bytes(more)


def _at(sections: Sequence[tuple[T, ...]], number: int) -> tuple[T, ...]:
    """Section `number`, counted from 1; nothing after the last."""
    return sections[number - 1] if number <= len(sections) else ()


def _bytes(data: dict[str, Any]) -> bytes:
    """`data` as JSON; half characters, of which a file's name may consist, as question marks."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace") + b"\n"
