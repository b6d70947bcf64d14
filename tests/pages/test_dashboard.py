from __future__ import annotations

from goalsite.pages.dashboard import dashboard_pages
from goalsite.pages.elements import NextStep
from goalsite.pages.views import DashboardPage
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result, said

RED = "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-09, 1]]"
GREEN = "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-09, 10]]"


def dashboard(files: dict[str, str], as_of: str = "2026-11-16") -> DashboardPage:
    ((page, frame),) = dashboard_pages(desk_of(files, as_of))
    assert frame.path == ""
    return page


def test_the_cycle_is_told_in_one_sentence() -> None:
    page = dashboard(
        {
            "goals/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 60), result("y", "2026-11-16", 1)),
            "goals/kpis/k.md": kpi("K", RED),
        }
    )
    assert (page.title, page.window) == ("2026-Q4", "1 Oct – 31 Dec 2026")
    assert said(page.sentence) == [
        "Week 7 of 13.",
        "1 of 2 key results on track.",
        "1 unit at risk.",
        "1 KPI red since 9 Nov 2026.",
    ]


def test_an_empty_site_says_how_to_begin() -> None:
    page = dashboard({"config.yaml": "site_name: Our goals\n"})
    assert (page.title, page.window, said(page.sentence)) == ("Our goals", "", ["There are no goals yet."])
    assert page.next_step == NextStep(
        "Begin with an example of your own cycle, then change it:", "goalsite init"
    )
    assert (page.kpis, page.attention, page.groups, page.coming) == ((), (), (), ())


def test_a_site_of_kpis_alone_tells_of_them() -> None:
    page = dashboard({"goals/kpis/k.md": kpi("K", GREEN)})
    assert said(page.sentence) == ["No KPI red."]
    assert [row.link.text for row in page.kpis] == ["K"]
    assert page.next_step is None


def test_a_cycle_that_is_over_is_told_as_such() -> None:
    page = dashboard({"goals/2026-Q3/a.md": objective("A", result("x", "2026-09-01", 90))})
    assert page.title == "2026-Q3"
    assert said(page.sentence)[:2] == ["No cycle is running.", "It ended on 30 Sep 2026."]
    assert "1 objective waits to be scored." in said(page.sentence)


def test_the_strip_shows_the_north_star_then_what_is_past_its_target_then_units_from_the_top() -> None:
    files = {f"goals/core/kpis/g{at}.md": kpi(f"Green {at}", GREEN) for at in range(9)}
    files |= {
        "goals/core/team.md": "---\ntitle: Core\n---\n",
        "goals/kpis/root.md": kpi("Root", GREEN),
        "goals/core/kpis/r.md": kpi("Red", RED),
        "goals/core/kpis/star.md": kpi("Star", f"north_star: true\n{GREEN}"),
    }
    page = dashboard(files)
    assert [(row.link.text, row.role) for row in page.kpis][:4] == [
        ("Star", "north star"),
        ("Red", "Core"),
        ("Root", ""),
        ("Green 0", "Core"),
    ]
    assert len(page.kpis) == 6
    assert page.more_kpis is not None
    assert page.more_kpis.text == "All 12 KPIs"


def test_at_most_seven_things_need_attention_and_the_rest_is_linked() -> None:
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), result("x", "2026-11-16", 1)) for at in range(9)}
    page = dashboard(files)
    assert len(page.attention) == 7
    assert all(row.why for row in page.attention)
    assert [row.helps_again for row in page.attention] == [False, *[True] * 6], "said once, it is enough"
    assert page.more_alerts is not None
    assert (page.more_alerts.text, page.more_alerts.href) == ("All 9 alerts", "alerts/")


def test_objectives_stand_by_unit_from_the_root_down_then_those_of_other_cycles_that_run() -> None:
    files = {
        "goals/core/team.md": "---\ntitle: Core\n---\n",
        "goals/core/2026-Q4/b.md": objective("B", result("x", "2026-11-16", 60)),
        "goals/2026-Q4/two.md": objective("Two", head="order: 2"),
        "goals/2026-Q4/one.md": objective("One", head="order: 1"),
        "goals/2026-Q4/draft.md": objective("Draft", head="status: draft"),
        "goals/2026/year.md": objective("Year"),
        "goals/2026-Q3/past.md": objective("Past"),
        "goals/people/ada/2026-Q4/own.md": objective("Own"),
    }
    groups = dashboard(files).groups
    assert [(group.title.text, [row.link.text for row in group.rows]) for group in groups] == [
        ("Goals", ["One", "Two"]),
        ("Core", ["B"]),
        ("2026", ["Year"]),
    ]
    assert groups[1].summary == "1 of 1 key result on track."


def test_a_large_site_shows_some_of_each_unit_and_links_the_rest() -> None:
    files = {f"goals/u{at:02}/team.md": f"---\ntitle: U{at}\n---\n" for at in range(20)}
    files |= {f"goals/u{at:02}/2026-Q4/{n}.md": objective(str(n)) for at in range(20) for n in range(10)}
    groups = dashboard(files).groups
    assert sum(len(group.rows) for group in groups) == 120
    assert groups[0].rest is not None
    assert (groups[0].rest.text, groups[0].rest.href) == ("2 more objectives", "teams/u00/")
    assert groups[-1].rest is not None
    assert (groups[-1].rest.text, groups[-1].rest.href) == ("5 more units", "teams/")


def test_of_a_unit_with_many_objectives_those_that_are_worst_off_are_shown_in_their_order() -> None:
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), result("x", "2026-11-16", 60)) for at in range(9)}
    files["goals/2026-Q4/9.md"] = objective("9", result("x", "2026-11-16", 1))
    (group,) = dashboard(files).groups
    assert [row.link.text for row in group.rows] == ["0", "1", "2", "3", "4", "5", "6", "9"]
