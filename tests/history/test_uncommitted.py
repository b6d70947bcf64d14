"""What is not committed goes on from what it will go on from once it is."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.history.history import read_history
from goalsite.history.timeline import ANYWHERE, Where, read_timeline
from goalsite.model.corpus import names_by_path, read_corpus
from goalsite.project import open_project
from goalsite.source.read import read_documents
from tests.conftest import GitRepo
from tests.history.pasts import A, B, at, goal

Make = Callable[..., GitRepo]

Z = "goals/2027-Q1/z.md"
PLACES = [f"goals/{folder}/{name}.md" for folder in ("2026-Q4", "web/2026-Q4", "2027-Q1") for name in "abc"]
LAST = date(2026, 12, 24)
"""The day of the commit that holds what was not committed."""


class Told(NamedTuple):
    """What the past tells of goals by path: series, done steps, edits; and which goals are gone, but where
    another file lies now, which may be none of the project's: one with the id of another goal is not."""

    series: dict[str, list[str]]
    done: set[str]
    edits: dict[str, list[str]]
    gone: set[str]


def told(root: Path, where: Where = ANYWHERE, before: date = date.max) -> Told:
    """What the past tells of the goals of a project, up to a day."""
    project = open_project(root)
    documents, _ = read_documents(project.tree(), project.config.goals_dir)
    goals = names_by_path(read_corpus(documents, project.config)[0])
    known, _ = read_timeline(root, goals, "UTC", where)
    past, _ = read_history(root, goals, "UTC", where)
    assert past.timeline(goals, date.max)[0] == known
    series = {
        path: [f"{name} {one.day} {one.now}" for name, its in said.items() for one in its if one.day < before]
        for path, said in known.said.items()
    }
    edits = {path: [repr(one) for one in past.story(path).edits if one.commit.day < before] for path in goals}
    return Told(
        {path: said for path, said in series.items() if said},
        {f"{path} {step} {day}" for path, its in known.done.items() for step, day in its.items()},
        {path: its for path, its in edits.items() if its},
        {
            one.path
            for one in past.gone
            if one.last and one.last.day < before and not (root / one.path).exists()
        },
    )


class Hand:
    """Whoever changes goals at random: new ones, other values, moves, swaps, copies, and what goes and comes
    back, with an id or aliases or without, and now and then what cannot be read."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.chance = root, random.Random(seed)
        self.lost: list[str] = []
        self.count = 0

    def act(self) -> None:
        """Change something."""
        there = [place for place in PLACES if (self.root / place).exists()]
        free = [place for place in PLACES if place not in there]
        if len(there) < 2:
            self._put(self.chance.choice(free), self._new())
            return
        one, other = self.chance.sample(there, 2)
        act = self.chance.choice(
            ("value", "value", "move", "edited", "named", "swap", "drop", "copy", "back", "new")
        )
        text = self._take(one)
        if act == "value":
            self._put(one, self._other(text))
        elif act == "swap":
            self._put(one, self._take(other))
            self._put(other, self.chance.choice((text, self._other(text))))
        elif act == "drop":
            self.lost.append(text)
            (self.root / one).unlink()
        elif not free:
            return
        elif act in ("copy", "new", "back"):
            texts = {"copy": text, "new": self._new(), "back": self.chance.choice(self.lost or [text])}
            self._put(self.chance.choice(free), texts[act])
        else:
            (self.root / one).unlink()
            self._put(self.chance.choice(free), self._moved(one, text, act))

    def _moved(self, path: str, text: str, act: str) -> str:
        if act == "named":
            name = path.removeprefix("goals/").removesuffix(".md")
            text = self._new().replace("title:", f"aliases: [{name}]\ntitle:", 1)
        return self._other(text) if act == "edited" else text

    def _new(self) -> str:
        """A goal; its words are those of most others, or none but its own."""
        self.count += 1
        head = self.chance.choice(("owner: ada", "owner: ada", f"id: goal-{self.chance.randint(1, 4)}"))
        more = "".join(f"Word {self.count} {self.chance.random()}.\n" for _ in range(60))
        text = goal(self.chance.randint(1, 9), head=head, title=f"Goal {self.count}")
        steps = (
            "  - {id: steps, title: Steps, milestones: [{title: One, done: true}, {title: Two}]}\n---\nWhy"
        )
        return text.replace("---\nWhy", steps) + self.chance.choice((more, ""))

    def _other(self, text: str) -> str:
        what = self.chance.random()
        if what < 0.1:
            return text.replace("title:", "title: [", 1)
        if what < 0.2:
            return text.replace("owner: ada", f"id: goal-{self.chance.randint(1, 4)}")
        number = self.chance.randint(1, 9)
        return "\n".join(
            f"    current: {number}" if line.strip().startswith("current:") else line
            for line in text.split("\n")
        )

    def _take(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def _put(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 1_000_000))
def test_what_is_not_committed_has_the_past_that_it_has_once_it_is(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    check(tmp_path_factory.mktemp("repo"), seed)


def check(root: Path, seed: int) -> None:
    """Hold what is told of a dirty working tree against what is told once all of it is committed."""
    repo = GitRepo(root)
    repo.git("init", "-q", "-b", "main")
    hand = Hand(root, seed)
    for day in range(5, 5 + hand.chance.randint(1, 5)):
        for _ in range(hand.chance.randint(1, 4)):
            hand.act()
        repo.commit({}, at(f"10-{day:02}"))
    where = Where(memory=root / ".git/memory")
    if hand.chance.random() < 0.5:
        told(root, where)
    for _ in range(hand.chance.randint(1, 4)):
        hand.act()
        if hand.chance.random() < 0.3:
            repo.git("add", "--all")
    dirty, again = told(root), told(root, where)
    repo.commit({}, f"{LAST}T09:00:00+00:00")
    clean = told(root, before=LAST)
    assert dirty._replace(done=set()) == clean._replace(done=set())
    assert {step for step in clean.done if not step.endswith(str(LAST))} <= dirty.done
    assert again == dirty
    assert told(root, where, LAST) == clean


def series(repo: GitRepo, path: str) -> list[str]:
    """What a goal's first key result said, as `10-05 1.0`."""
    known = told(repo.root).series.get(path, [])
    return [f"{line[9:14]} {line.partition('value=')[2].partition(',')[0]}" for line in known]


