"""Long lists are cut in parts, and what concerns one part leaves the others as they are."""

from __future__ import annotations

import re
from functools import cache, partial

import pytest

from goalsite.pages.desk import Desk
from goalsite.pages.site import Sheet, page_at, page_batches
from goalsite.pages.surveys import Changes, Reads, survey
from goalsite.pages.watched import Watch
from tests.authored import goal
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result

COUNT = 600
LISTS = re.compile(r"(a-z|alerts|changes|cycles/2026-Q4|kpis|map|people|tags/all|timeline)/(_/\w+/)*")


def files() -> dict[str, str]:
    """Goals, KPIs and people that take two parts of each list."""
    found = {"goals/team.md": "---\ntitle: All\n---\n"}
    for number in range(COUNT):
        name, owner = f"{number:03}", f"owner: p{number:03}"
        head = f"id: g{name}\n{owner}\ntags: [all]\n"
        head += "" if number % 300 == 0 else f"supports: [g{number // 300 * 300:03}]\n"
        found[f"goals/2026-Q4/g{name}.md"] = objective(
            f"{'AB'[number // 500]} {name}", result("x", "2026-11-16", 50), head=head
        )
        found[f"goals/kpis/k{name}.md"] = goal(
            f"title: {'AB'[number // 500]} {name}\n{owner}\n"
            "targets: [{target: 10, red: 9}]\nseries: [[2026-11-15, 1]]"
        )
    return found


@cache
def made() -> tuple[Desk, dict[str, Reads]]:
    """A desk, and what each page of its lists looks at."""
    desk = desk_of(files())
    watch = Watch(desk)
    sheets = [sheet for batch in page_batches(watch.desk) for sheet in batch if LISTS.fullmatch(sheet.home)]
    looked = [watch.noting(partial(made_of, sheet)) for sheet in sheets]
    return desk, {path: reads for paths, reads in looked for path in paths}


def made_of(sheet: Sheet) -> list[str]:
    return [around.path for _, around in sheet.make()]


def made_again(path: str, old: str, new: str) -> set[str]:
    """The pages of lists that an edit concerns; each of the others is what it would be made to again."""
    edited = files() | {path: files()[path].replace(old, new)}
    assert edited != files()
    before, looked = made()
    now = desk_of(edited)
    changes = Changes(survey(before), survey(now))
    found = {path for path, reads in looked.items() if changes.concern(reads)}
    for place in looked.keys() - found:
        assert page_at(before, place) == page_at(now, place)
    return found


CYCLE = "cycles/2026-Q4/"
"""The first part of a cycle's page has the figures of the whole; that of the map the drawing."""

FIRST, SECOND = (
    {f"{name}/{part}" for name in ("a-z", "changes", "cycles/2026-Q4", "map", "tags/all", "timeline")}
    for part in ("", "_/2/")
)
"""The parts of each list of objectives."""


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        ("goals/2026-Q4/g550.md", "B 550", "B 550 x", {*SECOND, CYCLE, "map/"}),
        ("goals/2026-Q4/g550.md", "value: 50", "value: 51", {*SECOND, CYCLE, "map/"}),
        (
            "goals/kpis/k550.md",
            "B 550",
            "B 550 x",
            {"a-z/_/kpis/_/2/", "alerts/_/2/", "kpis/_/2/", "map/_/2/"},
        ),
        ("goals/2026-Q4/g010.md", "owner: p010", "owner: p011", {*FIRST, "people/"}),
    ],
    ids=["a title", "a value", "a KPI", "an owner"],
)
def test_an_edit_concerns_the_parts_where_its_goal_stands(
    path: str, old: str, new: str, expected: set[str]
) -> None:
    assert made_again(path, old, new) == expected
