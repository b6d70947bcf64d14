"""What `current` said and when, and since when steps are done, from real repositories."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from goalsite.history.git import state_of_history
from goalsite.history.timeline import Timeline, Where, read_timeline
from tests.conftest import GitRepo
from tests.history.pasts import A, B, at, goal, history, merge, series, timeline

Make = Callable[..., GitRepo]


def test_each_value_is_dated_by_the_commit_that_changed_it(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: goal(12.5)}, at("10-06"))
    repo.commit({A: goal(12.5, "owner: lin")}, at("10-07"))
    repo.commit({A: goal(9), B: goal(1)}, at("10-09"))
    assert series(repo.root) == ["10-05 14.0", "10-06 12.5", "10-09 9.0"]
    assert series(repo.root, B) == ["10-09 1.0"]


@pytest.mark.parametrize("again", ["5", "5.0", '"5"', "5 # the same", "５"])
def test_the_same_number_written_otherwise_is_no_new_value(git_repo: Make, again: str) -> None:
    repo = git_repo()
    repo.commit({A: goal(5)}, at("10-05"))
    repo.commit({A: goal(again)}, at("10-06"))
    assert series(repo.root) == ["10-05 5.0"]


def test_a_change_of_what_stands_with_the_value_is_a_statement_too(git_repo: Make) -> None:
    repo = git_repo()
    for day, more in (
        ("10-05", ()),
        ("10-06", ("confidence: 0.6",)),
        ("10-07", ("confidence: 6/10", "note: cache warm")),
        ("10-08", ("confidence: 0.6", "note: cache warm", "reported: at_risk")),
        ("10-09", ("confidence: 0.6", "note: cache warm", "reported: at_risk", "checked: 2026-10-08")),
    ):
        repo.commit({A: goal(5, *more)}, at(day))
    known, _ = timeline(repo.root, A)
    said = known.statements(A, "p50")
    assert [f"{one.day:%m-%d}" for one in said] == ["10-05", "10-06", "10-07", "10-08", "10-09"]
    last = said[-1].now
    assert last is not None
    assert (last.confidence, last.note, last.status, last.checked) == (
        0.6,
        "cache warm",
        "at_risk",
        date(2026, 10, 8),
    )


def test_what_ceases_to_be_said_is_known_and_said_again_is_said_anew(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(5)}, at("10-05"))
    repo.commit({A: goal(None)}, at("10-06"))
    repo.commit({A: goal(5)}, at("10-07"))
    assert series(repo.root) == ["10-05 5.0", "10-06 None", "10-07 5.0"]


def test_check_ins_that_replaced_current_and_were_replaced_by_it_are_not_its_values(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: goal(None, "checkins: [{date: 2026-10-05, value: 13}]")}, at("10-06"))
    repo.commit({A: goal(9)}, at("10-07"))
    assert series(repo.root) == ["10-05 14.0", "10-06 None", "10-07 9.0"]


@pytest.mark.parametrize(
    ("moment", "timezone", "day"),
    [
        ("2026-10-05T23:30:00+00:00", "UTC", "10-05"),
        ("2026-10-05T23:30:00+00:00", "Europe/Berlin", "10-06"),
        ("2026-10-06T01:00:00+09:00", "UTC", "10-05"),
        ("2026-10-06T01:00:00+09:00", "America/Los_Angeles", "10-05"),
        ("2026-10-24T22:30:00+00:00", "Europe/Berlin", "10-25"),
        ("2026-10-25T22:59:59+00:00", "Europe/Berlin", "10-25"),
        ("2026-10-25T23:00:00+00:00", "Europe/Berlin", "10-26"),
        ("2026-03-28T23:00:00+00:00", "Europe/Berlin", "03-29"),
        ("2026-03-29T22:00:00+00:00", "Europe/Berlin", "03-30"),
        ("2026-10-05T10:00:00+00:00", "Pacific/Kiritimati", "10-06"),
    ],
)
def test_the_day_is_that_of_the_config_s_time_zone(
    git_repo: Make, moment: str, timezone: str, day: str
) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, moment)
    assert series(repo.root, timezone=timezone) == [f"{day} 1.0"]


def test_the_committer_s_date_counts_and_not_the_author_s(git_repo: Make) -> None:
    repo = git_repo()
    repo.write({A: goal(1)})
    repo.git("add", "--all")
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    repo.git("commit", "-q", "-m", "x", **who, GIT_AUTHOR_DATE=at("10-05"), GIT_COMMITTER_DATE=at("10-09"))
    assert series(repo.root) == ["10-09 1.0"]


def test_a_commit_is_never_older_than_its_parent(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"README.md": "x"}, at("10-09", "23:00:00+00:00"))
    repo.commit({A: goal(1)}, at("10-09", "08:00:00+00:00"))
    repo.commit({A: goal(2)}, at("10-12"))
    assert series(repo.root) == ["10-09 1.0", "10-12 2.0"]


def test_a_merged_change_became_public_with_its_merge(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1), B: goal(1)}, at("10-05"))
    repo.git("checkout", "-q", "-b", "change")
    repo.commit({A: goal(2)}, at("10-06"))
    repo.commit({A: goal(3)}, at("10-07"))
    repo.git("checkout", "-q", "main")
    repo.commit({B: goal(2)}, at("10-07"))
    merge(repo, ["change"], "10-09")
    assert series(repo.root) == ["10-05 1.0", "10-09 3.0"]
    assert series(repo.root, B) == ["10-05 1.0", "10-07 2.0"]


def test_several_branches_merged_at_once_became_public_that_day(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1), B: goal(1)}, at("10-05"))
    for branch, path in (("one", A), ("two", B)):
        repo.git("checkout", "-q", "-b", branch, "main")
        repo.commit({path: goal(2)}, at("10-06"))
    repo.git("checkout", "-q", "main")
    merge(repo, ["one", "two"], "10-09")
    assert series(repo.root) == series(repo.root, B) == ["10-05 1.0", "10-09 2.0"]


def test_a_squashed_branch_is_one_change(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.git("checkout", "-q", "-b", "change")
    repo.commit({A: goal(2)}, at("10-06"))
    repo.commit({A: goal(3)}, at("10-07"))
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--squash", "change")
    repo.commit({}, at("10-09"))
    assert series(repo.root) == ["10-05 1.0", "10-09 3.0"]


def test_a_revert_is_a_change_like_any(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: goal(9)}, at("10-06"))
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    repo.git("revert", "--no-edit", "HEAD", **who, GIT_COMMITTER_DATE=at("10-07"))
    assert series(repo.root) == ["10-05 14.0", "10-06 9.0", "10-07 14.0"]


def test_a_file_that_was_removed_and_is_back_goes_on(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: None}, at("10-06"))
    repo.commit({A: goal(14)}, at("10-07"))
    repo.commit({A: goal(9)}, at("10-08"))
    assert series(repo.root) == ["10-05 14.0", "10-08 9.0"]


@pytest.mark.parametrize(
    "again", ["---\ntitle: [\n---\n", "---\nnever closed\n", "\xff\xfe", "x" * 1_100_000]
)
def test_a_version_that_cannot_be_read_breaks_no_chain(git_repo: Make, again: str) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: again.encode("latin-1")}, at("10-06"))
    repo.commit({A: goal(14)}, at("10-07"))
    repo.commit({A: again.encode("latin-1") + b"!"}, at("10-08"))
    repo.commit({A: goal(9)}, at("10-09"))
    assert series(repo.root) == ["10-05 14.0", "10-09 9.0"]


def test_a_goal_that_moved_while_it_could_not_be_read_keeps_its_id(git_repo: Make) -> None:
    repo = git_repo()
    one, two = ([goal(value, head=f"id: {name}") for value in (1, 2)] for name in ("one", "two"))
    broken, before = one[0].replace("title:", "title: ["), "goals/2027-Q1/c.md"
    repo.commit({before: one[0], B: two[0]}, at("10-05"))
    repo.commit({before: broken}, at("10-06"))
    repo.commit({before: None, A: broken}, at("10-07"))
    repo.commit({A: two[1], B: one[1]}, at("10-08"))
    assert series(repo.root, B) == ["10-05 1.0", "10-08 2.0"]
    assert series(repo.root, A) == ["10-05 1.0", "10-08 2.0"]


def test_a_value_that_cannot_be_read_says_nothing(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: goal("soon")}, at("10-06"))
    repo.commit({A: goal(14)}, at("10-07"))
    assert series(repo.root) == ["10-05 14.0"]


def test_line_ends_and_byte_order_marks_are_no_change(git_repo: Make) -> None:
    repo = git_repo()
    repo.git("config", "core.autocrlf", "false")
    repo.commit({A: goal(14)}, at("10-05"))
    repo.commit({A: goal(14).replace("\n", "\r\n").encode()}, at("10-06"))
    repo.commit({A: b"\xef\xbb\xbf" + goal(14).encode()}, at("10-07"))
    assert series(repo.root) == ["10-05 14.0"]


@pytest.mark.parametrize(
    "name",
    [
        "with space.md",
        'quote".md',
        "目标.md",
        "\U0001f3af.md",
        "tab\there.md",
        "line\nbreak.md",
        "\x01\x02.md",
        "M.md",
        "-n.md",
        ":(top)x.md",
        "a => b.md",
        f"\x01{'a' * 40} 1 .md",
    ],
)
def test_a_file_s_name_may_hold_anything(git_repo: Make, name: str) -> None:
    repo = git_repo()
    path = f"goals/{name}"
    repo.commit({path: goal(1), A: goal(1)}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    repo.commit({path: goal(2)}, at("10-07"))
    assert series(repo.root, path) == ["10-05 1.0", "10-07 2.0"]


def test_a_name_that_is_not_utf_8_is_found_as_python_reads_it(git_repo: Make) -> None:
    repo = git_repo()
    (repo.root / "goals").mkdir()
    name = os.fsdecode(b"goals/\xff.md")
    (repo.root / name).write_text(goal(1))
    repo.commit({}, at("10-05"))
    assert series(repo.root, name) == ["10-05 1.0"]


def test_a_project_may_lie_in_a_folder_of_a_repository(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({f"okr/{A}": goal(1), A: goal(5)}, at("10-05"))
    repo.commit({f"okr/{A}": goal(2)}, at("10-06"))
    repo.commit({A: goal(6)}, at("10-09"))
    assert series(repo.root / "okr") == ["10-05 1.0", "10-06 2.0"]


def test_the_goals_may_be_the_whole_repository(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"2026-Q4/a.md": goal(1)}, at("10-05"))
    repo.commit({"2026-Q4/a.md": goal(2)}, at("10-06"))
    where = Where(".")
    assert series(repo.root, "2026-Q4/a.md", where=where) == ["10-05 1.0", "10-06 2.0"]


def test_goals_may_have_moved_into_their_folder(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({"docs/okr/a.md": goal(1)}, at("10-05"))
    repo.commit({"docs/okr/a.md": None, A: goal(1)}, at("10-06"))
    repo.commit({A: goal(2)}, at("10-07"))
    assert series(repo.root) == ["10-05 1.0", "10-07 2.0"]


def test_a_worktree_has_the_history_of_its_own_branch(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.git("worktree", "add", "-q", "-b", "other", str(tmp_path / "tree"))
    repo.commit({A: goal(2)}, at("10-06"))
    other = GitRepo(tmp_path / "tree")
    other.commit({A: goal(3)}, at("10-07"))
    assert series(repo.root) == ["10-05 1.0", "10-06 2.0"]
    assert series(other.root) == ["10-05 1.0", "10-07 3.0"]


def test_a_goals_folder_that_is_a_submodule_has_a_history_of_its_own(git_repo: Make) -> None:
    repo, inner = git_repo(), git_repo("inner")
    inner.commit({"2026-Q4/a.md": goal(1)}, at("10-05"))
    inner.commit({"2026-Q4/a.md": goal(2)}, at("10-06"))
    repo.git("-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner.root), "goals")
    repo.commit({}, at("10-09"))
    assert series(repo.root) == ["10-05 1.0", "10-06 2.0"]


def test_symlinks_and_submodules_are_no_goals(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    (repo.root / A).unlink()
    (repo.root / A).symlink_to("elsewhere.md")
    repo.commit({}, at("10-06"))
    (repo.root / A).unlink()
    repo.commit({A: goal(2)}, at("10-07"))
    assert series(repo.root) == ["10-05 1.0", "10-07 2.0"]


def test_the_history_of_an_earlier_commit_ends_there(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    assert series(repo.root, where=Where(commit=first)) == ["10-05 1.0"]


STEPS = """---
title: Move
key_results:
  - id: all
    milestones:
      - {{title: First, done: {0}}}
      - {{title: Second, done: {1}}}
