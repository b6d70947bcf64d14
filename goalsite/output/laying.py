"""Files of a site laid ready by whoever makes them, where publishing takes them up.

A site has hundreds of megabytes. Where several processes make them, each writes its own files: nothing is
sent to the one that publishes but what a file is told by.
"""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from goalsite.output.artifact import Artifact, objection
from goalsite.output.errors import UNTOUCHED, disk_errors_told
from goalsite.output.folder import SiteFolder, digest
from goalsite.output.notes import Notes


class Slip(NamedTuple):
    """What a file is told by: its digest, its SHA-256 in hexadecimal, and the name under which it lies ready,
    with the time at which it was written, in nanoseconds; none where the site's folder holds it as it is."""

    digest: str
    sha256: str
    name: str = ""
    written: int = 0


class Laying:
    """Lays files ready for the publish to `site_dir` that is under way; every process counts its own."""

    def __init__(self, site_dir: Path) -> None:
        self.site_dir = site_dir
        self._notes, self._folder = Notes(site_dir), SiteFolder(site_dir)
        self._count = 0

    def __reduce__(self) -> tuple[object, ...]:
        """The same in another process, which lays files of its own."""
        return Laying, (self.site_dir,)

    def lay(self, path: str, content: bytes) -> Slip:
        """What the file with that path and content is told by; a PublishError tells an error of the disk."""
        told = Slip(digest(content), sha256(content).hexdigest())
        with disk_errors_told(self.site_dir, UNTOUCHED):
            if not objection(path) and self._is_there(path, content):
                return told
            self._count += 1
            name = f"{os.getpid()}-{self._count}"
            written = self._notes.lay(name, content)
        return told._replace(name=name, written=written)

    def artifact(self, path: str, slip: Slip) -> Laid:
        """The file with that path that is told by the slip."""
        file = self._notes.laid(slip.name) if slip.name else self.site_dir / path
        return Laid(path, slip, file)

    def _is_there(self, path: str, content: bytes) -> bool:
        found = self._folder.look(path)
        return self._folder.is_file(path) and self._folder.holds(found, content)


class Laid(Artifact):
    """A file that lies in `file`, told by its slip; read by whoever needs it."""

    __slots__ = ("file", "slip")

    def __init__(self, path: str, slip: Slip, file: Path) -> None:
        for name, value in (("path", path), ("slip", slip), ("file", file)):
            object.__setattr__(self, name, value)

    file: Path
    slip: Slip

    @property
    def content(self) -> bytes:
        """The content of the file."""
        return self.file.read_bytes()


def digest_of(artifact: Artifact) -> str:
    """The digest of a file; one that was laid is not read for it."""
    return artifact.slip.digest if isinstance(artifact, Laid) else digest(artifact.content)
