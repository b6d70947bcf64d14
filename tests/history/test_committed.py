"""What lies on the disk, held against a commit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from goalsite.history.committed import has_file, has_folder, has_goals
from goalsite.history.revision import Revision, open_revision
from tests.conftest import GitRepo

FILES: dict[str, str | bytes | None] = {
    "okr/config.yaml": "site_name: Acme\n",
    "okr/goals/a.md": "---\ntitle: A\n---\n",
    "okr/goals/2026/更快 b.csv": "date,value\n",
    "okr/goals/2026/p.png": b"\x89PNG\r\n",
    "okr/goals/notes.docx": "not read",
    "okr/look/base.html.j2": "x",
    ".gitignore": "*.tmp.md\n",
}


@pytest.fixture
def repo(git_repo: Callable[..., GitRepo]) -> GitRepo:
    """A repository whose project lies in a folder."""
    repo = git_repo()
    repo.commit(FILES)
    return repo


def _revision(repo: GitRepo) -> Revision:
    found = open_revision(repo.root / "okr", "HEAD")
    assert found is not None
    return found


def is_same(repo: GitRepo, *exclude: str) -> bool:
    """Whether the goals are those of the commit."""
    return has_goals(_revision(repo), "goals", exclude)


def test_files_that_are_as_they_were_committed_are_the_same(repo: GitRepo) -> None:
    assert is_same(repo)
    repo.write(
        {"okr/goals/notes.docx": "whatever", "okr/goals/x.py": "x", "okr/goals/.a.md": "x", "b.md": "x"}
    )
    repo.write({"okr/goals/a.md": "---\r\ntitle: A\r\n---\r\n"})  # as git checks them out elsewhere
    assert is_same(repo)


@pytest.mark.parametrize(
    "files",
    [
        {"okr/goals/a.md": "---\ntitle: B\n---\n"},
        {"okr/goals/2026/更快 b.csv": None},
        {"okr/goals/2026/p.png": b"\x89PNG\r\n\x00"},
        {"okr/goals/new.md": "---\ntitle: New\n---\n"},
        {"okr/goals/unseen.tmp.md": "git was told to ignore it, and goalsite reads it"},
    ],
)
def test_what_was_changed_added_or_taken_away_is_seen(
    repo: GitRepo, files: dict[str, str | bytes | None]
) -> None:
    repo.write(files)
    assert not is_same(repo)
    assert is_same(repo, *(path.removeprefix("okr/") for path in files))


def test_a_link_in_place_of_a_file_is_seen(repo: GitRepo) -> None:
    (repo.root / "okr/goals/link.md").symlink_to("a.md")
    assert not is_same(repo)


def test_no_program_that_the_repository_names_for_its_files_is_run(repo: GitRepo, tmp_path: Path) -> None:
    repo.git("config", "filter.loud.clean", f"touch {tmp_path / 'ran'}; cat")
    repo.write({".gitattributes": "*.md filter=loud\n", "okr/goals/a.md": "changed"})
    assert not is_same(repo)
    assert not (tmp_path / "ran").exists()


def test_a_file_and_a_folder_are_compared_whole(repo: GitRepo) -> None:
    revision = _revision(repo)
    assert has_file(revision, "config.yaml")
    assert has_file(revision, "none.yaml")
    assert not has_file(revision, "../.gitignore")
    assert has_folder(revision, "look")
    assert not has_folder(revision, "../look")
    assert not has_folder(revision, str(repo.root / "okr/look"))
    repo.write({"okr/config.yaml": "site_name: Other\n", "okr/look/more.css": "", "okr/none.yaml": ""})
    assert not has_file(revision, "config.yaml")
    assert not has_file(revision, "none.yaml")
    assert not has_folder(revision, "look")
