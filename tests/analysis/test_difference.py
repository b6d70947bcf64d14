"""What differs between two states of a repository of goals."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.analysis.change import Difference
from tests.analysis.states import differing, one_goal, told

TRUST = "---\ntitle: Customers trust us\nowner: ada\ncycle: 2026\n---\nWhy we are here.\n"
BUILDS = """\
---
title: Every engineer trusts a green build
owner: ada
supports: [win-trust]
contributes: [win-trust]
key_results:
  - id: p50
    title: Median time to green
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-16, value: 9.5, confidence: 0.6}
  - title: The flaky tests are found
    milestones:
      - {title: A list, done: 2026-11-01}
      - {title: A cure}
---
Slow builds cost us an hour a day.

See [[win-trust]].
"""
KPI = """\
---
title: Availability
unit: "%"
targets:
  - {from: 2026-01-01, target: 99.9, red: 99}
series: [[2026-11-09, 99.97]]
---
"""
OTHERS = "---\ntitle: Others\ncycle: 2026\ndepends_on: [{goal: builds}]\n---\n[[builds]]\n"
FILES = {
    "config.yaml": "site_name: Acme\n",
    "goals/win-trust.md": TRUST,
    "goals/platform/team.md": "---\ntitle: Platform\nlead: lin\n---\n",
    "goals/platform/2026-Q4/builds.md": BUILDS,
    "goals/kpis/availability.md": KPI,
}
ID = "platform/2026-Q4/builds"


def changed(path: str, *edits: tuple[str, str]) -> dict[str, str]:
    """The files, with texts of one of them replaced by others."""
    text = FILES[path]
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    return {**FILES, path: text}


def builds(*edits: tuple[str, str]) -> dict[str, str]:
    """The files with edits in the objective on builds."""
    return changed("goals/platform/2026-Q4/builds.md", *edits)


def moved(old: str, new: str, files: Mapping[str, str] = FILES) -> dict[str, str]:
    """The files with one of them at another path."""
    return {new if path == old else path: text for path, text in files.items()}


def test_two_equal_states_differ_in_nothing() -> None:
    assert differing(FILES, FILES) == Difference()
    assert differing(FILES, FILES).is_empty


def test_a_target_that_moved_is_told_with_what_it_does_upstream() -> None:
    whole = differing(FILES, builds(("target: 5", "target: 6")))
    assert told(whole) == {ID: [(("key_result", "p50"), "target", 5.0, 6.0)]}
    effects = {(one.result, one.figure): [one.before, one.after] for one in one_goal(whole, ID).effects}
    assert effects["p50", "progress"] == pytest.approx([0.5, 4.5 / 8])
    assert effects["", "progress"] == pytest.approx([0.5, (4.5 / 8 + 0.5) / 2])
    (above,) = (one for one in whole.goals if one.record.id == "win-trust")
    assert above.change == "affected"
    assert {one.figure for one in above.effects} == {"progress_with_contributions"}
    assert [(unit.unit, unit.cycle, unit.effects[0].figure) for unit in whole.units] == [
        ("platform", "2026-Q4", "progress")
    ]


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("owner: ada", "owner: lin"), ((), "owner", "ada", "lin")),
        (
            ("green build\n", "fast build\n"),
            ((), "title", "Every engineer trusts a green build", "Every engineer trusts a fast build"),
        ),
        (
            ("supports: [win-trust]", "supports: [availability]"),
            ((), "supports", ("win-trust",), ("kpis/availability",)),
        ),
        (
            ("contributes: [win-trust]", "contributes: [{to: win-trust, weight: 2}]"),
            ((), "contributes", (("win-trust", 1.0),), (("win-trust", 2.0),)),
        ),
        (("owner: ada", "owner: ada\nweight: 2"), ((), "weight", 1.0, 2.0)),
        (("owner: ada", "owner: ada\ndue: 2026-12-20"), ((), "due", None, "2026-12-20")),
        (("owner: ada", "owner: ada\nretro: {learned: Ask first}"), ((), "learned", None, "Ask first")),
        (("owner: ada", "owner: ada\ncycle: 2027-Q1"), ((), "cycle", "2026-Q4", "2027-Q1")),
        (("value: 9.5", "value: 9"), (("checkin", "p50", "2026-11-16"), "value", 9.5, 9.0)),
        (
            ("{title: A cure}", "{title: A cure, done: 2026-11-10}"),
            (("milestone", "2", "A cure"), "done", None, "2026-11-10"),
        ),
        (
            ("{title: A cure}", "{title: A real cure}"),
            (("milestone", "2", "A real cure"), "title", "A cure", "A real cure"),
        ),
        (
            ("The flaky tests are found", "All flaky tests are found"),
            (("key_result", "2"), "title", "The flaky tests are found", "All flaky tests are found"),
        ),
        (("id: p50", "id: median"), (("key_result", "median"), "id", "p50", "median")),
        (
            ("metric: {unit: min, baseline: 14, target: 5}", "binary: {}"),
            (("key_result", "p50"), "measure", "metric", "binary"),
        ),
        (
            ("    metric:", "    plan: [{date: 2026-11-01, value: 9}]\n    metric:"),
            (("key_result", "p50"), "plan", None, (("2026-11-01", 9.0),)),
        ),
    ],
    ids=lambda value: str(value[1])[:30],
)
def test_each_field_that_changed_is_told_once(edit: tuple[str, str], expected: tuple[object, ...]) -> None:
    changes = told(differing(FILES, builds(edit)))[ID]
    assert expected in changes
    assert len({change[:2] for change in changes}) == len(changes)


def test_a_part_that_came_is_told_as_a_whole() -> None:
    late = "      - {date: 2026-11-16, value: 9.5, confidence: 0.6}\n"
    whole = differing(FILES, builds((late, late + "      - {date: 2026-11-15, value: 10}\n")))
    assert told(whole)[ID] == [(("checkin", "p50", "2026-11-15"), "", None, (("value", 10.0),))]


def test_a_key_result_that_went_is_no_edit_of_the_one_that_takes_its_place() -> None:
    before = builds(
        ("  - id: p50\n    title: Median time to green", "  - title: Wholly different words here")
    )
    after = builds(
        ("  - id: p50\n    title: Median time to green", "  - title: Something else entirely now"),
        ("The flaky tests are found", "Nothing of it remains"),
    )
    changes = told(differing(before, after))[ID]
    assert {(field, before, after) for _, field, before, after in changes} == {
        ("", None, "Something else entirely now"),
        ("", None, "Nothing of it remains"),
        ("", "Wholly different words here", None),
        ("", "The flaky tests are found", None),
    }


def test_a_key_result_without_an_id_is_itself_wherever_it_stands() -> None:
    first = "  - title: New and first\n    binary: {}\n"
    whole = differing(FILES, builds(("key_results:\n", f"key_results:\n{first}")))
    assert [change[1:] for change in told(whole)[ID]] == [("", None, "New and first")]


def test_a_file_that_moved_is_the_same_goal_and_what_names_it_has_not_changed() -> None:
    """The id comes from the path; those who refer to it have to write it anew."""
    before = {
        **FILES,
        "goals/other.md": OTHERS,
    }
    after = moved("goals/platform/2026-Q4/builds.md", "goals/platform/2026-Q4/fast.md", before)
    after["goals/other.md"] = before["goals/other.md"].replace("builds", "fast")
    whole = differing(before, after)
    (one,) = whole.goals
    assert (one.change, one.before and one.before.id, one.record.id) == ("moved", ID, "platform/2026-Q4/fast")
    assert one.changes == ()


def test_a_goal_that_moved_and_says_something_else_is_told_as_one() -> None:
    after = moved(
        "goals/platform/2026-Q4/builds.md",
        "goals/platform/2026-Q4/fast.md",
        builds(("target: 5", "target: 6")),
    )
    (one,) = (one for one in differing(FILES, after).goals if one.is_touched)
    assert one.change == "moved"
    assert [change[:2] for change in one.changes] == [(("key_result", "p50"), "target")]


def test_an_alias_says_which_goal_it_was_even_if_nothing_else_is_alike() -> None:
    after = moved("goals/win-trust.md", "goals/trust.md")
    after["goals/trust.md"] = "---\ntitle: 顾客信任我们\ncycle: 2026\naliases: [win-trust]\n---\n"
    (one,) = (one for one in differing(FILES, after).goals if one.record.id == "trust")
    assert one.change == "moved"
    assert "aliases" not in {change.field for change in one.changes}


def test_a_unit_that_moved_is_the_same_unit_and_its_goals_have_not_left_it() -> None:
    after = {path.replace("platform/", "infra/"): text for path, text in FILES.items()}
    whole = differing(FILES, after)
    assert [(one.kind, one.change) for one in whole.others] == [("team", "moved")]
    assert [(one.change, one.changes) for one in whole.goals] == [("moved", ())]


def test_a_unit_that_gets_a_file_or_loses_it_is_new_or_gone_and_its_figures_are_compared() -> None:
    """The root unit is there whether a file says so or not."""
    after = {**FILES, "goals/team.md": "---\ntitle: Acme\n---\n"}
    assert [one.change for one in differing(FILES, after).others] == ["added"]
    assert [one.change for one in differing(after, FILES).others] == ["removed"]
    above = changed("goals/win-trust.md", ("cycle: 2026\n", "cycle: 2026\norigin: top-down\n"))
    assert [one.unit for one in differing(FILES, above).units] == [""]


def test_new_and_removed_files_are_told_as_such() -> None:
    after = {path: text for path, text in FILES.items() if "builds" not in path}
    after["goals/2026-Q4/quiet.md"] = "---\ntitle: Quiet nights\n---\n"
    whole = differing(FILES, after)
    assert {(one.change, one.record.id) for one in whole.goals if one.is_touched} == {
        ("added", "2026-Q4/quiet"),
        ("removed", ID),
    }


def test_a_file_that_can_no_longer_be_read_is_not_gone() -> None:
    whole = differing(FILES, {**FILES, "goals/win-trust.md": "---\ntitle: [\n---\n"})
    assert whole.unread == (("goals/win-trust.md", False),)
    assert [one.change for one in whole.goals if one.is_touched] == []
    assert whole.new


def test_the_lines_of_a_text_that_changed_are_told() -> None:
    whole = differing(FILES, builds(("an hour a day.", "two hours a day.")))
    assert one_goal(whole, ID).body == (
        "-Slow builds cost us an hour a day.",
        "+Slow builds cost us two hours a day.",
    )


def test_a_value_of_a_kpi_changes_its_health() -> None:
    whole = differing(FILES, changed("goals/kpis/availability.md", ("99.97", "98")))
    one = one_goal(whole, "kpis/availability")
    assert [tuple(change) for change in one.changes] == [(("point", "2026-11-09"), "value", 99.97, 98.0)]
    assert ("health", "green", "red") in [effect[1:] for effect in one.effects]


def test_a_setting_that_changed_is_told_by_its_key() -> None:
    whole = differing(FILES, {**FILES, "config.yaml": "site_name: Acme\npace: {at_risk: 0.8}\n"})
    assert [(one.field, one.before, one.after) for one in whole.settings] == [("pace.at_risk", 0.7, 0.8)]


def test_findings_that_came_are_told_and_those_that_only_moved_are_not() -> None:
    broken = builds(("supports: [win-trust]", "supports: [win-trust, nowhere]"))
    later = builds(
        ("owner: ada\n", "owner: ada\n\n\n"), ("supports: [win-trust]", "supports: [win-trust, nowhere]")
    )
    assert [one.code for one in differing(FILES, broken).new] == ["S003"]
    assert (differing(broken, later).new, differing(broken, later).gone) == ((), ())


def test_a_page_and_a_person_are_told_among_the_others() -> None:
    more = {"goals/people/ada.md": "---\nname: Ada\n---\n", "goals/notes.md": "# Notes\n"}
    whole = differing({**FILES, **more}, {**FILES, "goals/people/ada.md": "---\nname: Ada L.\n---\n"})
    assert [(one.kind, one.change) for one in whole.others] == [("person", "changed"), ("page", "removed")]


LINES = (
    *("owner: ada", "supports: [win-trust]", "contributes: [win-trust]"),
    *("      - {title: A cure}\n", "Slow builds", "target: 5", "id: p50"),
)
EDITS = st.lists(
    st.tuples(st.sampled_from(LINES), st.sampled_from(("", "weight: 2", "target: 7", "Slow lines")))
)
PATHS = st.sampled_from(
    ("goals/platform/2026-Q4/builds.md", "goals/platform/2026-Q4/fast.md", "goals/2026-Q4/builds.md")
)


def written(edits: list[tuple[str, str]], path: str) -> dict[str, str]:
    """The files with some lines of the objective on builds replaced, and it at a path."""
    text = BUILDS
    for old, new in edits:
        text = text.replace(old, new)
    return {**{name: said for name, said in FILES.items() if "builds" not in name}, path: text}


def seen(whole: Difference, from_behind: bool) -> tuple[object, ...]:
    """What a difference tells, or what it would tell from the other side, but for names of goals."""
    kinds = {"added": "removed", "removed": "added"} if from_behind else {}
    pairs = [
        (change.field, change.before, change.after)
        for one in whole.goals
        for change in one.changes
        if change.field not in ("supports", "contributes")
    ]
    pairs += [(each.figure, each.before, each.after) for one in whole.goals for each in one.effects]
    told = sorted(
        repr((name, after, before) if from_behind else (name, before, after)) for name, before, after in pairs
    )
    goals = sorted(kinds.get(one.change, one.change) for one in whole.goals)
    findings = (len(whole.new), len(whole.gone))
    return goals, told, findings[::-1] if from_behind else findings


@given(EDITS, EDITS, PATHS, PATHS)
def test_seen_from_the_other_side_before_and_after_change_over(
    first: list[tuple[str, str]], second: list[tuple[str, str]], path: str, other: str
) -> None:
    before, after = written(first, path), written(second, other)
    there, back = differing(before, after), differing(after, before)
    assert seen(there, from_behind=False) == seen(back, from_behind=True)


@given(EDITS, PATHS)
def test_a_state_does_not_differ_from_itself_whatever_is_wrong_with_it(
    edits: list[tuple[str, str]], path: str
) -> None:
    files = written(edits, path)
    assert differing(files, files).is_empty


@given(EDITS, EDITS)
def test_no_field_is_told_twice(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> None:
    path = "goals/platform/2026-Q4/builds.md"
    for one in differing(written(first, path), written(second, path)).goals:
        assert len({change[:2] for change in one.changes}) == len(one.changes)
