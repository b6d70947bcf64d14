from __future__ import annotations

from datetime import date

import pytest

from goalsite.model.records import (
    Binary,
    Levels,
    Maintain,
    Manual,
    Measure,
    Metric,
    Milestone,
    Milestones,
    Zones,
)
from tests.authored import goal, read, read_result


def measure(lines: str) -> tuple[Measure, list[str]]:
    """The measure of a key result with those lines (the first is line 4), and what is said of it."""
    result, said = read_result(lines)
    return result.measure, said


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("metric: {unit: min, baseline: 14, target: 5}", Metric("min", 14, 5)),
        ("metric: {baseline: 0, target: 1.2亿}", Metric("", 0, 120_000_000)),
        ("metric: {unit: 元, baseline: ¥1千万, target: CNY 3千万}", Metric("元", 1e7, 3e7)),
        ("metric: {target: 5}", Metric("", None, 5)),
        (
            "metric: {unit: users, baseline: 0, levels: {commit: 30, target: 70, stretch: 1k users}}",
            Metric("users", 0, 70, Levels(30, 70, 1000)),
        ),
        ("metric: {levels: {commit: 3, target: 2, stretch: 1}}", Metric("", None, 2, Levels(3, 2, 1))),
        ("maintain: {unit: min, min: 1, max: 5}", Maintain("min", 1, 5)),
        ("maintain: {min: 1}", Maintain("", 1, None)),
        ("maintain: {max: 5, every: month, allowed_misses: 2}", Maintain("", None, 5, "month", 2)),
        ("maintain: {min: 5, max: 5}", Maintain("", 5, 5)),
        (
            (
                "milestones: [{title: A, weight: 2, due: 2026-11-01, done: 2026-10-30},"
                " {title: B, done: true}, {title: C, done: false}]"
            ),
            Milestones(
                (
                    Milestone("A", 2, date(2026, 11, 1), date(2026, 10, 30)),
                    Milestone("B", done=True),
                    Milestone("C", done=False),
                )
            ),
        ),
        ("binary: {done: 2026-11-01}", Binary(date(2026, 11, 1))),
        ("binary: {done: true}", Binary(True)),
        ("binary: {}", Binary()),
        ("binary:", Binary()),
        (
            "zones: {commit: a draft, target: a release, stretch: a hit}",
            Zones("a draft", "a release", "a hit"),
        ),
        ("title: none", Manual()),
    ],
)
def test_every_measure_is_read(lines: str, found: Measure) -> None:
    assert measure(lines) == (found, [])


@pytest.mark.parametrize(
    ("lines", "unit", "target"),
    [
        ("metric: {kpi: availability, baseline: 99%, target: 99.95%}", "%", 99.95),
        ("metric: {kpi: availability, target: 99.95, unit: '%'}", "%", 99.95),
        ("metric: {kpi: kpis/availability, target: 99.95}", "%", 99.95),
    ],
)
def test_a_metric_that_reads_a_kpi_is_in_the_kpi_s_unit(lines: str, unit: str, target: float) -> None:
    found, said = measure(lines)
    assert said == []
    assert isinstance(found, Metric)
    assert found.kpi is not None
    assert (found.unit, found.target) == (unit, target)


def test_over_its_window_a_kpi_starts_at_nothing() -> None:
    found, said = measure("metric: {kpi: availability, target: 100, over: window}")
    assert said == []
    assert isinstance(found, Metric)
    assert (found.over_window, found.baseline) == (True, 0)


