"""Repositories to read the past of, and what is read there, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from goalsite.core.diagnostics import Diagnostic
from goalsite.history.history import History, read_history
from goalsite.history.timeline import Timeline, Where, read_timeline
from tests.conftest import GitRepo

A, B = "goals/2026-Q4/a.md", "goals/2026-Q4/b.md"


def at(day: str, hour: str = "09:00:00+00:00") -> str:
    """A moment of a day of 2026, given as 10-05."""
    return f"2026-{day}T{hour}"


def goal(current: object = None, *more: str, head: str = "", title: str = "Fast builds") -> str:
    """A goal with the key result p50, which says `current` and the lines `more`; `head` are other keys."""
    said = [] if current is None else [f"current: {current}"]
    lines = ["---", f"title: {title}", *([head] if head else []), "key_results:", "  - id: p50"]
    lines += [f"    {line}" for line in ("metric: {baseline: 14, target: 5}", *said, *more)]
    return "\n".join([*lines, "---", "Why it matters, in some words that stay.", ""])


def timeline(
    root: Path,
    *paths: str,
    timezone: str = "UTC",
    as_of: date = date.max,
    names: dict[str, str] | None = None,
    where: Where | None = None,
) -> tuple[Timeline, tuple[Diagnostic, ...]]:
    """The timeline of these goals."""
    goals = names or dict.fromkeys(paths, "")
    return read_timeline(root, goals, timezone, where or Where(), as_of)


def series(
    root: Path, path: str = A, result: str = "p50", timezone: str = "UTC", where: Where | None = None
) -> list[str]:
    """What a key result said and since when, as `10-05 12.5`; git must not be in doubt."""
    known, found = timeline(root, path, timezone=timezone, where=where)
    assert found == ()
    return [_shown(one.day, one.now.value if one.now else None) for one in known.statements(path, result)]


def _shown(day: date, value: object) -> str:
    return f"{day:%m-%d} {value}"


def history(root: Path, *paths: str, timezone: str = "UTC", where: Where | None = None) -> History:
    """The history of all goals, about which git must not be in doubt."""
    found = paths or tuple(sorted(path.relative_to(root).as_posix() for path in root.rglob("goals/**/*.md")))
    known, diagnostics = read_history(root, dict.fromkeys(found, ""), timezone, where or Where())
    assert diagnostics == ()
    return known


def edits(known: History, path: str = A) -> list[str]:
    """A goal's edits, as `10-05 key_result p50 target: 5.0 -> 4.0`."""
    return [
        f"{edit.commit.day:%m-%d} {' '.join((*edit.part, edit.field))}: {edit.before} -> {edit.after}"
        for edit in known.story(path).edits
    ]


def turns(known: History, path: str = A) -> list[str]:
    """The turns in a goal's life, as `10-05 moved goals/a.md goals/b.md`."""
    return [
        " ".join(filter(None, (f"{turn.commit.day:%m-%d}", turn.kind, turn.before, turn.after)))
        for turn in known.story(path).turns
    ]


def merge(repo: GitRepo, branches: Iterable[str], day: str, author: str = "merger") -> None:
    """Merge branches into what is checked out, on a day."""
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", author), ("EMAIL", "m@example.org"), ("DATE", at(day)))
    }
    repo.git("merge", "-q", "--no-ff", "-m", "Merge", *branches, **who)
