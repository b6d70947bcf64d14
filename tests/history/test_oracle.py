"""Series of random histories, held against a slow and simple reading: every commit's files, one by one."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.history.timeline import Where
from tests.conftest import GitRepo
from tests.history.pasts import goal, series

PLACES = [f"goals/{cycle}/{name}.md" for cycle in ("2026-Q4", "2027-Q1") for name in "abc"]
NAMES = ("one", "two", "three")
ZONE_SECONDS = 3600


def simple_series(repo: GitRepo, name: str) -> list[str]:
    """What the goal `name` said, as `git show` tells it of each first-parent commit in turn."""
    found: list[str] = []
    last: object = None
    latest = 0
    for line in repo.git("log", "--first-parent", "--reverse", "--format=%H %ct").splitlines():
        commit, seconds = line.split()
        latest = max(latest, int(seconds))
        for path in repo.git("ls-tree", "-r", "--name-only", commit).splitlines():
            _, front, _ = f"{repo.git('show', f'{commit}:{path}')}\n".split("---\n", 2)
            try:
                said = yaml.safe_load(front)
            except yaml.YAMLError:
                continue
            if said.get("id") != name:
                continue
            value = said["key_results"][0].get("current")
            if value != last:
                day = datetime.fromtimestamp(latest + 2 * ZONE_SECONDS, UTC)
                found.append(f"{day:%m-%d} {value if value is None else float(value)}")
            last = value
    return found


def step(repo: GitRepo, places: dict[str, str], chance: random.Random, number: int) -> None:
    """One commit: values change, goals move or change places, go and come back, cannot be read for a time."""
    seconds = 1_790_000_000 + number * 50_000 + chance.randint(-60_000, 40_000)
    files: dict[str, str | bytes | None] = {}
    for name in chance.sample(NAMES, chance.randint(1, 3)):
        what = chance.random()
        if name not in places or what < 0.2:
            free = [place for place in PLACES if place not in places.values() and place not in files]
            if name in places:
                files[places[name]] = None
            places[name] = chance.choice(free)
        elif what < 0.3 and (other := chance.choice(NAMES)) in places and not files:
            places[name], places[other] = places[other], places[name]
            files[places[other]] = _text(other, chance, number)
        elif what < 0.4 and places[name] not in files:
            files[places[name]] = f"---\nid: {name}\ntitle: [\n---\n"
            continue
        files[places[name]] = _text(name, chance, number)
    side = chance.random() < 0.3 and number > 0
    if side:
        repo.git("checkout", "-q", "-b", f"side-{number}")
    repo.commit(files, f"{seconds} +0000")
    if side:
        repo.git("checkout", "-q", "main")
        who = {f"GIT_{role}_{key}": "m" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
        moment = {"GIT_COMMITTER_DATE": f"{seconds + 9_000} +0000"}
        repo.git("merge", "-q", "--no-ff", "-m", "merge", f"side-{number}", **who, **moment)


def _text(name: str, chance: random.Random, number: int) -> str:
    """A goal; now and then with so much else in it that git would not know it again."""
    more = "\n".join(f"Word {number} {line}." for line in range(60)) if chance.random() < 0.3 else ""
    return goal(chance.choice([1, "1.0", 2, 3.5, None]), head=f"id: {name}", title=f"Goal {name}") + more


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 100_000))
def test_series_are_those_of_a_simple_reading(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    chance = random.Random(seed)
    repo = GitRepo(tmp_path_factory.mktemp("repo"))
    repo.git("init", "-q", "-b", "main")
    places: dict[str, str] = {}
    for number in range(14):
        step(repo, places, chance, number)
    for name, path in places.items():
        assert series(repo.root, path, timezone="Etc/GMT-2", where=Where()) == simple_series(repo, name)
