"""What a publish is going to do, noted down before it changes anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.output.artifact import Artifact
from goalsite.output.draft import Draft
from goalsite.output.folder import Found, SiteFolder, digest
from goalsite.output.notes import Journal, Move, Notes


class CaseBlindFolder(SiteFolder):
    """A folder as the disks of macOS and Windows have it: a file is found under its name in any case."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._names = {path.name.casefold(): path.name for path in root.iterdir()}

    def look(self, path: str) -> Found:
        return super().look(self._names.get(path.casefold(), path))._replace(path=path)

    def holds(self, found: Found, content: bytes) -> bool:
        return super().holds(found._replace(path=self._names[found.path.casefold()]), content)


def drafted(
    root: Path, folder: SiteFolder, ours: dict[str, bytes], new: dict[str, bytes]
) -> tuple[Journal, int]:
    notes = Notes(root)
    notes.folder.mkdir(exist_ok=True)
    draft = Draft(root, folder, notes, {path: digest(content) for path, content in ours.items()})
    for path, content in new.items():
        draft.add(Artifact(path, content))
    return draft.journal()[0], draft.unchanged


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "a.html").write_bytes(b"a")
    return tmp_path


def test_what_changed_is_staged_and_moved_in_order_and_the_site_is_as_it_was(root: Path) -> None:
    new = {"goals.json": b"{}", "b.html": b"b", "x/c.html": b"c"}
    journal, _ = drafted(root, SiteFolder(root), {"a.html": b"a"}, new)
    assert journal.moves == (Move(2, "x/c.html"), Move(1, "b.html"), Move(0, "goals.json"))
    assert journal.removals == ("a.html",)
    assert [Notes(root).staged(number).read_bytes() for number in range(3)] == [b"{}", b"b", b"c"]
    assert {path.name for path in root.iterdir()} == {"a.html", ".goalsite"}


def test_what_is_there_already_is_not_staged(root: Path) -> None:
    journal, unchanged = drafted(root, SiteFolder(root), {"a.html": b"a"}, {"a.html": b"a"})
    assert (journal.moves, journal.removals, unchanged) == ((), (), 1)
    assert not (root / ".goalsite" / "new").exists()


def test_a_page_whose_name_changes_its_case_only_is_renamed_where_that_is_one_file(root: Path) -> None:
    journal, _ = drafted(root, CaseBlindFolder(root), {"a.html": b"a"}, {"A.html": b"a"})
    assert journal.moves == (Move(0, "A.html", ("a.html",)),)
    assert journal.removals == ()


def test_a_page_whose_name_changes_its_case_only_is_another_file_elsewhere(root: Path) -> None:
    journal, _ = drafted(root, SiteFolder(root), {"a.html": b"a"}, {"A.html": b"a"})
    assert journal.moves == (Move(0, "A.html"),)
    assert journal.removals == ("a.html",)
