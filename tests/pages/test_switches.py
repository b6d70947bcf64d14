from __future__ import annotations

from goalsite.pages.switches import after, before, cycle_switch, unit_in_cycle, unit_switch, year_before
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective

FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/core/2026-Q3/a.md": objective("A"),
    "goals/2026-Q4/b.md": objective("B"),
    "goals/2027-Q1/c.md": objective("C"),
    "goals/2025-Q4/d.md": objective("D"),
    "goals/2026/year.md": objective("Year"),
    "goals/2026-10/month.md": objective("Month"),
}
DESK = desk_of(FILES)
Q4 = DESK.cycles["2026-Q4"]


def test_the_cycle_before_and_the_next_are_of_the_same_kind() -> None:
    """A year or a month is no neighbour of a quarter."""
    previous, following = before(DESK, Q4), after(DESK, Q4)
    assert previous is not None
    assert following is not None
    assert (previous.id, following.id) == ("2026-Q3", "2027-Q1")
    assert before(DESK, DESK.cycles["2026"]) is None


def test_a_year_before_is_the_cycle_of_the_same_season() -> None:
    found = year_before(DESK, Q4)
    assert found is not None
    assert found.id == "2025-Q4"
    assert year_before(DESK, DESK.cycles["2026-Q3"]) is None


def test_the_switch_offers_the_current_cycle_its_neighbours_and_what_holds_it() -> None:
    assert [(link.text, link.note, link.href) for link in cycle_switch(DESK, Q4)] == [
        ("2026-Q4", "current", ""),
        ("2026-Q3", "the one before", "cycles/2026-Q3/"),
        ("2027-Q1", "the next", "cycles/2027-Q1/"),
        ("2026", "holds it", "cycles/2026/"),
        ("2026-10", "part of it", "cycles/2026-10/"),
        ("All cycles", "", "cycles/"),
    ]


def test_from_a_unit_it_leads_to_that_unit_in_the_other_cycle_if_it_was_there() -> None:
    links = {link.text: link.href for link in cycle_switch(DESK, Q4, "core")}
    assert links["2026-Q4"] == "teams/core/"
    assert links["2026-Q3"] == "teams/core/_/cycles/2026-Q3/"
    assert links["2027-Q1"] == "cycles/2027-Q1/"


def test_units_are_offered_from_the_root_down_within_a_cycle_those_that_were_there() -> None:
    assert [link.text for link in unit_switch(DESK)] == ["Goals", "Core", "All units"]
    assert [(link.text, link.href) for link in unit_switch(DESK, "2026-Q3")] == [
        ("Core", "teams/core/_/cycles/2026-Q3/"),
        ("All units", "teams/"),
    ]


def test_a_unit_without_goals_in_a_cycle_is_reached_as_it_is_now() -> None:
    assert unit_in_cycle(DESK, "core", "2026-Q4").href == "teams/core/"


def test_without_a_current_cycle_there_is_the_list_of_cycles() -> None:
    assert [link.text for link in cycle_switch(desk_of({}), None)] == ["All cycles"]


def test_of_very_many_parts_of_a_cycle_the_first_are_offered() -> None:
    declared = "".join(
        f"  - {{id: w{at}, start: 2026-01-01, end: 2026-01-02, parent: '2026'}}\n" for at in range(99)
    )
    desk = desk_of({**FILES, "config.yaml": f"cycles:\n{declared}"})
    notes = [link.note for link in cycle_switch(desk, desk.cycles["2026"])]
    assert notes.count("part of it") == 59, "the current cycle, which is a part, too, stands first"


def test_very_many_units_are_cut_and_all_linked() -> None:
    files = {f"goals/u{at:03}/team.md": "---\ntitle: U\n---\n" for at in range(60)}
    assert len(unit_switch(desk_of(files))) == 41
