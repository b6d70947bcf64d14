"""A difference as it is shown, by whatever means: texts only, nothing in them is markup."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True):
    """One goal, unit, person or page. `sign` is `+` (new), `-` (gone), `>` (moved), `*` (changed) or empty
    (nothing written, and others figures); `note` says whose it is, `by` who wrote it and when.

    `lines` are what changed, those of a key result together; `effects` what became of its figures; `body` the
    lines of its text that went (`-…`) and came (`+…`).
    """

    sign: str
    title: str
    note: str = ""
    by: str = ""
    lines: tuple[str, ...] = ()
    effects: str = ""
    body: tuple[str, ...] = ()
    body_note: str = ""


class Section(Struct, frozen=True):
    """Entries or lines under a heading; what is `aside` need not be read to understand the rest."""

    title: str
    entries: tuple[Entry, ...] = ()
    lines: tuple[str, ...] = ()
    aside: bool = False


class DifferencePage(Struct, frozen=True):
    """A difference: what was compared, the gist in sentences, then the details. `left_out` says, with `{n}`,
    how many lines have no room."""

    title: str
    day: str
    gist: tuple[str, ...]
    sections: tuple[Section, ...] = ()
    is_empty: bool = False
    tag: str = "en"
    direction: str = "ltr"
    left_out: str = ""
