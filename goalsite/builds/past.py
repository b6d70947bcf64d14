"""What a build hands to the next one beside its site: what it found out of the goals, and what its pages
looked at.

So a build after an edit reads, figures and judges what hangs on the edit, and makes the pages that looked at
something that is another by now. All others stand as they were published, where nobody touched the site.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from goalsite.builds.known import Memory
from goalsite.builds.last import Ground, Order, Outcome, last_mark, last_seen, published_before, remember
from goalsite.builds.texts import Texts
from goalsite.core.known import Known
from goalsite.core.values import replace
from goalsite.edition import Leaf, Name
from goalsite.memory.keep import FOLDER, keep, recall
from goalsite.memory.packing import packed, unpacked
from goalsite.output.manifest import MANIFEST, read_manifest
from goalsite.output.publish import Published
from goalsite.pages.surveys import Changes, Reads, Survey
from goalsite.pipeline import Before
from goalsite.printing import Past, Record
from goalsite.source.nodes import Document

_LEAVES = "leaves"

_MOST = 256 << 20
"""Bytes of goals beyond which nothing but the site is remembered: what is known of goals takes as much room
as they do on a disk, twice as much while it is packed, and as much again in memory."""


class Handed(Struct, frozen=True):
    """What the build before handed on: what it had found out, and its site, where that may stand; and the
    `record` of what the build that goes on is to hand on itself, where the `memory` and the `texts` are.
    Nothing of it where the goals are more than it is worth to remember."""

    memory: Memory
    before: Before | None = None
    record: Record | None = None
    past: Past | None = None
    texts: Texts | None = None


def handed_on(order: Order, ground: Ground) -> Handed:
    """What is known from the build before; for a build that begins now, on that ground."""
    if sum(seen.stamp[0] for seen in ground.goals.values()) > _MOST:
        return Handed(Memory(_folder(order), wanted=False))
    memory, leaves = Memory(_folder(order)), recall(_folder(order) / _LEAVES)
    known, texts = Known.of(memory.held), Texts(_folder(order))
    record = Record(known, texts.known, partial(_wait, memory, known, ground.began))
    handed = Handed(memory, Before(order.clock, known, last_seen(order.root)), record, texts=texts)
    site = published_before(order, ground) if memory.held else None
    if site is None or not leaves or (leaves["site"], leaves["known"]) != (site.mark, memory.of):
        return handed
    said = read_manifest((site.folder / MANIFEST).read_bytes())
    listed, made = said.files if said else {}, tuple(map(_leaves, unpacked(leaves["leaves"])))
    return replace(handed, past=Past(site.folder, site.digests, listed, memory.surveys, made))


def found_out(root: Path, clock: Callable[[], int]) -> Before:
    """What the last build of the project in a folder found out, for whoever figures it from now on; `clock`
    tells the time in nanoseconds."""
    return _before(root, clock, Memory(root / FOLDER))


def found_of_site(root: Path, clock: Callable[[], int]) -> tuple[Before, Survey | None]:
    """The same, and what the desk was like that its site was made from; None where that is not known."""
    memory, leaves = Memory(root / FOLDER), recall(root / FOLDER / _LEAVES)
    is_of_site = bool(leaves) and (leaves["site"], leaves["known"]) == (last_mark(root), memory.of)
    return _before(root, clock, memory), memory.surveys[0] if is_of_site and memory.surveys else None


def _before(root: Path, clock: Callable[[], int], memory: Memory) -> Before:
    return Before(clock, Known.of(memory.held), last_seen(root))


def hand_on(
    handed: Handed, order: Order, ground: Ground, outcome: Outcome, shipped: Path, done: Published
) -> None:
    """Remember a build by what it did to its site, and what the next one is to know of it."""
    mark = remember(order, ground, outcome, shipped, done)
    with suppress(OSError):
        handed.memory.settle(published=mark is not None)
        if handed.texts:
            handed.texts.keep(of_all=handed.past is None)
        if mark is not None and handed.record:
            leaves = packed([_plain(leaves) for leaves in handed.record.leaves])
            keep(_folder(order) / _LEAVES, {"site": mark, "known": ground.began, "leaves": leaves})


_Plain = dict[Name, tuple[Any, ...]]
"""Leaves by name in plain tuples, which are packed in a quarter of the time."""


def _plain(leaves: Mapping[Name, Leaf]) -> _Plain:
    return {name: (files, *reads) for name, (files, reads) in leaves.items()}


def _leaves(plain: _Plain) -> dict[Name, Leaf]:
    return {name: Leaf(files, Reads(values, misses)) for name, (files, values, misses) in plain.items()}


def _wait(
    memory: Memory, known: Known, began: int, surveys: tuple[Survey, ...], changes: tuple[Changes, ...]
) -> None:
    held = known.held()
    for (stage, _), (_, made) in held.items():
        if stage == "file" and isinstance(made[0], Document):
            made[0].shed()  # its place among the others is remembered, and nobody asks for more from here on
    with suppress(OSError):
        memory.wait(began, held, surveys, changes)
    memory.forget()
    known.forget()


def _folder(order: Order) -> Path:
    return order.root / FOLDER
