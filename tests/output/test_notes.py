"""What is noted down is read back, and a damaged note counts as none."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from goalsite.output.notes import Journal, Move, Notes


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    notes = Notes(tmp_path)
    notes.folder.mkdir()
    notes.lock.touch()
    return notes


def test_a_manifest_is_read_back(notes: Notes) -> None:
    notes.write_manifest({"目标/index.html": "aa", "b.html": "bb"})
    assert notes.manifest() == {"目标/index.html": "aa", "b.html": "bb"}


def test_a_manifest_depends_on_the_files_alone_not_on_their_order(notes: Notes) -> None:
    file = notes.folder / "manifest.json"
    notes.write_manifest({"a": "1", "b": "2"})
    first = file.read_bytes()
    notes.write_manifest({"b": "2", "a": "1"})
    assert file.read_bytes() == first


def test_a_journal_is_read_back(notes: Notes) -> None:
    journal = Journal(
        (Move(0, "a.html"), Move(1, "b", ("b/c", "b/d"))), ("old.html",), {"a.html": "aa", "b": "bb"}
    )
    notes.write_journal(journal)
    assert notes.is_broken_off()
    assert notes.journal() == journal


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 200_000,
        b'{"version": 1}',
        b'{"version": 99, "files": {"a": "1"}, "moves": [], "removals": []}',
        b'{"version": 1, "files": ["a"], "moves": [], "removals": []}',
        b'{"version": 1, "files": {"../../a": "1"}, "moves": [], "removals": []}',
        b'{"version": 1, "files": {"/etc/passwd": "1"}, "moves": [], "removals": []}',
    ],
)
def test_a_damaged_note_counts_as_none(notes: Notes, damaged: bytes) -> None:
    for name in ("manifest.json", "journal.json"):
        (notes.folder / name).write_bytes(damaged)
    assert notes.manifest() == {}
    assert notes.journal() is None


@pytest.mark.parametrize(
    "moves", ["3", "[3]", '[[Infinity, "a"]]', '[["x", "a"]]', "[[0]]", '[[0, "../a"]]', '[[0, "a", "/b"]]']
)
def test_a_journal_with_a_broken_move_counts_as_none(notes: Notes, moves: str) -> None:
    notes.write_journal(Journal((), (), {}))
    file = notes.folder / "journal.json"
    whole = re.sub(r'"moves": \[\]', lambda _: f'"moves": {moves}', file.read_text(encoding="utf-8"))
    file.write_text(whole, encoding="utf-8")
    assert json.loads(whole)["moves"] != []
    assert notes.journal() is None


def test_a_journal_that_came_from_elsewhere_counts_as_none(notes: Notes, tmp_path: Path) -> None:
    notes.write_journal(Journal((), ("old.html",), {}))
    assert notes.journal() is not None
    shutil.copytree(notes.folder, tmp_path / "clone" / ".goalsite")
    assert Notes(tmp_path / "clone").journal() is None
    notes.lock.unlink()
    assert notes.journal() is None


def test_a_note_is_never_read_or_written_through_a_link(notes: Notes, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b'{"version": 1, "files": {"a": "1"}}')
    for name in ("manifest.json", "manifest.new"):
        (notes.folder / name).symlink_to(outside)
    assert notes.manifest() == {}
    notes.write_manifest({"b": "2"})
    assert notes.manifest() == {"b": "2"}
    assert b'"a"' in outside.read_bytes()


def test_a_journal_whose_staged_files_lie_behind_a_link_counts_as_none(notes: Notes, tmp_path: Path) -> None:
    notes.write_journal(Journal((), ("old.html",), {}))
    (notes.folder / "new").symlink_to(tmp_path)
    assert notes.journal() is None


def test_clear_removes_a_link_and_not_what_it_leads_to(notes: Notes, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (notes.folder / "new").symlink_to(outside)
    notes.clear()
    assert outside.exists()
    assert not notes.is_broken_off()
