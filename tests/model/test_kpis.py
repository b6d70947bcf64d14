from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.periods import Period
from goalsite.model.records import Point, Target
from tests.authored import goal, read, read_kpi

WHOLE = """
id: availability
aliases: [uptime]
title: API availability
definition: Successful requests ÷ all requests
unit: "%"
direction: higher
owner: sam
frequency: week
lag: 10d
aggregate: mean
targets:
  - {from: 2026-01-01, target: 99.95, red: 99.9%, text: three nines and a half}
  - {period: 2026, target: 1.2万, plan: [{date: 2026-07-01, value: 5000}]}
tier: outcome
leading: true
perspective: customer
north_star: true
supports: [win-trust]
cascades_from: {kpi: uptime-all, share: 40%}
rollup: weighted
formula: "orders / visits"
series: [[2026-10-05, 99.97], [2026-09, 99.9%, "an outage"]]
source: the monitor
tags: [sre]
links: {board: https://example.org}
lint: {K101: new}
"""
OTHERS = {
    "goals/2026/win-trust.md": goal(),
    "goals/kpis/uptime-all.md": goal(),
    "goals/kpis/orders.md": goal(),
    "goals/kpis/visits.md": goal(),
}


def test_every_key_of_a_kpi_is_read() -> None:
    site = read({**OTHERS, "goals/kpis/k.md": goal(WHOLE)})
    assert site.said() == []
    kpi = site.kpi("availability")
    assert (kpi.title, kpi.definition, kpi.unit) == (
        "API availability",
        "Successful requests ÷ all requests",
        "%",
    )
    assert (kpi.direction, kpi.owner, kpi.frequency, kpi.lag) == ("higher", "sam", "week", "10d")
    assert (kpi.aggregate, kpi.tier, kpi.leading, kpi.perspective) == ("mean", "outcome", True, "customer")
    assert (kpi.north_star, kpi.rollup, kpi.source, kpi.aliases) == (
        True,
        "weighted",
        "the monitor",
        ("uptime",),
    )
    assert kpi.targets == (
        Target(start=date(2026, 1, 1), target=99.95, red=99.9, text="three nines and a half"),
        Target(
            period=Period(date(2026, 1, 1), date(2026, 12, 31)),
            period_name="2026",
            target=12_000,
            plan=((date(2026, 7, 1), 5000),),
        ),
    )
    assert kpi.series == (
        Point(date(2026, 9, 30), 99.9, "an outage", Period(date(2026, 9, 1), date(2026, 9, 30))),
        Point(date(2026, 10, 5), 99.97),
    )
    assert kpi.cascades_from is not None
    assert (kpi.cascades_from.kpi.text, kpi.cascades_from.share) == ("uptime-all", 0.4)
    assert site.edges("cascades_from") == [("availability", "kpis/uptime-all")]
    assert site.graph.formulas == {
        ("availability", "orders"): "kpis/orders",
        ("availability", "visits"): "kpis/visits",
    }


def test_nothing_is_required_of_a_kpi() -> None:
    kpi, said = read_kpi("")
    assert said == []
    assert (kpi.title, kpi.direction, kpi.aggregate, kpi.frequency, kpi.unit) == (
        "k",
        "higher",
        "last",
        None,
        "",
    )
    assert (kpi.leading, kpi.north_star, kpi.targets, kpi.series, kpi.rollup) == (False, False, (), (), None)


def test_a_range_has_bounds_and_a_tolerance() -> None:
    kpi, said = read_kpi(
        "direction: range\ntargets: [{from: 2026-01-01, min: 40, max: 60, tolerance: 5}, {min: 1}]"
    )
    assert said == []
    assert kpi.targets == (Target(start=date(2026, 1, 1), low=40, high=60, tolerance=5), Target(low=1))


