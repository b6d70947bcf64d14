"""One mistake in a sound repository is found at its line, and nothing else is told because of it."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from tests.lint.repositories import checked, repository

BUILDS = "goals/platform/2026-Q4/faster-builds.md"
NIGHT = "goals/2026-Q4/first-night.md"
RUNNERS = "goals/infra/2026-Q4/new-runners.md"
UP = "goals/platform/kpis/availability.md"
USERS = "goals/2026-Q4/用户信赖.md"
LATE, AGAIN = "goals/2026-Q3/open-late.md", "goals/2026-Q4/open-late.md"
LOG = "goals/release-5/first-light.checkins.csv"


class Planted(NamedTuple):
    """In which repository and file what is written in place of what, and the code that is told in the line
    that holds `there`."""

    code: str
    name: str
    path: str
    right: str
    wrong: str
    there: str


PLANTED = (
    # Keys, types and choices; what a misspelt key would have said is not missed as well.
    Planted("S001", "northwind", BUILDS, "owner: lin\ncontrib", "onwer: lin\ncontrib", "onwer"),
    Planted("S001", "northwind", BUILDS, "key_results:", "key_result:", "key_result:"),
    Planted("S001", "northwind", BUILDS, 'metric: {unit: "%"', 'metrc: {unit: "%"', "metrc"),
    Planted("S001", "northwind", UP, "definition:", "defintion:", "defintion"),
    Planted("S001", "library", LATE, "status: closed", "stauts: closed", "stauts"),
    Planted("S002", "northwind", NIGHT, "title: New operators", "title: [New, old] # operators", "title: ["),
    Planted("S008", "library", LATE, "outcome: partly", "outcome: failed", "outcome"),
    # Names and edges
    Planted("S003", "star-river", USERS, "improves: [月活]", "improves: [月话]", "月话"),
    Planted("S009", "northwind", BUILDS, "guards: [availability]", "guards: [win-trust]", "guards"),
    Planted("S045", "observatory", LOG, "2026-10-20,latency", "2026-10-20,latancy", "latancy"),
    # Days, numbers and measures; what is then figured from them is not held against anybody.
    Planted("S011", "northwind", BUILDS, "due: 2026-11-30", "due: 2026-11-31", "2026-11-31"),
    Planted(
        "S012", "northwind", BUILDS, "    owner: kim\n", "    owner: kim\n    due: 2027-01-15\n", "2027-01-15"
    ),
    Planted("S015", "northwind", BUILDS, "value: 11.5", 'value: "11,5"', "11,5"),
    Planted("S019", "northwind", BUILDS, "target: 4}", "target: 18}", "target: 18}"),
    Planted("S020", "northwind", "goals/2026/win-trust.md", "commit: 36", "commit: 46", "commit: 46"),
    Planted("S021", "northwind", UP, "red: 99.5", "red: 99.95", "red: 99.95"),
    Planted("S022", "northwind", NIGHT, "owner: ben\nsup", "owner: ben\noutcome: achieved\nsup", "outcome"),
    Planted("S040", "northwind", NIGHT, "\n---\n", "\n---\nSee [x](javascript:alert(1)).\n", "javascript"),
    # Objectives
    Planted("Q103", "star-river", USERS, "第一周就爱上", "90%都爱上", "title: 让新用户90%"),
    Planted("Q104", "northwind", NIGHT, "New operators sleep through their", "Ship the", "title: Ship"),
    Planted("Q104", "star-river", USERS, "让新用户第一周就爱上我们的产品", "建设统一客服系统", "建设"),
    Planted("Q110", "star-river", USERS, "owner: 赵敏\ncomm", "owner: 增长组\ncomm", "增长组"),
    Planted("Q110", "northwind", NIGHT, "    owner: ben\n", "    owner: platform\n", "owner: platform"),
    Planted("Q119", "northwind", BUILDS, "confirmed: true", "confirmed: false", "{goal: infra"),
    Planted("Q128", "northwind", UP, "source: https://status.northwind.example/", "source: TBC", "TBC"),
    Planted("Q131", "bicycles", "goals/2026-H2/ride-more.md", "over: window, ", "", "kpi: orders"),
    Planted("Q132", "library", AGAIN, "baseline: 290", "baseline: 120", "baseline: 120"),
    Planted(
        "Q135",
        "city",
        "goals/works/2027/led.md",
        "Castle hill, weight: 0.25",
        "Castle hill, weight: 0.2",
        "Castle",
    ),
    Planted("Q136", "library", LATE, "outcome: partly\n", "", "status: closed"),
    # Rhythm
    Planted("R205", "star-river", USERS, "confidence: 6/10", "confidence: 3/10", "3/10"),
    Planted("R210", "northwind", BUILDS, "value: 14,", "value: 145,", "145"),
    Planted("R212", "library", LATE, "closed: 2026-10-02", "closed: 2027-10-02", "closed: 2027"),
    Planted("R213", "observatory", LOG, "2026-10-05,latency", "2025-10-05,latency", "2025-10-05"),
    # KPIs
    Planted("K301", "northwind", UP, "direction: higher\n", "", "title"),
    Planted(
        "K303", "northwind", "goals/support/kpis/first-response.md", "supports: [win-trust]\n", "", "title"
    ),
    Planted(
        "K310",
        "star-river",
        "goals/kpis/营收.md",
        "{period: 2026, target: 1.2亿}",
        "{target: 1.2亿}",
        "target: 1.2亿",
    ),
    # What is not for everybody's eyes
    Planted("P401", "observatory", LOG, '"flat fields, cached"', "ask ravi@observatory.org", "ravi@"),
    Planted("P402", "star-river", USERS, "note: 引导页改版后次日留存上升", "note: 找小王 13912345678", "139"),
    Planted("P403", "bicycles", "goals/kpis/orders.md", "shop database", "http://crm.lan/report", "crm.lan"),
)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: f"{one.code} {one.wrong.strip()[:30]}")
def test_a_planted_mistake_is_found_at_its_line_and_told_once(planted: Planted) -> None:
    files = repository(planted.name)
    assert planted.right in files[planted.path]
    files[planted.path] = files[planted.path].replace(planted.right, planted.wrong, 1)
    lines = files[planted.path].splitlines()
    line = next(number for number, text in enumerate(lines, 1) if planted.there in text)
    assert told(files) == [(planted.code, planted.path, line)]


def told(files: dict[str, str]) -> list[tuple[str, str, int]]:
    """The codes that are told, each with its file and line."""
    return [(one.code, one.path, one.line) for one in checked(files)]


def test_a_goal_carried_over_without_a_look_back_is_told_in_the_new_one() -> None:
    """Its score, which stays, says how far it came, and not why."""
    files = repository("library")
    text = files[LATE]
    retro, results = text.index("retro:"), text.index("key_results:")
    files[LATE] = text[:retro] + text[results : text.index("## Retro")]
    assert told(files) == [("Q125", AGAIN, 5)]


def test_scores_of_two_cycles_that_ask_too_little_are_told_at_the_last() -> None:
    files = repository("library")
    for cycle in ("2026-Q1", "2026-Q2"):
        files[f"goals/{cycle}/late.md"] = (
            files[LATE].replace("2026-10-02", f"{cycle[:4]}-06-30").replace("0.6\nretro", "1\nretro")
        )
    files = {path: text for path, text in files.items() if "Q3" not in path}
    files[AGAIN] = files[AGAIN].replace("continues: [2026-Q3/open-late]\n", "")
    assert [one for one in told(files) if one[0] == "Q112"] == [("Q112", "goals/2026-Q2/late.md", 8)]


def test_two_goals_of_one_quarter_that_claim_the_same_movement() -> None:
    """That one supports the other does not make it two movements."""
    files = repository("northwind")
    before, _, after = files[RUNNERS].partition("    metric: {unit: s, baseline: 240, target: 30}\n")
    claim = "    metric: {kpi: build-time, baseline: 14, target: 9}\n"
    files[RUNNERS] = before + claim + after[after.index("  - id: cost") :]
    assert told(files) == [("Q116", RUNNERS, 10)]


def test_a_hybrid_unit_that_guards_nothing() -> None:
    """A target of its own KPI is a floor only where somebody guards it."""
    files = repository("bicycles")
    path = "goals/service/2026-Q3/first-repair.md"
    files[path] = files[path].replace("guards: [returns]\n", "")
    path = "goals/2026-H2/ride-more.md"
    files[path] = files[path].replace("guards: [service/kpis/returns]", "guards: [conversion]")
    assert told(files) == [("Q127", "goals/service/team.md", 5)]
