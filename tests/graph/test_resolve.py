"""What references of every place lead to; how names are matched is in tests/model/test_names.py."""

from __future__ import annotations

import pytest

from tests.authored import Site, goal, read

FILES = {
    "config.yaml": "sites: {partner: https://partner.example.org/}\n",
    "goals/2026/trust.md": goal("key_results: [{id: nps}]"),
    "goals/kpis/revenue.md": goal(),
    "goals/platform/team.md": goal(),
}


def from_goal(front: str, body: str = "") -> Site:
    """The site with a goal `2026/a` of that front matter and body."""
    return read({**FILES, "goals/2026/a.md": goal(front, body)})


def said(front: str, body: str = "") -> list[str]:
    return from_goal(front, body).said("goals/2026/a.md")


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("contributes: [revenue]", '2:15: S009 contributes takes an objective, and "revenue" is a KPI'),
        ("continues: [revenue]", '2:13: S009 continues takes an objective, and "revenue" is a KPI'),
        ("replaced_by: revenue", '2:14: S009 replaced_by takes an objective, and "revenue" is a KPI'),
        ("depends_on: [{goal: revenue}]", '2:21: S009 depends_on takes an objective, and "revenue" is a KPI'),
        ("improves: [trust]", '2:12: S009 improves takes a KPI, and "trust" is an objective'),
        ("guards: [trust]", '2:10: S009 guards takes a KPI, and "trust" is an objective'),
        (
            "key_results: [{id: x, metric: {kpi: trust, target: 5}}]",
            '2:37: S009 kpi takes a KPI, and "trust" is an objective',
        ),
        ("supports: [nowhere]", '2:12: S003 no goal is called "nowhere"'),
        ("contributes: [nowhere]", '2:15: S003 no objective is called "nowhere"'),
        ("improves: [nowhere]", '2:12: S003 no KPI is called "nowhere"'),
        ("supports: [a]", "2:12: S028 supports names the goal itself"),
        ("depends_on: [2026/a]", "2:14: S028 depends_on names the goal itself"),
        ("same_as: [a]", "2:11: S028 same_as names the goal itself"),
        ("depends_on: [{team: nowhere}]", '2:21: S003 no unit is called "nowhere"'),
    ],
)
def test_a_reference_that_its_place_cannot_have_is_an_error_at_its_place(front: str, message: str) -> None:
    assert said(front) == [message]


def test_a_kpi_s_references_are_held_to_their_places_too() -> None:
    site = read({**FILES, "goals/kpis/k.md": goal("{supports: [nowhere], cascades_from: {kpi: trust}}")})
    assert site.said() == [
        'goals/kpis/k.md:2:13: S003 no goal is called "nowhere"',
        'goals/kpis/k.md:2:44: S009 cascades_from takes a KPI, and "trust" is an objective',
    ]


def test_supports_and_same_as_take_any_goal() -> None:
    site = from_goal("{supports: [trust, revenue], same_as: [trust, revenue]}")
    assert site.said() == []
    assert site.edges("same_as") == [("2026/a", "2026/trust"), ("2026/a", "kpis/revenue")]


def test_supports_takes_a_key_result_by_its_name() -> None:
    site = from_goal('supports: ["trust#nps", trust]')
    assert site.said() == []
    assert site.edges("supports") == [("2026/a", "2026/trust"), ("2026/a", "2026/trust#nps")]
    assert site.graph.edges[1].key_result == "nps"


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ('supports: ["trust#nsp"]', '2:12: S045 2026/trust has no key result "nsp"'),
        ('supports: ["trust#"]', '2:12: S045 2026/trust has no key result ""'),
        ('supports: ["trust#2"]', '2:12: S045 2026/trust has no key result "2"'),
        (
            'supports: ["revenue#nps"]',
            '2:12: S009 "revenue#nps" names a key result, and kpis/revenue is a KPI',
        ),
        (
            'contributes: ["trust#nps"]',
            '2:15: S009 "trust#nps" names a key result, and contributes takes an objective',
        ),
    ],
)
def test_a_key_result_that_is_none_or_out_of_place_is_an_error(front: str, message: str) -> None:
    assert said(front) == [message]


def test_a_near_key_result_is_suggested() -> None:
    assert 'did you mean "nps"?' in from_goal('supports: ["trust#nsp"]').hints()


