from __future__ import annotations

import os
from pathlib import Path

import pytest

from goalsite.source.tree import (
    DiskTree,
    Entry,
    MemoryTree,
    OutsideError,
    TooLargeError,
    inner_path,
)


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path, encoding="utf-8")


def test_files_below_the_folder_are_listed_sorted_with_their_size(tmp_path: Path) -> None:
    write(tmp_path, "goals/team.md", "goals/a/x.md", "goals/a.md", "README.md", "goals/目标/增长.md")
    assert [entry[:3] for entry in DiskTree(tmp_path).entries()] == [
        ("goals/a.md", 10, "file"),
        ("goals/a/x.md", 12, "file"),
        ("goals/team.md", 13, "file"),
        ("goals/目标/增长.md", 22, "file"),
    ]


def test_only_files_have_stamps(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md")
    (tmp_path / "goals/b.md").symlink_to("a.md")
    os.mkfifo(tmp_path / "goals/c.md")
    status = (tmp_path / "goals/a.md").stat()
    stamp = (10, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    assert [entry.stamp for entry in DiskTree(tmp_path).entries()] == [stamp, None, None]


def test_dot_files_dot_folders_and_what_is_excluded_are_left_out(tmp_path: Path) -> None:
    write(
        tmp_path,
        "goals/.hidden.md",
        "goals/.obsidian/x.md",
        "goals/site/index.md",
        "goals/old/a.md",
        "goals/a.md",
    )
    tree = DiskTree(tmp_path, exclude=("goals/site", "**/old"))
    assert [entry.path for entry in tree.entries()] == ["goals/a.md"]


def test_a_symlink_is_an_entry_that_nothing_follows(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md", "secret/b.md")
    (tmp_path / "goals/file.md").symlink_to("a.md")
    (tmp_path / "goals/folder").symlink_to(tmp_path / "secret")
    (tmp_path / "goals/loop").symlink_to(".")
    (tmp_path / "goals/nowhere.md").symlink_to("gone")
    kinds = {entry.path: entry.kind for entry in DiskTree(tmp_path).entries()}
    assert kinds == {
        "goals/a.md": "file",
        "goals/file.md": "link",
        "goals/folder": "link",
        "goals/loop": "link",
        "goals/nowhere.md": "link",
    }


def test_a_goals_folder_that_is_or_lies_behind_a_symlink_is_listed_as_that_symlink(tmp_path: Path) -> None:
    write(tmp_path, "real/goals/a.md")
    (tmp_path / "okr").symlink_to("real")
    assert [entry[::2] for entry in DiskTree(tmp_path, "okr/goals").entries()] == [("okr", "link")]
    assert [entry[::2] for entry in DiskTree(tmp_path, "okr").entries()] == [("okr", "link")]


@pytest.mark.parametrize("under", ["goals", "../elsewhere", "/etc", "goals/a.md/x"])
def test_without_a_goals_folder_in_the_repository_there_is_nothing(tmp_path: Path, under: str) -> None:
    root = tmp_path / "repo"
    write(root, "README.md")
    write(tmp_path, "elsewhere/a.md")
    assert DiskTree(root, under).entries() == ()


def test_the_whole_repository_can_be_the_goals_folder(tmp_path: Path) -> None:
    write(tmp_path, "team.md", "kpis/a.md")
    assert [entry.path for entry in DiskTree(tmp_path, ".").entries()] == ["kpis/a.md", "team.md"]


def test_a_goals_folder_that_is_a_file_cannot_be_listed(tmp_path: Path) -> None:
    write(tmp_path, "goals")
    assert DiskTree(tmp_path).entries() == (Entry("goals", 0, "unlisted"),)


def test_a_folder_too_deep_for_the_system_is_told_and_the_rest_is_listed(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md")
    at = os.open(tmp_path / "goals", os.O_RDONLY)
    for _ in range(30):
        os.mkdir("d" * 200, dir_fd=at)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=at)
        os.close(at)
        at = below
    os.close(at)
    kinds = [entry.kind for entry in DiskTree(tmp_path).entries()]
    assert sorted(kinds) == ["file", "unlisted"]


def test_a_pipe_is_no_file_and_reading_it_does_not_wait(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md")
    os.mkfifo(tmp_path / "goals/pipe.md")
    assert DiskTree(tmp_path).entries()[1] == Entry("goals/pipe.md", 0, "other")
    with pytest.raises(OSError, match="regular"):
        DiskTree(tmp_path).read("goals/pipe.md")


def test_a_name_that_is_not_utf8_is_listed_as_python_reads_it(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/goals/caf\xe9.md")).write_text("x")
    paths = [entry.path for entry in DiskTree(tmp_path).entries()]
    assert paths == ["goals/a.md", "goals/caf\udce9.md"]
    assert DiskTree(tmp_path).read(paths[1]) == b"x"


def test_any_file_of_the_repository_can_be_read(tmp_path: Path) -> None:
    write(tmp_path, "config.yaml", "goals/a.md")
    assert DiskTree(tmp_path).read("config.yaml") == b"config.yaml"
    assert DiskTree(tmp_path).read("./goals//a.md") == b"goals/a.md"


@pytest.mark.parametrize("path", ["../secret", "goals/../../secret", "/etc/passwd", "", ".", "goals/a\0b"])
def test_no_path_leaves_the_repository(tmp_path: Path, path: str) -> None:
    write(tmp_path, "secret", "repo/goals/a.md")
    with pytest.raises(OutsideError):
        DiskTree(tmp_path / "repo").read(path)


@pytest.mark.parametrize("path", ["goals/link.md", "folder/secret"])
def test_no_symlink_on_the_way_is_followed(tmp_path: Path, path: str) -> None:
    write(tmp_path, "elsewhere/secret", "repo/goals/a.md")
    (tmp_path / "repo/goals/link.md").symlink_to("a.md")
    (tmp_path / "repo/folder").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OutsideError):
        DiskTree(tmp_path / "repo").read(path)


def test_many_files_are_read_as_each_alone_would_be(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md", "goals/b.md", "goals/web/a.md", "other/a.md")
    (tmp_path / "goals" / "link.md").symlink_to("a.md")
    (tmp_path / "linked").symlink_to("goals")
    tree = DiskTree(tmp_path)
    paths = [
        "goals/a.md",
        "goals/link.md",
        "goals/b.md",
        "goals/none.md",
        "goals//b.md",
        "goals/web",
        "../a.md",
    ]
    paths += ["goals/web/a.md", "linked/a.md", "linked/b.md", "other/a.md"]
    found = dict(tree.read_all(paths))
    assert list(found) == paths
    for path, content in found.items():
        if isinstance(content, bytes):
            assert content == tree.read(path)
        else:
            with pytest.raises(type(content)):
                tree.read(path)
    assert sum(isinstance(content, bytes) for content in found.values()) == 5


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "goals/a.md")
    assert DiskTree(tmp_path, limit=10).read("goals/a.md") == b"goals/a.md"
    with pytest.raises(TooLargeError):
        DiskTree(tmp_path, limit=9).read("goals/a.md")


@pytest.mark.parametrize(("added", "fits"), [(b"", True), (b" of", True), (b" of goals", False)])
def test_a_file_that_grows_while_it_is_read_is_read_whole_up_to_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, added: bytes, fits: bool
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"line")
    really_open = os.open

    def open_late(path: str, flags: int) -> int:
        with file.open("ab") as writer:
            writer.write(added)
        return really_open(path, flags)

    monkeypatch.setattr(os, "open", open_late)
    tree = DiskTree(tmp_path, limit=8)
    if fits:
        assert tree.read("a.md") == b"line" + added
    else:
        with pytest.raises(TooLargeError):
            tree.read("a.md")


def test_a_tree_in_memory_gives_texts_as_utf8() -> None:
    tree = MemoryTree({"goals/b.md": "增", "goals/a.csv": b"\xff"})
    assert tree.entries() == (Entry("goals/a.csv", 1, "file"), Entry("goals/b.md", 3, "file"))
    assert tree.read("goals/b.md") == "增".encode()
    with pytest.raises(FileNotFoundError):
        tree.read("goals/c.md")


def test_an_inner_path_has_no_needless_segments() -> None:
    assert inner_path("./goals//a/") == "goals/a"
    assert inner_path(".") == ""
    assert inner_path("a/../b") is None
