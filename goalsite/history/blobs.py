"""The contents of objects, through one conversation with git: in the order in which they are asked for; and
the ids that git gives to contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from goalsite.history.git import Repository, ask, conversation

_SHA1_DIGITS = 40


class Content(NamedTuple):
    """What an object holds; None of one that is too large, or `missing` from the repository, as where a clone
    left contents out."""

    data: bytes | None
    missing: bool = False


def blob_id(content: bytes, how: str) -> str:
    """The id that git gives to a content in a repository whose ids are made by the hash `how`."""
    return hashlib.new(how, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def is_of(content: bytes, blob: str) -> bool:
    """Whether git would give a content this id, as it is or with the ends of lines that it keeps."""
    how = hash_of(blob)
    return blob_id(content, how) == blob or (
        b"\r\n" in content and blob_id(content.replace(b"\r\n", b"\n"), how) == blob
    )


def hash_of(object_id: str) -> str:
    """The hash by which an id was made: `sha1` or `sha256`."""
    return "sha1" if len(object_id) == _SHA1_DIGITS else "sha256"


def read_blobs(repository: Repository, wanted: Sequence[str], most: int) -> Iterator[Content]:
    """The contents of objects; of those that have more than `most` bytes none.

    Where git fails, it ends before its time.
    """
    if not wanted:
        return
    large = _larger(repository, wanted, most)
    lines = [f"{blob}\n".encode() for blob in wanted if blob not in large]
    talk = conversation(repository.folder, "cat-file", "--batch", "--buffer", lines=lines)
    with suppress(OSError), talk as said:
        for blob in wanted:
            if blob in large:
                yield Content(None)
                continue
            head = said.readline().split()
            if len(head) != 3:
                if not head:
                    return
                yield Content(None, missing=True)
                continue
            data = said.read(int(head[2]) + 1)
            if len(data) <= int(head[2]):
                return
            yield Content(data[:-1])


def _larger(repository: Repository, wanted: Sequence[str], most: int) -> frozenset[str]:
    """The objects that have more than `most` bytes."""
    feed = "".join(f"{blob}\n" for blob in wanted).encode()
    said = ask(repository.folder, "cat-file", "--batch-check", "--buffer", feed=feed, long=True) or b""
    heads = (line.split() for line in said.splitlines())
    return frozenset(head[0].decode() for head in heads if len(head) == 3 and int(head[2]) > most)