def test_a_period_may_be_a_declared_cycle_and_follows_the_fiscal_year() -> None:
    config = "fiscal_year_start: 4\ncycles: [{id: launch, start: 2026-09-15, end: 2026-11-30}]\n"
    front = goal("targets: [{period: launch, target: 1}, {period: 2026-Q1, target: 2}]")
    site = read({"config.yaml": config, "goals/kpis/k.md": front})
    assert [one.period for one in site.kpi("kpis/k").targets] == [
        Period(date(2026, 9, 15), date(2026, 11, 30)),
        Period(date(2026, 4, 1), date(2026, 6, 30)),
    ]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("untis: min", '2:1: S001 a KPI has no key "untis"'),
        ("key_results: []", '2:1: S001 a KPI has no key "key_results"'),
        ("direction: up", '2:12: S008 direction is "up", must be higher, lower or range'),
        (
            "frequency: xun",
            '2:12: S008 frequency is "xun", must be day, week, month, quarter, year, irregular or',
        ),
        ("frequency: weekly", '2:12: S008 frequency is "weekly", must be day'),
        ("lag: end", '2:6: S008 lag is "end", must be a length such as 10d, 6m or week'),
        ("aggregate: avg", '2:12: S008 aggregate is "avg", must be sum, mean, last, min or max'),
        ("tier: goal", '2:7: S008 tier is "goal", must be input, output, outcome or impact'),
        (
            "perspective: people",
            '2:14: S008 perspective is "people", must be financial, customer, process or growth',
        ),
        ("rollup: last", '2:9: S008 rollup is "last", must be sum, mean, weighted, min or max'),
        ("leading: 1", '2:10: S002 leading is "1", must be true or false'),
        ("leading: 'true'", '2:10: S002 leading is "true", must be true or false'),
        ("north_star: tRUE", '2:13: S002 north_star is "tRUE", must be true or false'),
        ("unit: [min]", "2:7: S002 unit is a list, must be text"),
        ("cascades_from: kpis/a", '2:16: S002 cascades_from is "kpis/a", must be a mapping'),
        ("cascades_from: {share: .4}", '2:16: S006 cascades_from has no "kpi"'),
        (
            "cascades_from: {kpi: trust, share: -1}",
            "2:36: S014 share is -1, must be a share of 0 or more, such as 0.4 or 40%",
        ),
        ("cascades_from: {kpi: trust, share: half}", '2:36: S015 share is "half", must be a share of'),
        ("targets: {target: 5}", "2:10: S002 targets is a mapping, must be a list"),
        ("targets: [{red: 5}]", '2:11: S006 the target has no "target"'),
        ("targets: [{target: }]", '2:11: S006 the target has no "target"'),
        ("targets: [{target: high}]", '2:20: S015 target is "high", must be a number'),
        ("targets: [{from: 2026-13-01, target: 5}]", '2:18: S011 from is "2026-13-01", which the calendar'),
        ("targets: [{from: 2026, target: 5}]", '2:18: S011 from is "2026", no date'),
        ("targets: [{period: 2026-Q5, target: 5}]", '2:20: S013 there is no period "2026-Q5"'),
        (
            "targets: [{from: 2026-01-01, period: 2026, target: 5}]",
            "2:18: S017 the target has from and period, must have one of them",
        ),
        ("targets: [{target: 5, red: 6}]", "2:28: S021 red is 6, on the good side of the target 5"),
        (
            "direction: lower\ntargets: [{target: 5, red: 4}]",
            "3:28: S021 red is 4, on the good side of the target 5",
        ),
        (
            "targets: [{target: 5, min: 4}]",
            '2:28: S021 min belongs to a range, and the direction is "higher"',
        ),
        (
            "direction: range\ntargets: [{target: 5}]",
            "3:20: S021 target does not belong to a range",
        ),
        ("direction: range\ntargets: [{from: 2026-01-01}]", "3:11: S006 the target of a range has no bound"),
        ("direction: range\ntargets: [{min: 6, max: 4}]", "3:17: S021 min is 6, above max 4"),
        (
            "direction: range\ntargets: [{min: 4, tolerance: -1}]",
            "3:31: S021 tolerance is -1, must be 0 or more",
        ),
        (
            "direction: range\ntargets: [{period: 2026, min: 4}]",
            "3:20: S021 a range is held by each point, and this target is a total for a period",
        ),
        ("formula: a +", '2:10: S026 the formula "a +" ends where an id or a number is missing'),
        ("dimensions: region", '2:13: S002 dimensions is "region", must be a list'),
        ("series: [2026-10-05, 1]", "2:10: S002 a point of series is"),
        ("supports: [trust#kr]", '2:12: S045 2026/trust has no key result "kr"'),
    ],
)
def test_a_wrong_value_is_told_at_its_place(front: str, said: str) -> None:
    files = {"goals/2026/trust.md": goal(), "goals/a/kpis/trust.md": goal(), "goals/kpis/k.md": goal(front)}
    if "supports" in front:
        del files["goals/a/kpis/trust.md"]
    found = read(files).said("goals/kpis/k.md")
    assert found, front
    assert found[0].startswith(said)
    assert len(found) == (2 if "a point of series" in said else 1), found


def test_red_may_equal_the_target() -> None:
    assert read_kpi("targets: [{target: 5, red: 5}]")[1] == []


def test_targets_of_an_unknown_direction_are_not_told_too() -> None:
    assert len(read_kpi("direction: rnage\ntargets: [{min: 4, max: 6}]")[1]) == 1


def test_numbers_of_an_unreadable_unit_are_not_told_too() -> None:
    assert len(read_kpi("unit: [x]\ntargets: [{target: 95%}]\nseries: [[2026-10-05, 95%]]")[1]) == 1


def test_one_wrong_target_leaves_the_others() -> None:
    kpi, said = read_kpi("targets: [{target: x}, {target: 5}]")
    assert len(said) == 1
    assert [one.target for one in kpi.targets] == [5]


def test_a_csv_beside_an_inline_series_is_an_error() -> None:
    kpi, said = read_kpi("series: [[2026-10-05, 1]]", "date,value\n2026-10-06,2\n")
    assert said == ["goals/kpis/k.md:2:1: S018 series stands beside the file k.csv"]
    assert [point.value for point in kpi.series] == [1]


def test_an_empty_series_beside_a_csv_is_none() -> None:
    kpi, said = read_kpi("series:", "date,value\n2026-10-06,2\n")
    assert said == []
    assert [point.value for point in kpi.series] == [2]
