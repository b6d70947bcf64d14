"""What check-ins say, and how a message names them."""

from __future__ import annotations

from goalsite.lint.written import Place
from goalsite.model.records import CheckIn, KeyResult


def last_confident(checkins: tuple[CheckIn, ...]) -> CheckIn | None:
    """The last check-in that gives a confidence."""
    return next((one for one in reversed(checkins) if one.confidence is not None), None)


def last_status(checkins: tuple[CheckIn, ...]) -> CheckIn | None:
    """The last check-in that reports a status."""
    return next((one for one in reversed(checkins) if one.status is not None), None)


def called(result: KeyResult | None) -> str:
    """How a message names a key result; None stands for the objective."""
    if result is None:
        return "the objective"
    return f'"{result.id}"' if result.named else f"key result {result.id}"


def width(place: Place, said: str) -> int:
    """How many characters a caret underlines where a check-in says that; of a log the row's date."""
    return len("2026-10-05") if place.path.endswith(".csv") else len(said)
