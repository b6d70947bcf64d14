"""Where git cannot date what a goal says, that is told; no date is wrong in silence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.core.diagnostics import Diagnostic
from goalsite.history.timeline import Timeline
from tests.conftest import GitRepo
from tests.history.pasts import A, B, at, goal, series, timeline

Make = Callable[..., GitRepo]


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    """Findings by path, code and message."""
    return [(one.path, one.code, one.message) for one in found]


def clone(repo: GitRepo, folder: Path, *how: str) -> Path:
    """A clone of a repository."""
    repo.git("clone", "-q", *how, f"file://{repo.root}", str(folder))
    return folder


def test_in_a_shallow_clone_a_value_as_old_as_it_is_an_error(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: goal(1), B: goal(None)}, at("10-05"))
    repo.commit({"README.md": "x"}, at("10-06"))
    repo.commit({B: goal(2)}, at("10-07"))
    _, found = timeline(clone(repo, tmp_path / "clone", "--depth=2"), A, B)
    message = "its value is dated by git, and this clone is too shallow to know the day"
    assert told(found) == [(A, "S042", message)]
    assert (found[0].severity, found[0].hint) == ("error", "fetch the whole history: git fetch --unshallow")


def test_so_is_one_whose_earlier_values_are_as_old(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({"README.md": "x"}, at("10-06"))
    repo.commit({A: goal(2)}, at("10-07"))
    _, found = timeline(clone(repo, tmp_path / "clone", "--depth=2"), A)
    assert [one.code for one in found] == ["S042"]


def test_and_a_step_that_was_done_by_then(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    text = "---\ntitle: Move\nkey_results:\n  - id: all\n    binary: {done: true}\n---\n"
    repo.commit({A: text}, at("10-05"))
    repo.commit({"README.md": "x"}, at("10-06"))
    _, found = timeline(clone(repo, tmp_path / "clone", "--depth=1"), A)
    assert [one.code for one in found] == ["S042"]


@pytest.mark.parametrize("more", [("checked: 2026-10-04",)])
def test_a_value_that_says_its_day_needs_no_history(
    git_repo: Make, tmp_path: Path, more: tuple[str, ...]
) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, *more)}, at("10-05"))
    repo.commit({"README.md": "x"}, at("10-06"))
    assert timeline(clone(repo, tmp_path / "clone", "--depth=1"), A)[1] == ()


def test_a_shallow_clone_that_is_deep_enough_is_as_good_as_whole(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({"README.md": "x"}, at("10-05"))
    repo.commit({"README.md": "y"}, at("10-06"))
    repo.commit({A: goal(1)}, at("10-07"))
    repo.commit({A: goal(2)}, at("10-08"))
    assert series(clone(repo, tmp_path / "clone", "--depth=3")) == ["10-07 1.0", "10-08 2.0"]


def test_a_clone_without_contents_says_so_and_fetches_nothing(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    root = clone(repo, tmp_path / "clone", "--filter=blob:none")
    before = sorted((root / ".git/objects").rglob("*"))
    _, found = timeline(root, A)
    assert [one.code for one in found] == ["S046"]
    assert sorted((root / ".git/objects").rglob("*")) == before


def test_a_content_that_is_missing_is_told_with_its_goal(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    lost = repo.git("rev-parse", f"HEAD:{A}")
    repo.commit({A: goal(2)}, at("10-06"))
    (repo.root / ".git/objects" / lost[:2] / lost[2:]).unlink()
    known, found = timeline(repo.root, A)
    message = "its values are dated by git, and this clone lacks 1 of its versions"
    assert told(found) == [(A, "S046", message)]
    assert [one.day for one in known.statements(A, "p50")] == [date(2026, 10, 6)]


def test_a_goal_in_a_submodule_is_told(git_repo: Make) -> None:
    repo, inner = git_repo(), git_repo("inner")
    inner.commit({"a.md": goal(1)}, at("10-05"))
    repo.commit({B: goal(1)}, at("10-05"))
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "goals/partner")
    repo.commit({}, at("10-06"))
    _, found = timeline(repo.root, "goals/partner/a.md", B)
    message = "its values are dated by git, and goals/partner is a repository of its own, which is not read"
    assert told(found) == [("goals/partner/a.md", "S046", message)]


def test_a_commit_whose_clock_was_ahead_is_named_once(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    ahead = repo.commit({B: goal(1)}, "2030-01-01T09:00:00+00:00")
    repo.commit({A: goal(2)}, at("10-09"))
    repo.commit({A: goal(3), B: goal(2)}, at("10-12"))
    known, found = timeline(repo.root, A, B, as_of=date(2026, 11, 1))
    said = f"commit {ahead[:10]} is dated 2030-01-01, later than those that follow"
    message = f"{said}, whose values are dated so too"
    assert told(found) == [(A, "S054", message)]
    assert [one.day.year for one in known.statements(A, "p50")] == [2026, 2030, 2030]


def test_a_newest_commit_of_the_future_does_not_count_and_is_told(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    ahead = repo.commit({A: goal(2)}, "2030-01-01T09:00:00+00:00")
    _, found = timeline(repo.root, A, as_of=date(2026, 11, 1))
    message = (
        f"commit {ahead[:10]} is dated 2030-01-01, after 2026-11-01, and what it says does not count yet"
    )
    assert told(found) == [(A, "S054", message)]


@pytest.mark.parametrize("moment", ["253402300800 +0000", "99999999999999 +0000"])
def test_a_time_that_no_calendar_has_is_of_the_future(git_repo: Make, moment: str) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.write({A: goal(2)})
    repo.git("add", "--all")
    tree, parent = repo.git("write-tree"), repo.git("rev-parse", "HEAD")
    who = f"x <x@example.org> {moment}"
    raw = f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter {who}\n\nx\n"
    (repo.root / "raw").write_text(raw)
    made = repo.git("hash-object", "-t", "commit", "-w", "--literally", "raw")
    repo.git("update-ref", "refs/heads/main", made)
    known, found = timeline(repo.root, A, as_of=date(2026, 11, 1))
    assert [one.code for one in found] == ["S054"]
    assert known.statements(A, "p50")[-1].day == date.max


def test_clocks_that_differ_by_hours_are_no_matter(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05", "20:00:00+00:00"))
    repo.commit({A: goal(2)}, at("10-05", "10:00:00+00:00"))
    assert series(repo.root) == ["10-05 1.0", "10-05 2.0"]


def test_a_clock_that_dates_nothing_is_no_matter(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({B: goal(None)}, "2026-10-20T09:00:00+00:00")
    repo.commit({A: goal(1, "checked: 2026-10-05")}, at("10-05"))
    assert timeline(repo.root, A, B, as_of=date(2026, 11, 1))[1] == ()


def test_a_repository_that_git_would_not_open_is_a_warning(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)})
    (repo.root / ".git" / "HEAD").write_text("nonsense")
    known, found = timeline(repo.root, A)
    assert (known, [one.severity for one in found]) == (Timeline(), ["warning"])
    message = "git would not open the repository, and values are dated by it"
    assert told(found) == [("config.yaml", "S046", message)]
    assert timeline(repo.root) == (Timeline(), ())


def test_so_is_one_of_another_user(git_repo: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    _, found = timeline(repo.root, A)
    assert [(one.code, "safe.directory" in one.hint) for one in found] == [("S046", True)]


def test_a_history_with_a_hole_is_a_warning(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({B: goal(1)}, at("10-09"))
    (repo.root / ".git" / "objects" / first[:2] / first[2:]).unlink()
    known, found = timeline(repo.root, A)
    message = "git did not give the history, and values are dated by it"
    assert (known.changed, told(found)) == ({}, [("config.yaml", "S046", message)])


def test_a_content_that_is_damaged_is_a_warning(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    lost = repo.git("rev-parse", f"HEAD:{A}")
    file = repo.root / ".git/objects" / lost[:2] / lost[2:]
    file.chmod(0o644)
    file.write_bytes(b"x")
    _, found = timeline(repo.root, A)
    assert [one.code for one in found] == ["S046"]
