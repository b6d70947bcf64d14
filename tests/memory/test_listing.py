"""Which content the files have, read only where a stamp changed."""

from __future__ import annotations

from pathlib import Path

from goalsite.memory.listing import Seen, glance, look, mark_of, settled
from goalsite.source.tree import DiskTree

DAY = 86_400 * 1_000_000_000


def seen(root: Path, before: dict[str, Seen]) -> dict[str, Seen]:
    tree = DiskTree(root)
    return look(tree, tree.entries(), before)


def write(root: Path, text: str) -> Path:
    file = root / "goals" / "a.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text)
    return file


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    write(tmp_path, "one")
    first = seen(tmp_path, {})
    write(tmp_path, "another")  # of the same size it might be within the same tick, which `settled` is for
    second = seen(tmp_path, first)
    write(tmp_path, "one")
    third = seen(tmp_path, second)
    digests = [one["goals/a.md"].digest for one in (first, second, third)]
    assert digests[0] == digests[2] != digests[1]


def test_a_file_whose_stamp_stays_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "one")
    stamp = seen(tmp_path, {})["goals/a.md"].stamp
    assert seen(tmp_path, {"goals/a.md": Seen(stamp, b"kept")})["goals/a.md"].digest == b"kept"


def test_a_file_that_changed_just_now_is_read_again_next_time(tmp_path: Path) -> None:
    file = write(tmp_path, "one")
    known = seen(tmp_path, {})
    now = file.stat().st_ctime_ns
    assert settled(known, now + DAY) == known
    assert settled(known, now)["goals/a.md"].stamp != known["goals/a.md"].stamp
    assert settled(known, now)["goals/a.md"].digest == known["goals/a.md"].digest


def test_of_a_symlink_only_is_known_that_it_is_one(tmp_path: Path) -> None:
    write(tmp_path, "one")
    (tmp_path / "goals" / "b.md").symlink_to("a.md")
    assert seen(tmp_path, {})["goals/b.md"].digest == b"link"


def test_a_file_is_read_when_its_mark_is_asked_for_and_its_content_waits(tmp_path: Path) -> None:
    write(tmp_path, "one")
    tree = DiskTree(tmp_path)
    sight = glance(tree, tree.entries(), {})
    assert (sight.seen, list(sight.unread)) == ({}, ["goals/a.md"])
    assert sight.mark("goals/a.md") == mark_of(b"one")
    assert sight.contents == {"goals/a.md": b"one"}
    assert not sight.unread
    assert sight.mark("goals/b.md") is None
