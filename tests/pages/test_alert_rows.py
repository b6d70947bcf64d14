from __future__ import annotations

import inspect
import re

import pytest

from goalsite.analysis import alerts
from goalsite.pages.alert_rows import concern_row, told_once
from goalsite.pages.alert_words import WORDS
from goalsite.pages.concerns import concerns
from goalsite.pages.elements import Badge, Link
from goalsite.pages.rows import AlertRow
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result


def rows(files: dict[str, str], as_of: str = "2026-11-16", language: str = "en") -> dict[str, AlertRow]:
    desk = desk_of(files, as_of, language)
    return {one.kind: concern_row(desk, one) for one in concerns(desk.analysis)}


def test_a_key_result_behind_its_plan_says_what_since_when_why_and_what_helps() -> None:
    files = {"goals/2026-Q4/a.md": objective("Trust", result("x", "2026-11-12", 10), head="owner: ada")}
    row = rows(files)["result_off_track"]
    assert (row.badge.word, row.link.text, row.link.note) == ("off track", "Result x", "Trust")
    assert row.link.href == "goals/2026-Q4/a/#kr-x"
    assert row.what == "A key result is far behind its plan."
    assert row.since == "last check-in 12 Nov 2026 (4 days ago)"
    assert row.why.startswith("10% of the way is done where the plan expected 46%: a pace of 0.22")
    assert row.helps.startswith("Decide now")
    assert row.who is not None
    assert row.who.href == "people/ada/"
    assert row.rule is not None
    assert row.rule.href == "glossary/#pace"


def test_several_silent_key_results_are_named_and_counted() -> None:
    row = rows({"goals/2026-Q4/a.md": objective("A", *(result(name) for name in "stuvw"))})["result_no_data"]
    assert row.what == "5 key results have no value yet."
    assert row.why == "Result s, Result t, Result u and 2 more"
    assert row.link.href == "goals/2026-Q4/a/"


def test_long_ago_is_told_by_the_date_alone() -> None:
    series = "frequency: month\nseries: [[2026-01-31, 4]]"
    row = rows({"goals/kpis/k.md": kpi("K", series)})["kpi_missing_data"]
    assert (row.badge.word, row.since) == ("out of date", "last value 31 Jan 2026")
    assert (
        row.why == "Its last point is older than 1.5 times its frequency (every month) and the usual delay."
    )


def test_a_kpi_that_never_had_a_value_is_told_apart_from_one_that_is_late() -> None:
    row = rows({"goals/kpis/k.md": kpi("K", "frequency: month")})["kpi_missing_data"]
    assert (row.badge.word, row.what, row.since) == ("no data", "It has never had a value.", "")


def test_an_exposed_goal_names_what_it_rests_on_with_its_status() -> None:
    files = {
        "goals/team.md": "---\ntitle: All\n---\n",
        "goals/infra/team.md": "---\ntitle: Infra\n---\n",
        "goals/2026-Q4/a.md": objective(
            "A",
            result("x", "2026-11-16", 60),
            head="depends_on: [{goal: b}, {team: infra, ask: help, confirmed: false}]",
        ),
        "goals/2026-Q4/b.md": objective("B", result("x", "2026-11-16", 1)),
    }
    assert rows(files)["goal_exposed"].why == "Exposed by “B” (off track) and Infra (refused)."


def test_a_report_better_than_the_numbers_tells_both() -> None:
    late = result("x", more="checkins: [{date: 2026-11-16, value: 1, status: on_track}]")
    row = rows({"goals/2026-Q4/a.md": objective("A", late)})["goal_contradiction"]
    assert row.why == "Reported: on track; computed: off track."


def test_a_broken_guard_names_the_kpi_and_its_value() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 60), head="guards: [k]"),
        "goals/kpis/k.md": kpi(
            "Uptime", "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-09, 1]]"
        ),
    }
    assert rows(files)["goal_guard_broken"].why == "Uptime: It is 1; the target is 9, the red line 5."


def test_a_missed_commitment_without_a_retrospective_tells_its_score() -> None:
    closed = objective(
        "A", result("x", "2026-11-10", 40), head="status: closed\noutcome: missed\nclosed: 2026-11-12"
    )
    row = rows({"goals/2026-Q4/a.md": closed})["goal_needs_retro"]
    assert row.why == "Its score is 0.4, and a committed objective is expected at 1."


@pytest.mark.parametrize(
    ("head", "team", "who"),
    [
        ("owner: ada", "lead: lin", "people/ada/"),
        ("", "lead: lin", "people/lin/"),
        ("", "", "teams/core/"),
    ],
)
def test_who_can_act_is_the_owner_else_the_lead_else_the_unit(head: str, team: str, who: str) -> None:
    files = {
        "goals/core/team.md": f"---\ntitle: Core\n{team}\n---\n",
        "goals/core/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 1), head=head),
    }
    row = rows(files)["result_off_track"]
    assert row.who is not None
    assert row.who.href == who


def test_every_kind_of_alert_has_its_words() -> None:
    source = inspect.getsource(alerts)
    kinds = set(re.findall(r'"((?:kpi|goal|result)_[a-z_]+)"', source))
    assert kinds - set(WORDS) == set()


def test_in_chinese_every_word_is_chinese() -> None:
    row = rows({"goals/2026-Q4/a.md": objective("信任", result("x", "2026-11-12", 10))}, language="zh")[
        "result_off_track"
    ]
    assert row.badge.word == "落后"
    assert row.since == "最近记录2026年11月12日（4天前）"


def test_a_row_knows_whether_its_advice_came_before() -> None:
    rows = [AlertRow(Badge("red", "red"), Link(name, ""), "", helps=helps) for name, helps in PAIRS]
    assert [row.helps_again for row in told_once(rows)] == [False, True, False, True]


PAIRS = (("a", "Look."), ("b", "Look."), ("c", "Wait."), ("d", "Look."))
