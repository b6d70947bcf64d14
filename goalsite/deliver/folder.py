"""A built site -> a folder that a web server shows."""

from __future__ import annotations

from pathlib import Path

from goalsite.deliver.built import Built
from goalsite.output.draft import Draft
from goalsite.output.errors import PublishError, disk_errors_told
from goalsite.output.folder import SiteFolder
from goalsite.output.notes import Notes
from goalsite.output.publish import Published, publish


def publish_to_folder(site: Built, folder: Path, *, dry_run: bool = False) -> Published:
    """What it took to make a folder hold the site, and besides it only what others put there.

    It is written as a build writes its own folder: each file whole, by renaming, and killed halfway it is
    finished by the next publish. A `dry_run` changes nothing. A PublishError says what stands in the way.
    """
    there, here = folder.resolve(), site.folder.resolve()
    if there.is_relative_to(here) or here.is_relative_to(there):
        raise PublishError(f"{folder} holds the built site itself, or lies in it", "name another folder")
    if not folder.is_dir():
        branch = "; a branch is named with --branch" if "/" not in str(folder) else ""
        raise PublishError(f"there is no folder {folder}", f"make it first, if it is the right one{branch}")
    return _foreseen(site, folder) if dry_run else publish(folder, site.artifacts())


def _foreseen(site: Built, folder: Path) -> Published:
    """What a publish would do."""
    notes = _Unwritten(folder)
    with disk_errors_told(folder, "nothing was changed"):
        draft = Draft(folder, SiteFolder(folder), notes, notes.manifest())
        for artifact in site.artifacts():
            draft.add(artifact)
        journal, kept = draft.journal()
    written = tuple(move.path for move in journal.moves)
    removed = {path for move in journal.moves for path in move.in_the_way} | set(journal.removals)
    return Published(written, draft.unchanged, tuple(sorted(removed)), kept)


class _Unwritten(Notes):
    """Notes that keep no new file."""

    def stage(self, _number: int, _content: bytes) -> int:
        """Forgets the file, at no time: its path is enough for the draft."""
        return 0
