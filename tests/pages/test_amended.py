"""One record of a desk says something else: it is found wherever it was, and all else is as it was."""

from __future__ import annotations

import pytest

from goalsite.model.amended import Amendable
from goalsite.model.records import Kpi, Objective
from goalsite.pages.amended import amended, stand_in
from goalsite.pages.desk import Desk
from goalsite.pages.objective_rows import objective_row
from tests.pages.desks import desk_of

GOAL, OWN = "goals/2026-Q4/trust.md", "goals/people/lin/2026-Q4/learn.md"
LONE = "goals/2026-Q4/lone.md"
KPI, PAGE = "goals/kpis/calls.md", "goals/a.md"
FILES = {
    GOAL: "---\ntitle: Trust\nowner: lin\nsupports: [learn]\n---\nSee [[learn]].\n",
    OWN: "---\ntitle: Learn\n---\n",
    LONE: "---\ntitle: Something else\n---\n",
    KPI: "---\ntitle: Calls\nformula: other * 2\n---\n",
    "goals/kpis/other.md": "---\ntitle: Other\n---\n",
    PAGE: "# A page\n",
}


def by_path(desk: Desk) -> dict[str, Amendable]:
    corpus = desk.corpus
    records: list[Amendable] = [*corpus.objectives, *corpus.kpis, *corpus.pages]
    return {one.path: one for one in records}


def edited(path: str, old: str, new: str) -> tuple[Desk, Amendable]:
    """The desk before something in a file is another, and what the file says then."""
    assert old in FILES[path]
    return desk_of(FILES), by_path(desk_of(FILES | {path: FILES[path].replace(old, new)}))[path]


def group(desk: Desk, record: Amendable) -> tuple[Amendable, ...]:
    """The group of the desk in which a record stands."""
    match record:
        case Objective(person=str(person)):
            return desk.goals_of_person[person]
        case Objective():
            return desk.goals_of[record.team, record.cycle]
        case Kpi():
            return desk.kpis_of[record.team]
    return desk.pages_of[record.team]


@pytest.mark.parametrize(("path", "old"), [(GOAL, "Trust"), (OWN, "Learn"), (KPI, "Calls"), (PAGE, "A page")])
def test_a_record_is_found_under_its_name_and_in_its_group_as_it_is_shown(path: str, old: str) -> None:
    before, record = edited(path, old, "A `new` title")
    after = amended(before, record, before.analysis)
    assert by_path(after)[path].title == "A new title"
    assert [one.title for one in group(after, record) if one.path == path] == ["A new title"]
    others = [one for key, one in by_path(before).items() if key != path]
    assert [one for key, one in by_path(after).items() if key != path] == others


def test_a_row_that_was_made_is_made_again_of_that_goal_and_of_those_that_may_name_it() -> None:
    before, record = edited(GOAL, "Trust", "New title")
    rows = [objective_row(before, goal) for goal in before.corpus.objectives]
    after = amended(before, record, before.analysis)
    now = [objective_row(after, goal) for goal in after.corpus.objectives]
    assert [one is was for one, was in zip(now, rows, strict=True)] == [
        goal.path == LONE for goal in after.corpus.objectives
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "can"),
    [
        (GOAL, "Trust", "Other", True),
        (GOAL, "See", "\n\nSee, further down,", True),
        (GOAL, "owner: lin\n", "", True),
        (GOAL, "owner: lin", "owner: kim", False),
        (GOAL, "supports: [learn]\n", "", False),
        (GOAL, "[[learn]]", "nothing", False),
        (GOAL, "owner: lin", "owner: lin\norder: 1", False),
        (GOAL, "owner: lin", "owner: lin\ntags: [new]", False),
        (KPI, "Calls", "Other", True),
        (KPI, "other * 2", "other * 3", True),
        (KPI, "other * 2", "7", False),
        (PAGE, "page", "leaf", True),
    ],
)
def test_a_record_stands_in_where_it_lies_and_refers_as_before(
    path: str, old: str, new: str, can: bool
) -> None:
    before, record = edited(path, old, new)
    assert stand_in(by_path(before)[path], record, {"lin"}) == (record if can else None)


def test_a_record_of_another_kind_stands_in_for_none() -> None:
    records = by_path(desk_of(FILES))
    assert stand_in(records[GOAL], records[KPI], {"lin"}) is None
