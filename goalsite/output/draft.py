"""Artifacts -> Journal: compares them with the site's folder and stages what differs."""

from __future__ import annotations

from collections.abc import Mapping, Set
from pathlib import Path

from goalsite.output.artifact import Artifact, Standing, objection, publishing_order
from goalsite.output.errors import PublishError
from goalsite.output.folder import Found, Kind, SiteFolder, above
from goalsite.output.laying import Laid, digest_of
from goalsite.output.notes import Journal, Move, Notes


class Draft:
    """A publish in the making; `ours` is the manifest of what goalsite wrote before. `times` are those at
    which files were staged, by path, in nanoseconds as the disk notes them."""

    def __init__(self, site_dir: Path, folder: SiteFolder, notes: Notes, ours: Mapping[str, str]) -> None:
        self._site_dir = site_dir
        self._folder = folder
        self._notes = notes
        self._ours = ours
        self._ours_in_any_case = {path.casefold(): path for path in ours}
        self._manifest: dict[str, str] = {}
        self._staged: list[str] = []
        self.times: dict[str, int] = {}
        self._obstacles: dict[str, Found] = {}
        self.unchanged = 0

    def add(self, artifact: Artifact) -> None:
        """Takes up one artifact: counts it where the folder holds it already, stages it where not."""
        path = artifact.path
        if reason := objection(path):
            raise PublishError(f"{path!r} cannot be published: it {reason}")
        if path in self._manifest:
            raise PublishError(f"{path!r} cannot be published: two files have this path")
        found = self._folder.look(path)
        lies_there = found.path == path and found.kind is Kind.FILE
        if isinstance(artifact, Standing) and lies_there and self._ours.get(path) == artifact.digest:
            self._manifest[path] = artifact.digest
            self.unchanged += 1
            return
        self._manifest[path] = digest_of(artifact)
        if lies_there and not self._former_name(path) and self._is_held(found, artifact):
            self.unchanged += 1
            return
        if found.kind is not Kind.NOTHING and not (lies_there and path in self._ours):
            self._obstacles[path] = found
        if isinstance(artifact, Laid) and artifact.slip.name:
            self._notes.take(len(self._staged), artifact.slip.name)
            self.times[path] = artifact.slip.written
        else:
            self.times[path] = self._notes.stage(len(self._staged), artifact.content)
        self._staged.append(path)

    def journal(self) -> tuple[Journal, tuple[str, ...]]:
        """What is to be done, and which of our files that nobody needs are kept, as somebody changed them."""
        self._check_nesting()
        gone = [path for path in self._ours if path not in self._manifest and self._folder.is_file(path)]
        kept = tuple(sorted(path for path in gone if self._folder.digest(path) != self._ours[path]))
        removable = set(gone).difference(kept)
        in_the_way = self._cleared(removable)
        numbers = {path: number for number, path in enumerate(self._staged)}
        in_order = sorted(self._staged, key=publishing_order)
        moves = tuple(Move(numbers[path], path, in_the_way.get(path, ())) for path in in_order)
        later = removable.difference(*in_the_way.values())
        manifest = self._manifest | {path: self._ours[path] for path in kept}
        return Journal(moves, tuple(sorted(later)), manifest), kept

    def _is_held(self, found: Found, artifact: Artifact) -> bool:
        """Whether the file just found is the artifact."""
        if isinstance(artifact, Laid):
            return not artifact.slip.name
        return self._folder.holds(found, artifact.content)

    def _former_name(self, path: str) -> str:
        """Our own file of another spelling that `path` leads to, on a disk that takes both for one."""
        former = self._ours_in_any_case.get(path.casefold(), "")
        return former if former and path not in self._ours and not self._folder.is_spelled(path) else ""

    def _check_nesting(self) -> None:
        for path in self._manifest:
            for folder in above(path):
                if folder in self._manifest:
                    raise PublishError(f"{folder!r} cannot be published: it is the folder of {path!r}")

    def _cleared(self, removable: Set[str]) -> dict[str, tuple[str, ...]]:
        """By path of a new file, our old files in its way; a PublishError names those of others."""
        cleared: dict[str, tuple[str, ...]] = {}
        foreign: set[str] = set()
        for path, found in self._obstacles.items():
            blocking = self._blocking(found)
            ours = [name if name in removable else self._former_name(name) for name in blocking]
            cleared[path] = tuple(ours)
            foreign.update(name for name, own in zip(blocking, ours, strict=True) if own not in removable)
        if foreign:
            raise self._occupied(tuple(sorted(foreign)))
        return cleared

    def _blocking(self, found: Found) -> list[str]:
        if found.kind is not Kind.FOLDER:
            return [found.path]
        return [inner.path for inner in self._folder.below(found.path) if inner.kind is not Kind.FOLDER]

    def _occupied(self, paths: tuple[str, ...]) -> PublishError:
        are = "is" if len(paths) == 1 else f"and {len(paths) - 1} more are"
        return PublishError(
            f"{self._site_dir / paths[0]} {are} in the way: goalsite did not write what lies there",
            "move it away, or build into another folder with --site-dir",
            paths,
        )
