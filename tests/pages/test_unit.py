from __future__ import annotations

from goalsite.pages.elements import Link
from goalsite.pages.unit import unit_pages
from goalsite.pages.views import UnitPage
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result, said

FILES = {
    "goals/team.md": "---\ntitle: All\nmode: hybrid\nlead: ada\n---\n",
    "goals/core/team.md": "---\ntitle: Core\nmode: okr\nlead: lin\nmembers: [ada, lin]\n"
    "layer: back\ncadence: 10d\n"
    "fit: {uncertainty: high}\nlinks: {wiki: 'https://example.org/core'}\n---\nWe keep it running.\n",
    "goals/core/deep/team.md": "---\ntitle: Deep\n---\n",
    "goals/core/kpis/k.md": kpi("Uptime", "series: [[2026-11-09, 1]]"),
    "goals/core/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 1), head="origin: bottom-up"),
    "goals/core/2026/y.md": objective("Year"),
    "goals/core/2027-Q1/n.md": objective("Next"),
    "goals/core/2026-Q3/p.md": objective(
        "Past", result("x", "2026-09-20", 90), head="commitment: aspirational\nstatus: closed\nscore: 0.9"
    ),
}


def unit(name: str, files: dict[str, str] = FILES) -> UnitPage:
    pages = {frame.path: page for page, frame in unit_pages(desk_of(files))}
    return pages[f"teams/{name}"]


def test_kpis_are_the_floor_and_the_cycles_objectives_the_ceiling() -> None:
    page = unit("core/")
    assert (page.title, page.cycle) == ("Core", "2026-Q4")
    assert [row.link.text for row in page.floor] == ["Uptime"]
    assert [row.link.text for row in page.ceiling] == ["A"]
    assert said(page.sentence)[:2] == ["Week 7 of 13.", "0 of 1 key result on track."]


def test_the_mode_is_explained_in_one_line() -> None:
    page = unit("core/")
    assert (page.mode, page.mode_sentence) == (
        "OKRs",
        "This unit works with OKRs: few goals, set anew each cycle.",
    )


def test_other_cycles_follow_those_that_run_first_and_past_ones_are_summed_up() -> None:
    page = unit("core/")
    assert [(group.title.text, group.summary) for group in page.others] == [
        ("2026", "Week 46 of 52."),
        ("2027-Q1", "It starts in 46 days."),
    ]
    (past,) = page.past
    assert (past.link.text, past.window) == ("2026-Q3", "1 Jul – 30 Sep 2026")
    assert [(label, figure.text) for label, figure in past.figures] == [
        ("mean score", "0.9"),
        ("progress", "90%"),
    ]


def test_each_portfolio_figure_has_its_meaning_its_healthy_range_and_a_verdict() -> None:
    rows = {row.label: row for row in unit("core/").portfolio}
    assert rows["Bottom-up"].figure.text == "100%"
    assert rows["Bottom-up"].healthy == "about half or more"
    assert rows["Net status"].figure.text == "−100%"
    verdict = rows["Net status"].verdict
    assert verdict is not None
    assert verdict.word == "worth a look"
    assert all(row.figure.meaning and row.healthy for row in rows.values())


def test_what_the_file_says_of_the_unit_is_told() -> None:
    page = unit("core/")
    assert page.lead is not None
    assert (page.lead.text, [member.text for member in page.members]) == ("lin", ["ada", "lin"])
    assert [(fact.label, fact.value.text if fact.value else "") for fact in page.facts] == [
        ("Checks in", "every 10 days"),
        ("Layer", "back office"),
        ("Uncertainty", "high"),
    ]
    assert page.body is not None
    assert "We keep it running." in page.body.markup
    assert [link.href for link in page.links] == ["https://example.org/core"]


def test_the_root_lists_all_units_and_every_other_those_right_below() -> None:
    assert [(row.link.text, row.link.note, row.counts) for row in unit("").units] == [
        ("Core", "", "1 objective, 1 KPI"),
        ("Deep", "Core", ""),
    ]
    assert [row.link.text for row in unit("core/").units] == ["Deep"]
    assert [status.word for status in unit("").units[0].statuses] == ["off track"]


def test_the_way_to_a_unit_leads_over_the_units_above() -> None:
    frames = {frame.path: frame for _, frame in unit_pages(desk_of(FILES))}
    assert [link.text for link in frames["teams/core/deep/"].breadcrumb] == ["All", "Core"]


def test_a_repository_without_anything_has_a_page_of_its_root() -> None:
    page = unit("", {"config.yaml": "site_name: Ours\n"})
    assert (page.title, page.floor, page.ceiling, page.portfolio, page.units) == ("Ours", (), (), (), ())


def test_what_has_more_than_500_entries_leads_to_all_of_them() -> None:
    assert unit("core/").more_ceiling is unit("").more_units is None
    goals = {f"goals/core/2026-Q4/{at}.md": objective(str(at)) for at in range(500)}
    page = unit("core/", FILES | goals)
    assert (len(page.ceiling), page.more_ceiling) == (
        500,
        Link("All objectives of this cycle", "teams/core/_/cycles/2026-Q4/"),
    )
    units = {f"goals/unit-{at}/team.md": f"---\ntitle: Unit {at}\n---\n" for at in range(501)}
    root = unit("", units)
    assert (len(root.units), root.more_units) == (500, Link("All units", "a-z/_/units/"))
