"""Numbers in a unit that another line gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from itertools import repeat
from typing import Any

from msgspec import Struct

from goalsite.core.quantities import read_number
from goalsite.model.shapes import Amount, Reading, Shape, amount, day, shorten, span

_COMMA = re.compile(r"[-+]?\d+,\d{1,2}(?!\d)")  # no group of three follows

_read = lru_cache(maxsize=1 << 14)(read_number)  # a site says the same numbers again and again

AmountReader = Callable[[Amount | None, str], float | None]
"""Reads an amount; the second argument names it in a finding."""


class Unit(Struct, frozen=True):
    """Reads amounts of one unit and reports those that are none. Where `known` is false the unit itself could
    not be found, which is told elsewhere: then what does not read is left out in silence."""

    name: str
    reading: Reading
    known: bool = True

    def number(self, written: Amount | None, what: str) -> float | None:
        """The number an amount says in this unit, or None."""
        if written is None:
            return None
        value = _read(written.text, self.name)
        if value is None and self.known:
            report_amount(written, what, self.name, self.reading)
        return value

    def numbers(self, texts: Iterable[str]) -> list[float | None]:
        """What texts say in this unit; None for one that is no number of it, of which nothing is told."""
        return list(map(_read, texts, repeat(self.name)))


def report_amount(written: Amount, what: str, unit: str, reading: Reading) -> None:
    """Say that an amount is no number of `unit`."""
    shown = shorten(written.text)
    expected = f"a number in {unit}" if unit else "a number"
    hint = "" if unit or not shown[:1].isdigit() else "if it has a unit, say so in unit:"
    if _COMMA.match(shown):
        hint = f"write a fraction with a point: {shown.replace(',', '.')}"
    reading.report(written.mark, "S015", f'{what} is "{shown}", must be {expected}', hint, span(shown))


PLAN_POINT = Shape("a point of the plan", {"date": day, "value": amount}, required=("date", "value"))


def plan(points: tuple[Any, ...], number: AmountReader) -> tuple[tuple[date, float], ...]:
    """The points of a `plan`, by date; of two for one date the last counts."""
    found: dict[date, float] = {}
    for point in points:
        value = number(point.get("value"), "value of the plan")
        if value is not None and point.get("date") is not None:
            found[point.get("date")] = value
    return tuple(sorted(found.items()))
