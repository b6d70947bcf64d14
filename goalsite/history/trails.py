"""What goals said otherwise lately, and which came late: as little as possible is read to tell it.

Of a goal two contents are held against each other: what it said once it was settled, and what it says now.
Only where lines that hold goal posts differ, what it said on the way is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from goalsite.history.blobs import blob_id, hash_of, read_blobs
from goalsite.history.contents import blob_of
from goalsite.history.doubts import other_repository
from goalsite.history.ends import ends_of
from goalsite.history.facts import Reader, differences
from goalsite.history.git import Repository
from goalsite.history.past import Past
from goalsite.history.records import Commit, Edit
from goalsite.source.decode import DOCUMENT_BYTES

Content = Callable[[str], bytes | None]
"""What a file says now, by its path; None where it cannot be read."""


class Asked(NamedTuple):
    """A goal whose trail is asked for: its id, its cycle, the day its window begins, the day up to which it
    may still be agreed on, and whether it says itself when it began."""

    id: str
    cycle: str
    start: date
    settled: date
    is_dated: bool = False


class Trail(NamedTuple):
    """What git knows of an objective since it was settled: the day on which it was first seen, if it came
    `late`, and what was said otherwise of it and its key results, oldest first.

    What is not committed yet is of the day that was asked for, and its commit has no id.
    """

    late: date | None = None
    edits: tuple[Edit, ...] = ()


NO_TRAIL = Trail()


def read_trails(
    repository: Repository,
    asked: Mapping[str, Asked],
    wanted: Iterable[str],
    content: Content,
    timezone: str,
    as_of: date,
) -> dict[str, Trail]:
    """The trails of the goals at the `wanted` paths; `asked` are all that there are, by path.

    What a clone does not have is not told: its history begins where it was cut off.
    """
    wanted = {*wanted}
    now = {path: data for path in sorted(wanted) if path in asked and (data := content(path)) is not None}
    ends = ends_of(repository, {path: asked[path].settled for path in now}, timezone, as_of)
    past, chosen = ends.past(now) if ends else (None, ())
    found = dict.fromkeys(now, NO_TRAIL)
    if ends is None or past is None:
        return found
    suspects = {path: asked[path].id for path in ends.suspects(past, {path: now[path] for path in chosen})}
    past.learn(suspects)
    first = {path: _first_seen(past, path, asked[path], as_of) for path in suspects}
    unsure = {asked[path].cycle for path, day in first.items() if day and not asked[path].is_dated}
    peers = {path for path, one in asked.items() if one.cycle in unsure and path not in wanted}
    if peers and not ends.were_there(peers):
        return read_trails(repository, asked, wanted | peers, content, timezone, as_of)
    late = _late(asked, first)
    for path in suspects:
        found[path] = Trail(late.get(path), _edits(past, path, asked[path].settled, now[path], as_of))
    return found


def _first_seen(past: Past, path: str, asked: Asked, as_of: date) -> date | None:
    """The day on which a goal was first seen; None where that was in time, or cannot be told."""
    steps = past.steps(path)
    if not steps:
        return None if other_repository(past.repository, path) else as_of
    commit = steps[0].commit
    day = past.day(commit)
    is_new = steps[0].how == "born" and not past.is_cut(commit)
    return day if is_new and asked.settled < day <= as_of else None


def _late(asked: Mapping[str, Asked], first: Mapping[str, date | None]) -> dict[str, date]:
    """The days of the goals that came late: after the time to agree, and as long after the first goals of
    their cycle."""
    begun: dict[str, date] = {}
    for path, one in asked.items():
        day = first.get(path) or one.start
        begun[one.cycle] = min(day, begun.get(one.cycle, day))
    return {
        path: day
        for path, day in first.items()
        if day and day - max(begun[asked[path].cycle], asked[path].start) > _time_to_agree(asked[path])
    }


def _time_to_agree(asked: Asked) -> timedelta:
    return asked.settled - asked.start


def _edits(past: Past, path: str, settled: date, now: bytes, as_of: date) -> tuple[Edit, ...]:
    """What a goal said otherwise since it was settled."""
    known = [edit for edit in past.story(path, as_of).edits if edit.commit.day > settled]
    return tuple(edit for edit in (*known, *_uncommitted(past, path, now, as_of)) if _counts(edit))


def _counts(edit: Edit) -> bool:
    return edit.part[:1] == ("key_result",) or (edit.part == () and edit.field == "status")


def _uncommitted(past: Past, path: str, now: bytes, as_of: date) -> Iterator[Edit]:
    """What a goal says otherwise since the last commit."""
    keys = (step.key for step in reversed(past.steps(path)) if step.key)
    blob = next((blob_of(key) for key in keys if past.versions.known.get(key)), None)
    if blob is None or blob == blob_id(now, hash_of(blob)):
        return
    contents = read_blobs(past.repository, [blob], DOCUMENT_BYTES)
    reader = Reader()
    both = (*(content.data for content in contents), now)
    facts = [read.facts for data in both if data is not None and (read := reader.read(data, "objective"))]
    if len(facts) == 2:
        for part, field, was, said in differences(*facts):
            yield Edit(Commit("", as_of, (), ""), part, field, was, said)
