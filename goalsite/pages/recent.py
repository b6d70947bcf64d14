"""What changed lately: the newest events of the site, a unit or a person as rows."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link
from goalsite.pages.entries import entry
from goalsite.pages.events import Event
from goalsite.pages.rows import EventRow

LATELY = 31
"""How many days back one looks."""

_LINES = 2


def recent_rows(desk: Desk, events: Iterable[Event], most: int) -> tuple[EventRow, ...]:
    """The first `most` of these events, newest first, that happened within `LATELY` days."""
    rows: list[EventRow] = []
    for event in events:
        days = (event.day - desk.as_of).days
        if len(rows) == most or days < -LATELY:
            break
        told = entry(desk, event)
        rows.append(
            EventRow(
                date=desk.language.date(event.day),
                link=Link(told.title, told.href),
                lines=told.lines[:_LINES],
                relative=desk.language.in_days(days),
                by=told.by,
            )
        )
    return tuple(rows)


def unit_events(desk: Desk, unit: str) -> tuple[Event, ...]:
    """What happened in a unit and those below it, newest first."""
    return desk.events.units.get(unit, ()) if unit else desk.events.site
