"""Which key results count how often something was done."""

from __future__ import annotations

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.lint.activity import activity
from goalsite.model.records import Binary, Levels, Manual, Measure, Metric
from goalsite.model.shapes import Ref


def shown(title: str, measure: Measure) -> str:
    """The words of a title that show activity."""
    span = activity(title, measure)
    return title[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("title", "unit", "expected"),
    [
        ("Customer calls held", "calls", "Customer calls"),
        ("Blog posts published", "posts", "Blog posts"),
        ("Number of meetings", "", "meetings"),
        ("Trainings for new colleagues", "sessions", "Trainings"),
        ("Customer visits", "visits", "Customer visits"),
        ("We talk to people", "interviews", "We talk to people"),
        ("客户拜访次数", "次", "拜访次数"),
        ("内部培训场次", "场", "培训场次"),
    ],
)
def test_a_rising_count_of_activity_is_activity(title: str, unit: str, expected: str) -> None:
    assert shown(title, Metric(unit=unit, baseline=0.0, target=30.0)) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Hold 40 discovery calls", "40 discovery calls"),
        ("Conduct 20 user interviews", "20 user interviews"),
        ("举办10场培训", "10场培训"),
        ("客户拜访 50 家", "拜访 50 家"),
    ],
)
def test_a_counted_activity_in_a_title_is_activity_where_no_number_measures(
    title: str, expected: str
) -> None:
    assert shown(title, Manual()) == expected
    assert shown(title, Binary()) == expected


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Interviews that changed a decision", "interviews"),
        ("Calls that lead to an order", "calls"),
        ("Posts read to the end", "posts"),
        ("Visits to the website", "visits"),
        ("Website visits", "visits"),
        ("API calls", "calls"),
        ("Meetings start on time", "%"),
        ("Meetings with a decision", "meetings"),
        ("Time in meetings", "h"),
        ("Customers who come back", "customers"),
        ("文章阅读量", "次"),
        ("培训后通过率", "%"),
        ("由直播带来的订单", "个"),
    ],
)
def test_a_count_of_what_others_do_or_of_an_effect_is_none(title: str, unit: str) -> None:
    assert shown(title, Metric(unit=unit, baseline=0.0, target=30.0)) == ""


def test_a_count_that_is_to_fall_is_an_effect() -> None:
    assert shown("Meetings a week", Metric(unit="meetings", baseline=12.0, target=4.0)) == ""


def test_levels_rise_as_targets_do() -> None:
    levels = Metric(unit="calls", baseline=0.0, levels=Levels(10, 20, 30))
    assert shown("Customer calls held", levels) == "Customer calls"


def test_what_a_kpi_counts_is_not_judged_by_the_key_result() -> None:
    assert shown("Customer calls held", Metric(unit="calls", target=9.0, kpi=Ref("calls", Mark()))) == ""
