"""What is remembered of a history saves reading it again, and changes nothing that is said of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.history import blobs, log
from goalsite.history.git import Repository
from goalsite.history.timeline import Where
from tests.conftest import GitRepo
from tests.history.pasts import A, B, at, edits, goal, history, series, turns

Make = Callable[..., GitRepo]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache folder of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What git was asked for: contents by id, and `log` with its reach."""
    asked: list[str] = []
    read_blobs, say = blobs.read_blobs, log._said

    def watched_blobs(repository: Repository, wanted: list[str], most: int) -> object:
        asked.extend(wanted)
        return read_blobs(repository, wanted, most)

    def watched_log(repository: Repository, reach: str) -> bytes | None:
        asked.append("all" if ".." not in reach else "newer")
        return say(repository, reach)

    monkeypatch.setattr("goalsite.history.contents.read_blobs", watched_blobs)
    monkeypatch.setattr("goalsite.history.log._said", watched_log)
    return asked


def told(repo: GitRepo, where: Where | None = None) -> list[object]:
    """All that is told of a history."""
    found = history(repo.root, where=where)
    paths = sorted(path.relative_to(repo.root).as_posix() for path in repo.root.rglob("goals/**/*.md"))
    return [
        found.commits,
        found.gone,
        *((path, found.story(path), series(repo.root, path, where=where)) for path in paths),
    ]


