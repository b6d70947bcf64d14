"""What goals said otherwise lately is what their whole history says, and little is read to tell it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from goalsite.history import contents
from goalsite.history.git import Repository, open_repository
from goalsite.history.records import Edit
from goalsite.history.trails import Asked, Trail, read_trails
from goalsite.history.versions import content_of
from goalsite.source.tree import DiskTree
from tests.conftest import GitRepo
from tests.history.pasts import A, at, goal, history

Make = Callable[..., GitRepo]

SETTLED, DAY = date(2026, 10, 10), date(2026, 11, 16)


def trails(root: Path, *wanted: str, goals_dir: str = "goals") -> dict[str, Trail]:
    """The trails of the goals of a repository, or of some of them."""
    paths = sorted(path.relative_to(root).as_posix() for path in (root / goals_dir).rglob("*.md"))
    asked = {path: Asked("builds", "2026-Q4", date(2026, 10, 1), SETTLED) for path in paths}
    repository = open_repository(root, goals_dir)
    assert repository is not None
    now = partial(content_of, DiskTree(root, goals_dir))
    return read_trails(repository, asked, wanted or paths, now, "UTC", DAY)


def told(trail: Trail) -> list[tuple[date, tuple[str, ...], str, object, object]]:
    return [_plain(edit) for edit in trail.edits]


def _plain(edit: Edit) -> tuple[date, tuple[str, ...], str, object, object]:
    return (edit.commit.day, edit.part, edit.field, edit.before, edit.after)


class Team:
    """People who do to goals what people do, at random, day after day."""

    def __init__(self, repo: GitRepo, seed: int) -> None:
        self.repo, self.chance = repo, random.Random(seed)
        self.goals: dict[str, tuple[str, float, int]] = {}

    def work(self, days: int) -> None:
        """A commit a day."""
        often, seldom = (self.move_target, self.check_in, self.rename), (self.begin, self.stop)
        for day in range(days):
            for _ in range(3):
                self.begin(day)
            for what in self.chance.choices((*often, *seldom), (3, 3, 3, 1, 1), k=2):
                what(day)
            moment = date.fromordinal(date(2026, 9, 28).toordinal() + day * 2)
            self.repo.commit({}, f"{moment}T09:00:00Z")

    def begin(self, day: int) -> None:
        """A goal comes where there are few, or one that was there comes back."""
        path = f"goals/2026-Q4/{self.chance.choice('abcdefgh')}.md"
        if len(self.goals) < 6 and path not in self.goals:
            self._write(path, (f"goal-{day}{path[-4]}", 5.0, 14))

    def move_target(self, _: int) -> None:
        """A target moves."""
        if path := self._any():
            name, target, current = self.goals[path]
            self._write(path, (name, target + 1, current))

    def check_in(self, _: int) -> None:
        """A value comes."""
        if path := self._any():
            name, target, current = self.goals[path]
            self._write(path, (name, target, current - 1))

    def rename(self, day: int) -> None:
        """A file moves, and its target with it."""
        if path := self._any():
            name, target, current = self.goals.pop(path)
            (self.repo.root / path).unlink()
            self._write(
                f"goals/2026-Q4/{day}{len(self.goals)}.md",
                (name, target + self.chance.randint(0, 1), current),
            )

    def stop(self, _: int) -> None:
        """A file goes."""
        if path := self._any():
            del self.goals[path]
            (self.repo.root / path).unlink()

    def _any(self) -> str:
        return self.chance.choice(sorted(self.goals)) if self.goals else ""

    def _write(self, path: str, said: tuple[str, float, int]) -> None:
        name, target, current = self.goals[path] = said
        text = goal(current, head=f"id: {name}").replace("target: 5", f"target: {target}")
        self.repo.write({path: text})


@pytest.mark.parametrize("seed", [20, 24])
def test_trails_say_what_the_whole_history_says(git_repo: Make, seed: int) -> None:
    """Of every goal whose goal posts are others than when it was settled, or that came since."""
    team = Team(git_repo(), seed)
    team.work(25)
    known, found = history(team.repo.root), trails(team.repo.root)
    moved = 0
    for path, trail in found.items():
        whole = [
            _plain(edit)
            for edit in known.story(path).edits
            if edit.commit.day > SETTLED and edit.part[:1] == ("key_result",)
        ]
        moved += bool(trail.edits)
        assert told(trail) == whole or not {field for _, _, field, *_ in whole} - {"current"}
        assert told(trails(team.repo.root, path)[path]) == told(trail)
    assert moved


def test_of_a_goal_with_nothing_but_check_ins_no_version_is_read(
    git_repo: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = git_repo()
    repo.commit({A: goal(14)}, at("09-28"))
    for day in range(10, 15):
        repo.commit({A: goal(day, f"note: week {day}")}, at(f"11-{day}"))

    def refuse(repository: Repository, wanted: list[str], most: int) -> None:
        raise AssertionError(wanted)

    monkeypatch.setattr(contents, "read_blobs", refuse)
    assert trails(repo.root) == {A: Trail()}


def test_a_merge_is_of_the_day_on_which_it_brought_the_change(git_repo: Make) -> None:
    """A change that was committed on a branch in time and merged late is a late one."""
    repo = git_repo()
    repo.commit({A: goal(14)}, at("09-28"))
    repo.git("checkout", "--quiet", "-b", "change")
    repo.commit({A: goal(14).replace("target: 5", "target: 6")}, at("10-05"))
    repo.git("checkout", "--quiet", "main")
    repo.commit({"README.md": "Goals\n"}, at("11-01"))
    who = {f"GIT_{role}_{key}": "ada" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    repo.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change", GIT_COMMITTER_DATE=at("11-02"), **who)
    part = ("key_result", "p50")
    assert told(trails(repo.root)[A]) == [(date(2026, 11, 2), part, "target", 5.0, 6.0)]


def test_what_was_moved_and_not_committed_goes_on(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(14, head="id: builds")}, at("09-28"))
    there = "goals/2026-Q4/there.md"
    repo.write({A: None, there: goal(14, head="id: builds").replace("target: 5", "target: 6")})
    assert trails(repo.root)[there].late is None
    assert told(trails(repo.root)[there]) == [(DAY, ("key_result", "p50"), "target", 5.0, 6.0)]


@pytest.mark.parametrize(("project", "goals_dir"), [("okr [1]", "goals"), (".", "."), ("okr/goals", ".")])
def test_goals_may_lie_anywhere_in_a_repository(git_repo: Make, project: str, goals_dir: str) -> None:
    """With whatever names, and whether few or many of them moved."""
    repo = git_repo()
    paths = [f"{project}/{goals_dir}/2026-Q4/目标:{number}*.md" for number in range(25)]
    repo.commit(dict.fromkeys(paths, goal(14)), at("09-28"))
    repo.commit({paths[0]: goal(14).replace("target: 5", "target: 6")}, at("11-02"))

    def moved() -> list[str]:
        found = trails(repo.root / project, goals_dir=goals_dir)
        return sorted(path for path, trail in found.items() if trail.edits)

    assert [path.endswith("目标:0*.md") for path in moved()] == [True]
    repo.commit(dict.fromkeys(paths, goal(14).replace("target: 5", "target: 7")), at("11-03"))
    assert len(moved()) == 25
