"""What is known of a key result that is to be drawn."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from goalsite.drawing.points import Point


class Guide(NamedTuple):
    """A height with a name: where the key result comes from, where it is to go, the levels on the way."""

    value: float
    label: str
    kind: Literal["target", "level", "baseline", "bound"]


class Period(Struct, frozen=True):
    """A period of a maintained range, both days inclusive; `met` is None while it is open."""

    start: date
    end: date
    met: bool | None
    label: str


class Forecast(Struct, frozen=True):
    """Where the value is likely to be on a day: the middle of what is likely, and its ends."""

    day: date
    low: float
    middle: float
    high: float


class ValueSeries(Struct, frozen=True):
    """A key result to draw: `start` and `end` are its window, all days and points sorted by date.

    `plan` is the expected curve in units of the value; `bounds` the range to stay in, open where one is None.
    """

    title: str
    start: date
    end: date
    points: tuple[Point, ...] = ()
    plan: tuple[tuple[date, float], ...] = ()
    guides: tuple[Guide, ...] = ()
    bounds: tuple[float | None, float | None] = (None, None)
    periods: tuple[Period, ...] = ()
    forecast: tuple[Forecast, ...] = ()
    today: date | None = None
    today_label: str = ""
    plan_label: str = ""
    description: str = ""
