from __future__ import annotations

from datetime import date

from goalsite.core.values import replace
from goalsite.history.timeline import Timeline
from goalsite.pages.health import health_pages
from goalsite.pages.views import HealthPage
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result, said

FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/2026-Q4/top.md": objective("Top", head="owner: ada"),
    "goals/core/2026-Q4/a.md": objective(
        "A", result("x", "2026-11-12", 40), head="owner: ada\norigin: bottom-up\nsupports: [top]"
    ),
    "goals/core/2026-Q4/b.md": objective("B", head="owner: ada\norigin: top-down"),
    "goals/core/2026-Q3/past.md": objective("Past"),
    "goals/core/kpis/k.md": kpi("K", "owner: ada\nsupports: [top]"),
    "goals/kpis/idle.md": kpi("Idle", "owner: ada"),
}


def health(files: dict[str, str] = FILES) -> HealthPage:
    ((page, frame),) = health_pages(desk_of(files))
    assert frame.path == "health/"
    return page


def test_the_system_is_told_in_figures_over_all_units() -> None:
    page = health()
    assert said(page.sentence) == ["3 objectives, 2 KPIs, 2 units and 1 person."]
    assert {row.label: row.figure.text for row in page.figures} == {
        "Rhythm": "17%",
        "Alignment": "50%",
        "Bottom-up": "50%",
        "Ties across units": "100%",
        "KPIs that serve strategy": "50%",
    }


def test_units_stand_beside_each_other_in_the_current_cycle() -> None:
    table = health().by_unit
    assert table is not None
    assert table.caption == "Units in 2026-Q4"
    assert [row[0] for row in table.rows] == ["Goals", "Core"]
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert "Mean score" not in [column.text for column in table.columns]  # which no unit has yet


def test_the_day_and_the_commit_are_told_here() -> None:
    desk = replace(desk_of(FILES), timeline=Timeline("0123456789abcdef"))
    ((page, _),) = health_pages(desk)
    assert (page.as_of, page.commit) == (desk.language.date(date(2026, 11, 16)), "0123456789ab")


def test_what_the_build_found_is_told_with_its_place() -> None:
    files = {"goals/2026-Q4/a.md": "---\ntitle: A\nkey_results: [{title: No id}]\n---\n"}
    ((finding, *_), page) = (health(files).findings, health(files))
    assert finding.code.startswith("S025")
    assert (finding.place.text, finding.place.href) == ("goals/2026-Q4/a.md:3", "goals/2026-Q4/a/")
    assert page.findings_note == ""


def test_of_very_many_findings_the_first_are_told() -> None:
    lines = "".join(f"  - {{title: R{at}}}\n" for at in range(501))
    page = health({"goals/2026-Q4/a.md": f"---\ntitle: A\nkey_results:\n{lines}---\n"})
    assert len(page.findings) == 500
    assert page.findings_note == "These are the first 500 of 501."


def test_an_empty_site_has_nothing_to_figure() -> None:
    page = health({})
    assert (page.figures, page.by_unit, page.findings) == ((), None, ())
    assert all(not one.links for one in page.lists)
