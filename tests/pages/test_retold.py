"""After an edit the newest events are those that would be found out of all goals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.core.known import alike
from goalsite.core.values import replace
from goalsite.history.records import Commit
from goalsite.history.statements import Stated
from goalsite.history.timeline import Timeline
from goalsite.pages import events, newest, retold
from goalsite.pages.desk import Desk
from goalsite.pages.events import Edited
from goalsite.pages.newest import Told, all_events
from goalsite.pages.retold import Heard
from goalsite.pages.surveys import heard_in, survey
from goalsite.pipeline import Before, figure
from goalsite.printing import open_site
from goalsite.project import open_project
from tests.edits import FILES, Edit, edits, repository, write

DAY = date(2026, 11, 16)
FAR = 4_000_000_000_000_000_000  # a time at which no file is fresh
FAST = "goals/web/2026-Q4/fast.md"


def desk_in(root: Path, before: Before, *, past: Desk | None = None) -> Desk:
    heard = heard_in(survey(past)) if past else None
    return open_site(figure(open_project(root), DAY, before=before), heard)


@pytest.fixture(params=(1, 3, 30))
def _most(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many events are kept of each; however many goals are others, only those are looked at again."""
    for module in (events, newest, retold):
        monkeypatch.setattr(module, "MOST", request.param)
    monkeypatch.setattr(retold, "_FEW", 0)


@pytest.mark.usefixtures("_most")
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4))
def test_whatever_was_edited(rounds: list[list[Edit]]) -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        desk = desk_in(root, before)
        for together in rounds:
            for edit in together:
                edit(root)
            desk = desk_in(root, before, past=desk)
            assert alike(desk.events, all_events(desk.heard.told))


After = Callable[[Edit], tuple[Desk, Desk]]


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> After:
    """The desk before an edit, and the one after it, for which nobody goes through all goals."""

    def edited(edit: Edit) -> tuple[Desk, Desk]:
        before = Before(lambda: FAR)
        with repository() as root, monkeypatch.context() as patch:
            desk = desk_in(root, before)
            edit(root)
            patch.setattr(retold, "_FEW", 1)
            patch.setattr(retold, "all_events", None)
            return desk, desk_in(root, before, past=desk)

    return edited


def test_what_is_as_it_was_is_the_very_same(after: After) -> None:
    renamed = FILES[FAST].replace("title: Pages", "title: All pages")
    before, now = after(write(FAST, renamed))
    assert now.objectives["web/2026-Q4/fast"].title.startswith("All")
    assert now.events.site is before.events.site
    assert all(now.events.people[name] is its for name, its in before.events.people.items())


def test_a_checkin_is_heard_where_its_goal_stands(after: After) -> None:
    before, now = after(write(FAST, FILES[FAST].replace("value: 700,", "value: 650,")))
    assert now.events.units["web"] != before.events.units["web"]
    assert now.events.units["web"] == all_events(now.heard.told).units["web"]


def test_what_was_too_old_is_heard_once_there_is_room(after: After, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (events, newest, retold):
        monkeypatch.setattr(module, "MOST", 1)
    earlier = FILES[FAST].replace("date: 2026-11-09", "date: 2026-10-02")
    before, now = after(write(FAST, earlier))
    assert [event.day for event in before.events.units["web"]] == [date(2026, 11, 9)]
    assert now.events.units["web"] == all_events(now.heard.told).units["web"] != ()
    assert now.events.units["web"] != before.events.units["web"]


COMMIT = Commit("c1", date(2026, 11, 10), ("Ada",), "Say it better")


@pytest.fixture
def heard() -> Heard:
    """What is heard of a repository with a tag on two of its goals."""
    with repository() as root:
        for name in (FAST, "goals/2026/trust.md"):
            write(name, FILES[name].replace("owner: ", "tags: [shop]\nowner: ", 1))(root)
        told = desk_in(root, Before(lambda: FAR)).heard.told
    return Heard(told, all_events(told))


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few goals as there are, as many as one likes may be others."""
    monkeypatch.setattr(retold, "_FEW", 0)


def dated(told: Told) -> Told:
    """Git knows by now on which day a goal said what it says."""
    (lean,) = (goal for goal in told.corpus.objectives if goal.id == "web/app/2026-Q4/lean")
    current = lean.key_results[1].current
    said = {lean.path: {"alone": (Stated(DAY, current),)}}
    return replace(told, timeline=Timeline(said=said))


def committed(told: Told) -> Told:
    """A commit changed a goal."""
    return replace(told, edited={"2026/trust": (Edited(COMMIT.day, "2026/trust", "c1", COMMIT, None, ()),)})


@pytest.mark.usefixtures("_few")
@pytest.mark.parametrize("otherwise", [dated, committed])
def test_what_git_tells_of_a_goal(heard: Heard, otherwise: Callable[[Told], Told]) -> None:
    now = otherwise(heard.told)
    found = all_events(now)
    assert heard.events.tags["shop"]
    assert not alike(found, heard.events)
    assert alike(retold.retold(heard, now), found)


@pytest.mark.usefixtures("_few")
def test_nothing_is_taken_over_where_all_is_told_otherwise(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = heard.told
    assert alike(retold.retold(heard, told), heard.events)
    monkeypatch.setattr(newest, "_MANY", 2)
    by_all = {goal.id: (Edited(COMMIT.day, goal.id, "c1", COMMIT, None, ()),) for goal in told.goals}
    others = {
        "analysis": replace(told.analysis, as_of=date(2026, 11, 17)),
        "above": told.above | {"web": ("web", "2026", "")},
        "edited": by_all,
    }
    for name, value in others.items():
        assert retold.retold(heard, replace(told, **{name: value})) is None
