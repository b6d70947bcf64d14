"""The files of a site -> the same, and a list of them by which anybody can tell whether they are whole.

It stands at the root of the site and says from which commit and for which day the site was made, so that who
has the repository can make it again and compare.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256

from goalsite.output.artifact import Artifact, objection

MANIFEST = "manifest.json"
"""The list, in the site's folder; it does not hold itself."""

_VERSION = 1
_DAMAGE = (KeyError, TypeError, ValueError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Origin:
    """What a site was made from: the version of goalsite, the commit (None without git), whether what was
    read differs from that commit, the day of its figures, and how it was asked for."""

    generator: str
    commit: str | None
    modified: bool
    as_of: str
    safe: bool = False
    offline: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a site was made from, and the SHA-256 of each of its files in hexadecimal, by path."""

    origin: Origin
    files: Mapping[str, str]


def with_manifest(artifacts: Iterable[Artifact], origin: Origin) -> Iterator[Artifact]:
    """The artifacts as they come, and after the last one the list of them."""
    files: dict[str, str] = {}
    for artifact in artifacts:
        files[artifact.path] = sha256(artifact.content).hexdigest()
        yield artifact
    yield Artifact(MANIFEST, manifest_text(Manifest(origin, files)).encode())


def manifest_text(manifest: Manifest) -> str:
    """The list as JSON, one file a line, sorted by path."""
    head = json.dumps({"version": _VERSION, **asdict(manifest.origin)}, ensure_ascii=False)
    files = sorted(manifest.files.items())
    lines = ",\n".join(f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(mark)}" for path, mark in files)
    return f'{head[:-1]},\n"files": {{\n{lines}\n}}}}\n'


def read_manifest(content: bytes) -> Manifest | None:
    """The list in a file; None where the file is none, or names a path at which no site has a file."""
    try:
        said = json.loads(content)
        if said["version"] != _VERSION:
            return None
        origin = Origin(
            str(said["generator"]),
            None if said["commit"] is None else str(said["commit"]),
            bool(said["modified"]),
            str(said["as_of"]),
            bool(said["safe"]),
            bool(said["offline"]),
        )
        files = {path: str(mark) for path, mark in said["files"].items()}
    except _DAMAGE:
        return None
    return None if any(map(objection, files)) else Manifest(origin, files)
