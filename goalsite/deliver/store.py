"""A built site -> an object store.

A store renames nothing and locks nothing, but writes each file whole. So the order does what a journal does
on a disk: first a note of all that is there and will be, then what pages need, the pages, the list of files,
and the deletions last. Whoever publishes next after a kill finds the note, takes what it names for goalsite's
own and of unknown content, and so mends it. Decisions: docs/adr/0018-publish.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from itertools import groupby

from msgspec import Struct

from goalsite.deliver.built import Built
from goalsite.deliver.changes import changes, order
from goalsite.deliver.driver import Store, open_store
from goalsite.output.artifact import STATE
from goalsite.output.errors import PublishError
from goalsite.output.manifest import MANIFEST, Manifest, manifest_text, read_manifest
from goalsite.output.media_types import media_type
from goalsite.output.publish import Published
from goalsite.report.secrets import without_secrets

NOTE = f"{STATE}/publishing.json"
"""The note in the store while a publish is under way."""

_UNKNOWN = "0" * 64
"""The hash of no file."""

_AT_ONCE = 64
"""So many files are in memory, and on their way."""


class _Held(Struct, frozen=True):
    """What a store holds: the sizes of all files, what goalsite's lists there name, and the SHA-256 of those
    whose content is known."""

    sizes: Mapping[str, int | None]
    listed: frozenset[str]
    marks: Mapping[str, str]


def publish_to_store(site: Built, address: str, *, dry_run: bool = False) -> Published:
    """What it took to make the store hold the site below an address (`s3://bucket/folder`), and besides it
    only what others put there.

    Killed at any moment, each file is whole, and the next publish does the rest. A `dry_run` changes nothing.
    A PublishError says what stands in the way.
    """
    where = without_secrets(address)
    with _told(where):
        store = open_store(address)
        there = _held(store, site)
        marks = {path: there.marks.get(path) for path in there.sizes}
        plan = changes(marks, there.listed, site.files, where)
        if not dry_run and (plan.written or plan.removed or NOTE in there.sizes):
            _carry_out(store, site, there, plan)
        return plan


def _held(store: Store, site: Built) -> _Held:
    """What there is, as far as goalsite has to know it."""
    sizes = store.sizes()
    content = store.read(MANIFEST) if MANIFEST in sizes else b""
    manifest, note = read_manifest(content), read_manifest(store.read(NOTE)) if NOTE in sizes else None
    if manifest is None:
        files, listed = {}, frozenset(note.files if note else ())
    else:
        files = {**manifest.files, MANIFEST: sha256(content).hexdigest()}
        listed = frozenset(files) | frozenset(note.files if note else ())
    if note is not None:
        files = {path: mark for path, mark in files.items() if note.files.get(path) == mark}
    marks = {path: mark for path, mark in files.items() if _may_be(site, path, sizes.get(path))}
    others = {path for path in site.files if path in sizes and path not in listed}
    marks |= {path: sha256(store.read(path)).hexdigest() for path in others}
    return _Held(sizes, listed, marks)


def _may_be(site: Built, path: str, size: int | None) -> bool:
    """Whether a file of this size may be that of the site: somebody may have put another in its place."""
    return size is None or path not in site.files or site.size(path) == size


def _carry_out(store: Store, site: Built, there: _Held, plan: Published) -> None:
    """Do what is planned; all of the site is checked before anything is changed."""
    for path in site.files:
        site.content(path)
    store.make_folders((NOTE, *plan.written), set(there.sizes))
    store.write({NOTE: _note(site, there, plan)})
    for _, alike in groupby(sorted(plan.written, key=_in_line), lambda path: _in_line(path)[:-1]):
        waiting = list(alike)
        for start in range(0, len(waiting), _AT_ONCE):
            store.write({path: site.content(path) for path in waiting[start : start + _AT_ONCE]})
    for path in plan.removed:
        store.remove(path)
    store.remove(NOTE)


def _in_line(path: str) -> tuple[tuple[int, int, int], str, str]:
    """The key that sorts files as they are to be put there, those together that may go together."""
    *rank, _ = order(path)
    return (rank[0], rank[1], rank[2]), media_type(path), path


def _note(site: Built, there: _Held, plan: Published) -> bytes:
    """The list of all files that the store holds of goalsite's, or soon will; what is to be written is of no
    known content: it may be as it was, or as it will be."""
    before = {path: there.marks.get(path, _UNKNOWN) for path in there.listed if path in there.sizes}
    files = {**before, **site.files, **dict.fromkeys(plan.written, _UNKNOWN)}
    files.pop(MANIFEST)
    return manifest_text(Manifest(site.origin, files)).encode()


@contextmanager
def _told(where: str) -> Iterator[None]:
    """Within it whatever a driver raises becomes a PublishError in its words."""
    try:
        yield
    except PublishError:
        raise
    except Exception as error:  # each driver has errors of its own
        said = without_secrets(f"{type(error).__name__}: {error}")
        raise PublishError(
            f"cannot publish to {where}: {said}", "what is left to do, the next publish does"
        ) from error
