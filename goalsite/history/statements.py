"""The versions of a goal -> what its key results said by `current`, and since when its steps are done."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalsite.history.facts import Version
from goalsite.history.parts import NOT_READ, Said
from goalsite.history.past import Past
from goalsite.model.records import Current


class Stated(NamedTuple):
    """That a key result says `now` by `current` since `day`; None where it says nothing any more."""

    day: date
    now: Current | None


class Told(NamedTuple):
    """That a key result says something since commit `commit`; None where it says nothing any more."""

    commit: int
    said: Said | None


def told(past: Past, path: str) -> dict[str, list[Told]]:
    """What key results said by `current`, by id, each time it was something else than before.

    A version that cannot be read, in whole or in this, says what the one before said; so does one that came
    back after its file was removed.
    """
    found: dict[str, list[Told]] = {}
    for commit, version in _read(past, path):
        now = dict(version.said)
        for name in now.keys() | found.keys():
            said, its = now.get(name), found.get(name)
            if said == NOT_READ or said == (its[-1].said if its else None):
                continue
            found.setdefault(name, []).append(Told(commit, said))
    return found


def statements(past: Past, path: str) -> dict[str, tuple[Stated, ...]]:
    """What key results said by `current`, dated."""
    return {
        name: tuple(Stated(past.day(one.commit), _current(one.said)) for one in its)
        for name, its in sorted(told(past, path).items())
    }


def _current(said: Said | None) -> Current | None:
    if said is None:
        return None
    value, confidence, status, note, checked = said
    if value is None:
        return None
    return Current(value, confidence, status, note, date.fromisoformat(checked) if checked else None)


def done_by(past: Past, path: str) -> dict[tuple[str, str], int]:
    """The commits since which steps are done without saying when, by key result and title."""
    done: dict[tuple[str, str], int] = {}
    for commit, version in _read(past, path):
        done = {step: done.get(step, commit) for step in version.done}
    return done


def done_since(past: Past, path: str) -> dict[tuple[str, str], date]:
    """The days since which steps are done without saying when, by key result and title."""
    return {step: past.day(commit) for step, commit in done_by(past, path).items()}


def _read(past: Past, path: str) -> Iterator[tuple[int, Version]]:
    """The versions of a goal that can be read, oldest first, with the numbers of their commits."""
    for step in past.steps(path):
        version = past.versions.known.get(step.key) if step.key else None
        if version is not None:
            yield step.commit, version
