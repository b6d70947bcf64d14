"""A page that looked at nothing that changed is the page that would be made again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.exchange.beside import file_batches
from goalsite.pages.desk import Desk
from goalsite.pages.site import page_batches, site_pages
from goalsite.pages.surveys import Changes, survey
from goalsite.pages.watched import Watch
from goalsite.pipeline import Before, figure
from goalsite.printing import open_site
from goalsite.project import open_project
from tests.conftest import GitRepo
from tests.edits import FILES, Edit, edits, repository, write_file
from tests.pages.desks import desk_of
from tests.pages.test_site import own_goals

DAY = date(2026, 11, 16)
FAR = 4_000_000_000_000_000_000  # a time at which no file is fresh

Sheets = dict[tuple[Any, ...], Callable[[], Iterator[Any]]]


def desk_in(root: Path, before: Before | None = None) -> Desk:
    return open_site(figure(open_project(root), DAY, with_history=True, before=before))


def sheets(desk: Desk) -> Sheets:
    """All that is made of a desk, by its name."""
    pages = {sheet[:2]: sheet.make for batch in page_batches(desk) for sheet in batch}
    beside = {("beside", *part[:2]): part[2] for batch in file_batches(desk) for part in batch}
    return pages | beside


def made_of(make: Callable[[], Iterator[Any]]) -> list[Any]:
    return list(make())


def stands(before: Desk, now: Desk) -> set[str]:
    """The pages that looked at nothing that is another by now: each is what it would be made to again."""
    watch, changes = Watch(before), Changes(survey(before), survey(now))
    again, found = sheets(now), set[str]()
    for name, make in sheets(watch.desk).items():
        made, reads = watch.noting(partial(made_of, make))
        if not changes.concern(reads):
            assert made == list(again[name]())
            found.update(page[1].path for page in made if len(name) == 2)
    return found


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=4))
def test_after_any_edits_what_stands_is_what_would_be_made(rounds: list[list[Edit]]) -> None:
    before = Before(lambda: FAR)
    with repository() as root:
        desk = desk_in(root, before)
        for together in rounds:
            for edit in together:
                edit(root)
            now = desk_in(root, before)
            stands(desk, now)
            desk = now


def test_an_edit_concerns_the_goal_its_neighbours_and_the_lists() -> None:
    before, fast = Before(lambda: FAR), "goals/web/2026-Q4/fast.md"
    with repository() as root:
        desk = desk_in(root, before)
        write_file(root, fast, FILES[fast].replace("value: 700,", "value: 350,"))
        now = desk_in(root, before)
        left = stands(desk, now)
        assert {"goals/web/app/2026-Q3/small/", "goals/people/ada/2026-Q4/rust/", "pages/about/"} <= left
        assert {"goals/web/2026-Q4/fast/", "goals/2026/trust/", "teams/web/"}.isdisjoint(left)


def test_a_new_commit_concerns_the_goals_that_it_touches(git_repo: Callable[..., GitRepo]) -> None:
    repo = git_repo()
    repo.commit(FILES, "2026-10-05T12:00:00Z")
    desk = desk_in(repo.root)
    about = "goals/about.md"
    repo.commit({about: FILES[about] + "More.\n"}, "2026-11-12T12:00:00Z")
    assert {"goals/2026/trust/", "goals/web/2026-Q4/fast/"} <= stands(desk, desk_in(repo.root))


def test_pages_of_a_watched_desk_are_those_of_the_desk() -> None:
    desk = desk_of(own_goals())
    assert list(site_pages(Watch(desk).desk)) == list(site_pages(desk))


def test_nothing_is_changed_where_nothing_was_edited() -> None:
    with repository() as root:
        assert Changes(survey(desk_in(root)), survey(desk_in(root))).none
