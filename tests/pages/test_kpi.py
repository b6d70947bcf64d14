"""Every fact of a KPI's file is on its page."""

from __future__ import annotations

import pytest

from goalsite.pages.kpi import kpi_page
from goalsite.pages.views import KpiPage
from tests.authored import goal
from tests.pages.desks import desk_of, one_kpi, told

FULL = """
title: API availability
aliases: [uptime]
definition: Successful requests ÷ *all* requests
unit: "%"
direction: higher
owner: sam
frequency: week
lag: 10d
aggregate: mean
targets:
  - {from: 2026-01-01, target: 99, red: 95}
  - {from: 2026-10-01, target: 99.95, red: 99.9, text: Nearly always}
tier: outcome
leading: true
perspective: customer
north_star: true
supports: [trust]
cascades_from: {kpi: all, share: 0.4}
dimensions: [region]
source: The load balancer's log
tags: [ops]
links: {dashboard: "https://example.org/board"}
lint: {K101: it is watched elsewhere}
"""
CSV = """date,value,note,region
2026-09-28,94,,
2026-10-26,99.97,,
2026-11-02,99.92,an outage,
2026-11-09,99.99,,
2026-10-26,99.8,,asia
2026-11-09,99.5,,asia
2026-11-09,99.999,,europe
"""
OTHERS = {
    "goals/2026-Q4/trust.md": goal("title: Win trust\nimproves: [speed]\nowner: ada"),
    "goals/2026-Q4/fast.md": goal("title: Move fast\nguards: [speed]"),
    "goals/2026-Q4/read.md": goal(
        "key_results: [{id: up, title: Up all day, metric: {kpi: speed, target: 100}}]"
    ),
    "goals/kpis/all.md": goal("title: All services\ntargets: [{from: 2026-01-01, target: 200}]"),
    "goals/kpis/speed.csv": CSV,
}


def page(front: str, body: str = "", as_of: str = "2026-11-16", **others: str) -> KpiPage:
    """The page of the KPI `speed`."""
    desk = desk_of(one_kpi(front, body, **others), as_of)
    return kpi_page(desk, desk.kpis["kpis/speed"])[0]


def test_every_fact_of_the_file_is_on_the_page() -> None:
    text = told(page(FULL, "Read **carefully**.", **OTHERS))
    facts = (
        "API availability|uptime|<em>all</em>|%|higher is better|sam|every week|10 days|mean|99.95%"
        "|red beyond 99.9%"
        "|since 1 Jan 2026|red beyond 95%|Nearly always|outcome|Leading indicator|customer|North star"
        "|Win trust|Move fast"
        "|is a part of|All services|40%|region|The load balancer's log|ops|https://example.org/board"
        "|Rule K101 set aside|it is watched elsewhere|94|99.97|99.92|an outage|99.99|asia|99.5|europe|99.999"
        "|Up all day|kpis/speed|<strong>carefully</strong>"
    )
    assert [fact for fact in facts.split("|") if fact not in text] == []


def test_the_value_stands_beside_its_target_and_since_when_it_has_its_colour() -> None:
    one = page(FULL, **OTHERS)
    assert one.value is not None
    assert one.target is not None
    assert (one.value.text, one.target.text, one.health.key) == ("99.99%", "99.95%", "green")
    assert (one.date, one.since) == ("9 Nov 2026", "green since 9 Nov 2026")
    assert one.health_words == "It is 99.99%; the target is 99.95%, the red line 99.9%."
    assert one.chart is not None


def test_who_moves_it_and_who_guards_it_are_told_as_objectives() -> None:
    one = page(FULL, **OTHERS)
    assert [row.link.text for row in one.movers] == ["Win trust"]
    assert [row.link.text for row in one.guardians] == ["Move fast"]
    assert [(row.kind, row.link.text) for row in one.edges] == [("supports", "Win trust")]


def test_splits_are_told_by_their_dimension() -> None:
    (table,) = page(FULL, **OTHERS).splits
    assert table.caption == "Latest values by region"
    assert table.rows == (("asia", "99.5", "9 Nov 2026"), ("europe", "99.999", "9 Nov 2026"))


def test_a_total_for_a_period_is_what_stands_large() -> None:
    one = page(
        "aggregate: sum\ntargets: [{period: 2026, target: 1200}]\n"
        "series: [[2026-09-30, 500], [2026-10-31, 400]]"
    )
    assert one.value is not None
    assert one.value.text == "900"
    facts = {fact.label: fact.value.text for fact in one.figures if fact.value}
    assert (facts["Latest point"], facts["Due by now"], facts["Attainment"]) == ("400", "999", "75%")


def test_a_formula_links_what_it_reads_each_once() -> None:
    one = page(
        'formula: "orders / visits + orders"',
        **{"goals/kpis/orders.md": goal("title: Orders"), "goals/kpis/visits.md": goal("title: Visits")},
    )
    assert one.formula == "orders / visits + orders"
    assert [link.text for link in one.inputs] == ["Orders", "Visits"]


def test_a_long_unit_stands_once() -> None:
    one = page("unit: Rate per 100,000 population\nseries: [[2026-10-31, 563.1]]")
    assert one.value is not None
    assert one.value.text == "563.1"
    assert one.date == "Rate per 100,000 population · 31 Oct 2026"


def test_without_values_the_page_says_where_to_write_them() -> None:
    one = page("title: Speed")
    assert one.health.key == "no_data"
    assert one.next_step is not None
    assert one.next_step.command == "goals/kpis/speed.csv"
    assert one.chart is None


@pytest.mark.parametrize("as_of", ["2026-11-16", "2025-01-01"])
def test_points_after_the_day_of_the_figures_do_not_exist(as_of: str) -> None:
    text = told(page("series: [[2026-11-02, 17], [2026-12-02, 4711]]", as_of=as_of))
    assert "4,711" not in text
    assert ("17" in text) == (as_of == "2026-11-16")
