"""A folder -> the site that a build left in it, file by file as its list says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from goalsite.output.artifact import Artifact
from goalsite.output.errors import PublishError, disk_errors_told
from goalsite.output.folder import SiteFolder
from goalsite.output.manifest import MANIFEST, Origin, read_manifest

_BUILD = "run goalsite build, then publish again"


class Built(Struct, frozen=True):
    """A site in a folder: what it was made from, and the SHA-256 of each file by path, its own list too."""

    folder: Path
    origin: Origin
    files: Mapping[str, str]

    def content(self, path: str) -> bytes:
        """The bytes of a file as they were built; a PublishError where the folder holds others."""
        file = self.folder / path
        with disk_errors_told(self.folder, _BUILD):
            content = file.read_bytes() if file.is_file() else None
        if content is None or sha256(content).hexdigest() != self.files[path]:
            is_now = "is gone" if content is None else "is not what the build wrote"
            raise PublishError(f"{file} {is_now}", _BUILD, (path,))
        return content

    def size(self, path: str) -> int:
        """How many bytes a file has."""
        with disk_errors_told(self.folder, _BUILD):
            return (self.folder / path).stat().st_size

    def artifacts(self) -> Iterator[Artifact]:
        """Every file of the site, one at a time."""
        for path in self.files:
            yield Artifact(path, self.content(path))

    def strangers(self) -> tuple[str, ...]:
        """The files in the folder that are no part of the site: no build wrote them."""
        return tuple(sorted(SiteFolder(self.folder).others(self.files)))


def built_site(folder: Path) -> Built:
    """The site in a folder; a PublishError where no build left one there."""
    list_of_files = folder / MANIFEST
    with disk_errors_told(folder, _BUILD):
        content = list_of_files.read_bytes() if list_of_files.is_file() else b""
    manifest = read_manifest(content)
    if manifest is None:
        raise PublishError(f"{folder} holds no built site", "run goalsite build first")
    return Built(folder, manifest.origin, {**manifest.files, MANIFEST: sha256(content).hexdigest()})
