from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.model.records import CheckIn, Initiative, Manual, Retro, Review
from tests.authored import goal, read, read_objective

WHOLE = """
---
id: faster-builds
aliases: [old-builds]
title: Every engineer trusts a green build
cycle: 2026-Q4
owner: ada
contributors: [lin, "@sam"]
commitment: committed
origin: bottom-up
status: closed
closed: 2026-12-18
outcome: partly
replaced_by: win-trust
order: 1
weight: 2
cadence: xun
start: 2026-10-05
due: 2026-12-20
supports: [win-trust, "win-trust#nps", availability]
contributes: [{to: win-trust, weight: 2}]
improves: [build-time]
guards: [availability]
depends_on:
  - {goal: win-trust, confirmed: true, note: capacity by October, size: small}
  - {team: platform, ask: review}
same_as: [win-trust]
continues: [win-trust]
initiatives: [{title: Remote cache, owner: lin, due: 2026-11-01, done: 2026-10-28, link: https://example.org/1}]
score: 0.7
retro: {root_cause: caches, decision: keep, learned: measure first}
reviews: [{date: 2026-11-02, by: sam, score: 0.4, text: slow start}]
checkins: [{date: 2026-10-09, confidence: 0.6, status: on_track, note: n, blocked: b, next: x, by: ada}]
tags: [ci]
links: {design: https://example.org/d, notes: ../notes.md}
lint: {Q104: it is a release}
key_results: [{id: p50, title: Median}]
---
Why it matters.
"""
OTHERS = {
    "goals/2026/win-trust.md": goal("{id: win-trust, key_results: [{id: nps}]}"),
    "goals/kpis/availability.md": goal(),
    "goals/kpis/build-time.md": goal(),
    "goals/platform/team.md": goal(),
}


def test_every_key_of_an_objective_is_read() -> None:
    site = read({**OTHERS, "goals/platform/a.md": WHOLE.lstrip()})
    assert site.said() == []
    one = site.objective("faster-builds")
    assert (one.title, one.path, one.team, one.cycle) == (
        "Every engineer trusts a green build",
        "goals/platform/a.md",
        "platform",
        "2026-Q4",
    )
    assert (one.body, one.body_line, one.aliases) == ("Why it matters.\n", 38, ("old-builds",))
    assert (one.owner, one.contributors) == ("ada", ("lin", "sam"))
    assert (one.commitment, one.origin, one.state, one.outcome) == (
        "committed",
        "bottom-up",
        "closed",
        "partly",
    )
    assert (one.closed, one.start, one.due) == (date(2026, 12, 18), date(2026, 10, 5), date(2026, 12, 20))
    assert (one.order, one.weight, one.cadence, one.score) == (1, 2, "xun", 0.7)
    assert one.initiatives == (
        Initiative("Remote cache", "lin", date(2026, 11, 1), date(2026, 10, 28), "https://example.org/1"),
    )
    assert one.retro == Retro("caches", "keep", "measure first")
    assert one.reviews == (Review(date(2026, 11, 2), "sam", 0.4, "slow start"),)
    assert one.checkins == (CheckIn(date(2026, 10, 9), None, 0.6, "on_track", "n", "b", "x", "ada"),)
    assert (one.tags, one.lint) == (("ci",), (("Q104", "it is a release"),))
    assert one.links == (("design", "https://example.org/d"), ("notes", "../notes.md"))
    assert [result.id for result in one.key_results] == ["p50"]
    assert one.marks["title"] == Mark(4, 8)


def test_every_edge_of_an_objective_is_resolved() -> None:
    site = read({**OTHERS, "goals/platform/a.md": WHOLE.lstrip()})
    assert [(edge.type, edge.to, edge.weight, edge.confirmed, edge.note) for edge in site.graph.edges] == [
        ("continues", "win-trust", 1, None, ""),
        ("contributes", "win-trust", 2, None, ""),
        ("depends_on", "win-trust", 1, True, "capacity by October"),
        ("guards", "kpis/availability", 1, None, ""),
        ("improves", "kpis/build-time", 1, None, ""),
        ("replaced_by", "win-trust", 1, None, ""),
        ("same_as", "win-trust", 1, None, ""),
        ("supports", "kpis/availability", 1, None, ""),
        ("supports", "win-trust", 1, None, ""),
        ("supports", "win-trust#nps", 1, None, ""),
    ]
    (ask,) = site.graph.asks
    assert (ask.source, ask.team, ask.ask, ask.confirmed) == ("faster-builds", "platform", "review", None)


