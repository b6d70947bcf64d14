"""The files of a site -> the same, and one archive of them all to hand on.

The same files make the same bytes: the archive holds no clock, no owner, no mode of a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from goalsite.output.artifact import Artifact

ARCHIVE = "site.zip"
"""The archive, in the site's folder; unpacked it is one folder called `site`."""

_FOLDER = "site/"
_READABLE = 0o644 << 16


def with_archive(artifacts: Iterable[Artifact]) -> Iterator[Artifact]:
    """The artifacts as they come, and after the last one the archive that holds them in this order."""
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for artifact in artifacts:
            entry = ZipInfo(_FOLDER + artifact.path)  # its date is that of no file: the first day of 1980
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = _READABLE
            archive.writestr(entry, artifact.content)
            yield artifact
    yield Artifact(ARCHIVE, packed.getvalue())