def test_maintain_may_read_a_kpi() -> None:
    found, said = measure("maintain: {kpi: availability, min: 99%, every: quarter}")
    assert said == []
    assert isinstance(found, Maintain)
    assert (found.unit, found.low, found.every) == ("%", 99, "quarter")
    assert found.kpi is not None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("metric: {}", '4:13: S006 the metric has no "target"'),
        ("metric: {target: }", '4:13: S006 the metric has no "target"'),
        ("metric:", "4:5: S006 metric is empty"),
        ("metric: 5", '4:13: S002 metric is "5", must be a mapping'),
        ("metric: {target: fast}", '4:22: S015 target is "fast", must be a number'),
        ("metric: {target: 5 min}", '4:22: S015 target is "5 min", must be a number'),
        ("metric: {unit: min, target: 5 s}", '4:33: S015 target is "5 s", must be a number in min'),
        ("metric: {target: 95%}", '4:22: S015 target is "95%", must be a number'),
        ("metric: {target: .inf}", '4:22: S015 target is ".inf", must be a number'),
        ("metric: {target: .nan}", '4:22: S015 target is ".nan", must be a number'),
        ("metric: {target: [5]}", "4:22: S002 target is a list, must be a number"),
        ("metric: {target: 5, tagret: 6}", '4:25: S001 a metric has no key "tagret"'),
        (
            "metric: {target: 5, levels: {commit: 1, target: 2, stretch: 3}}",
            "4:22: S017 the metric has a target and levels, must have one of them",
        ),
        ("metric: {levels: {commit: 1, target: 2}}", '4:22: S006 levels has no "stretch"'),
        (
            "metric: {baseline: 5, target: 5}",
            "4:35: S019 the target 5 equals the baseline, so there is no way to go",
        ),
        (
            "metric: {baseline: 1200000, target: 1.2M}",
            "4:41: S019 the target 1200000 equals the baseline, so there is no way to go",
        ),
        (
            "metric: {levels: {commit: 1, target: 3, stretch: 2}}",
            "4:14: S020 levels 1, 3, 2 must all rise or all fall",
        ),
        (
            "metric: {levels: {commit: 1, target: 1, stretch: 2}}",
            "4:14: S020 levels 1, 1, 2 must all rise or all fall",
        ),
        (
            "metric: {baseline: 2, levels: {commit: 1, target: 3, stretch: 4}}",
            "4:27: S020 baseline and levels 2, 1, 3, 4 must all rise or all fall",
        ),
        ("metric: {target: 5, over: window}", "4:31: S006 over: window reads a KPI, and the metric has none"),
        ("metric: {kpi: availability, target: 5, over: cycle}", '4:50: S008 over is "cycle", must be window'),
        (
            "metric: {kpi: availability, target: 5, unit: min}",
            '4:50: S015 unit is "min", and availability is in "%"',
        ),
        ("metric: {kpi: avialability, target: 5%}", '4:19: S003 no KPI is called "avialability"'),
        ("maintain: {}", "4:15: S006 maintain has no bound"),
        ("maintain: {min: , max: }", "4:15: S006 maintain has no bound"),
        ("maintain:", "4:5: S006 maintain is empty"),
        ("maintain: {min: 5, max: 1}", "4:21: S021 min is 5, above max 1"),
        (
            "maintain: {min: 5, every: xun}",
            '4:31: S008 every is "xun", must be day, week, month, quarter or year',
        ),
        ("maintain: {min: 5, every: 10d}", '4:31: S008 every is "10d", must be day'),
        (
            "maintain: {min: 5, allowed_misses: -1}",
            "4:40: S015 allowed_misses is -1, must be a number, 0 or more",
        ),
        (
            "maintain: {min: 5, allowed_misses: 1.5}",
            "4:40: S015 allowed_misses is 1.5, must be a whole number",
        ),
        ("milestones: []", "4:5: S006 milestones is empty"),
        ("milestones:", "4:5: S006 milestones is empty"),
        ("milestones: A", '4:17: S002 milestones is "A", must be a list'),
        ("milestones: [A]", '4:18: S002 milestones is "A", must be a mapping'),
        ("milestones: [{done: true}]", '4:18: S006 a milestone has no "title"'),
        (
            "milestones: [{title: A}, {title: A}]",
            '4:38: S027 two milestones are called "A", the first in line 4',
        ),
        ("milestones: [{title: A, weight: -2}]", "4:37: S014 weight is -2, must be a number, 0 or more"),
        ("milestones: [{title: A, done: yes}]", '4:35: S011 done is "yes", no date'),
        (
            "milestones: [{title: A, due: 2026-11-31}]",
            '4:34: S011 due is "2026-11-31", which the calendar does not have',
        ),
        ("binary: {done: soon}", '4:20: S011 done is "soon", no date'),
        ("binary: true", '4:13: S002 binary is "true", must be a mapping'),
        ("zones: {commit: a, target: b}", '4:12: S006 zones has no "stretch"'),
        ("zones:", "4:5: S006 zones is empty"),
        (
            "metric: {target: 5}\nbinary: {}",
            "5:5: S017 the key result is measured by metric and by binary, must be one of them",
        ),
    ],
)
def test_what_is_wrong_with_a_measure_is_told_once_at_its_place(lines: str, said: str) -> None:
    assert [line[: len(said)] for line in measure(lines)[1]] == [said]


