"""Artifacts -> the site's folder.

Nothing is changed before all artifacts are there and the new files lie ready on the site's own disk. Then a
journal notes what will be done, and files are renamed into place one by one, each of them whole, old or new;
what is no longer part of the site is deleted last. Killed at any point before the journal, a publish has
changed nothing; after it, the next command finishes it. Decisions: docs/adr/0005-publishing.md.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from goalsite.core.values import replace
from goalsite.output.artifact import Artifact
from goalsite.output.draft import Draft
from goalsite.output.errors import UNTOUCHED, PublishError, disk_errors_told
from goalsite.output.folder import SiteFolder
from goalsite.output.lock import locked
from goalsite.output.notes import Journal, Notes

_UNFINISHED = "the next command finishes what this one began"


@dataclass(frozen=True, slots=True)
class Published:
    """What was done to the site's folder, each path in the order of doing.

    `kept` are files that are left where they should go or change, as somebody else wrote them since.
    `digests` are those of the site's files, by path, and `times` those at which files were written just now,
    in nanoseconds as the disk noted them.
    """

    written: tuple[str, ...] = ()
    unchanged: int = 0
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict, compare=False)
    times: Mapping[str, int] = field(default_factory=dict, compare=False)


def publish(site_dir: Path, artifacts: Iterable[Artifact], patience: float = 30.0) -> Published:
    """What it took to make the folder hold these artifacts, and besides them only what others put there.

    Artifacts are read one at a time, before anything changes. Another goalsite that publishes to the same
    folder is waited for, `patience` seconds at most. A PublishError says what stands in the way.
    """
    notes = Notes(site_dir)
    with _held(site_dir, notes, patience):
        with disk_errors_told(site_dir, _UNFINISHED):
            _resume(site_dir, notes)
            folder = SiteFolder(site_dir)
            draft = Draft(site_dir, folder, notes, notes.manifest())
        try:
            for artifact in artifacts:
                with disk_errors_told(site_dir, UNTOUCHED):
                    draft.add(artifact)
            with disk_errors_told(site_dir, UNTOUCHED):
                journal, kept = draft.journal()
                _note(notes, journal)
        except BaseException:
            if isinstance(artifacts, Generator):
                artifacts.close()  # whoever makes them may still lay some ready
            notes.clear()
            raise
        with disk_errors_told(site_dir, _UNFINISHED):
            done = _carry_out(folder, notes, journal)
        kept += done.kept
        return Published(done.written, draft.unchanged, done.removed, kept, journal.manifest, draft.times)


def finish(site_dir: Path) -> Published | None:
    """What was left to do of a publish that was killed, now done; None where there was nothing.

    Where another process is publishing at this moment, it is left to do so.
    """
    notes = Notes(site_dir)
    if site_dir.is_symlink() or not notes.is_broken_off():
        return None
    with disk_errors_told(site_dir, _UNFINISHED), locked(notes.lock, 0) as gained:
        return _resume(site_dir, notes) if gained else None


@contextmanager
def _held(site_dir: Path, notes: Notes, patience: float) -> Iterator[None]:
    """Within it the folder exists and is ours alone to change."""
    with ExitStack() as stack:
        with disk_errors_told(site_dir, UNTOUCHED):
            for folder in (site_dir, notes.folder):
                if folder.is_symlink():
                    raise PublishError(f"{folder} is a symbolic link", "name the folder that it leads to")
                folder.mkdir(parents=True, exist_ok=True)
            gained = stack.enter_context(locked(notes.lock, patience))
        if not gained:
            raise PublishError(f"another goalsite is publishing to {site_dir}", "try again when it is done")
        yield


def _note(notes: Notes, journal: Journal) -> None:
    if journal.moves or journal.removals:
        notes.write_journal(journal)


def _resume(site_dir: Path, notes: Notes) -> Published | None:
    """Carries out the journal of a publish that was broken off, and clears away what it left."""
    journal = notes.journal()
    if journal is None:
        notes.clear()
        return None
    # After a power cut a staged file may be there without its bytes: then the old one stays, for the next
    # build to replace.
    digests = journal.manifest
    whole = tuple(m for m in journal.moves if notes.has_staged(m.number, digests.get(m.path, "")))
    return _carry_out(SiteFolder(site_dir), notes, replace(journal, moves=whole))


def _carry_out(folder: SiteFolder, notes: Notes, journal: Journal) -> Published:
    """Does what the journal says and is not done yet, and notes what is ours now."""
    ours = notes.manifest()
    manifest = dict(journal.manifest)
    written: list[str] = []
    removed: list[str] = []
    kept: list[str] = []
    for move in journal.moves:
        removed += _remove(folder, move.in_the_way, ours)
        if folder.place(notes.staged(move.number), move.path, over_file=move.path in ours):
            written.append(move.path)
        else:  # somebody put something there while the publish lay broken off
            kept.append(move.path)
            del manifest[move.path]
    removed += _remove(folder, journal.removals, ours)
    if manifest != ours:
        notes.write_manifest(manifest)
    notes.clear()
    return Published(tuple(written), 0, tuple(removed), tuple(kept))


def _remove(folder: SiteFolder, paths: Iterable[str], ours: Mapping[str, str]) -> list[str]:
    """Deletes those of our files that are as goalsite wrote them, and returns their paths."""
    removed = []
    for path in paths:
        if path in ours and folder.digest(path) == ours[path]:
            folder.remove(path)
            removed.append(path)
        folder.prune(path)  # where the file is gone already, its folders may have been left
    return removed
