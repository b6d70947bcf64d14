"""Parts of a site that were published before, remembered so that they need not be made again.

What is remembered is signed (`memory`), and a part counts only while every file of it lies in the site's
folder as it was written: nobody's bytes but our own are ever published a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from goalsite.memory.keep import keep, recall
from goalsite.output.artifact import Artifact
from goalsite.output.folder import SiteFolder
from goalsite.output.laying import digest_of

FILE = "states"
"""The name of the file in the folder of what is remembered."""


class Part(NamedTuple):
    """A part of a site: what tells from what it was `made_from`, the digests of its `files` by path, and what
    its maker wants to `know` of it again, as plain values."""

    made_from: str
    files: Mapping[str, str]
    known: tuple[Any, ...]


class Recorder:
    """Artifacts as they pass, and their digests."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def heard(self, artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
        """The artifacts as they come."""
        for artifact in artifacts:
            self.files[artifact.path] = digest_of(artifact)
            yield artifact


def recall_parts(memory: Path) -> dict[str, Part]:
    """The parts that are remembered in a folder, by name."""
    return {name: Part(*values) for name, values in recall(memory / FILE).items()}


def keep_parts(memory: Path, parts: Mapping[str, Part]) -> None:
    """Remember these parts and no others."""
    keep(memory / FILE, {name: tuple(part) for name, part in parts.items()})


def lies_there(site_dir: Path, part: Part) -> bool:
    """Whether every file of a part lies in the site's folder as it was written."""
    folder = SiteFolder(site_dir)
    return all(folder.digest(path) == written for path, written in part.files.items())


def artifacts_of(site_dir: Path, part: Part) -> Iterator[Artifact]:
    """The files of a part that lies in the site's folder."""
    for path in part.files:
        yield Artifact(path, (site_dir / path).read_bytes())
