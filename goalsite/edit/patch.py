"""What is to become of one file, and why something cannot be changed."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic, Mark


class Moved(NamedTuple):
    """A reference by an old name, and how it is to be written."""

    path: str
    mark: Mark
    old: str
    new: str


class FilePatch(Struct, frozen=True):
    """A file as it was read and as it is to be; `is_new` where there is none before, `is_gone` where there is
    to be none after.

    `ended` are the findings that are gone by it, first those that were told. `moved` are its references that
    are written as the present id, for which nothing was told.
    """

    path: str
    before: bytes
    after: bytes
    ended: tuple[Diagnostic, ...] = ()
    moved: tuple[Moved, ...] = ()
    is_new: bool = False
    is_gone: bool = False


class RefusedError(Exception):
    """Why something is not changed: a sentence for whoever asked, and what to do instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