def test_only_a_cycle_is_required_and_all_else_has_a_default() -> None:
    one, said = read_objective("")
    assert said == []
    assert one is not None
    assert (one.title, one.owner, one.commitment, one.origin, one.state) == (
        "a",
        None,
        "aspirational",
        None,
        "active",
    )
    assert (one.weight, one.cadence, one.score, one.key_results, one.order) == (1, None, None, (), None)


@pytest.mark.parametrize(
    ("front", "body", "title"),
    [
        ("title: Said", "# Heading", "Said"),
        ("title: '  A\\n  b '", "", r"A\n b"),
        ("", "text\n\n## Heading ##\n# Other", "Heading"),
        ("", "```\n# code\n```\n# Heading", "Heading"),
        ("title:", "#hashtag", "a"),
        ("", "", "a"),
    ],
)
def test_a_title_is_said_or_the_first_heading_or_the_file_s_name(front: str, body: str, title: str) -> None:
    site = read({"goals/2026/a.md": f"---\n{front}\n---\n{body}\n"})
    assert site.objective("2026/a").title == title


def test_an_edge_may_be_the_goal_alone() -> None:
    site = read({**OTHERS, "goals/2026/a.md": goal("{contributes: [win-trust], depends_on: [win-trust]}")})
    assert site.said() == []
    assert [(edge.type, edge.weight, edge.confirmed) for edge in site.graph.edges] == [
        ("contributes", 1, None),
        ("depends_on", 1, None),
    ]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("onwer: ada", '2:1: S001 an objective has no key "onwer"'),
        ("baseline: 3", '2:1: S001 an objective has no key "baseline"'),
        (
            "owner: Ada Lovelace",
            '2:8: S002 owner is "Ada Lovelace", must be the handle of one person, such as ada',
        ),
        ("owner: [ada, lin]", "2:8: S002 owner is a list, must be the handle of one person, such as ada"),
        ("owner: a@b.example", '2:8: S002 owner is "a@b.example", must be the handle'),
        ("contributors: ada", '2:15: S002 contributors is "ada", must be a list'),
        ("commitment: firm", '2:13: S008 commitment is "firm", must be committed or aspirational'),
        ("origin: bottomup", '2:9: S008 origin is "bottomup", must be top-down, bottom-up or negotiated'),
        ("status: done", '2:9: S008 status is "done", must be draft, proposed, active, paused or closed'),
        ("order: first", '2:8: S015 order is "first", must be a number'),
        ("weight: -1", "2:9: S014 weight is -1, must be a number, 0 or more"),
        ("weight: .nan", '2:9: S015 weight is ".nan", must be a number, 0 or more'),
        ("weight: .inf", '2:9: S015 weight is ".inf", must be a number, 0 or more'),
        ("weight: heavy", '2:9: S015 weight is "heavy", must be a number, 0 or more'),
        ("cadence: 6m", '2:10: S008 cadence is "6m", must be day, week, xun, month, quarter, year, end or'),
        ("cadence: 0d", '2:10: S008 cadence is "0d", must be day'),
        ("start: 2026-02-31", '2:8: S011 start is "2026-02-31", which the calendar'),
        ("start: 31.10.2026", '2:8: S011 start is "31.10.2026", no date'),
        ("start: 2026-W41-1", '2:8: S011 start is "2026-W41-1", no date'),
        ("start: {}", "2:8: S002 start is a mapping, must be a date"),
        ("supports: win-trust", '2:11: S002 supports is "win-trust", must be a list'),
        ("supports: [[a]]", "2:12: S002 supports is a list, must be the id of a goal"),
        ("contributes: [{weight: 2}]", '2:15: S006 contributes has no "to"'),
        ("depends_on: [{note: x}]", "2:14: S006 the dependency names nobody"),
        (
            "depends_on: [{team: platform, confirmed: perhaps}]",
            '2:42: S002 confirmed is "perhaps", must be true or false',
        ),
        (
            "depends_on: [{team: platform, confirmed: yes}]",
            '2:42: S002 confirmed is "yes", must be true or false',
        ),
        ("initiatives: [{owner: lin}]", '2:15: S006 an initiative has no "title"'),
        ("initiatives: [Remote cache]", '2:15: S002 initiatives is "Remote cache", must be a mapping'),
        ("reviews: [{text: x}]", '2:11: S006 a review has no "date"'),
        (
            "reviews: [{date: 2026-11-02, score: 70%}]",
            '2:37: S015 score is "70%", must be a number from 0 to 1',
        ),
        ("retro: {decision: stop}", '2:19: S008 decision is "stop", must be keep, modify or abandon'),
        ("checkins: [{confidence: .5}]", '2:12: S006 a check-in of an objective has no "date"'),
        (
            "checkins: [{date: 2026-10-09, value: 3}]",
            '2:31: S001 a check-in of an objective has no key "value"',
        ),
        ("links: [https://example.org]", "2:8: S002 links is a list, must be a mapping of names to values"),
        (
            "links: {x: 'javascript:alert(1)'}",
            '2:12: S040 links.x is "javascript:alert(1)", no link that may be',
        ),
        ("lint: [Q104]", "2:7: S002 lint is a list, must be a mapping of names to values"),
        ("tags: ci", '2:7: S002 tags is "ci", must be a list'),
        ("title: {a: b}", "2:8: S002 title is a mapping, must be text"),
        ("key_results: {id: a}", "2:14: S002 key_results is a mapping, must be a list"),
        ("team: nowhere", '2:7: S003 no unit is called "nowhere"'),
    ],
)
def test_a_wrong_value_is_told_at_its_place(front: str, said: str) -> None:
    found = read({"goals/2026-Q4/a.md": goal(front), "goals/platform/team.md": goal()}).said(
        "goals/2026-Q4/a.md"
    )
    assert len(found) == 1, found
    assert found[0].startswith(said)


