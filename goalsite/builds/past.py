"""What a build hands to the next one beside its site: what it found out of the goals, and what its pages
looked at.

So a build after an edit reads, figures and judges what hangs on the edit, and makes the pages that looked at
something that is another by now. All others stand as they were published, where nobody touched the site.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from goalsite.builds.last import Ground, Order, Outcome, last_seen, published_before, remember
from goalsite.core.known import Known
from goalsite.memory.keep import FOLDER, keep, recall
from goalsite.memory.packing import packed, unpacked
from goalsite.output.manifest import MANIFEST, read_manifest
from goalsite.pages.watched import Survey
from goalsite.pipeline import Before
from goalsite.printing import Past, Record

_KNOWN, _LEAVES = "known", "leaves"
_WAITING = ".known"
"""Where what is known waits for the site to be published."""


@dataclass(frozen=True, slots=True)
class Handed:
    """What the build before handed on: what it had found out, and its site, where that may stand; and the
    `record` of what the build that goes on is to hand on itself."""

    before: Before
    record: Record
    past: Past | None = None


def handed_on(order: Order, ground: Ground) -> Handed:
    """What is known from the build before; for a build that begins now, on that ground."""
    before = Before(order.clock, seen=last_seen(order))
    handed = Handed(before, _record(order, before, ground))
    kept, leaves = recall(_memory(order) / _KNOWN), recall(_memory(order) / _LEAVES)
    if not kept:
        return handed
    held, surveys = unpacked(kept["known"])
    before.known = Known.of(held)
    site = published_before(order, ground)
    if site is None or not leaves or (leaves["site"], leaves["known"]) != (site.mark, kept["of"]):
        return handed
    said = read_manifest((site.folder / MANIFEST).read_bytes())
    listed = said.files if said else {}
    return replace(handed, past=Past(site.folder, site.digests, listed, surveys, unpacked(leaves["leaves"])))


def hand_on(
    handed: Handed, order: Order, ground: Ground, outcome: Outcome, shipped: Path, digests: Mapping[str, str]
) -> None:
    """Remember a build that published files with these digests, and what the next one is to know of it."""
    mark = remember(order, ground, outcome, shipped, digests)
    waiting = _memory(order) / _WAITING
    with suppress(OSError):
        if mark is None:
            waiting.unlink()
            return
        waiting.replace(_memory(order) / _KNOWN)
        leaves = packed(tuple(handed.record.leaves))
        keep(_memory(order) / _LEAVES, {"site": mark, "known": ground.began, "leaves": leaves})


def _record(order: Order, before: Before, ground: Ground) -> Record:
    file = _memory(order) / _WAITING
    return Record(partial(_keep_known, file, before, ground.began), partial(_release, before))


def _keep_known(file: Path, before: Before, began: int, surveys: tuple[Survey, ...]) -> None:
    known = packed((before.known.held(), surveys))
    keep(file, {"of": began, "known": known}, _KNOWN)


def _release(before: Before) -> None:
    before.known = Known()


def _memory(order: Order) -> Path:
    return order.root / FOLDER
