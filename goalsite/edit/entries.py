"""What is to be checked in, as somebody typed it, and what is wrong with that."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from goalsite.core.diagnostics import Mark
from goalsite.core.names import describe
from goalsite.edit.patch import RefusedError
from goalsite.model.amounts import Unit
from goalsite.model.checkins import ABOUT_KEY_RESULT
from goalsite.model.measures import read_value
from goalsite.model.records import Binary, KeyResult, Milestones
from goalsite.model.shapes import Amount, Reading
from goalsite.source.decode import first_unprintable
from goalsite.source.nodes import Scalar

FIELDS = ("value", "confidence", "status", "note", "blocked", "next", "by")
"""What a check-in may say, in the order in which it is written."""

_LONGEST = 4000  # characters; who has more to tell writes a page and links to it


class Entry(NamedTuple):
    """A check-in to write: by field (of `FIELDS`, in their order) the text that was typed.

    `dated` tells whether somebody named the day; `step` the milestone that a value of `done` is about.
    """

    day: date
    said: Mapping[str, str]
    step: str = ""
    dated: bool = False

    @property
    def value(self) -> str:
        """Its value; empty without one."""
        return self.said.get("value", "")

    def without_value(self) -> Entry:
        """The rest of it."""
        return self._replace(said={field: said for field, said in self.said.items() if field != "value"})


def tidied(entry: Entry) -> Entry:
    """The entry with every text on one line, and without those that say nothing.

    Raises RefusedError where a text is too long, or holds what no file may hold.
    """
    texts = {field: tidy(field, entry.said.get(field, "")) for field in FIELDS}
    return entry._replace(said={field: said for field, said in texts.items() if said})


def tidy(field: str, text: str) -> str:
    """A text that somebody typed, on one line. Raises RefusedError where no file may hold it."""
    said = " ".join(text.split())
    if len(said) > _LONGEST:
        message = f"the {field} has {len(said)} characters, must have at most {_LONGEST}"
        raise RefusedError(message, "write the rest below the front matter, or link to it")
    if (at := first_unprintable(said)) is not None:
        message = f"the {field} holds {describe(said[at])}, must be visible text"
        raise RefusedError(message, "leave the character out")
    return said


def check_fields(entry: Entry) -> None:
    """Raises RefusedError where a confidence, a status or a handle is none; values have their own check."""
    reading = Reading("")
    for field, said in entry.said.items():
        if field != "value":
            ABOUT_KEY_RESULT.keys[field](Scalar(said, False, Mark()), reading, field)
    refuse(reading)


def check_value(result: KeyResult, value: str) -> None:
    """Raises RefusedError where `value` says nothing in the terms of a key result that takes values."""
    if isinstance(result.measure, Milestones | Binary):
        return
    reading = Reading("")
    unit = Unit(getattr(result.measure, "unit", ""), reading)
    read_value(Amount(value, Mark()), result.measure, unit)
    refuse(reading)


def refuse(reading: Reading) -> None:
    """Raises RefusedError with the first finding of a reading, if there is one."""
    for one in reading.found[:1]:
        raise RefusedError(one.message, one.hint)
