"""The files of a commit, held against those of a working tree."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.history.revision import Revision, RevisionTree, open_revision
from goalsite.source.tree import DiskTree, Entry, OutsideError, TooLargeError
from tests.conftest import GitRepo

Make = Callable[..., GitRepo]
FILES: dict[str, str | bytes | None] = {
    "config.yaml": "site_name: Acme\n",
    "README.md": "Hello\n",
    "goals/a.md": "---\ntitle: Builds are fast\n---\n",
    "goals/2026/it's “b”.md": "---\ntitle: 构建更快\n---\n",
    "goals/2026/log.csv": "date,kr,value\r\n2026-10-05,p50,9\r\n",
    "goals/2026/a picture.png": b"\x89PNG\r\n\x1a\n\0\xff",
    "goals/empty.md": "",
    "goals/.hidden/c.md": "---\ntitle: Nobody sees this\n---\n",
    "goals/2026/.d.md": "x",
}


def revision(repo: GitRepo, name: str = "HEAD", below: str = "") -> Revision:
    """A commit of the repository, which must be there."""
    found = open_revision(repo.root / below, name)
    assert found is not None
    return found


def unstamped(disk: DiskTree) -> tuple[Entry, ...]:
    """What a disk lists, without the times that a commit does not have."""
    return tuple(entry._replace(stamp=None) for entry in disk.entries())


def held_alike(tree: RevisionTree, disk: DiskTree) -> None:
    """Both list the same entries, and every file of them has the same content."""
    assert tree.entries() == unstamped(disk)
    for entry in disk.entries():
        if entry.kind == "file":
            assert tree.read(entry.path) == disk.read(entry.path)


def test_a_commit_has_the_files_that_were_checked_out_from_it(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit(FILES)
    tree = revision(repo).tree("goals")
    held_alike(tree, DiskTree(repo.root, "goals"))
    assert tree.read("config.yaml") == b"site_name: Acme\n"


def test_a_commit_of_the_past_is_read_as_it_was(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"goals/a.md": "one", "goals/b.md": "gone later"})
    repo.commit({"goals/a.md": "two", "goals/b.md": None})
    repo.write({"goals/a.md": "not committed"})
    before, now = revision(repo, "HEAD~1").tree("goals"), revision(repo).tree("goals")
    assert (before.read("goals/a.md"), now.read("goals/a.md")) == (b"one", b"two")
    assert [entry.path for entry in before.entries()] == ["goals/a.md", "goals/b.md"]
    assert not now.exists("goals/b.md")


def test_a_project_in_a_folder_of_the_repository_has_paths_of_its_own(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"okr/goals/a.md": "a", "okr/config.yaml": "x: 1\n", "goals/other.md": "not ours"})
    tree = revision(repo, below="okr").tree("goals")
    held_alike(tree, DiskTree(repo.root / "okr", "goals"))
    assert tree.read("config.yaml") == b"x: 1\n"
    with pytest.raises(OutsideError):
        tree.read("../goals/other.md")


def test_the_whole_repository_may_be_the_goals_folder(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"a.md": "a", "2026/b.md": "b", ".github/x.yml": "x"})
    held_alike(revision(repo).tree("."), DiskTree(repo.root, "."))


def test_what_is_there_is_told_from_what_is_not(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit(FILES)
    tree = revision(repo).tree("goals")
    there = ("goals", "goals/2026", "goals/a.md", "README.md", "config.yaml", "")
    missing = (
        "goal",
        "goals/b.md",
        "goals/2026/a.md/x",
        "../repo",
        "goals/../../x",
        ":(top)README.md",
        "*.md",
    )
    assert [path for path in there if not tree.exists(path)] == []
    assert [path for path in missing if tree.exists(path)] == []
    for path in ("goals/b.md", "no.yaml", "*.md"):
        with pytest.raises(FileNotFoundError):
            tree.read(path)
    with pytest.raises(OSError, match="no regular file"):
        tree.read("goals/2026")


def test_a_symlink_is_listed_and_never_followed(git_repo: Make) -> None:
    repo = git_repo()
    repo.write({"secret.md": "secret", "goals/a.md": "a"})
    (repo.root / "goals/link.md").symlink_to("../secret.md")
    (repo.root / "goals/folder").symlink_to("..")
    repo.commit({})
    tree = revision(repo).tree("goals")
    assert tree.entries() == unstamped(DiskTree(repo.root, "goals"))
    with pytest.raises(OutsideError):
        tree.read("goals/link.md")
    with pytest.raises(FileNotFoundError):
        tree.read("goals/folder/secret.md")


def test_a_submodule_is_no_file(git_repo: Make) -> None:
    inner, repo = git_repo("inner"), git_repo("outer")
    inner.commit({"b.md": "b"})
    repo.write({"goals/a.md": "a"})
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.root), "goals/sub")
    repo.commit({})
    tree = revision(repo).tree("goals")
    assert [(entry.path, entry.kind) for entry in tree.entries()] == [
        ("goals/a.md", "file"),
        ("goals/sub", "other"),
    ]


def test_a_file_over_the_limit_is_not_read(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"goals/a.md": "12345", "goals/b.md": "123456"})
    tree = revision(repo).tree("goals", limit=5)
    assert tree.read("goals/a.md") == b"12345"
    with pytest.raises(TooLargeError):
        tree.read("goals/b.md")


def test_no_filter_and_no_attribute_of_the_repository_changes_what_is_read(git_repo: Make) -> None:
    repo = git_repo()
    repo.git("config", "filter.loud.smudge", "touch ran; cat")
    repo.git("config", "filter.loud.clean", "cat")
    repo.commit(
        {".gitattributes": "*.md filter=loud export-subst eol=crlf\n", "goals/a.md": "one $Format:%H$\n"}
    )
    assert revision(repo).tree("goals").read("goals/a.md") == b"one $Format:%H$\n"
    assert not (repo.root / "ran").exists()


@pytest.mark.parametrize("name", ["nowhere", "", "--all", "-h", "HEAD~99", "HEAD:goals", "a b", "x\n"])
def test_what_names_no_commit_opens_none(git_repo: Make, name: str) -> None:
    repo = git_repo()
    repo.commit({"goals/a.md": "a"})
    assert open_revision(repo.root, name) is None


def test_branches_tags_and_short_ids_name_commits(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({"goals/a.md": "1"})
    repo.git("tag", "-a", "-m", "x", "v1", GIT_COMMITTER_NAME="x", GIT_COMMITTER_EMAIL="x")
    second = repo.commit({"goals/a.md": "2"})
    names = {"v1": first, "HEAD~1": first, "main": second, second[:10]: second}
    assert {name: revision(repo, name).commit for name in names} == names


def test_without_a_repository_there_is_no_commit(tmp_path: Path) -> None:
    assert open_revision(tmp_path, "HEAD") is None


def test_a_commit_is_of_the_day_on_which_it_became_public(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"goals/a.md": "1"}, "2026-10-06T23:30:00+00:00")
    repo.commit({"goals/a.md": "2"}, "2026-10-05T09:00:00+00:00")  # by a clock that was behind
    assert revision(repo).day("Asia/Shanghai") == date(2026, 10, 7)
    assert revision(repo).day("UTC") == date(2026, 10, 6)
