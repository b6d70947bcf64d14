"""References: what they may say and what they mean. Edges are read from whole files."""

from __future__ import annotations

import pytest

from tests.authored import goal, read

BROKEN = "---\ntitle: [never closed\n---\n"


def targets(
    reference: str, files: dict[str, str], at: str = "goals/2026/from.md"
) -> tuple[list[str], list[str]]:
    """What `supports: [reference]` in the file `at` leads to, and what is said of that."""
    site = read({**files, at: goal(f'supports: ["{reference}"]')})
    return [to for _, to in site.edges("supports")], [f"{one.code} {one.message}" for one in site.found]


@pytest.mark.parametrize(
    "reference",
    ["platform/2026-Q4/faster-builds", "2026-Q4/faster-builds", "faster-builds", "old/name", "name"],
)
def test_a_reference_is_an_id_an_alias_or_any_tail_of_either_by_whole_segments(reference: str) -> None:
    files = {"goals/platform/2026-Q4/faster-builds.md": goal("aliases: [old/name]")}
    assert targets(reference, files) == (["platform/2026-Q4/faster-builds"], [])


@pytest.mark.parametrize(
    "reference", ["builds", "Q4/faster-builds", "platform", "Faster-Builds", "platform/faster-builds"]
)
def test_part_of_a_segment_or_another_case_is_no_reference(reference: str) -> None:
    found, said = targets(reference, {"goals/platform/2026-Q4/faster-builds.md": goal()})
    assert found == []
    assert said == [f'S003 no goal is called "{reference}"']


def test_references_are_compared_in_their_composed_form() -> None:
    found, said = targets("cafe\u0301", {"goals/2026/x.md": goal("id: caf\u00e9")})
    assert (found, said) == (["caf\u00e9"], [])


def test_an_exact_id_beats_an_alias_and_an_alias_a_tail() -> None:
    exact = goal("id: x")
    alias = goal("{id: b, aliases: [y]}")
    files = {
        "goals/2026/a.md": exact,
        "goals/2026/b.md": alias,
        "goals/2026/c/x.md": goal(),
        "goals/2026/c/y.md": goal(),
    }
    assert targets("x", files) == (["x"], [])
    assert targets("y", files) == (["b"], [])


TWO = {"goals/platform/2026/grow.md": goal(), "goals/sales/2026/grow.md": goal()}


def test_of_several_tails_the_one_in_the_referring_file_s_folder_wins() -> None:
    assert targets("grow", TWO, "goals/sales/2026/from.md") == (["sales/2026/grow"], [])


def test_of_several_tails_in_other_folders_the_one_in_the_referring_unit_wins() -> None:
    files = {**TWO, "goals/sales/team.md": goal(), "goals/platform/team.md": goal()}
    assert targets("grow", files, "goals/sales/2026-Q4/from.md") == (["sales/2026/grow"], [])


def test_the_unit_that_a_goal_names_itself_counts_for_that() -> None:
    files = {**TWO, "goals/sales/team.md": goal(), "goals/platform/team.md": goal()}
    site = read({**files, "goals/2026/from.md": goal("{team: platform, supports: [grow]}")})
    assert site.edges("supports") == [("2026/from", "platform/2026/grow")]


def test_else_several_tails_are_an_error_that_lists_them() -> None:
    assert targets("grow", TWO) == ([], ['S004 "grow" may be platform/2026/grow, sales/2026/grow'])


def test_two_in_the_own_folder_s_unit_stay_ambiguous() -> None:
    files = {f"goals/{name}/2026/grow.md": goal() for name in "abcdefg"}
    _, said = targets("grow", files)
    assert said == ['S004 "grow" may be a/2026/grow, b/2026/grow, c/2026/grow, d/2026/grow, e/2026/grow …']


def test_the_place_narrows_first() -> None:
    site = read(
        {
            "goals/2026/speed.md": goal(),
            "goals/kpis/speed.md": goal(),
            "goals/2026/a.md": goal("{improves: [speed], contributes: [speed]}"),
        }
    )
    assert site.said() == []
    assert site.edges("improves") == [("2026/a", "kpis/speed")]
    assert site.edges("contributes") == [("2026/a", "2026/speed")]


def test_an_id_of_the_wrong_kind_gives_way_to_a_tail_of_the_right_one() -> None:
    site = read(
        {
            "goals/2026/a.md": goal("id: speed"),
            "goals/kpis/speed.md": goal(),
            "goals/2026/b.md": goal("improves: [speed]"),
        }
    )
    assert site.edges("improves") == [("2026/b", "kpis/speed")]


def test_the_nearest_id_is_suggested() -> None:
    site = read(
        {"goals/2026/win-trust.md": goal(), "goals/2026/a.md": goal("supports: [win-trsut, 2026/win-trst]")}
    )
    assert site.hints() == ['did you mean "win-trust"?', 'did you mean "2026/win-trust"?']


def test_a_reference_to_a_broken_file_is_no_finding_of_its_own() -> None:
    site = read(
        {
            "goals/2026/a.md": BROKEN,
            "goals/2026/b.md": goal(
                """
                supports: [a, "a#kr"]
                contributes: [2026/a]
                improves: [a]
                depends_on: [{goal: a}]
                key_results: [{id: x, metric: {kpi: a, baseline: 99%, target: 100%}}]
                """,
                "[[a]] and [[a#kr]]",
            ),
            "goals/kpis/k.md": goal('{cascades_from: {kpi: a}, formula: "a / 2"}'),
        }
    )
    assert [one.path for one in site.found] == ["goals/2026/a.md"]


def test_where_a_file_is_broken_an_unknown_name_may_be_its_id() -> None:
    site = read({"goals/2026/a.md": BROKEN, "goals/2026/b.md": goal("supports: [elsewhere]")})
    assert [one.code for one in site.found] == ["S030", "S003"]
    assert site.hints()[1] == "it may be the id of goals/2026/a.md, which could not be read"


def test_suggestions_end_after_a_hundred_unknown_names_so_that_many_take_no_minutes() -> None:
    names = ", ".join(f"gaol-{number}" for number in range(150))
    site = read({"goals/2026/goal-1.md": goal(), "goals/2026/a.md": goal(f"supports: [{names}]")})
    assert len(site.found) == 150
    assert sum("did you mean" in hint for hint in site.hints()) == 100