SERIES = ["10-01 1.0", "10-02 2.0", "10-03 3.5"]


@pytest.fixture
def repo(git_repo: Make) -> GitRepo:
    """The goal A without an id, three values of which are committed; and another one, which is nothing like
    it."""
    made = git_repo()
    other = goal(7, head="id: other") + "".join(f"Word {number} here.\n" for number in range(60))
    for day, value in (("10-01", 1), ("10-02", 2), ("10-03", 3.5)):
        made.commit({A: goal(value), B: other}, at(day))
    return made


@pytest.mark.parametrize("is_staged", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(goal(3.5), id="as it was"),
        pytest.param(goal(3.5, title="Builds that are fast"), id="like it"),
        pytest.param(goal(3.5).replace("\n", "\r\n"), id="with other line ends"),
        pytest.param(
            "---\naliases: [2026-Q4/a]\nkey_results: [{id: p50, current: 3.5}]\n---\n", id="by its alias"
        ),
    ],
)
def test_a_goal_without_an_id_that_was_moved_goes_on(repo: GitRepo, text: str, is_staged: bool) -> None:
    repo.write({A: None, Z: text})
    if is_staged:
        repo.git("add", "--all")
    assert series(repo, Z) == SERIES
    repo.commit({}, at("11-01"))
    assert series(repo, Z) == SERIES


def test_a_new_goal_that_is_like_none_begins_where_another_went(repo: GitRepo) -> None:
    repo.write({A: None, Z: "---\nkey_results: [{id: p50, current: 3.5}]\n---\nAll else.\n"})
    assert series(repo, Z) == []


def test_goals_that_changed_places_keep_their_own_past(git_repo: Make) -> None:
    repo = git_repo()
    one, two = ([goal(value, head=f"id: {name}") for value in (1, 2)] for name in ("one", "two"))
    repo.commit({A: one[0], B: two[1]}, at("10-01"))
    repo.commit({A: one[1], B: two[0]}, at("10-02"))
    repo.write({A: two[0], B: one[1]})
    assert series(repo, A) == ["10-01 2.0", "10-02 1.0"]
    assert series(repo, B) == ["10-01 1.0", "10-02 2.0"]


def test_a_copy_goes_on_once_the_other_is_gone(git_repo: Make) -> None:
    repo = git_repo()
    text = goal(1, head="id: one")
    repo.commit({A: text}, at("10-01"))
    repo.commit({Z: text + "".join(f"Word {number}.\n" for number in range(60))}, at("10-02"))
    repo.write({A: None})
    assert series(repo, Z) == ["10-01 1.0"]


def test_what_was_set_aside_in_git_is_not_gone(repo: GitRepo) -> None:
    repo.commit({"goals/web/c.md": goal(9)}, at("10-04"))
    repo.git("sparse-checkout", "set", "--no-cone", "/goals/web/", "/goals/2027-Q1/")
    repo.write({Z: goal(3.5)})
    assert not (repo.root / A).exists()
    assert series(repo, Z) == []


def test_what_git_is_told_to_ignore_is_no_move(repo: GitRepo) -> None:
    repo.commit({".gitignore": "ignored.md\n"}, at("10-04"))
    repo.write({A: None, "goals/2026-Q4/.ignored/ignored.md": goal(3.5), Z: goal(3.5, title="Builds")})
    assert series(repo, Z) == SERIES


def test_what_lies_on_the_disk_says_nothing_of_an_earlier_commit(repo: GitRepo) -> None:
    commit = repo.git("rev-parse", "HEAD")
    repo.write({A: None, Z: goal(3.5)})
    known, _ = read_timeline(repo.root, {A: "2026-Q4/a", Z: "z"}, "UTC", Where(commit=commit))
    assert list(known.said) == [A]


def test_neither_the_index_nor_the_store_is_written_and_nothing_is_run(repo: GitRepo, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    repo.git("config", "filter.odd.clean", f"touch {ran}; cat")
    repo.git("config", "filter.odd.process", f"touch {ran}")
    repo.git("config", "core.fsmonitor", f"touch {ran}")
    repo.write({".gitattributes": "*.md filter=odd\n", A: None, Z: goal(3.5, title="Builds")})
    folder = repo.root / ".git"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert series(repo, Z) == SERIES
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert not ran.exists()


@pytest.mark.parametrize("name", ["goals/2026-Q4/line\nfeed.md", 'goals/2026-Q4/"quoted\\ ü.md'])
def test_moves_are_told_whatever_files_are_called(repo: GitRepo, name: str) -> None:
    repo.write({A: None, name: goal(3.5, title="Builds")})
    known, _ = read_timeline(repo.root, {name: "odd"}, "UTC")
    assert [f"{one.day:%m-%d}" for one in known.statements(name, "p50")] == ["10-01", "10-02", "10-03"]


def test_where_nothing_came_or_went_the_disk_is_not_asked(
    repo: GitRepo, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.write({A: goal(4)})
    monkeypatch.setattr("goalsite.history.past.came_and_went", None)
    assert series(repo, A) == SERIES
