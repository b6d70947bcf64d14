"""Days as they are written: ISO dates in their long form, and no other."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def is_day_form(written: str) -> bool:
    """Whether a text has the form of an ISO date (`2026-10-05`), be it in the calendar or not."""
    return _ISO_DAY.fullmatch(written) is not None


@lru_cache(maxsize=4096)  # a site names the same days again and again
def read_day(written: str) -> date | None:
    """The day of an ISO date (`2026-10-05`), or None."""
    if not is_day_form(written):  # fromisoformat reads 2026-W41-1, too
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None
