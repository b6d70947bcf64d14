"""The newest events of the site, of units, people and tags."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.pages.events import MOST, Event, Turned, in_order, with_order
from goalsite.pages.newest import Newest
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

CHECKED = result("a", "2026-11-09", 10)
FILES = {
    "goals/team.md": "---\ntitle: Acme\n---\n",
    "goals/tech/team.md": "---\ntitle: Tech\n---\n",
    "goals/tech/infra/team.md": "---\ntitle: Infra\n---\n",
    "goals/tech/infra/2026-Q4/runners.md": objective("Runners", CHECKED, head="owner: Ada\ntags: [ci]"),
    "goals/2026-Q4/win.md": objective("Win", CHECKED, head="contributors: [sam]"),
    "goals/people/ada/2026-Q4/learn.md": objective("Learn", CHECKED),
    "goals/tech/kpis/up.md": kpi(
        "Up",
        "owner: sam\ntags: [ci]\ntargets: [{from: 2026-01-01, target: 90}]\n"
        "series: [[2026-10-01, 95], [2026-10-02, 85]]",
    ),
}


def names(events: tuple[Event, ...]) -> list[str]:
    """What each event is of, with its key."""
    return [f"{event.subject} {event.key}" for event in events]


def test_a_unit_hears_of_those_below_it_and_not_of_personal_goals() -> None:
    events = desk_of(FILES).events
    infra = ["tech/infra/2026-Q4/runners checkin", "2026-Q4 cycle-begins"]
    assert names(events.units["tech/infra"]) == infra
    assert names(events.units["tech"]) == [infra[0], "tech/kpis/up health", infra[1]]
    assert "" not in events.units


def test_the_site_hears_of_everything_and_of_the_start_of_a_cycle_once() -> None:
    assert names(desk_of(FILES).events.site) == [
        "2026-Q4/win checkin",
        "people/ada/2026-Q4/learn checkin",
        "tech/infra/2026-Q4/runners checkin",
        "tech/kpis/up health",
        "2026-Q4 cycle-begins",
    ]


def test_people_hear_of_what_they_own_help_with_and_measure() -> None:
    events = desk_of(FILES).events.people
    assert [event.subject for event in events["ada"] if event.key == "checkin"] == [
        "people/ada/2026-Q4/learn",
        "tech/infra/2026-Q4/runners",
    ]
    assert {event.subject for event in events["sam"]} == {"2026-Q4/win", "tech/kpis/up"}


def test_a_tag_has_the_events_of_all_that_have_it() -> None:
    subjects = {event.subject for event in desk_of(FILES).events.tags["ci"]}
    assert subjects == {"tech/infra/2026-Q4/runners", "tech/kpis/up"}


DAYS = st.dates()
EVENTS = st.lists(
    st.lists(st.builds(Turned, DAYS, st.sampled_from("abc"), st.sampled_from("xy")), max_size=90)
)


@given(EVENTS)
def test_the_newest_are_those_that_sorting_everything_would_give(many: list[list[Event]]) -> None:
    newest = Newest()
    for events in many:
        newest.add("all", with_order(sorted(events, key=in_order)))
    everything = sorted((event for events in many for event in events), key=in_order)
    assert newest.all().get("all", ()) == tuple(everything[:MOST])