def test_of_many_key_results_only_the_first_are_named() -> None:
    results = ", ".join(f"{{id: k{number}}}" for number in range(20))
    files = {
        "goals/2026-Q4/a.md": goal("supports: [b#speed]"),
        "goals/2026-Q4/b.md": goal(f"key_results: [{results}]"),
    }
    (found,) = [one for one in read(files).found if one.code == "S045"]
    assert found.hint == "it has k0, k1, k2, k3, k4, k5, k6, k7, k8 …"


def test_a_url_or_another_site_s_goal_is_outside_linked_and_never_counted() -> None:
    site = from_goal(
        "{supports: ['https://example.org/g#x', partner:win], contributes: [{to: 'partner:a/b', weight: 3}]}"
    )
    assert site.said("goals/2026/a.md") == []
    assert [(edge.target, edge.outside) for edge in site.graph.edges] == [
        ("partner:a/b", True),
        ("https://example.org/g#x", True),
        ("partner:win", True),
    ]
    assert site.graph.counted("contributes") == []


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("partnr:win", 'S003 no site is called "partnr"'),
        ("partner:", 'S003 "partner:" names no goal'),
        ("ftp://example.org/x", 'S040 "ftp://example.org/x" is no link that may be published'),
        ("javascript:alert(1)", 'S003 no site is called "javascript"'),
        ("javascript://x", 'S040 "javascript://x" is no link that may be published'),
        ("https://", 'S040 "https://" is no link that may be published'),
    ],
)
def test_an_outside_that_is_none_is_an_error(reference: str, message: str) -> None:
    assert said(f"supports: ['{reference}']") == [f"2:12: {message}"]


def test_a_near_site_is_suggested() -> None:
    assert 'did you mean "partner"?' in from_goal("supports: ['partnr:win']").hints()


def test_values_are_read_from_kpis_of_this_site_alone() -> None:
    assert said("key_results: [{id: x, metric: {kpi: 'partner:k', target: 5}}]") == [
        '2:37: S009 "partner:k" lies outside, and values are read from KPIs of this site'
    ]


def test_a_link_in_text_leads_to_a_goal_or_a_key_result() -> None:
    site = from_goal("", "See [[trust]], [[trust#nps]] and [[kpis/revenue]].")
    assert site.said("goals/2026/a.md") == []
    assert site.graph.mentions == {
        ("goals/2026/a.md", "trust"): "2026/trust",
        ("goals/2026/a.md", "trust#nps"): "2026/trust#nps",
        ("goals/2026/a.md", "kpis/revenue"): "kpis/revenue",
    }


def test_links_in_the_text_of_units_people_and_pages_are_followed_too() -> None:
    paths = ("goals/platform/team.md", "goals/people/ada.md", "goals/about.md", "goals/kpis/k.md")
    site = read(FILES | dict.fromkeys(paths, "[[trust]]"))
    assert {path for path, _ in site.graph.mentions} == set(paths)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("See [[nowhere]].", '4:5: S016 no goal is called "nowhere"'),
        ("See [[trust#nsp]].", '4:5: S016 2026/trust has no key result "nsp"'),
        ("See [[revenue#x]].", '4:5: S016 kpis/revenue has no key result "x"'),
    ],
)
def test_a_broken_link_in_text_is_a_warning_where_it_stands(body: str, message: str) -> None:
    site = from_goal("title: A\n", body)
    assert site.said("goals/2026/a.md") == [message]
    assert all(one.severity == "warning" for one in site.found if one.code == "S016")


def test_an_ambiguous_link_in_text_is_a_warning_that_lists_them() -> None:
    site = read({"goals/a/2026/x.md": goal(), "goals/b/2026/x.md": goal(), "goals/about.md": "[[x]]"})
    assert site.said() == ['goals/about.md:1:1: S016 "x" may be a/2026/x, b/2026/x']


def test_a_broken_link_is_told_at_each_of_its_places() -> None:
    assert [line.split()[0] for line in said("", "[[nowhere]] and [[nowhere]]")] == ["4:1:", "4:17:"]


def test_a_key_result_without_an_id_cannot_be_named_by_its_position() -> None:
    site = read(
        {"goals/2026/b.md": goal("key_results: [{title: A}]"), "goals/2026/a.md": goal("supports: ['b#1']")}
    )
    assert site.said("goals/2026/a.md") == ['2:12: S045 2026/b has no key result "1"']
    assert "give it an id there" in site.hints()


def test_a_link_in_text_to_a_goal_of_a_known_site_stays_text() -> None:
    assert said("", "[[partner:win-trust]]") == []
    assert said("", "[[stranger:win-trust]]") == ['4:1: S016 no goal is called "stranger:win-trust"']
