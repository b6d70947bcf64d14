"""A project -> its findings, as `goalsite check` tells them: what did not change is not even read."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, plain
from goalsite.memory.keep import keep, recall
from goalsite.memory.listing import MANY, Seen, drafted, glance, settled
from goalsite.source.overlay import OverlayTree
from goalsite.source.part import Held
from goalsite.source.tree import DiskTree, Tree, inner_path
from goalsite.source.tree import Entry as File
from goalsite.source.wanted import wanted

_READ = (".md", ".csv", ".svg")
"""The endings of files whose content counts; of others it counts that they are there."""


class Subject(Struct, frozen=True):
    """What is reviewed: a repository with its settings and what was found of them, on a day; `now` is the
    time in nanoseconds, for telling which files may still be changing. `drafts` are files, by path, as they
    would be after an edit (None: gone), which is judged and not remembered."""

    root: Path
    config: Config
    config_path: str
    from_config: tuple[Diagnostic, ...]
    as_of: date
    now: int
    drafts: Mapping[str, bytes | None] = field(default_factory=dict)


class Reviewed(Struct, frozen=True):
    """The findings that stand, and how many objectives, KPIs and units there are."""

    diagnostics: tuple[Diagnostic, ...]
    counts: tuple[int, int, int]


def review(subject: Subject, memory: Path | None, *, alone: bool = False) -> Reviewed:
    """What is wrong with the goals; `memory` is the file of what is remembered, if anything is to be, and
    `alone` forbids a second process."""
    config = subject.config
    disk = DiskTree(subject.root, config.goals_dir)
    tree: Tree = OverlayTree(disk, subject.drafts) if subject.drafts else disk
    folder = inner_path(config.goals_dir) or ""
    files = list(wanted(tree, folder, config.left_alone))
    kept = recall(memory) if memory else {}
    scene = _scene(subject)
    is_same = kept.get("scene") == scene
    counting = [file for file in files if posixpath.splitext(file.path)[1].lower() in _READ]
    sight = glance(disk, [one for one in counting if one.path not in subject.drafts], kept.get("seen", {}))
    sight.seen |= drafted(subject.drafts)
    if alone or len(sight.unread) <= MANY:
        sight.read(tuple(sight.unread))
        if is_same and _is_known(subject, kept, _state(files, sight.seen)):
            return Reviewed(tuple(Diagnostic(*one) for one in kept["told"]), kept["counts"])
    from goalsite.review.thorough import review_files

    found, counts, rows, asks_git = review_files(
        subject, Held(tree, sight.contents), files, sight, kept["rows"] if is_same else b"", alone=alone
    )
    told = tuple(map(plain, found))
    values = {
        "scene": scene,
        "state": _state(files, sight.seen),
        "commit": _commit(subject, asks_git),
        "seen": {path: tuple(one) for path, one in settled(sight.seen, subject.now).items()},
        "rows": rows,
        "told": told,
        "counts": counts,
    }
    if memory and files and not subject.drafts:  # nothing is left behind where there are no goals
        keep(memory, values)
    return Reviewed(found, counts)


def _is_known(subject: Subject, kept: dict[str, Any], state: bytes) -> bool:
    """Whether all is as it was when it was kept."""
    return bool(kept["state"] == state and kept["commit"] == _commit(subject, kept["commit"] is not None))


def _scene(subject: Subject) -> bytes:
    """What all rows hang on."""
    parts = (subject.config, subject.config_path, subject.from_config, subject.as_of)
    return blake2b(repr(parts).encode("utf-8", "surrogateescape")).digest()


def _state(files: list[File], seen: Mapping[str, Seen]) -> bytes:
    """What the findings hang on besides: which files there are, and what is in them."""
    digest = blake2b()
    for file in files:
        known = seen.get(file.path)
        content = known[1] if known else f"{file.kind} {file.size}".encode()
        digest.update(b"%d %b\0%b\0" % (len(content), file.path.encode("utf-8", "surrogateescape"), content))
    return digest.digest()


def _commit(subject: Subject, asks_git: bool) -> str | None:
    """The state of git's history, where values hang on it."""
    if not asks_git:
        return None
    from goalsite.history.git import state_of_history

    return state_of_history(subject.root, subject.config.goals_dir)