def test_an_unknown_key_is_an_error_with_a_suggestion() -> None:
    site = read({"goals/2026/a.md": goal("onwer: ada\nkey_result: []\nzzz: 1")})
    assert site.hints()[:2] == ['did you mean "owner"?', 'did you mean "key_results"?']
    assert site.hints()[2].startswith("known are aliases, cadence, checkins")


def test_all_errors_of_a_file_are_told_at_once() -> None:
    _, said = read_objective(
        """
        onwer: ada
        weight: -1
        start: 2026-02-30
        key_results:
          - {id: a, metric: {unit: min}}
          - {id: a, weight: -2, maintain: {}}
        """
    )
    assert [line.split()[1] for line in said] == ["S001", "S014", "S011", "S006", "S027", "S014", "S006"]


@pytest.mark.parametrize(
    ("key", "value", "what"),
    [
        ("outcome", "achieved", "an outcome"),
        ("closed", "2026-12-18", "a closing day"),
        ("score", "0.7", "a score"),
    ],
)
def test_what_only_a_closed_goal_has_is_an_error_on_another(key: str, value: str, what: str) -> None:
    one, said = read_objective(f"{key}: {value}\nstatus: paused")
    assert said == [f'2:{len(key) + 3}: S022 the goal has {what} and its status is "paused"']
    assert one is not None
    assert (one.outcome, one.closed, one.score) == (None, None, None)
    assert read_objective(f"{key}:\nstatus: paused")[1] == []
    assert read_objective(f"{key}: {value}\nstatus: closed")[1] == []


