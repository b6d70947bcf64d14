"""Long chains and circles of goals and KPIs have figures, and nothing recurses through them."""

from __future__ import annotations

from tests.analysis.authored import analysed, figured, goal_file, near, value

LONG = 3_000


def test_a_chain_of_contributions_hands_progress_status_and_exposure_up() -> None:
    reached = f"- {{id: kr, title: KR, {value('2026-11-16', 0.1)}}}"
    files = {
        f"goals/2026-Q4/g{index}.md": goal_file(head=f"contributes: [g{index - 1}]")
        for index in range(1, LONG)
    }
    files["goals/2026-Q4/g0.md"] = goal_file()
    files[f"goals/2026-Q4/g{LONG}.md"] = goal_file(
        reached, f"contributes: [g{LONG - 1}]\ndepends_on: [{{goal: other, confirmed: false}}]"
    )
    files["goals/2026-Q4/other.md"] = goal_file()
    first = analysed(files, "2026-11-16").objectives["2026-Q4/g0"]
    assert (first.progress_with_contributions, first.status) == (near(0.1), "off_track")
    assert first.exposed_by == ("2026-Q4/g1",)


def test_a_chain_of_formulas_hands_values_up() -> None:
    files = {f"goals/kpis/k{index}.md": f"---\nformula: k{index - 1} + 1\n---\n" for index in range(1, LONG)}
    files["goals/kpis/k0.md"] = "---\nseries: [[2026-11-02, 5]]\n---\n"
    assert analysed(files, "2026-11-16").kpis[f"kpis/k{LONG - 1}"].value == LONG + 4


def test_goals_that_contribute_in_a_circle_have_the_figures_of_their_own() -> None:
    hand = f"- {{id: kr, title: KR, {value('2026-11-16', 0.6)}}}"
    files = {
        "goals/2026-Q4/a.md": goal_file(hand, "contributes: [b]\ndepends_on: [b]"),
        "goals/2026-Q4/b.md": goal_file("", "contributes: [c]\ndepends_on: [a]"),
        "goals/2026-Q4/c.md": goal_file("", "contributes: [a]"),
        "goals/2026-Q4/d.md": goal_file(hand.replace("0.6", "0"), "contributes: [a]"),
    }
    found = figured(files, "2026-11-16").objectives
    assert found["2026-Q4/a"].progress_with_contributions == near(0.3)
    assert found["2026-Q4/b"].progress_with_contributions is None


def test_kpis_that_read_each_other_in_a_circle_have_no_points() -> None:
    files = {
        "goals/kpis/a.md": "---\nformula: b + 1\n---\n",
        "goals/kpis/b.md": "---\nformula: c + 1\n---\n",
        "goals/kpis/c.md": "---\nrollup: sum\nfrequency: month\n---\n",
        "goals/kpis/d.md": "---\ncascades_from: {kpi: c}\nformula: a + 1\n---\n",
        "goals/kpis/e.md": "---\nformula: a * 2\n---\n",
        "goals/kpis/f.md": "---\nformula: f + 1\n---\n",
    }
    found = figured(files, "2026-11-16").kpis
    assert {name: one.points for name, one in found.items()} == {f"kpis/{name}": () for name in "abcdef"}
    assert {one.health for one in found.values()} == {"no_data"}