def test_nothing_is_read_twice(git_repo: Make, read: list[str]) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    repo.commit({A: goal(1), B: goal(1)}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    first = told(repo, where)
    assert (read[0], len(read)) == ("all", 3)  # the log, and two contents, one of which two files have
    assert told(repo, where) == first
    assert len(read) == 3


def test_after_one_more_commit_only_that_is_read(git_repo: Make, read: list[str]) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    for number in range(5):
        repo.commit({A: goal(number), B: goal(number)}, at(f"10-0{number + 1}"))
    history(repo.root, where=where)
    read.clear()
    repo.commit({A: goal(9)}, at("10-09"))
    found = history(repo.root, where=where)
    assert (read[0], len(read)) == ("newer", 3)  # the new content, and the one it is held against
    assert edits(found)[-1] == "10-09 key_result p50 current: 4.0 -> 9.0"


def test_a_branch_that_was_written_anew_is_read_anew_and_no_content_is(
    git_repo: Make, read: list[str]
) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    history(repo.root, where=where)
    repo.git("checkout", "-q", "--orphan", "new")
    repo.commit({A: goal(1)}, at("10-07"))
    repo.commit({A: goal(2)}, at("10-08"))
    read.clear()
    assert edits(history(repo.root, where=where)) == ["10-08 key_result p50 current: 1.0 -> 2.0"]
    assert read == ["newer", "all"]


def test_a_merge_the_other_way_round_is_another_main_line(git_repo: Make) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    repo.commit({A: goal(1)}, at("10-05"))
    repo.git("branch", "other")
    repo.commit({A: goal(2)}, at("10-06"))
    history(repo.root, where=where)
    repo.git("checkout", "-q", "other")
    repo.commit({B: goal(1)}, at("10-07"))
    repo.git("merge", "-q", "--no-edit", "main", **_who("10-09"))
    repo.git("checkout", "-q", "main")
    repo.git("merge", "-q", "--ff-only", "other")
    assert series(repo.root, where=where) == series(repo.root) == ["10-05 1.0", "10-09 2.0"]


def _who(day: str) -> dict[str, str]:
    who = {f"GIT_{role}_{key}": "x" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return who | {"GIT_AUTHOR_DATE": at(day), "GIT_COMMITTER_DATE": at(day)}


def test_an_earlier_commit_is_looked_up_and_forgets_nothing(git_repo: Make, read: list[str]) -> None:
    repo = git_repo()
    memory = repo.root / ".goalsite"
    first = repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({A: goal(2)}, at("10-06"))
    history(repo.root, where=Where(memory=memory))
    read.clear()
    assert series(repo.root, where=Where(commit=first, memory=memory)) == ["10-05 1.0"]
    assert series(repo.root, where=Where(memory=memory)) == ["10-05 1.0", "10-06 2.0"]
    assert read == []


def test_a_clone_that_was_deepened_is_read_anew(git_repo: Make, tmp_path: Path) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    repo.commit({B: goal(1)}, at("10-06"))
    root = tmp_path / "clone"
    repo.git("clone", "-q", "--depth=1", f"file://{repo.root}", str(root))
    where = Where(memory=root / ".goalsite")
    assert not history(root, where=where).story(A).is_whole
    GitRepo(root).git("fetch", "-q", "--unshallow")
    assert turns(history(root, where=where)) == [f"10-05 born {A}"]


def test_other_time_zones_have_other_days(git_repo: Make) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    repo.commit({A: goal(1)}, "2026-10-05T23:30:00+00:00")
    assert series(repo.root, where=where) == ["10-05 1.0"]
    assert series(repo.root, where=where, timezone="Asia/Tokyo") == ["10-06 1.0"]


@pytest.mark.parametrize("harm", ["cut", "changed", "folder", "link", "other"])
def test_what_is_damaged_or_a_stranger_s_is_as_if_it_were_not_there(
    git_repo: Make, home: Path, harm: str
) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    repo.commit({A: goal(1)}, at("10-05"))
    history(repo.root, where=where)
    file = repo.root / ".goalsite" / "history"
    data = file.read_bytes()
    file.unlink()
    if harm == "cut":
        file.write_bytes(data[:-9])
    elif harm == "changed":
        file.write_bytes(data.replace(b"10", b"11") + b"\0")
    elif harm == "folder":
        file.mkdir()
    elif harm == "link":
        file.symlink_to("/dev/zero")
    else:
        file.write_bytes(data)
        (home / "goalsite" / "key").write_bytes(bytes(32))
    assert series(repo.root, where=where) == ["10-05 1.0"]


def test_where_nothing_can_be_kept_nothing_is(git_repo: Make) -> None:
    repo = git_repo()
    repo.commit({A: goal(1)}, at("10-05"))
    (repo.root / ".goalsite").write_text("in the way")
    assert series(repo.root, where=Where(memory=repo.root / ".goalsite")) == ["10-05 1.0"]


def test_a_copy_goes_on_from_what_was_removed_after_all_had_been_read(git_repo: Make) -> None:
    repo = git_repo()
    where = Where(memory=repo.root / ".goalsite")
    repo.commit({A: goal(1, head="id: one", title="One")}, at("10-05"))
    repo.commit({B: goal(1, head="id: one", title="Two")}, at("10-06"))
    history(repo.root, B, where=where)
    repo.commit({A: None}, at("10-07"))
    found = history(repo.root, B, where=where)
    assert edits(found, B) == ["10-06 title: One -> Two"]


PATHS = [A, B, "goals/2026-Q4/c.md", "goals/2027-Q1/d.md"]


def step(repo: GitRepo, chance: random.Random, day: int) -> None:
    """One commit of a random edit, move, removal or broken file, or a merge of a few."""
    moment = f"2026-{1 + day // 28:02}-{1 + day % 28:02}T{chance.randint(0, 23):02}:00:00+00:00"
    here = [path for path in PATHS if (repo.root / path).exists()]
    files: dict[str, str | bytes | None] = {}
    for path in chance.sample(PATHS, chance.randint(1, 2)):
        what = chance.random()
        name = chance.choice(["", "id: one", "id: two", "aliases: [2026-Q4/a]"])
        if path in here and what < 0.15:
            files[path] = None
        elif path in here and what < 0.3:
            free = [other for other in PATHS if other not in here and other not in files]
            if free:
                files |= {path: None, free[0]: (repo.root / path).read_bytes()}
        elif what < 0.35:
            files[path] = "---\ntitle: [\n---\n"
        else:
            title = chance.choice(["One", "Two"])
            files[path] = goal(chance.choice([1, 2, 2.0, None]), head=name, title=title)
    if chance.random() < 0.2 and here:
        repo.git("checkout", "-q", "-b", f"side-{day}")
        repo.commit(files, moment, author=f"author-{day}")
        repo.git("checkout", "-q", "main")
        repo.git("merge", "-q", "--no-ff", "-m", "merge", f"side-{day}", **_moment(moment))
    else:
        repo.commit(files, moment, author=f"author-{day}")


def _moment(moment: str) -> dict[str, str]:
    who = {f"GIT_{role}_{key}": "m" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return who | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000))
def test_step_by_step_it_says_what_a_fresh_reading_says(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    chance = random.Random(seed)
    repo = GitRepo(tmp_path_factory.mktemp("repo"))
    repo.git("init", "-q", "-b", "main")
    where = Where(memory=repo.root / ".goalsite")
    (repo.root / ".git" / "info" / "exclude").write_text(".goalsite\n")
    for day in range(12):
        step(repo, chance, day)
        if chance.random() < 0.6:
            for path in PATHS[: chance.randint(0, 2)]:
                series(repo.root, path, where=where)  # what was read of some goals alone is remembered, too
            assert told(repo, where) == told(repo)
