"""What is known of a project's goals, as builds keep it: as a whole, and what was another after edits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from goalsite.core.known import Held
from goalsite.memory.keep import keep, keep_written, recall, recall_bytes
from goalsite.memory.packing import Place, Shared, pack, unpacked
from goalsite.pages.revisions import Revision, revision
from goalsite.pages.surveys import Changes, Survey

_WHOLE, _SINCE = "known", "since"
_MOST = 8
"""All that came since takes at most one part in so many of the whole: beyond it the whole is kept again."""

_NEAR = 5
"""So many levels are looked through near what is another."""


class _Edit(NamedTuple):
    """What was another after a build: values, the names of those that are gone, and the surveys."""

    values: Held
    gone: frozenset[Any]
    revisions: tuple[Revision, ...]


class Memory:
    """What was `held` as known and the `surveys` of a project's site, after the build `of` that time; nothing
    where the folder has nothing to be believed, or nothing of it is wanted."""

    def __init__(self, folder: Path, *, wanted: bool = True) -> None:
        self._folder = folder
        self._edits: tuple[bytes, ...] = ()
        self._size = self._whole = self.of = 0
        self.held: Held = {}
        self.surveys: tuple[Survey, ...] = ()
        if wanted and (whole := recall_bytes(folder / _WHOLE)):
            self._open(whole, recall(folder / _SINCE))

    def _open(self, whole: memoryview, since: dict[str, Any]) -> None:
        self._size = len(whole)
        self._whole, self.held, self.surveys = unpacked(whole)
        self.of = self._whole
        if not since or since["whole"] != self._whole:
            return
        self._edits, self.of = since["edits"], since["of"]
        made = self._made()
        for bytes_of_edit in self._edits:
            edit: _Edit = self._shared(made).unpacked(bytes_of_edit)
            for name in edit.gone:
                del self.held[name], made[name]
            self.held.update(edit.values)
            made.update((name, value) for name, (_, value) in edit.values.items())
            pairs = zip(edit.revisions, self.surveys, strict=True)
            self.surveys = tuple(one.of(survey) for one, survey in pairs)

    def _made(self) -> dict[Any, Any]:
        """What is held, without what it was made of."""
        return {name: value for name, (_, value) in self.held.items()}

    def _shared(self, made: dict[Any, Any]) -> Shared:
        """What an edit need not hold again."""
        return Shared((made, self.held, *(survey.values for survey in self.surveys)))

    def wait(self, of: int, held: Held, surveys: Sequence[Survey], changes: Sequence[Changes]) -> None:
        """Let what is known after a build wait for its site to be published; `changes` are those of the
        surveys, none where they were not held against the ones before."""
        edit = self._edit(held, surveys, changes)
        edits = (*self._edits, self._packed(edit)) if edit else ()
        self._forget_waiting()
        if edits and sum(map(len, edits)) * _MOST < self._size:
            keep(self._waiting(_SINCE), {"whole": self._whole, "of": of, "edits": edits}, _SINCE)
        else:
            keep_written(self._waiting(_WHOLE), partial(pack, (of, held, tuple(surveys))), _WHOLE)

    def _edit(self, held: Held, surveys: Sequence[Survey], changes: Sequence[Changes]) -> _Edit | None:
        """What is another than before; None where it is much."""
        if not changes or len(changes) != len(self.surveys):
            return None
        values = {name: one for name, one in held.items() if self.held.get(name) is not one}
        if len(values) * _MOST > len(held):
            return None
        revisions = tuple(filter(None, map(revision, self.surveys, surveys, changes)))
        gone = frozenset(self.held.keys() - held.keys())
        return _Edit(values, gone, revisions) if len(revisions) == len(surveys) else None

    def _packed(self, edit: _Edit) -> bytes:
        return self._shared(self._made()).packed(edit, self._places(edit))

    def _places(self, edit: _Edit) -> Iterator[Place]:
        """Where what an edit shares with what is held lies: values, and what the surveys have, are named all;
        what they are made of only near what is another now."""
        yield (0,), 2
        yield from (((1, name), _NEAR) for name in edit.values if name in self.held)
        for number, (other, survey) in enumerate(zip(edit.revisions, self.surveys, strict=True), 2):
            revised = {one.name: one for one in other.fields}
            for place, (name, _, value) in enumerate(survey.fields):
                yield (number, place), 1
                keys = revised[name].entries or () if name in revised else ()
                yield from (((number, place, key), _NEAR) for key in keys if key in value)

    def settle(self, *, published: bool) -> None:
        """Keep what waits, or forget it where nothing was published."""
        if published:
            for name in (_WHOLE, _SINCE):
                with suppress(FileNotFoundError):
                    self._waiting(name).replace(self._folder / name)
        self._forget_waiting()

    def forget(self) -> None:
        """Hold nothing any more; what waits goes on doing so."""
        self.held, self.surveys, self._edits = {}, (), ()

    def _forget_waiting(self) -> None:
        for name in (_WHOLE, _SINCE):
            self._waiting(name).unlink(missing_ok=True)

    def _waiting(self, name: str) -> Path:
        return self._folder / f".{name}"