def test_an_empty_measure_is_told_whatever_else_is_wrong_in_the_file() -> None:
    _, said = read_result("owner: [x]\nmetric:")
    assert [line.split()[1] for line in said] == ["S002", "S006"]


@pytest.mark.parametrize(
    "broken", ["metric: 5", "metric: {kpi: nowhere, target: 95%}", "metric:", "zones: [a]"]
)
def test_values_of_a_measure_that_could_not_be_read_are_not_told_too(broken: str) -> None:
    _, said = read_result(
        f"{broken}\nplan: [{{date: 2026-11-01, value: 95%}}]\ncheckins: [{{date: 2026-10-09, value: 95 min}}]"
    )
    assert [one for one in said if "S015" in one or "S047" in one] == []


def test_a_metric_on_a_broken_kpi_is_not_told_too() -> None:
    broken = {"goals/kpis/availability.md": "---\nunit: [\n---\n"}
    assert read_result("metric: {kpi: availability, baseline: 99%, target: 100%}", **broken)[1] == []


def test_of_two_kpis_of_one_name_the_one_in_the_goal_s_unit_gives_the_unit() -> None:
    site = read(
        {
            "goals/x/team.md": goal(),
            "goals/x/kpis/speed.md": goal("unit: km"),
            "goals/y/team.md": goal(),
            "goals/kpis/speed.md": goal("{unit: min, team: y}"),
            "goals/2026/a.md": goal("team: y\nkey_results: [{id: a, metric: {kpi: speed, target: 5 min}}]"),
        }
    )
    assert site.said() == []
    assert site.graph.measures == {("2026/a", "a"): "kpis/speed"}


@pytest.mark.parametrize("value", ["fail", "commit", "target", "stretch"])
def test_a_zone_s_name_is_a_value(value: str) -> None:
    result, said = read_result(
        f"zones: {{commit: a, target: b, stretch: c}}\ncheckins: [{{date: 2026-10-09, value: {value}}}]"
    )
    assert said == []
    assert result.checkins[0].value == value


@pytest.mark.parametrize(
    ("measured", "value", "said"),
    [
        (
            "zones: {commit: a, target: b, stretch: c}",
            "Target",
            'S008 value is "Target", must be fail, commit, target or stretch',
        ),
        ("title: by hand", "high", 'S015 value is "high", must be a number from 0 to 1, or such as 40%'),
        ("title: by hand", "1.5", "S047 value is 1.5, and a key result judged by hand goes from 0 to 1"),
        ("title: by hand", "140%", "S047 value is 140%, and a key result judged by hand goes from 0 to 1"),
        ("binary: {}", "1", "S029 the key result is done or not, and takes no value"),
        ("milestones: [{title: A}]", "50%", "S029 milestones are done or not, and take no value"),
        ("metric: {unit: min, target: 5}", "5 s", 'S015 value is "5 s", must be a number in min'),
        ("maintain: {min: 5}", "95%", 'S015 value is "95%", must be a number'),
    ],
)
def test_a_value_that_the_measure_does_not_take_is_told(measured: str, value: str, said: str) -> None:
    _, found = read_result(f"{measured}\ncheckins: [{{date: 2026-10-09, value: {value}}}]")
    assert found == [f"5:42: {said}"]


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("40", "write 40% if that is the share, or add metric: with a target"),
        ("140%", "write the share, such as 0.4 or 40%, or add metric: with a target"),
        ("-1", "write the share, such as 0.4 or 40%, or add metric: with a target"),
    ],
)
def test_a_percentage_that_forgot_its_sign_is_shown_with_it(value: str, hint: str) -> None:
    rows = f"checkins: [{{date: 2026-10-09, value: {value}}}]"
    assert read({"goals/2026-Q4/a.md": goal(f"key_results: [{{id: kr, {rows}}}]")}).hints() == [hint]


def test_a_value_by_hand_is_a_share() -> None:
    rows = "checkins: [{date: 2026-10-09, value: .4}, {date: 2026-10-16, value: 45 %}]"
    result, said = read_result(rows)
    assert said == []
    assert [one.value for one in result.checkins] == [0.4, 0.45]
