"""The files of a site -> the same, and a list of them by which anybody can tell whether they are whole.

It stands at the root of the site and says from which commit and for which day the site was made, so that who
has the repository can make it again and compare.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from goalsite.core.days import read_day
from goalsite.output.artifact import Artifact, Standing, objection
from goalsite.output.laying import Laid

MANIFEST = "manifest.json"
"""The list, in the site's folder; it does not hold itself."""

NO_FILES: Mapping[str, str] = {}

VERSION = 1
"""The version of the format; a published field never changes its meaning within one."""

_DAMAGE = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Origin(Struct, frozen=True):
    """What a site was made from: the version of goalsite, the commit (None without git), whether what was
    read differs from that commit, the day of its figures, and how it was asked for.

    With `signatures` it also depends on the keys that whoever made it trusts.
    """

    generator: str
    commit: str | None
    modified: bool
    as_of: str
    safe: bool = False
    offline: bool = False
    snapshots: str = "none"
    signatures: bool = False


class Manifest(Struct, frozen=True):
    """What a site was made from, and the SHA-256 of each of its files in hexadecimal, by path."""

    origin: Origin
    files: Mapping[str, str]


def with_manifest(
    artifacts: Iterable[Artifact], origin: Origin, before: Mapping[str, str] = NO_FILES
) -> Iterator[Artifact]:
    """The artifacts as they come, and after the last one the list of them; `before` has what that said of
    those that stand as they were published then."""
    files: dict[str, str] = {}
    for artifact in artifacts:
        files[artifact.path] = _told(artifact, before) or sha256(artifact.content).hexdigest()
        yield artifact
    yield Artifact(MANIFEST, manifest_text(Manifest(origin, files)).encode())


def _told(artifact: Artifact, before: Mapping[str, str]) -> str | None:
    """The SHA-256 of a file, where it is known without reading it."""
    if isinstance(artifact, Laid):
        return artifact.slip.sha256
    return before.get(artifact.path) if isinstance(artifact, Standing) else None


def manifest_text(manifest: Manifest) -> str:
    """The list as JSON, one file a line, sorted by path."""
    head = json.dumps({"version": VERSION, **asdict(manifest.origin)}, ensure_ascii=False)
    files = sorted(manifest.files.items())
    lines = ",\n".join(f"{json.dumps(path, ensure_ascii=False)}: {json.dumps(mark)}" for path, mark in files)
    return f'{head[:-1]},\n"files": {{\n{lines}\n}}}}\n'


def read_manifest(content: bytes) -> Manifest | None:
    """The list in a file; None where the file is none, or names a path at which no site has a file."""
    try:
        said = json.loads(content)
        if said["version"] != VERSION:
            return None
        manifest = Manifest(_origin(said), {path: str(mark) for path, mark in said["files"].items()})
    except _DAMAGE:
        return None
    return manifest if _is_sane(manifest) else None


def _origin(said: Any) -> Origin:
    """Where a site comes from, as a list says it; one from before an option was there says nothing of it."""
    return Origin(
        generator=str(said["generator"]),
        commit=None if said["commit"] is None else str(said["commit"]),
        modified=bool(said["modified"]),
        as_of=str(said["as_of"]),
        safe=bool(said["safe"]),
        offline=bool(said["offline"]),
        snapshots=str(said.get("snapshots", "none")),
        signatures=bool(said.get("signatures", False)),
    )


def _is_sane(manifest: Manifest) -> bool:
    """Whether all it says can be looked for: a commit by its id, a day, files below the site's folder."""
    origin, files = manifest.origin, manifest.files
    is_known = origin.commit is None or _COMMIT.fullmatch(origin.commit)
    is_list = MANIFEST not in files and not any(map(objection, files))
    return bool(
        is_known and is_list and read_day(origin.as_of) and all(map(_SHA256.fullmatch, files.values()))
    )
