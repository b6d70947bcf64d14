from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from goalsite.pipeline import figure
from goalsite.project import open_project
from goalsite.snapshots.chosen import MOST, Chosen, choose
from tests.conftest import GitRepo

GOAL = "---\ntitle: Fast builds\n---\n"
TODAY = date(2026, 11, 16)


def chosen(root: Path, by: str, day: date = TODAY) -> Chosen:
    """What the site of the project in `root` keeps."""
    return choose(figure(open_project(root), day, with_history=True), by)


def days(found: Chosen) -> list[str]:
    return [state.day.isoformat() for state in found.states]


def at(day: str) -> str:
    return f"{day}T09:00:00+00:00"


def begun(make: Callable[..., GitRepo]) -> GitRepo:
    """Goals of two cycles that end together, of one whose goals are gone, and of one that nobody declared."""
    repo = make()
    repo.commit({"README.md": "Nothing yet."}, at("2026-02-10"))
    early = {f"goals/{cycle}/fast.md": GOAL for cycle in ("2026-Q2", "2026-H1", "2026-04", "2026-Q4")}
    repo.commit(early, at("2026-04-10"))
    repo.commit({"goals/2026-04/fast.md": None}, at("2026-07-02"))
    return repo


def test_cycles_that_end_together_are_one_state_and_those_of_goals_that_are_gone_have_theirs(
    git_repo: Callable[..., GitRepo],
) -> None:
    found = chosen(begun(git_repo).root, "cycles")
    assert [(state.day.isoformat(), state.cycles) for state in found.states] == [
        ("2026-04-30", ("2026-04",)),
        ("2026-06-30", ("2026-H1", "2026-Q2")),
    ]
    assert found.told == ""


def test_a_day_that_is_not_over_and_a_month_before_the_first_goal_have_no_state(
    git_repo: Callable[..., GitRepo],
) -> None:
    root = begun(git_repo).root
    assert days(chosen(root, "cycles", date(2026, 6, 30))) == ["2026-04-30"]
    assert days(chosen(root, "months", date(2026, 7, 1))) == ["2026-04-30", "2026-05-31", "2026-06-30"]
    assert days(chosen(root, "none")) == []


def test_the_newest_twelve_are_kept_and_days_of_one_commit_differ(git_repo: Callable[..., GitRepo]) -> None:
    repo = git_repo()
    commit = repo.commit({"goals/2025-H1/fast.md": GOAL}, at("2025-03-10"))
    found = chosen(repo.root, "months")
    assert len(found.states) == MOST
    assert {state.commit for state in found.states} == {commit}
    assert (days(found)[0], days(found)[-1]) == ("2025-11-30", "2026-10-31")


def test_without_git_and_in_a_shallow_clone_it_is_told_what_is_missing(
    git_repo: Callable[..., GitRepo], tmp_path: Path
) -> None:
    repo = begun(git_repo)
    repo.commit({"goals/2026-Q4/more.md": GOAL}, at("2026-08-03"))
    repo.git("clone", "--quiet", "--depth=1", f"file://{repo.root}", str(tmp_path / "shallow"))
    shallow = chosen(tmp_path / "shallow", "months")
    assert days(shallow) == ["2026-08-31", "2026-09-30", "2026-10-31"]
    assert shallow.told == "past states before 2026-08-03 are left out: this clone does not reach back so far"
    assert "git fetch --unshallow" in shallow.hint
    (tmp_path / "plain" / "goals").mkdir(parents=True)
    plain = chosen(tmp_path / "plain", "months")
    assert (days(plain), plain.told) == ([], "no past states are kept: git knows none here")
