from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.source.overlay import OverlayTree
from goalsite.source.tree import DiskTree
from tests.commands import write


def overlay(folder: Path, buffers: dict[str, bytes | None]) -> OverlayTree:
    write(folder, {"goals/a.md": "old", "goals/b.md": "b"})
    (folder / "goals/link.md").symlink_to("a.md")
    return OverlayTree(DiskTree(folder), buffers)


def test_a_buffer_is_read_in_place_of_its_file(tmp_path: Path) -> None:
    tree = overlay(tmp_path, {"goals/a.md": b"newer", "goals/new.md": b""})
    assert tree.read("goals/a.md") == b"newer"
    assert tree.read("goals/b.md") == b"b"
    assert [(entry.path, entry.size) for entry in tree.entries() if entry.kind == "file"] == [
        ("goals/a.md", 5),
        ("goals/b.md", 1),
        ("goals/new.md", 0),
    ]
    assert tree.exists("goals/new.md")


def test_a_file_that_would_be_gone_is_neither_listed_nor_read(tmp_path: Path) -> None:
    tree = overlay(tmp_path, {"goals/a.md": None})
    assert [entry.path for entry in tree.entries() if entry.kind == "file"] == ["goals/b.md"]
    assert not tree.exists("goals/a.md")
    with pytest.raises(FileNotFoundError):
        tree.read("goals/a.md")


def test_a_symlink_stays_one_whatever_an_editor_holds(tmp_path: Path) -> None:
    tree = overlay(tmp_path, {"goals/link.md": b"text"})
    assert {entry.path: entry.kind for entry in tree.entries()}["goals/link.md"] == "link"


def test_a_stamp_changes_with_the_content_and_only_then(tmp_path: Path) -> None:
    tree = overlay(tmp_path, {})
    entries = {entry.path: entry for entry in tree.entries()}
    stamp = tree.stamp(entries["goals/a.md"])
    assert stamp is not None
    assert stamp == tree.stamp(entries["goals/a.md"])
    (tmp_path / "goals/a.md").write_text("newer", encoding="utf-8")
    assert stamp != tree.stamp(entries["goals/a.md"])
    assert tree.stamp(entries["goals/link.md"]) is None


def test_nothing_outside_of_the_repository_is_read(tmp_path: Path) -> None:
    tree = overlay(tmp_path, {})
    with pytest.raises(OSError, match="leaves"):
        tree.read("../x")
