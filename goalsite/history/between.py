"""What lies between two commits: where they parted, and who touched which file last."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from goalsite.history.clock import day_of
from goalsite.history.entries import shown_name
from goalsite.history.git import ask, prefix, text

_MOST = 5_000
"""So many commits are asked for: a longer way is no change that somebody looks through."""


class Touched(NamedTuple):
    """Who wrote what a file says anew, the last of them first, and the day of the last commit."""

    authors: tuple[str, ...]
    day: date | None


def merge_base(root: Path, one: str, other: str) -> str | None:
    """The commit from which two revisions parted; None where git knows none."""
    found = ask(root, "merge-base", "--end-of-options", one, other)
    return found.decode("ascii", "replace").strip() if found else None


def is_shallow(root: Path) -> bool:
    """Whether the repository is a clone without its whole history."""
    return (ask(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def is_repository(root: Path) -> bool:
    """Whether git knows a repository that holds `root`."""
    return ask(root, "rev-parse", "--git-dir") is not None


def touched_between(root: Path, one: str, other: str, timezone: str) -> dict[str, Touched]:
    """Who touched the files of the project on the way from `one` to `other`, by path; merges count for those
    who wrote what they brought."""
    below = prefix(root)
    said = ask(
        root,
        "log",
        "--no-merges",
        "--no-renames",
        "--no-ext-diff",
        "--name-only",
        "-z",
        f"--max-count={_MOST}",
        "--format=%x01%ct %an",
        f"{one}..{other}",
        "--",
        ".",
        long=True,
    )
    found: dict[str, Touched] = {}
    for entry in (said or b"").split(b"\x01")[1:]:
        head, *names = entry.split(b"\0")
        seconds, _, name = head.partition(b" ")
        day = day_of(int(seconds), timezone) if seconds.isdigit() else None
        author = shown_name(name)
        for listed in names:
            path = text(listed.lstrip(b"\n")).removeprefix(below)
            if path:
                known = found.setdefault(path, Touched((), day))
                if author not in known.authors:
                    found[path] = known._replace(authors=(*known.authors, author))
    return found
