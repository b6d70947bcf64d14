"""The name of the cycle that follows one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goalsite.core.periods import DAY, FiscalYear, known_period

_NAME = re.compile(r"(?P<year>\d{4})(?:-(?P<letter>[HTQBW]?)(?P<number>\d+))?", re.ASCII)


def following(name: str, fiscal: FiscalYear) -> str:
    """The known name of the cycle that begins when a known one ends; empty for any other name."""
    match, period = _NAME.fullmatch(name), known_period(name, fiscal)
    if match is None or period is None or match["year"] == "9999":
        return ""
    for candidate in _candidates(match):
        after = known_period(candidate, fiscal)
        if after and after.start == period.end + DAY:
            return candidate
    return ""


def _candidates(match: re.Match[str]) -> Iterator[str]:
    """The name with the next number, and the first one of the next year."""
    year, letter, number = int(match["year"]), match["letter"], match["number"]
    if number is None:
        yield f"{year + 1:04}"
        return
    width = len(number)
    yield f"{year:04}-{letter}{int(number) + 1:0{width}}"
    yield f"{year + 1:04}-{letter}{1:0{width}}"
