"""Events in words."""

from __future__ import annotations

from itertools import chain

from goalsite.model.records import Kpi, Objective
from goalsite.pages.entries import Entry, entry
from goalsite.pages.feeds import events_of
from tests.pages.desks import desk_of, one_goal, one_kpi


def entries(files: dict[str, str], language: str = "en") -> dict[str, Entry]:
    """The entries of the one goal there is, by the key of their event."""
    desk = desk_of(files, language=language)
    goal = next(chain[Objective | Kpi](desk.corpus.objectives, desk.corpus.kpis))
    return {event.key: entry(desk, event) for event in events_of(desk, goal)}


METRIC = "metric: {unit: min, baseline: 14, target: 5}"
CHECKINS = (
    "{date: 2026-10-09, value: 12.5}, {date: 2026-10-16, value: 9.5, confidence: 0.6, status: on_track, "
    "note: cache warm, blocked: quota, next: ask infra, by: lin}"
)
CHECKED_IN = one_goal(
    "title: Trust the build\ntags: [ci]\n"
    "key_results:\n  - {id: p50, title: Time to green, " + METRIC + ", checkins: [" + CHECKINS + "]}\n"
)


def test_a_check_in_tells_from_which_value_to_which_and_what_was_written() -> None:
    told = entries(CHECKED_IN)["checkin"]
    desk = desk_of(CHECKED_IN)
    newest = entry(desk, desk.events.site[0])
    assert newest.title == told.title == "Check-in: Trust the build"
    assert newest.lines == (
        "Time to green: 12.5 min → 9.5 min · on track · confidence 60%",
        "cache warm",
        "Blocked: quota",
        "Next: ask infra",
    )
    assert newest.href == "goals/2026-Q4/trust/#kr-p50"
    assert (newest.by, newest.tags) == ("lin", ("ci",))


def test_an_entry_is_told_in_the_language_of_the_site() -> None:
    desk = desk_of(CHECKED_IN, language="zh")
    newest = entry(desk, desk.events.site[0])
    assert newest.title == "进展记录：Trust the build"
    assert newest.lines[0] == "Time to green：12.5 min → 9.5 min · 正常 · 信心指数60%"


def test_a_closed_goal_tells_what_came_of_it_and_what_it_taught() -> None:
    retro = "retro: {root_cause: too late, decision: modify, learned: begin earlier}"
    told = entries(one_goal(f"status: closed\nclosed: 2026-11-10\noutcome: partly\nscore: 0.4\n{retro}\n"))
    assert told["closed"].title == "Closed: trust"
    assert told["closed"].lines == (
        "partly",
        "Score: 0.4",
        "Root cause: too late",
        "Decision: modify",
        "Learnt: begin earlier",
    )


def test_a_kpi_that_crosses_a_bound_tells_both_values() -> None:
    series = "[[2026-10-31, 95], [2026-11-09, 70, power cut]]"
    told = entries(
        one_kpi(
            f"title: Speed\nunit: '%'\ntargets: [{{from: 2026-01-01, target: 90, red: 80}}]\nseries: {series}"
        )
    )["health"]
    assert told.title == "Speed: red"
    assert told.lines[0] == "95% on 31 Oct 2026, 70% on 9 Nov 2026"
    assert told.href == "kpis/kpis/speed/"


def test_what_left_the_count_says_why() -> None:
    told = entries(
        one_goal(
            "key_results:\n  - {id: a, title: A, status: dropped, on: 2026-11-03, reason: nobody needs it}\n"
        )
    )["left/a"]
    assert (told.title, told.lines) == ("A: dropped", ("trust", "dropped on 3 Nov 2026: nobody needs it"))


def test_other_events_name_their_goal() -> None:
    told = entries(
        one_goal(
            "due: 2026-11-01\ninitiatives: [{title: Cache, done: 2026-10-28}]\n"
            "reviews: [{date: 2026-11-02, by: sam, score: 0.4, text: Hurry}]\n"
            "key_results:\n  - {id: b, title: B, milestones: [{title: Plan, done: 2026-10-20}]}\n"
        )
    )
    assert {key: (one.title, one.lines) for key, one in told.items()} == {
        "review/sam": ("Review: trust", ("Score: 0.4", "Hurry")),
        "ends": ("Its time is over: trust", ("1 Oct – 1 Nov 2026",)),
        "initiative/Cache": ("Initiative done: Cache", ("trust",)),
        "done/b/Plan": ("Done: Plan", ("trust",)),
        "begins": ("Begins: trust", ("1 Oct – 1 Nov 2026",)),
    }


def test_a_text_of_several_lines_is_one_line() -> None:
    told = entries(one_goal("reviews: [{date: 2026-11-02, text: 'a\n\n  b'}]\n"))["review"]
    assert told.lines == ("a b",)