---
"""


def test_a_milestone_is_done_since_it_says_so_under_its_title(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: STEPS.format("false", "false")}, at("10-05"))
    repo.commit({A: STEPS.format("true", "false")}, at("10-06"))
    repo.commit({A: STEPS.format("true", "true")}, at("10-07"))
    repo.commit({A: STEPS.format("false", "true")}, at("10-08"))
    repo.commit({A: STEPS.format("true", "2026-10-01")}, at("10-09"))
    known, found = timeline(repo.root, A)
    assert (dict(known.done[A]), found) == ({("all", "First"): date(2026, 10, 9)}, ())


def test_what_is_done_at_once_is_done_since_it_says_so(git_repo: Make) -> None:
    repo = git_repo()
    text = "---\ntitle: Move\nkey_results:\n  - title: Everybody has moved\n    binary: {{done: {}}}\n---\n{}"
    repo.commit({A: text.format("false", "")}, at("10-05"))
    repo.commit({A: text.format("true", "")}, at("10-06"))
    repo.commit({A: text.format("true", "words")}, at("10-07"))
    known, _ = timeline(repo.root, A)
    assert known.done[A] == {(" Everybody has moved", ""): date(2026, 10, 6)}


def test_a_file_that_git_does_not_know_says_nothing(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.write({B: goal(1)})
    known, found = timeline(repo.root, A, B)
    assert (known.statements(B, "p50"), B in known.changed, found) == ((), False, ())


def test_what_is_not_committed_plays_no_part(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.write({A: goal(2)})
    repo.git("add", "--all")
    repo.write({A: goal(3)})
    assert series(repo.root) == ["10-05 1.0"]


def test_a_goal_with_an_id_that_was_moved_and_not_committed_goes_on(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1, head="id: fast")}, at("10-05"))
    (repo.root / A).rename(repo.root / B)
    known, found = timeline(repo.root, names={B: "fast"})
    assert found == ()
    assert [f"{one.day}" for one in known.statements(B, "p50")] == ["2026-10-05"]


def test_the_timeline_names_the_commit_that_is_checked_out(git_repo: Make) -> None:
    repo = git_repo()
    commit = repo.commit({A: goal(1)})
    assert timeline(repo.root) == (Timeline(commit), ())
    assert timeline(repo.root, A)[0].commit == commit
    assert state_of_history(repo.root, "goals") == commit


def test_without_a_repository_or_a_commit_nothing_is_known(git_repo: Make, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    for root in (tmp_path / "plain", tmp_path / "nowhere", git_repo().root):
        assert timeline(root, A) == (Timeline(), ())
        assert state_of_history(root, "goals") == ""


def test_without_git_nothing_is_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    monkeypatch.setenv("PATH", str(plain))
    assert timeline(plain, A) == (Timeline(), ())


def test_in_a_hook_of_git_s_the_project_s_own_repository_is_read(
    git_repo: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo, other = git_repo(), git_repo("other")
    repo.commit({A: goal(1)}, at("10-05"))
    other.commit({A: goal(1)}, at("10-09"))
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.root / ".git" / "index"))
    assert series(repo.root) == ["10-05 1.0"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("log.mailmap", "false"),
        ("log.follow", "true"),
        ("diff.relative", "true"),
        ("diff.renames", "false"),
        ("diff.renameLimit", "1"),
        ("diff.noprefix", "true"),
        ("diff.orderFile", "not/there"),
        ("diff.ignoreSubmodules", "all"),
        ("log.diffMerges", "off"),
        ("core.quotePath", "true"),
        ("core.abbrev", "4"),
        ("color.ui", "always"),
        ("log.date", "relative"),
        ("format.pretty", "oneline"),
        ("i18n.logOutputEncoding", "UTF-16"),
    ],
)
def test_nobody_s_settings_change_the_dates(git_repo: Make, key: str, value: str) -> None:
    repo = git_repo()
    repo.commit({f"okr/{B}": goal(1), "okr/goals/ä.md": goal(1)}, at("10-05"))
    repo.commit({f"okr/{B}": None, f"okr/{A}": goal(1, "owner: lin")}, at("10-06"))
    repo.commit({f"okr/{A}": goal(2)}, at("10-07"))
    repo.commit({"README": "Read me."}, at("10-08"))
    repo.git("config", key, value)
    assert series(repo.root / "okr") == ["10-05 1.0", "10-07 2.0"]
    assert len(history(repo.root / "okr").commits) == 4
    assert series(repo.root / "okr", "goals/ä.md") == ["10-05 1.0"]


def test_grafts_and_replacements_of_commits_do_not_count(git_repo: Make) -> None:
    repo = git_repo()
    first = repo.commit({A: goal(1)}, at("10-05"))
    second = repo.commit({A: goal(2)}, at("10-06"))
    other = repo.git("commit-tree", f"{first}^{{tree}}", "-m", "x", **_who("10-08"))
    repo.git("replace", second, other)
    (repo.root / ".git" / "info" / "grafts").write_text(f"{second}\n")
    assert series(repo.root) == ["10-05 1.0", "10-06 2.0"]


def _who(day: str) -> dict[str, str]:
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return who | {"GIT_AUTHOR_DATE": at(day), "GIT_COMMITTER_DATE": at(day)}


def test_nothing_that_a_repository_configures_is_run(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    attributes = "*.md diff=evil filter=evil merge=evil\n"
    repo.commit({A: goal(1), ".gitattributes": attributes}, at("10-05"))
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "diff.evil.command",
        "diff.evil.textconv",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "gpg.program",
        "uploadpack.packObjectsHook",
    ):
        repo.git("config", key, str(trap))
    repo.write({A: goal(2), B: goal(1)})
    os.utime(repo.root / A, (0, 0))
    read_timeline(repo.root, {A: "", B: ""}, "UTC")
    assert not (tmp_path / "sprung").exists()
