"""Watches files and folders for changes: the only door to watchfiles.

Folders are watched with all that is in them. Besides, everything is watched by name from the folder above it:
an editor that saves replaces the file, and git replaces whole folders.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import watchfiles

_PASSED_OVER = frozenset({"__pycache__", "node_modules"})
_QUIET = 15
"""Milliseconds without a change after which a burst of changes is over; whoever saves waits for them."""

_PATIENCE = 100
"""Milliseconds after which somebody who waits for changes looks whether that is to end."""


def is_source(path: Path, roots: Iterable[Path], ignored: Iterable[Path]) -> bool:
    """Whether a change of `path` concerns the site: dot files, editors' copies and `ignored` do not."""
    if any(path.is_relative_to(folder) for folder in ignored):
        return False
    inner = [path.relative_to(root).parts for root in roots if path.is_relative_to(root)]
    return any(not any(_is_passed_over(part) for part in parts) for parts in inner)


def _is_passed_over(part: str) -> bool:
    return part.startswith(".") or part.endswith("~") or part in _PASSED_OVER


def nearest_name(path: Path) -> Path:
    """`path` if the folder that would hold it is there, else the first part of it whose folder is."""
    while not path.parent.is_dir():
        path = path.parent
    return path


class Watch:
    """Calls `changed` with what changed after each burst of changes to `paths`, until it is ended.

    Where that cannot be told it is the `paths` themselves. What lies below `ignored` does not count, nor do
    dot files, unless they are among the `paths`. `failed` is told when the system does not let it watch.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        ignored: Sequence[Path],
        changed: Callable[[set[Path]], None],
        failed: Callable[[str], None],
    ) -> None:
        self._paths = [path.parent.resolve() / path.name for path in paths]
        self._ignored = [path.resolve() for path in ignored]
        self._changed = changed
        self._failed = failed
        self._ended = threading.Event()
        self._renewed = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Begins to watch; when it returns, no change escapes any more."""
        for watch in (self._watch_folders, self._watch_names):
            ready = threading.Event()
            thread = threading.Thread(target=self._guarded, args=(watch, ready), daemon=True)
            self._threads.append(thread)
            thread.start()
            ready.wait()

    def end(self) -> None:
        """Watches no longer."""
        self._ended.set()
        self._renewed.set()
        for thread in self._threads:
            thread.join(timeout=1)

    def _guarded(self, watch: Callable[[threading.Event], None], ready: threading.Event) -> None:
        try:
            watch(ready)
        except (OSError, RuntimeError) as error:
            self._failed(f"changes are not noticed, start again after them: {error}")
        finally:
            ready.set()

    def _watch_folders(self, ready: threading.Event) -> None:
        is_again = False
        while True:
            self._renewed.clear()
            if self._ended.is_set():
                return
            folders = [path for path in self._paths if path.is_dir()]
            for changes in _bursts(folders, self._is_source, self._renewed, recursive=True):
                if changes or is_again:  # nobody saw what happened between two watches
                    self._changed(changes or set(self._paths))
                ready.set()
            is_again = True

    def _watch_names(self, ready: threading.Event) -> None:
        is_again = False
        while not self._ended.is_set():
            names = self._names()
            parents = sorted({name.parent for name in names})
            for changes in _bursts(parents, names.__contains__, self._ended, recursive=False):
                if changes:
                    self._changed(changes)
                if is_again or not all(path.is_file() for path in changes):
                    self._renewed.set()
                is_again = False
                ready.set()
                if self._names() != names:
                    break
            is_again = True

    def _names(self) -> set[Path]:
        return {nearest_name(path) for path in self._paths}

    def _is_source(self, path: Path) -> bool:
        return is_source(path, self._paths, self._ignored)


def _bursts(
    paths: Sequence[Path], is_wanted: Callable[[Path], bool], end: threading.Event, recursive: bool
) -> Iterator[set[Path]]:
    """The paths of each burst of changes, until `end`; before them an empty set, once nothing escapes."""
    if not paths:
        yield set()
        end.wait()
        return
    has_begun = False
    with suppress(FileNotFoundError):  # a folder that goes at this very moment: the one above it tells
        for changes in watchfiles.watch(
            *paths,
            watch_filter=lambda _, path: is_wanted(Path(path)),
            step=_QUIET,
            stop_event=end,
            rust_timeout=_PATIENCE,
            yield_on_timeout=True,
            recursive=recursive,
            ignore_permission_denied=True,
        ):
            if changes or not has_begun:
                yield {Path(path) for _, path in changes}
            has_begun = True
