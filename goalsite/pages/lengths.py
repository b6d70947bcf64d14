"""Lengths of time in words: how often one checks in, how late a value may come."""

from __future__ import annotations

from goalsite.pages.desk import Desk


def rhythm(desk: Desk, length: str | None) -> str:
    """A cadence or frequency in words: `every week`, `every 6 months`; empty where there is none."""
    if not length:
        return ""
    if not length[0].isdigit():
        return desk.language.word("cadence", length).word
    return desk.language.text("every %(length)s", length=span(desk, length))


def span(desk: Desk, length: str) -> str:
    """A length such as `10d`, `6m`, `week` in words."""
    plural = desk.language.plural
    number, letter = (int(length[:-1]), length[-1]) if length[0].isdigit() else (1, length)
    match letter:
        case "d" | "day":
            return plural("%(n)s day", "%(n)s days", number)
        case "week":
            return plural("%(n)s week", "%(n)s weeks", number)
        case "m" | "month":
            return plural("%(n)s month", "%(n)s months", number)
        case "quarter":
            return plural("%(n)s quarter", "%(n)s quarters", number)
    return plural("%(n)s year", "%(n)s years", number)
