"""Who has never checked in."""

from __future__ import annotations

from datetime import date

from tests.lint.objectives import PATH, conversion, objective
from tests.lint.told import told


def never(files: dict[str, str], as_of: date = date(2026, 11, 16)) -> list[str]:
    return told(files, "R202", as_of)


def test_the_first_cadence_is_free() -> None:
    assert never(objective(conversion()), date(2026, 10, 8)) == []
    assert never(objective(conversion()), date(2026, 10, 9)) == [
        f'{PATH}:5:9: nobody has checked in "conversion" since 2026-10-01'
    ]


def test_a_log_that_cannot_be_read_may_hold_some() -> None:
    log = PATH.replace(".md", ".checkins.csv")
    for broken in ("date;kr;value\n2026-11-09;conversion;58\n", "kr,value\nconversion,58\n"):
        assert never(objective(conversion()) | {log: broken}) == []


def test_a_check_in_without_a_value_is_one() -> None:
    assert never(objective(conversion("date: 2026-11-10, note: the counter comes next week"))) == []


def test_one_that_begins_later_and_one_that_is_scored_are_left_alone() -> None:
    assert never(objective(conversion(more="start: 2026-11-12"))) == []
    assert never(objective(conversion(more="due: 2026-10-31\nscore: 0.7"))) == []


def test_milestones_and_values_of_a_kpi_need_none() -> None:
    assert never(objective("- {id: a, title: A, milestones: [{title: M}]}")) == []
    kpi = {"goals/kpis/share.md": "---\ntitle: Share\nunit: '%'\n---\n"}
    assert never(objective("- {id: a, title: A, metric: {kpi: share, baseline: 1, target: 2}}") | kpi) == []


def test_goals_that_do_not_run_need_none() -> None:
    for state in ("paused", "draft", "proposed", "closed"):
        assert never(objective(conversion(), f"status: {state}")) == []


def test_what_is_done_or_not_is_asked_for_a_word() -> None:
    assert len(never(objective("- {id: a, title: A, binary: {}}"))) == 1
    assert never(objective("- {id: a, title: A, binary: {done: 2026-10-20}}")) == []


def test_without_an_id_its_position_names_it() -> None:
    (one,) = never(objective("- {title: A}"))
    assert one == f"{PATH}:5:5: nobody has checked in key result 1 since 2026-10-01"
