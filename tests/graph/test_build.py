from __future__ import annotations

import pytest

from goalsite.graph.edges import Ask
from tests.authored import Site, goal, read


def ring(key: str, names: str = "abc", form: str = "[{}]", folder: str = "2026") -> Site:
    """Goals of which each names the next by `key`, the last the first."""
    nexts = names[1:] + names[0]
    return read(
        {
            f"goals/{folder}/{one}.md": goal(f"{key}: {form.format(to)}")
            for one, to in zip(names, nexts, strict=True)
        }
    )


@pytest.mark.parametrize(
    ("key", "form"),
    [("contributes", "[{}]"), ("depends_on", "[{}]"), ("continues", "[{}]"), ("replaced_by", "{}")],
)
def test_a_circle_of_objectives_is_an_error_told_once_as_its_path(key: str, form: str) -> None:
    site = ring(key, form=form)
    (found,) = site.found
    assert (found.path, found.code, found.severity) == ("goals/2026/a.md", "S007", "error")
    assert found.message == f"{key} leads in a circle: 2026/a → 2026/b → 2026/c → 2026/a"
    assert (found.line, found.column) == (2, len(key) + (4 if form == "[{}]" else 3))
    assert found.hint == "take one of these edges away"
    assert site.graph.counted(key) == []
    assert len(site.graph.edges) == 3


def test_a_circle_of_cascades_is_an_error() -> None:
    site = ring("cascades_from", form="{{kpi: {}}}", folder="kpis")
    assert [(one.code, one.message) for one in site.found] == [
        ("S007", "cascades_from leads in a circle: kpis/a → kpis/b → kpis/c → kpis/a")
    ]
    assert site.graph.counted("cascades_from") == []


def test_a_circle_of_formulas_is_an_error_and_no_figure_follows_it() -> None:
    site = ring("formula", form="{} * 2", folder="kpis")
    (found,) = site.found
    assert found.message == "the formulas read each other in a circle: kpis/a → kpis/b → kpis/c → kpis/a"
    assert (found.path, found.line, found.column) == ("goals/kpis/a.md", 2, 10)
    assert ("reads", "kpis/a", "kpis/b") in site.graph.tangled


def test_a_circle_through_a_roll_up_and_a_formula_is_an_error() -> None:
    site = read(
        {
            "goals/kpis/parent.md": goal("rollup: sum"),
            "goals/kpis/child.md": goal("{cascades_from: {kpi: parent}, formula: parent * 2}"),
        }
    )
    assert site.codes == ["S007"]
    assert site.graph.tangled == {
        ("reads", "kpis/child", "kpis/parent"),
        ("reads", "kpis/parent", "kpis/child"),
    }


def test_a_circle_of_cascades_that_roll_up_is_told_once() -> None:
    files = {
        "goals/kpis/a.md": goal("{rollup: sum, cascades_from: {kpi: b}}"),
        "goals/kpis/b.md": goal("{rollup: sum, cascades_from: {kpi: a}}"),
    }
    assert read(files).codes == ["S007"]


def test_a_circle_of_supports_is_a_warning_and_tangles_nothing() -> None:
    site = ring("supports")
    (found,) = site.found
    assert (found.code, found.name, found.severity) == ("Q134", "supports-circle", "warning")
    assert (found.path, found.line, found.column) == ("goals/2026/a.md", 2, 12)
    assert found.message == "supports leads in a circle: 2026/a → 2026/b → 2026/c → 2026/a"
    assert site.graph.tangled == frozenset()


def test_circles_of_other_edges_are_none() -> None:
    assert ring("same_as").said() == []


def test_edges_of_different_types_make_no_circle_together() -> None:
    site = read({"goals/2026/a.md": goal("contributes: [b]"), "goals/2026/b.md": goal("depends_on: [a]")})
    assert site.said() == []


def test_each_separate_circle_is_told() -> None:
    site = read(
        {
            "goals/2026/a.md": goal("contributes: [b]"),
            "goals/2026/b.md": goal("contributes: [a]"),
            "goals/2026/y.md": goal("contributes: [z]"),
            "goals/2026/z.md": goal("contributes: [y]"),
        }
    )
    assert [one.path for one in site.found] == ["goals/2026/a.md", "goals/2026/y.md"]


def test_an_edge_that_leaves_a_circle_still_counts() -> None:
    site = read(
        {
            "goals/2026/a.md": goal("contributes: [b, top]"),
            "goals/2026/b.md": goal("contributes: [a]"),
            "goals/2026/top.md": goal(),
        }
    )
    assert [(edge.source, edge.target) for edge in site.graph.counted("contributes")] == [
        ("2026/a", "2026/top")
    ]


def test_edges_stand_by_type_source_and_target_each_once() -> None:
    site = read(
        {
            "goals/2026/a.md": goal("supports: [top, 2026/top, kpis/k]\nimproves: [k, k]"),
            "goals/2026/top.md": goal(),
            "goals/kpis/k.md": goal("supports: [top]"),
        }
    )
    assert [(edge.type, edge.source, edge.target) for edge in site.graph.edges] == [
        ("improves", "2026/a", "kpis/k"),
        ("supports", "2026/a", "2026/top"),
        ("supports", "2026/a", "kpis/k"),
        ("supports", "kpis/k", "2026/top"),
    ]


def test_what_is_asked_of_a_unit_is_kept_with_its_answer() -> None:
    site = read(
        {
            "goals/security/team.md": "",
            "goals/2026/a.md": goal(
                "depends_on: [{team: security, ask: review, size: small, note: by May, confirmed: false}]"
            ),
        }
    )
    assert site.graph.asks == (Ask("2026/a", "security", "review", "small", "by May", False),)


def test_a_key_result_that_reads_a_kpi_is_a_measure() -> None:
    site = read(
        {
            "goals/kpis/k.md": goal(),
            "goals/2026/a.md": goal(
                """
                key_results:
                  - {id: x, metric: {kpi: k, target: 5}}
                  - {id: y, maintain: {kpi: kpis/k, min: 1}}
                """
            ),
        }
    )
    assert site.graph.measures == {("2026/a", "x"): "kpis/k", ("2026/a", "y"): "kpis/k"}


def test_a_name_that_a_formula_reads_twice_is_told_once() -> None:
    site = read({"goals/kpis/k.md": goal("formula: nowhere + nowhere")})
    assert site.said() == ['goals/kpis/k.md:2:10: S003 no KPI is called "nowhere"']
