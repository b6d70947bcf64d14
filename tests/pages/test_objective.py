"""Every fact of an objective's file is on its page."""

from __future__ import annotations

from goalsite.pages.objective import objective_page
from goalsite.pages.views import ObjectivePage
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal, told

FULL = """
title: Every engineer trusts a green build
id: trust
aliases: [old-trust]
cycle: 2026-Q4
owner: ada
contributors: [lin, sam]
commitment: committed
origin: bottom-up
order: 1
weight: 3
cadence: month
due: 2026-12-15
supports: [top]
contributes: [{to: top, weight: 2}]
improves: [speed]
guards: [floor]
depends_on: [{goal: wait, confirmed: true, note: capacity by October},
  {team: ops, ask: a review, size: small}]
same_as: [twin]
continues: [before]
initiatives:
  - {title: Remote cache, owner: kim, due: 2026-11-01, done: 2026-10-28, link: "https://example.org/cache"}
  - {title: Fewer tests, due: 2026-11-10}
reviews: [{date: 2026-11-02, by: sam, score: 0.4, text: Looks slow}]
checkins:
  - {date: 2026-10-09, confidence: 0.6, status: on_track, note: going well,
     blocked: a bit, next: more, by: ada}
tags: [ci]
links: {design: "https://example.org/design"}
lint: {Q104: nobody else can own it}
key_results:
  - id: p50
    title: Median time from push to green
    owner: lin
    weight: 2
    description: Measured at night.
    metric: {unit: min, baseline: 14, target: 5}
    plan: [{date: 2026-11-01, value: 12}]
    checkins: [{date: 2026-10-09, value: 12.5, confidence: 0.5, note: cache warm}]
  - {id: gone, title: Fewer flakes, status: dropped, on: 2026-10-20, reason: unmeasurable}
"""
OTHERS = {
    "goals/2026/top.md": goal("title: Win trust"),
    "goals/2026-Q4/wait.md": goal("title: New runners"),
    "goals/2026-Q4/twin.md": goal("title: The same elsewhere"),
    "goals/2026-Q3/before.md": goal("title: Last quarter"),
    "goals/kpis/speed.md": goal("title: Build time"),
    "goals/kpis/floor.md": goal("title: Availability"),
    "goals/ops/team.md": goal("title: Operations"),
}


def page(front: str, body: str = "", as_of: str = "2026-11-16", **others: str) -> ObjectivePage:
    """The page of the objective in the file `2026-Q4/trust.md`."""
    desk = desk_of(one_goal(front, body, **others), as_of)
    objective = next(one for one in desk.corpus.objectives if one.path == "goals/2026-Q4/trust.md")
    return objective_page(desk, objective)[0]


def test_every_fact_of_the_file_is_on_the_page() -> None:
    text = told(page(FULL, "It *matters*.", **OTHERS))
    facts = (
        "Every engineer trusts a green build|trust|old-trust|2026-Q4|ada|lin|sam|kim|committed|bottom-up|1|3"
        "|every month"
        "|15 Dec 2026|Win trust|counts with weight 2|Build time|Availability|New runners|capacity by October"
        "|Operations"
        "|a review (size: small)|The same elsewhere|Last quarter|Remote cache|done 28 Oct 2026"
        "|https://example.org/cache"
        "|Fewer tests|due 10 Nov 2026|2 Nov 2026|0.4|Looks slow|9 Oct 2026|60%|going well|a bit|more|ci"
        "|https://example.org/design|Rule Q104 set aside|nobody else can own it"
        "|Median time from push to green"
        "|Measured at night.|14 → 5\u00a0min|1 Nov 2026|12.5\u00a0min|50%|cache warm|Fewer flakes"
        "|dropped on 20 Oct 2026: unmeasurable|<em>matters</em>"
    )
    assert [fact for fact in facts.split("|") if fact not in text] == []


def test_what_left_the_count_stands_apart() -> None:
    one = page(FULL, **OTHERS)
    assert [row.title for row in one.key_results] == ["Median time from push to green"]
    assert [row.title for row in one.left_out] == ["Fewer flakes"]


