"""What was listed, what is there, what the commit makes -> in what they differ, file by file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Found(NamedTuple):
    """What is there under a path: its SHA-256 in hexadecimal, or why that is not known."""

    digest: str = ""
    trouble: str = ""


MISSING = Found(trouble="is not there")
"""What is there where nothing is."""


class Difference(NamedTuple):
    """A file that is not as it should be, and in what."""

    path: str
    what: str


def differences(
    listed: Mapping[str, str], found: Mapping[str, Found], made: Mapping[str, str] | None
) -> Iterator[Difference]:
    """Where the files of a site are not what is made of its commit, sorted by path.

    `listed` and `made` are SHA-256 by path; where nothing was made, the files are held against the list.
    """
    for path in sorted({*listed, *(made or ())}):
        here = found.get(path, MISSING)
        if made is None:
            what = here.trouble or ("" if here.digest == listed[path] else "is not as the list has it")
        else:
            what = _what(listed.get(path), here, made.get(path))
        if what:
            yield Difference(path, what)


def _what(listed: str | None, here: Found, made: str | None) -> str:
    """In what a file differs from what the commit makes; empty where it does not."""
    if made is None:  # and so nobody looked whether it is there
        return "is nothing that the commit makes"
    if here.trouble:
        return here.trouble
    if here.digest == made:
        return "" if listed == made else "is right, and wrong on the list"
    return "is not what the commit makes" if here.digest == listed else "was changed after it was made"
