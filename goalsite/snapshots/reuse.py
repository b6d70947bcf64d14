"""States that need not be made again: a commit does not change, nor does a day that is over.

What else a state is made from is the program with its templates, the look of today, its neighbours in time,
and which of its pages there are today. What git could not give in full may be there the next time, and whose
signatures are trusted may change: such states are made anew.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Mapping
from hashlib import blake2b
from importlib.metadata import distributions
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import astuple

from goalsite.history.git import cut_commits
from goalsite.history.states import State
from goalsite.memory.keep import FOLDER, program
from goalsite.output.artifact import Artifact
from goalsite.output.parts import Part, artifacts_of, keep_parts, lies_there, recall_parts
from goalsite.pages.states import StateFigures
from goalsite.pipeline import Figured
from goalsite.printing import Press
from goalsite.project import Project

_INCOMPLETE = {"S042", "S046"}


class Made(NamedTuple):
    """What the list tells of a state, and the paths of its pages."""

    figures: StateFigures
    paths: tuple[str, ...]


class Reuse:
    """The states that lie in `site_dir` from before, and those made now; `still` are the pages of today."""

    def __init__(self, press: Press, site_dir: Path | None, still: Container[str]) -> None:
        project = press.figured.project
        is_sure = site_dir is not None and project.signatures_on is None
        self._site_dir = site_dir if is_sure else None
        self._memory, self._still = project.root / FOLDER, still
        self._cut = sorted(cut_commits(project.root)) if is_sure else []
        self._days = [state.day for state in press.figured.states]
        self._maker = _maker(press) if is_sure else b""
        self._before = recall_parts(self._memory) if is_sure else {}
        self._now: dict[str, Part] = {}

    def find(self, state: State, project: Project) -> Made | None:
        """What was made before of a state that would be the same again; None where that is not so."""
        name = state.day.isoformat()
        part = self._before.get(name)
        if self._site_dir is None or part is None or part.made_from != self._made_from(state, project):
            return None
        figures, paths, gone = part.known
        if gone != self._gone(paths) or not lies_there(self._site_dir, part):
            return None
        self._now[name] = part
        return Made(StateFigures(*figures), paths)

    def artifacts(self, state: State) -> Iterator[Artifact]:
        """The files of a state that was found."""
        if self._site_dir is not None:
            yield from artifacts_of(self._site_dir, self._now[state.day.isoformat()])

    def note(self, state: State, known: Figured, files: Mapping[str, str], made: Made) -> None:
        """Take note of a state that was made now."""
        if self._site_dir is None or _INCOMPLETE & {one.code for one in known.diagnostics}:
            return
        told = (astuple(made.figures), made.paths, self._gone(made.paths))
        self._now[state.day.isoformat()] = Part(self._made_from(state, known.project), files, told)

    def keep(self) -> None:
        """Remember the states of this build, if they are not those of the one before."""
        if self._site_dir is not None and self._now != self._before:
            keep_parts(self._memory, self._now)

    def _gone(self, paths: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(path for path in paths if path not in self._still)

    def _made_from(self, state: State, project: Project) -> str:
        number = self._days.index(state.day)
        around = self._days[max(0, number - 1) : number + 2]
        what = repr((state.day, state.commit, around, project.config_path, project.config, self._cut))
        return blake2b(self._maker + what.encode("utf-8", "surrogateescape"), digest_size=20).hexdigest()


def _maker(press: Press) -> bytes:
    """What tells the program, its libraries, words and templates, and the look of today from any other."""
    state = blake2b(program(), digest_size=32)
    libraries = sorted(f"{one.metadata['Name']} {one.version}" for one in distributions())
    address = press.figured.project.config.site_url
    state.update(repr((libraries, press.offline, press.look, address)).encode("utf-8", "surrogateescape"))
    templates = (file for folder in press.theme for file in sorted(folder.rglob("*.j2")) if file.is_file())
    for file in templates:
        state.update(blake2b(file.read_bytes(), digest_size=32).digest() + os.fsencode(file.name))
    return state.digest()
