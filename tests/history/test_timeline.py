"""Dates from real repositories."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.history.timeline import Timeline, read_timeline
from tests.conftest import GitRepo

Make = Callable[..., GitRepo]
A, B = "goals/2026/a.md", "goals/2026/b.md"
MONDAY, TUESDAY, FRIDAY = (
    "2026-10-05T09:00:00+00:00",
    "2026-10-06T09:00:00+00:00",
    "2026-10-09T09:00:00+00:00",
)


def days(root: Path, *paths: str, timezone: str = "UTC") -> dict[str, str]:
    """The day of each path, which must be told without a finding."""
    timeline, found = read_timeline(root, paths, timezone)
    assert found == ()
    return {path: day.isoformat() for path, day in timeline.changed.items()}


def test_a_file_is_dated_by_the_last_commit_that_touched_it(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1", B: "1"}, MONDAY)
    repo.commit({A: "2"}, TUESDAY)
    repo.commit({"README.md": "x"}, FRIDAY)
    assert days(repo.root, A, B) == {A: "2026-10-06", B: "2026-10-05"}


def test_the_timeline_names_the_commit_that_is_checked_out(git_repo: Make) -> None:
    repo = git_repo()
    commit = repo.commit({A: "1"})
    assert read_timeline(repo.root, (), "UTC") == (Timeline(commit), ())
    assert read_timeline(repo.root, (A,), "UTC")[0].commit == commit


@pytest.mark.parametrize(
    ("moment", "timezone", "day"),
    [
        ("2026-10-05T23:30:00+00:00", "UTC", "2026-10-05"),
        ("2026-10-05T23:30:00+00:00", "Europe/Berlin", "2026-10-06"),
        ("2026-10-06T01:00:00+09:00", "UTC", "2026-10-05"),
        ("2026-10-06T01:00:00+09:00", "America/Los_Angeles", "2026-10-05"),
        ("2026-10-25T00:30:00+00:00", "Europe/Berlin", "2026-10-25"),
    ],
)
def test_the_day_is_that_of_the_config_s_time_zone(
    git_repo: Make, moment: str, timezone: str, day: str
) -> None:
    repo = git_repo()
    repo.commit({A: "1"}, moment)
    assert days(repo.root, A, timezone=timezone) == {A: day}


def test_the_committer_s_date_counts_and_not_the_author_s(git_repo: Make) -> None:
    repo = git_repo()
    repo.write({A: "1"})
    repo.git("add", "--all")
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    repo.git("commit", "-q", "-m", "x", **who, GIT_AUTHOR_DATE=MONDAY, GIT_COMMITTER_DATE=FRIDAY)
    assert days(repo.root, A) == {A: "2026-10-09"}


def test_what_git_does_not_know_yet_is_dated_as_of(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1", B: "1"}, MONDAY)
    repo.write({A: "2", "goals/2026/new.md": "1", "goals/2026/staged.md": "1"})
    repo.git("add", "goals/2026/staged.md")
    timeline, found = read_timeline(repo.root, (A, B, "goals/2026/new.md", "goals/2026/staged.md"), "UTC")
    assert (timeline.changed, found) == ({B: date(2026, 10, 5)}, ())
    today = date(2026, 11, 1)
    assert (timeline.written(A, today), timeline.written(B, today)) == (today, date(2026, 10, 5))


def test_a_staged_change_is_not_known_either(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1"}, MONDAY)
    repo.write({A: "2"})
    repo.git("add", A)
    assert days(repo.root, A) == {}


def test_a_file_that_was_touched_but_not_changed_is_known(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1"}, MONDAY)
    os.utime(repo.root / A, (0, 0))
    assert days(repo.root, A) == {A: "2026-10-05"}


def test_a_renamed_file_is_dated_by_the_commit_that_renamed_it(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "one\ntwo\n"}, MONDAY)
    repo.commit({A: None, B: "one\ntwo\n"}, FRIDAY)
    assert days(repo.root, A, B) == {B: "2026-10-09"}


def test_a_removed_file_that_is_back_without_a_commit_is_not_known(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1"}, MONDAY)
    repo.commit({A: None}, TUESDAY)
    repo.write({A: "1"})
    assert days(repo.root, A) == {}


@pytest.mark.parametrize(
    "name",
    [
        "with space.md",
        'quote".md',
        "目标.md",
        "tab\there.md",
        "line\nbreak.md",
        "\x01\x02.md",
        "M.md",
        "-n.md",
    ],
)
def test_a_file_s_name_may_hold_anything(git_repo: Make, name: str) -> None:
    repo = git_repo()
    repo.commit({f"goals/{name}": "1", A: "1"}, MONDAY)
    repo.commit({A: "2"}, FRIDAY)
    assert days(repo.root, f"goals/{name}", A) == {f"goals/{name}": "2026-10-05", A: "2026-10-09"}


def test_a_name_that_looks_like_a_commit_is_a_name(git_repo: Make) -> None:
    repo = git_repo()
    odd = f"{'a' * 40} 1"
    repo.commit({odd: "1", A: "1"}, MONDAY)
    repo.commit({odd: "2"}, FRIDAY)
    assert days(repo.root, A, odd) == {A: "2026-10-05", odd: "2026-10-09"}


def test_a_name_that_is_not_utf_8_is_found_as_python_reads_it(git_repo: Make) -> None:
    repo = git_repo()
    (repo.root / "goals").mkdir()
    name = os.fsdecode(b"goals/\xff.md")
    (repo.root / name).write_bytes(b"1")
    repo.commit({}, MONDAY)
    assert days(repo.root, name) == {name: "2026-10-05"}


def test_a_project_may_lie_in_a_folder_of_a_repository(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({f"okr/{A}": "1", f"okr/{B}": "1", A: "1"}, MONDAY)
    repo.commit({f"okr/{A}": "2"}, TUESDAY)
    repo.commit({A: "2"}, FRIDAY)
    repo.write({f"okr/{B}": "2"})
    assert days(repo.root / "okr", A, B) == {A: "2026-10-06"}


def test_a_merged_change_became_public_with_its_merge(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1", B: "1"}, MONDAY)
    repo.git("checkout", "-q", "-b", "change")
    repo.commit({A: "2"}, TUESDAY)
    repo.git("checkout", "-q", "main")
    repo.commit({B: "2"}, "2026-10-07T09:00:00+00:00")
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    repo.git(
        "merge",
        "-q",
        "--no-ff",
        "-m",
        "merge",
        "change",
        **who,
        GIT_COMMITTER_DATE=FRIDAY,
        GIT_AUTHOR_DATE=FRIDAY,
    )
    assert days(repo.root, A, B) == {A: "2026-10-09", B: "2026-10-07"}


def test_a_commit_is_never_older_than_its_parent(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"README.md": "x"}, FRIDAY)
    repo.commit({A: "1"}, MONDAY)
    repo.commit({B: "1"}, "2026-10-12T09:00:00+00:00")
    assert days(repo.root, A, B) == {A: "2026-10-09", B: "2026-10-12"}


def test_an_empty_commit_dates_nothing(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1"}, MONDAY)
    repo.commit({}, FRIDAY)
    assert days(repo.root, A) == {A: "2026-10-05"}


def shallow(repo: GitRepo, folder: Path, depth: int) -> Path:
    repo.git("clone", "-q", f"--depth={depth}", f"file://{repo.root}", str(folder))
    return folder


def test_in_a_shallow_clone_a_value_older_than_it_is_an_error(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: "1", B: "1"}, MONDAY)
    repo.commit({"README.md": "x"}, TUESDAY)
    repo.commit({A: "2"}, FRIDAY)
    timeline, found = read_timeline(shallow(repo, tmp_path / "clone", 2), (A, B), "UTC")
    assert timeline.changed[A] == date(2026, 10, 9)
    assert [(one.path, one.code, one.severity) for one in found] == [(B, "S042", "error")]
    message = "its value is dated by git, and this clone is too shallow to know the day"
    assert found[0].message == message
    assert found[0].hint == "fetch the whole history: git fetch --unshallow"


def test_a_shallow_clone_that_is_deep_enough_is_as_good_as_whole(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({"README.md": "x"}, MONDAY)
    repo.commit({"README.md": "y"}, TUESDAY)
    repo.commit({A: "1"}, FRIDAY)
    assert days(shallow(repo, tmp_path / "clone", 2), A) == {A: "2026-10-09"}


def test_in_a_shallow_clone_what_no_value_is_dated_by_is_no_matter(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: "1", B: "1"}, MONDAY)
    repo.commit({A: "2"}, FRIDAY)
    clone = shallow(repo, tmp_path / "clone", 1)
    (clone / A).write_text("3")
    assert days(clone, A) == {}


def test_without_a_repository_or_a_commit_nothing_is_known(git_repo: Make, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    assert read_timeline(tmp_path / "plain", (A,), "UTC") == (Timeline(), ())
    assert read_timeline(tmp_path / "nowhere", (A,), "UTC") == (Timeline(), ())
    assert read_timeline(git_repo().root, (A,), "UTC") == (Timeline(), ())


def test_without_git_nothing_is_known(
    git_repo: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    monkeypatch.setenv("PATH", str(plain))
    assert read_timeline(plain, (A,), "UTC") == (Timeline(), ())


def test_a_repository_that_git_would_not_open_is_a_warning(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1"})
    (repo.root / ".git" / "HEAD").write_text("nonsense")
    timeline, found = read_timeline(repo.root, (A,), "UTC")
    assert (timeline, [(one.code, one.severity) for one in found]) == (Timeline(), [("S046", "warning")])
    assert found[0].message == "git would not open the repository, and values are dated by it"
    assert read_timeline(repo.root, (), "UTC") == (Timeline(), ())


def test_a_history_that_is_damaged_is_a_warning(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({A: "1"}, MONDAY)
    repo.commit({B: "1"}, FRIDAY)
    (repo.root / ".git" / "objects" / first[:2] / first[2:]).unlink()
    timeline, found = read_timeline(repo.root, (A,), "UTC")
    assert timeline.changed == {}
    assert [one.code for one in found] == ["S046"]
    assert found[0].message == "git did not give the history, and values are dated by it"


def test_a_last_commit_that_is_damaged_is_a_warning(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: "1"})
    tree = repo.git("rev-parse", "HEAD^{tree}").strip()
    (repo.root / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    _, (found,) = read_timeline(repo.root, (A,), "UTC")
    assert (found.path, found.code) == ("config.yaml", "S046")
    assert found.message == "git did not say which files have changed, and values are dated by it"


def test_in_a_hook_of_git_s_the_project_s_own_repository_is_read(
    git_repo: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo, other = git_repo(), git_repo("other")
    repo.commit({A: "1"}, MONDAY)
    other.commit({A: "1"}, FRIDAY)
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git" / "index"))
    assert days(repo.root, A) == {A: "2026-10-05"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("diff.relative", "true"),
        ("diff.renames", "copies"),
        ("diff.noprefix", "true"),
        ("log.diffMerges", "off"),
        ("core.quotePath", "true"),
        ("color.ui", "always"),
        ("log.date", "relative"),
    ],
)
def test_nobody_s_settings_change_the_dates(git_repo: Make, key: str, value: str) -> None:
    repo = git_repo()
    repo.commit({f"okr/{A}": "1", "okr/ä.md": "1"}, MONDAY)
    repo.git("config", key, value)
    assert days(repo.root / "okr", A, "ä.md") == {A: "2026-10-05", "ä.md": "2026-10-05"}


def test_nothing_that_a_repository_configures_is_run(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: "1", ".gitattributes": "*.md diff=evil\n"}, MONDAY)
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "core.pager",
        "gpg.program",
    ):
        repo.git("config", key, str(trap))
    repo.write({A: "2", B: "1"})
    read_timeline(repo.root, (A, B), "UTC")
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("program", ["clean", "process"])
@pytest.mark.parametrize("name", ["x", "a=b"])
def test_no_filter_that_the_repository_s_own_configuration_names_is_run(
    git_repo: Make, tmp_path: Path, name: str, program: str
) -> None:
    repo = git_repo()
    repo.commit({A: "1", ".gitattributes": f"*.md filter={name}"}, MONDAY)
    ran = tmp_path / "ran"
    repo.git("config", f"filter.{name}.{program}", f"touch '{ran}'; cat")
    repo.git("config", f"filter.{name}.required", "true")
    os.utime(repo.root / A, (0, 0))  # git has to look into the file to see that it has not changed
    assert days(repo.root, A) == {A: "2026-10-05"}
    assert not ran.exists()
