"""What lies between two commits of a real repository."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from goalsite.history.between import is_repository, is_shallow, merge_base, touched_between
from tests.conftest import GitRepo

Make = Callable[..., GitRepo]


def test_the_merge_base_is_where_two_branches_parted(git_repo: Make) -> None:
    repo = git_repo()
    base = repo.commit({"goals/a.md": "1"})
    repo.git("switch", "--quiet", "--create", "other")
    repo.commit({"goals/a.md": "2"})
    repo.git("switch", "--quiet", "main")
    repo.commit({"goals/b.md": "3"})
    assert merge_base(repo.root, "main", "other") == base
    assert merge_base(repo.root, "main", "nowhere") is None


def test_who_touched_a_file_is_told_the_last_first_and_addresses_are_not(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({"goals/a.md": "1", "goals/b.md": "1"}, author="ada")
    repo.commit({"goals/a.md": "2"}, "2026-11-10T09:00:00+00:00", author="lin")
    repo.commit({"goals/a.md": "3"}, "2026-11-12T09:00:00+00:00", author="bo@example.org")
    found = touched_between(repo.root, first, "HEAD", "UTC")
    assert found == {"goals/a.md": (("bo", "lin"), date(2026, 11, 12))}


def test_paths_are_those_of_the_project_and_others_are_left_out(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({"README.md": "1"})
    repo.commit({"okr/goals/it's “a”.md": "1", "README.md": "2"})
    assert list(touched_between(repo.root / "okr", first, "HEAD", "UTC")) == ["goals/it's “a”.md"]


def test_a_folder_without_git_is_none(tmp_path: object, git_repo: Make) -> None:
    assert is_repository(git_repo().root)
    assert not is_shallow(git_repo("other").root)
