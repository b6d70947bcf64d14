"""The past of a repository as it was read before, with what is new: no content is read twice, and of a branch
that went on only the new commits.

Everything is known by the ids of objects, which stand for what is in them; so nothing that is remembered can
be out of date. The days are made anew each time. What is learnt later lies in a second, small file, until it
is worth writing all of it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from goalsite.history.contents import Contents, Kept
from goalsite.history.entries import Change, Entry
from goalsite.history.facts import Version
from goalsite.history.git import Repository
from goalsite.history.log import read_log
from goalsite.history.past import Past
from goalsite.memory.keep import keep, recall

FILE, NEWER = "history", "history-newer"
"""The names of the files in the folder of what is remembered."""

_SHARE = 10  # of what is known; when so much is new, all of it is written again


def open_past(repository: Repository, timezone: str, memory: Path | None) -> Past | None:
    """The past of a repository, as far as it is remembered in a folder; None where git does not tell it."""
    values = recall(memory / FILE) if memory else {}
    newer = recall(memory / NEWER) if memory and values else {}
    if newer.get("mark") != values.get("mark"):
        newer = {}
    place = _place(repository)
    before = [*_log(values, place), *_log(newer, place)]
    log = read_log(repository, before)
    if log is None:
        return None
    contents = Contents()
    for kept in (values, newer):
        known = kept.get("known", {}).items()
        contents.known |= {key: one and Version._make(one) for key, one in known}
        contents.changes |= kept.get("changes", {})
    whole = newer.get("whole") or values.get("whole", "") if before else ""
    past = Past(repository, log, contents, timezone, before, whole)
    if before and values:
        counts = (len(values["log"]), len(values["known"]), len(values["changes"]))
        past.kept = Kept(values["mark"], *counts)
    return past


def keep_past(past: Past, memory: Path | None) -> None:
    """Remember what is known now, if it is more than was."""
    contents, before, kept = past.versions, past.before, past.kept
    goes_on = bool(before) and past.log[-1].id in {entry.id for entry in before}
    if memory is None or (goes_on and not contents.is_new and past.whole == past.was_whole):
        return
    log = before if goes_on else past.log
    is_same = bool(kept.mark) and (goes_on or (len(log) > len(before) and log[len(before) - 1] == before[-1]))
    start = kept if is_same else Kept()
    learnt = len(log) + len(contents.known) - start.commits - start.contents
    if learnt * _SHARE > start.commits + start.contents:
        start = Kept()
    known = islice(contents.known.items(), start.contents, None)
    values = {
        "mark": start.mark or f"{log[-1].id} {len(contents.known)} {len(contents.changes)}",
        "place": _place(past.repository),
        "log": [_plain(entry) for entry in islice(log, start.commits, None)],
        "known": {key: one and tuple(one) for key, one in known if key not in contents.lacking},
        "changes": dict(islice(contents.changes.items(), start.changes, None)),
        "whole": past.whole,
    }
    keep(memory / (NEWER if start.mark else FILE), values)


def _place(repository: Repository) -> tuple[Any, ...]:
    """What a log hangs on besides its last commit."""
    return (repository.below, tuple(sorted(repository.cut)))


def _log(values: dict[str, Any], place: tuple[Any, ...]) -> Iterable[Entry]:
    """The commits that are remembered of a place."""
    return map(_entry, values["log"]) if values.get("place") == place else ()


def _plain(entry: Entry) -> tuple[Any, ...]:
    return (*entry[:5], tuple(map(tuple, entry.changes)), entry.authors)


def _entry(plain: Sequence[Any]) -> Entry:
    commit, seconds, parents, author, subject, changes, authors = plain
    return Entry(commit, seconds, parents, author, subject, tuple(map(Change._make, changes)), authors)
