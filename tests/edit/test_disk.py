from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from goalsite.edit.disk import apply
from goalsite.edit.patch import FilePatch

PATCH = FilePatch("goals/a.md", b"old\n", b"new\n")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with one file."""
    (tmp_path / "goals").mkdir()
    (tmp_path / "goals/a.md").write_bytes(b"old\n")
    return tmp_path


def test_a_file_gets_its_new_bytes_and_keeps_its_mode(root: Path) -> None:
    file = root / "goals/a.md"
    file.chmod(0o664)
    assert apply(PATCH, root) == ""
    assert file.read_bytes() == b"new\n"
    assert file.stat().st_mode & 0o777 == 0o664
    assert list((root / "goals").iterdir()) == [file]


def test_a_file_that_changed_meanwhile_is_left_as_it_is(root: Path) -> None:
    (root / "goals/a.md").write_bytes(b"mine\n")
    assert apply(PATCH, root) == "it has changed meanwhile"
    assert (root / "goals/a.md").read_bytes() == b"mine\n"


def test_a_file_that_is_gone_is_not_made_again(root: Path) -> None:
    (root / "goals/a.md").unlink()
    assert apply(PATCH, root) == "no such file or directory"
    assert list((root / "goals").iterdir()) == []


def test_nothing_is_written_through_a_symbolic_link(root: Path) -> None:
    other = root / "other.md"
    other.write_bytes(b"old\n")
    (root / "goals/a.md").unlink()
    (root / "goals/a.md").symlink_to(other)
    assert apply(PATCH, root) == "it is or lies behind a symbolic link"
    assert other.read_bytes() == b"old\n"
    assert (root / "goals/a.md").is_symlink()


def test_nothing_is_written_behind_a_symbolic_link_or_outside(root: Path, tmp_path: Path) -> None:
    (root / "goals").rename(root / "elsewhere")
    (root / "goals").symlink_to(root / "elsewhere")
    assert apply(PATCH, root) == "it is or lies behind a symbolic link"
    outside = FilePatch("../a.md", b"old\n", b"new\n")
    assert apply(outside, root / "elsewhere") != ""
    assert (root / "elsewhere/a.md").read_bytes() == b"old\n"


NEW = FilePatch("goals/new/b.md", b"", b"new\n", is_new=True)


def test_a_new_file_is_made_with_its_folder(root: Path) -> None:
    assert apply(NEW, root) == ""
    assert (root / "goals/new/b.md").read_bytes() == b"new\n"
    assert [file.name for file in (root / "goals/new").iterdir()] == ["b.md"]


def test_a_new_file_takes_the_place_of_nothing(root: Path) -> None:
    assert apply(FilePatch("goals/a.md", b"", b"x", is_new=True), root) == "it has changed meanwhile"
    assert (root / "goals/a.md").read_bytes() == b"old\n"


def test_a_new_file_is_not_made_behind_a_symbolic_link(root: Path) -> None:
    (root / "other").mkdir()
    (root / "goals/new").symlink_to(root / "other")
    assert apply(NEW, root) == "it is or lies behind a symbolic link"
    assert list((root / "other").iterdir()) == []


def test_a_file_is_removed_if_it_still_is_what_was_read(root: Path) -> None:
    gone = FilePatch("goals/a.md", b"other\n", b"", is_gone=True)
    assert apply(gone, root) == "it has changed meanwhile"
    assert apply(FilePatch("goals/a.md", b"old\n", b"", is_gone=True), root) == ""
    assert not (root / "goals/a.md").exists()


def test_a_file_that_is_write_protected_stays(root: Path) -> None:
    (root / "goals/a.md").chmod(0o444)
    assert apply(PATCH, root) == "it is write-protected"
    assert (root / "goals/a.md").read_bytes() == b"old\n"


def drafts(root: Path) -> list[str]:
    """What is left of drafts, anywhere."""
    return [file.relative_to(root).as_posix() for file in root.rglob(".goalsite-*")]


def test_a_draft_lies_where_git_leaves_it_alone_and_is_gone_in_the_end(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr(os, "fsync", lambda _: seen.extend(drafts(root)))
    assert [apply(PATCH, root), apply(NEW, root)] == ["", ""]
    assert [Path(one).parent.as_posix() for one in seen] == [".goalsite", ".goalsite"]
    assert (root / ".goalsite/.gitignore").read_text() == "*\n"
    assert drafts(root) == []


def test_what_a_killed_command_left_is_cleared_by_a_later_one_and_a_fresh_draft_is_not(root: Path) -> None:
    (root / ".goalsite").mkdir()
    left, fresh = root / ".goalsite/.goalsite-left", root / ".goalsite/.goalsite-fresh"
    left.write_bytes(b"x")
    fresh.write_bytes(b"x")
    os.utime(left, (1, 1))
    assert apply(PATCH, root) == ""
    assert drafts(root) == [".goalsite/.goalsite-fresh"]


@pytest.mark.parametrize("obstacle", ["link", "file", "closed"])
def test_where_our_folder_cannot_be_used_the_draft_lies_beside_the_file(root: Path, obstacle: str) -> None:
    (root / "elsewhere").mkdir()
    if obstacle == "link":
        (root / ".goalsite").symlink_to(root / "elsewhere")
    elif obstacle == "file":
        (root / ".goalsite").write_bytes(b"")
    else:
        (root / ".goalsite").mkdir(0o500)
    assert [apply(PATCH, root), apply(NEW, root)] == ["", ""]
    assert (root / "goals/a.md").read_bytes() == b"new\n"
    assert list((root / "elsewhere").iterdir()) == []
    assert drafts(root) == []


def test_a_rule_for_git_is_not_written_through_a_symbolic_link(root: Path) -> None:
    (root / ".goalsite").mkdir()
    (root / ".goalsite/.gitignore").symlink_to(root / "elsewhere")
    assert apply(PATCH, root) == ""
    assert not (root / "elsewhere").exists()


def test_where_our_folder_lies_on_another_disk_the_draft_lies_beside_the_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def across(function: Callable[..., None]) -> Callable[..., None]:
        def call(source: Path, target: Path) -> None:
            if Path(source).parent.name == ".goalsite":
                raise OSError(errno.EXDEV, "another disk")
            function(source, target)

        return call

    monkeypatch.setattr(os, "link", across(os.link))
    monkeypatch.setattr(os, "rename", across(os.rename))
    monkeypatch.setattr(os, "replace", across(os.replace))
    assert [apply(PATCH, root), apply(NEW, root)] == ["", ""]
    assert (root / "goals/new/b.md").read_bytes() == b"new\n"
    assert drafts(root) == []