def test_guarded_and_improved_kpis_are_told_as_kpis_and_drawn_in_the_graph() -> None:
    one = page(FULL, **OTHERS)
    assert [row.link.text for row in one.guards] == ["Availability"]
    assert [row.link.text for row in one.improves] == ["Build time"]
    assert {row.kind for row in one.edges} == {
        "contributes",  # to the goal that it supports, which is told once
        "continues",
        "depends_on",
        "same_as",
    }
    assert one.graph is not None
    assert "Availability" in one.graph.markup
    assert '"../../kpis/kpis/floor/"' in one.graph.markup


def test_a_report_against_the_figures_is_told_as_a_sentence() -> None:
    late = "checkins: [{date: 2026-11-16, value: 14, status: on_track}]"
    one = page(f"key_results: [{{id: a, title: A, metric: {{baseline: 14, target: 5}}, {late}}}]")
    assert one.contradiction == "People report it as on track, the figures say off track."
    assert one.reported is not None
    assert one.reported.key == "on_track"


def test_the_cause_of_exposure_is_told() -> None:
    one = page("depends_on: [{team: ops, confirmed: false}]", **OTHERS)
    assert one.exposed is not None
    assert one.contradiction == "Exposed by Operations (refused)."


def test_the_status_line_tells_how_much_time_is_left() -> None:
    assert page("title: A", as_of="2026-12-21").status_line == "ends in 10 days"
    assert page("title: A", as_of="2027-01-10").status_line == "ended 10 days ago"
    closed = (
        "status: closed\nclosed: 2026-12-01\n"
        "key_results: [{id: a, title: A, checkins: [{date: 2026-11-01, value: 1}]}]"
    )
    assert page(closed).status_line == "1 of 1 key result on track"
    assert page(closed, as_of="2026-12-21").status_line == "1 of 1 key result on track · closed on 1 Dec 2026"


def test_once_its_time_is_over_the_page_asks_to_close_it() -> None:
    step = page("title: A", as_of="2027-01-10").next_step
    assert step is not None
    assert step.command == "status: closed"
    assert page("title: A").next_step is None


def test_progress_with_what_was_dropped_is_told_where_it_matters() -> None:
    results = """
    key_results:
      - {id: a, title: A, checkins: [{date: 2026-11-01, value: 0.2}]}
      - {id: b, title: B, status: dropped, on: 2026-11-02, checkins: [{date: 2026-11-01, value: 1}]}
    """
    facts = {fact.label: fact.value.text for fact in page(results).figures if fact.value}
    assert (facts["Progress"], facts["With what was dropped"]) == ("20%", "60%")


def test_the_progress_of_what_contributes_is_told_beside_its_own() -> None:
    others = {
        "goals/2026-Q4/part.md": goal(
            "contributes: [trust]\n"
            "key_results: [{id: a, title: A, checkins: [{date: 2026-11-01, value: 0.8}]}]"
        )
    }
    facts = {fact.label: fact.value.text for fact in page("title: A", **others).figures if fact.value}
    assert facts["With what contributes"] == "80%"


def test_everybody_is_named_once_with_all_they_are() -> None:
    one = page(FULL, **OTHERS)
    assert [(row.link.text, row.role) for row in one.people] == [
        ("ada", "owner"),
        ("lin", "contributor · 1 key result"),
        ("sam", "contributor"),
        ("kim", "1 initiative"),
    ]


def test_a_personal_objective_says_whose_it_is() -> None:
    desk = desk_of({"goals/people/ada/2026-Q4/learn.md": goal("title: Learn Rust")})
    view, frame = objective_page(desk, desk.objectives["people/ada/2026-Q4/learn"])
    assert view.facts[0].links[0].href == "people/ada/"
    assert frame.path == "goals/people/ada/2026-Q4/learn/"


def test_a_bare_objective_has_a_page() -> None:
    one = page("title: Trust")
    assert (one.title, one.status.key, one.key_results, one.edges) == ("Trust", "no_data", (), ())
    assert one.graph is None
    assert one.retrospective is None


def test_texts_of_strangers_stay_texts() -> None:
    one = page("title: '<script>alert(1)</script>'\ntags: ['<b>']", "<img src=x onerror=alert(1)>")
    assert one.title == "<script>alert(1)</script>"
    assert one.why is not None
    assert "<img" not in one.why.markup
