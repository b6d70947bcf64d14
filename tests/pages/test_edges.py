"""Edges read as sentences."""

from __future__ import annotations

from goalsite.pages.edges import edge_rows, standing
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal, one_kpi


def sentences(files: dict[str, str], name: str, language: str = "en") -> list[str]:
    """Every edge of a goal as a reader reads it, with its direction."""
    rows = edge_rows(desk_of(files, language=language), name)
    return [
        " ".join(part for part in (f"{r.direction}:", r.before, r.link.text, r.after) if part) for r in rows
    ]


FILES = one_goal(
    """
    title: Trust
    supports: [top, far]
    contributes: [{to: top, weight: 2}]
    improves: [speed]
    guards: [speed]
    depends_on: [{goal: wait, confirmed: false, note: by May}, {team: ops, ask: a server, size: large}]
    """
) | {
    "goals/2026/far.md": goal("title: Far"),
    "goals/2026/top.md": goal("title: Top"),
    "goals/2026/wait.md": goal("title: Wait"),
    "goals/kpis/speed.md": goal("title: Speed"),
    "goals/ops/team.md": goal("title: Operations"),
    "goals/ops/2026-Q4/below.md": goal("title: Below\nsupports: [trust]"),
}


def test_a_goal_says_once_why_it_exists_who_carries_it_and_what_it_depends_on() -> None:
    assert sentences(FILES, "2026-Q4/trust") == [
        "up: counts towards Top",
        "up: is to improve Speed",
        "up: supports Far",
        "down: is supported by Below",
        "across: depends on Wait",
        "across: must not break Speed",
        "across: depends on Operations",
    ]


def test_a_sentence_is_built_as_the_language_has_it() -> None:
    assert sentences(FILES, "2026/wait", "zh") == ["across: 被 Trust 依赖"]


def test_a_contribution_says_that_it_counts_and_with_which_weight() -> None:
    rows = edge_rows(desk_of(FILES), "2026-Q4/trust")
    assert [row.counts for row in rows if row.counts] == ["counts with weight 2"]


def test_a_dependency_says_what_is_asked_and_what_was_answered() -> None:
    rows = edge_rows(desk_of(FILES), "2026-Q4/trust")
    asked = [(row.link.text, row.confirmed.key, row.note) for row in rows if row.confirmed]
    assert asked == [("Wait", "no", "by May"), ("Operations", "open", "a server (size: large)")]


def test_the_unit_of_the_other_goal_is_told_where_it_is_another_one() -> None:
    rows = edge_rows(desk_of(FILES), "2026-Q4/trust")
    assert [(row.link.text, row.unit.text) for row in rows if row.unit] == [("Below", "Operations")]


def test_a_goal_that_very_many_support_tells_the_first_and_counts_the_rest() -> None:
    many = {f"goals/2026-Q4/g{n:03}.md": goal("supports: [top]") for n in range(130)}
    rows = edge_rows(desk_of(many | {"goals/2026/top.md": goal("title: Top")}), "2026/top")
    assert len(rows) == 101
    assert (rows[-1].link.text, rows[-1].link.href) == ("30 more goals", "map/")


def test_what_lies_outside_has_no_standing() -> None:
    desk = desk_of(FILES | one_kpi("title: Speed\nseries: [[2026-11-01, 5]]"))
    assert standing(desk, "https://example.org/x") is None
    health = standing(desk, "kpis/speed")
    assert health is not None
    assert health.word == "no target"
