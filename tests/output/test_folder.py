"""The site's folder is looked at without following a link, and changed without losing a file of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.output.folder import Found, Kind, SiteFolder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site" / "goals").mkdir(parents=True)
    (tmp_path / "site" / "goals" / "a.html").write_bytes(b"12")
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "b.html").write_bytes(b"")
    (tmp_path / "site" / "link").symlink_to(tmp_path / "outside")
    return tmp_path / "site"


def test_look_says_what_lies_at_a_path(root: Path) -> None:
    folder = SiteFolder(root)
    assert folder.look("goals") == Found("goals", Kind.FOLDER)
    assert folder.look("goals/a.html") == Found("goals/a.html", Kind.FILE, 2)
    assert folder.look("goals/x/y.html") == Found("goals/x/y.html", Kind.NOTHING)


def test_look_stops_at_what_is_no_folder(root: Path) -> None:
    folder = SiteFolder(root)
    assert folder.look("goals/a.html/x/y").path == "goals/a.html"
    assert folder.look("link/b.html")[:2] == ("link", Kind.OTHER)
    assert not folder.is_file("link/b.html")


def test_a_path_nested_deeper_than_the_interpreter_recurses_is_looked_at(root: Path) -> None:
    assert SiteFolder(root).look("/".join("x" * 1500)).kind is Kind.NOTHING


def test_place_makes_folders_and_gives_way_to_a_file_unless_told(root: Path, tmp_path: Path) -> None:
    folder, staged = SiteFolder(root), tmp_path / "new"
    staged.write_bytes(b"new")
    assert not folder.place(staged, "goals/a.html", over_file=False)
    assert not folder.place(staged, "goals/a.html/b", over_file=True)
    assert not folder.place(staged, "link/b.html", over_file=True)
    assert folder.place(staged, "x/y/z.html", over_file=False)
    assert (root / "x" / "y" / "z.html").read_bytes() == b"new"


def test_place_takes_the_place_of_empty_folders_only(root: Path, tmp_path: Path) -> None:
    folder, staged = SiteFolder(root), tmp_path / "new"
    staged.write_bytes(b"new")
    (root / "empty" / "in" / "in").mkdir(parents=True)
    assert not folder.place(staged, "goals", over_file=True)
    assert folder.place(staged, "empty", over_file=True)
    assert (root / "empty").read_bytes() == b"new"
    assert (root / "goals" / "a.html").read_bytes() == b"12"


def test_remove_and_prune_leave_no_empty_folders_above(root: Path) -> None:
    folder = SiteFolder(root)
    (root / "goals" / "x" / "y").mkdir(parents=True)
    (root / "goals" / "x" / "y" / "z.html").touch()
    folder.prune("goals/x/y/z.html")
    assert (root / "goals" / "x" / "y" / "z.html").exists()
    folder.remove("goals/x/y/z.html")
    folder.prune("goals/x/y/z.html")
    assert [path.name for path in (root / "goals").iterdir()] == ["a.html"]


def test_prune_does_not_follow_a_link(root: Path, tmp_path: Path) -> None:
    (tmp_path / "outside" / "empty").mkdir()
    SiteFolder(root).prune("link/empty/x.html")
    assert (tmp_path / "outside" / "empty").exists()


def test_a_name_is_spelled_as_the_disk_has_it(root: Path) -> None:
    folder = SiteFolder(root)
    assert folder.is_spelled("goals/a.html")
    (root / "goals" / "a.html").rename(root / "goals" / "A.html")
    assert not folder.is_spelled("goals/a.html")
