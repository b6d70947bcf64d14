"""What one commit did to the files that count, as a value; and how its people and words are shown."""

from __future__ import annotations

import re
from sys import intern
from typing import NamedTuple

_ADDRESS = re.compile(r"[^\s<>@:/]+@[^\s<>@:/]+\.[^\s<>@:/]+")


class Change(NamedTuple):
    """What a commit did to one file: its path and the id of its content, before and after; empty where it
    was not there. Where the paths differ, git says that it moved."""

    before: str
    after: str
    old: str
    new: str


class Entry(NamedTuple):
    """One commit. `seconds` is its committer's time; `authors` are those of single files, by path, where a
    merge brought commits of others; else `author` is theirs."""

    id: str
    seconds: int
    parents: tuple[str, ...]
    author: str
    subject: str
    changes: tuple[Change, ...]
    authors: dict[str, tuple[str, ...]]


def shown_name(name: bytes) -> str:
    """An author's name, without an address beside it; of one that is an address what stands before the @."""
    whole = " ".join(name.decode("utf-8", "replace").split())
    alone = " ".join(_ADDRESS.sub("", whole).replace("<>", "").split())
    return intern(alone or _ADDRESS.sub(lambda found: found[0].partition("@")[0], whole))


def shown_line(line: bytes) -> str:
    """The first line of a message, without addresses."""
    return _ADDRESS.sub("…", " ".join(line.decode("utf-8", "replace").split()))