def test_a_status_that_is_none_is_told_once() -> None:
    assert read_objective("status: clsed\noutcome: achieved")[1] == [
        '2:9: S008 status is "clsed", must be draft, proposed, active, paused or closed'
    ]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("start: 2026-10-05\ndue: 2026-12-20", []),
        ("start: 2026-10-01\ndue: 2026-12-31", []),
        ("start: 2026-10-05\ndue: 2026-10-05", []),
        (
            "start: 2026-09-30",
            ["2:8: S012 start is 2026-09-30, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)"],
        ),
        (
            "due: 2027-01-01",
            ["2:6: S012 due is 2027-01-01, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)"],
        ),
        (
            "start: 2026-09-30\ndue: 2027-01-01",
            [
                "2:8: S012 start is 2026-09-30, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)",
                "3:6: S012 due is 2027-01-01, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)",
            ],
        ),
        (
            "start: 2026-11-02\ndue: 2026-11-01",
            ["3:6: S012 the window ends on 2026-11-01, before it starts on 2026-11-02"],
        ),
    ],
)
def test_start_and_due_narrow_the_cycle_and_may_not_leave_it(front: str, said: list[str]) -> None:
    assert read_objective(front)[1] == said


def test_a_key_result_s_window_may_not_leave_the_cycle_nor_end_before_its_goal_starts() -> None:
    _, said = read_objective(
        """
        start: 2026-11-01
        key_results:
          - {id: a, start: 2026-10-05, due: 2026-12-01}
          - {id: b, due: 2026-10-15}
          - {id: c, due: 2027-01-15}
        """
    )
    assert said == [
        "5:18: S012 due is 2026-10-15, before the window starts on 2026-11-01",
        "6:18: S012 due is 2027-01-15, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)",
    ]


def test_a_dependency_is_on_a_goal_or_on_a_team() -> None:
    site = read({**OTHERS, "goals/2026/a.md": goal("depends_on: [{goal: win-trust, team: platform}]")})
    assert site.said() == [
        "goals/2026/a.md:2:38: S017 the dependency names a goal and a team, must be one of them"
    ]
    assert site.graph.asks == ()


def test_a_goal_may_name_its_unit_by_its_path_or_last_segment() -> None:
    units = {"goals/a/build/team.md": goal(), "goals/b/test/team.md": goal(), "goals/c/test/team.md": goal()}
    site = read(
        {
            **units,
            "goals/2026/one.md": goal("team: build"),
            "goals/2026/two.md": goal("team: b/test"),
            "goals/2026/three.md": goal("team: test"),
        }
    )
    assert site.said() == ['goals/2026/three.md:2:7: S004 team "test" may be b/test or c/test']
    assert site.hints() == ["write the whole path"]
    assert [(one.id, one.team) for one in site.corpus.objectives] == [
        ("2026/one", "a/build"),
        ("2026/three", ""),
        ("2026/two", "b/test"),
    ]


def test_handles_are_written_with_or_without_their_sign() -> None:
    one, said = read_objective('owner: "@Ada"\ncontributors: [LIN]')
    assert said == []
    assert one is not None
    assert (one.owner, one.contributors) == ("Ada", ("LIN",))


def test_yes_and_clock_times_are_text() -> None:
    one, said = read_objective("title: yes\ntags: [1:30, no, 010]")
    assert said == []
    assert one is not None
    assert (one.title, one.tags) == ("yes", ("1:30", "no", "010"))


ALWAYS = "cycles: [{id: always, start: 0001-01-01, end: 9999-12-31}]"


def test_what_is_maintained_is_judged_a_sane_number_of_times() -> None:
    results = (
        "cycle: always\nkey_results:\n"
        "  - {id: a, maintain: {max: 5, every: day}}\n"
        "  - {id: b, maintain: {max: 5, every: day}, start: 2026-01-01, due: 2035-12-31}\n"
    )
    site = read({"config.yaml": ALWAYS, "goals/trust.md": goal(results)})
    (said,) = site.said()
    assert said.startswith("goals/trust.md:4:23: S012 maintain is judged every day, 3652059 times in its")
    assert isinstance(site.objective("trust").key_results[0].measure, Manual)


def test_of_a_window_that_leaves_the_cycle_only_that_is_told() -> None:
    said = read_objective("key_results: [{id: a, start: 0001-01-01, maintain: {max: 5, every: day}}]")[1]
    assert said == ["2:30: S012 start is 0001-01-01, outside the cycle 2026-Q4 (2026-10-01 to 2026-12-31)"]
