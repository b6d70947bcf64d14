"""What goals that are no more were called."""

from __future__ import annotations

from collections.abc import Mapping

from goalsite.history.blobs import read_blobs
from goalsite.history.contents import Key, blob_of, kind_of
from goalsite.history.facts import Reader
from goalsite.history.git import Repository
from goalsite.source.decode import DOCUMENT_BYTES


def titles_of(repository: Repository, versions: Mapping[str, Key]) -> dict[str, str]:
    """The titles that these versions of files give, by path; of those that give none nothing."""
    reader = Reader()
    found = {}
    contents = read_blobs(repository, [*map(blob_of, versions.values())], DOCUMENT_BYTES)
    for (path, key), content in zip(versions.items(), contents, strict=False):
        read = reader.read(content.data, kind_of(key)) if content.data else None
        title = read.facts.get(((), "title")) if read else None
        if isinstance(title, str):
            found[path] = title
    return found
