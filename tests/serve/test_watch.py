"""Every change of the sources is noticed, once a burst, and nothing else."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from goalsite.serve.watch import Watch, is_source, nearest_name


class Changes:
    """Counts the changes told of."""

    def __init__(self) -> None:
        self.count = 0
        self.paths: set[Path] = set()
        self._told = threading.Condition()

    def tell(self, paths: set[Path]) -> None:
        with self._told:
            self.count += 1
            self.paths |= paths
            self._told.notify_all()

    def next(self) -> int:
        """How often a change is told of, once it is told of and then nothing more for a while."""
        told, patience = 0, 30.0
        with self._told:
            while self._has_more(told, patience):
                told, patience = self.count, 0.5
            self.count = 0
        return told

    def _has_more(self, told: int, patience: float) -> bool:
        return self._told.wait_for(lambda: self.count > told, patience)

    def none(self) -> bool:
        """Whether nothing is told of for a while."""
        time.sleep(0.6)
        return self.count == 0


@contextmanager
def watching(paths: Sequence[Path], ignored: Sequence[Path] = ()) -> Iterator[Changes]:
    changes, failures = Changes(), list[str]()
    watch = Watch(paths, ignored, changes.tell, failures.append)
    watch.start()
    try:
        yield changes
    finally:
        watch.end()
    assert failures == []


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    (tmp_path / "goals" / "q4").mkdir(parents=True)
    (tmp_path / "goals" / "q4" / "a.md").touch()
    (tmp_path / "config.yaml").touch()
    return tmp_path


def test_changed_new_and_deleted_files_are_noticed(repo: Path) -> None:
    with watching([repo / "goals"]) as changes:
        (repo / "goals" / "q4" / "a.md").write_text("x", encoding="utf-8")
        assert changes.next()
        (repo / "goals" / "new").mkdir()
        (repo / "goals" / "new" / "b.md").write_text("x", encoding="utf-8")
        assert changes.next()
        (repo / "goals" / "q4" / "a.md").unlink()
        assert changes.next()


def test_a_burst_of_changes_is_told_once(repo: Path) -> None:
    with watching([repo / "goals"]) as changes:
        start = time.monotonic()
        for number in range(30):
            (repo / "goals" / f"{number}.md").write_text("x", encoding="utf-8")
        is_burst = time.monotonic() - start < 0.1  # on a busy machine it may be several
        told = changes.next()
        assert told == 1 or (told and not is_burst)


@pytest.mark.parametrize(
    "path",
    [
        "goals/.a.md.swp",
        "goals/a.md~",
        "goals/.git/HEAD",
        "goals/site/index.html",
        "goals/node_modules/x",
        "goals/__pycache__/x",
    ],
)
def test_what_is_no_source_is_passed_over(repo: Path, path: str) -> None:
    (repo / path).parent.mkdir(exist_ok=True)
    with watching([repo / "goals"], ignored=[repo / "goals" / "site"]) as changes:
        (repo / path).write_text("x", encoding="utf-8")
        assert changes.none()


def test_a_file_that_an_editor_replaces_stays_watched(repo: Path) -> None:
    with watching([repo / "config.yaml"]) as changes:
        for text in ("one", "two"):
            (repo / "config.yaml.tmp").write_text(text, encoding="utf-8")
            (repo / "config.yaml.tmp").replace(repo / "config.yaml")
            assert changes.next()
        (repo / "other.yaml").touch()
        assert changes.none()


def test_a_dot_file_that_is_asked_for_is_watched(repo: Path) -> None:
    (repo / ".git" / "logs").mkdir(parents=True)
    with watching([repo / ".git" / "logs" / "HEAD"]) as changes:
        (repo / ".git" / "logs" / "HEAD").write_text("commit", encoding="utf-8")
        assert changes.next()
        (repo / ".git" / "logs" / "other").write_text("commit", encoding="utf-8")
        assert changes.none()


def replace_folder(repo: Path) -> None:
    shutil.rmtree(repo / "goals")
    (repo / "goals" / "q4").mkdir(parents=True)


def rename_folder(repo: Path) -> None:
    (repo / "goals").rename(repo / "old")
    (repo / "goals" / "q4").mkdir(parents=True)


@pytest.mark.parametrize("move", [replace_folder, rename_folder])
def test_a_folder_that_git_replaces_stays_watched(repo: Path, move: Callable[[Path], None]) -> None:
    with watching([repo / "goals"]) as changes:
        move(repo)
        assert changes.next()
        (repo / "goals" / "q4" / "b.md").write_text("x", encoding="utf-8")
        assert changes.next()


def test_a_folder_that_is_not_there_yet_is_watched_once_it_is(repo: Path) -> None:
    with watching([repo / "theme" / "custom"]) as changes:
        (repo / "theme" / "custom").mkdir(parents=True)
        assert changes.next()
        (repo / "theme" / "custom" / "main.css").write_text("x", encoding="utf-8")
        assert changes.next()


def test_watching_ends_at_once(repo: Path) -> None:
    def seconds() -> float:
        watch = Watch([repo / "goals", repo / "config.yaml"], [], lambda _: None, lambda _: None)
        watch.start()
        start = time.monotonic()
        watch.end()
        return time.monotonic() - start

    assert min(seconds() for _ in range(5)) < 0.8  # on a busy machine one of them may take longer


def test_a_root_below_a_dot_folder_is_watched_all_the_same() -> None:
    root = Path("/home/ada/.cache/repo/goals")
    assert is_source(root / "a.md", [root], [])
    assert not is_source(root / ".a.md", [root], [])


def test_the_nearest_name_is_the_first_part_that_may_appear(tmp_path: Path) -> None:
    assert nearest_name(tmp_path / "a") == tmp_path / "a"
    assert nearest_name(tmp_path / "a" / "b" / "c") == tmp_path / "a"
