"""Which findings stand: settings of the site, and rules that files set aside."""

from __future__ import annotations

from tests.authored import goal
from tests.lint.told import findings

TITLE = "Win 30 % of the market"


def said(front: str = "", config: str = "") -> list[str]:
    """Findings on digits in a title and on setting rules aside, for one objective with more front matter."""
    files = {"goals/2026-Q4/a.md": goal(f"title: {TITLE}\n{front}"), "config.yaml": config}
    found = findings(files)
    wanted = ("Q103", "S052", "S053", "S041")
    return [f"{one.line}: {one.code} {one.severity} {one.message}" for one in found if one.code in wanted]


DIGITS = '2: Q103 warning the title holds "30", which belongs in a key result'


def test_a_finding_is_set_aside_with_a_reason() -> None:
    assert said() == [DIGITS]
    assert said("lint: {Q103: thirty is the name of the market}") == []


def test_a_reason_is_required() -> None:
    assert said("lint: {Q103: }") == [DIGITS, "3: S052 error Q103 is set aside without a reason"]
    assert said('lint: {Q103: ""}') == [DIGITS, "3: S052 error Q103 is set aside without a reason"]


def test_one_that_finds_nothing_is_told() -> None:
    assert said("lint: {Q136: it is closed}") == [
        DIGITS,
        "3: S053 warning Q136 is set aside, and finds nothing here",
    ]


def test_what_comes_and_goes_with_the_days_may_find_nothing_today() -> None:
    assert said("lint: {R201: on leave, Q123: agreed with all}") == [DIGITS]


def test_what_is_not_in_force_may_find_nothing() -> None:
    assert said("lint: {Q103: a name}", "rules: {ignore: [Q103]}") == []


def test_unknown_removed_and_binding_codes_are_told() -> None:
    assert said("lint: {Q1O3: a name, S048: mesh, S003: later, output-verb: why not}")[1:] == [
        '3: S052 error "Q1O3" is no code',
        "3: S052 error S048 is gone",
        "3: S052 error S003 is an error of structure, which cannot be set aside",
        '3: S052 error "output-verb" is no code',
    ]


def test_the_site_ignores_rules_everywhere_or_by_path() -> None:
    assert said(config="rules: {ignore: [Q]}") == []
    assert said(config="rules: {select: [R]}") == []
    assert said(config='rules: {per-path: {"goals/2026-Q4/**": [Q103]}}') == []
    assert said(config='rules: {per-path: {"goals/2026-Q3/**": [Q103]}}') == [DIGITS]


def test_the_site_sets_the_severity() -> None:
    assert said(config="rules: {severity: {Q: error}}") == [DIGITS.replace("warning", "error")]


def test_what_a_goal_sets_aside_holds_for_its_log() -> None:
    files = {
        "goals/2026-Q4/a.md": goal("""
            title: Everybody trusts a green build
            lint: {S024: the second count is the right one}
            key_results:
              - {id: kr, title: Red builds, metric: {unit: builds, baseline: 9, target: 1}}
            """),
        "goals/2026-Q4/a.checkins.csv": "date,kr,value\n2026-10-05,kr,8\n2026-10-05,kr,7\n",
    }
    assert [one for one in findings(files) if one.code in ("S024", "S053")] == []


def test_of_one_code_in_one_file_not_more_is_told_than_people_read() -> None:
    body = "Write to lin@example.org\n" * 150
    files = {f"goals/2026-Q4/{name}.md": goal("title: Trust", body) for name in ("a", "b")}
    told = [one for one in findings(files) if one.code == "P401" and one.path == "goals/2026-Q4/a.md"]
    assert len(told) == 100
    assert not any("more" in one.message for one in told[:-1])
    assert told[-1].message.endswith("; more of P401 follow in this file")
