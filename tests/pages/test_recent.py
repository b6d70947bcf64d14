from __future__ import annotations

from goalsite.pages.dashboard import dashboard_pages
from goalsite.pages.recent import recent_rows, unit_events
from goalsite.pages.unit import unit_pages
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/core/2026-Q4/a.md": objective("A", result("x", "2026-11-14", 60)),
    "goals/2026-Q4/b.md": objective("B", result("x", "2026-11-10", 10)),
    "goals/kpis/k.md": kpi(
        "K", "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-02, 10], [2026-11-09, 1]]"
    ),
}


def test_what_changed_is_told_newest_first_with_what_it_says() -> None:
    desk = desk_of(FILES)
    rows = recent_rows(desk, desk.events.site, 3)
    assert [(row.date, row.link.text) for row in rows] == [
        ("14 Nov 2026", "Check-in: A"),
        ("10 Nov 2026", "Check-in: B"),
        ("9 Nov 2026", "K: red"),
    ]
    assert rows[0].relative == "2 days ago"
    assert rows[0].lines == ("Result x: 0 → 60",)
    assert rows[0].link.href == "goals/core/2026-Q4/a/#kr-x"


def test_what_is_older_than_a_month_is_no_news() -> None:
    desk = desk_of(FILES, as_of="2026-12-20")
    assert recent_rows(desk, desk.events.site, 9) == ()


def test_a_unit_hears_of_its_own_and_of_those_below() -> None:
    desk = desk_of(FILES)
    own = recent_rows(desk, unit_events(desk, "core"), 1)
    assert [row.link.text for row in own] == ["Check-in: A"]
    assert all("B" not in row.link.text for row in recent_rows(desk, unit_events(desk, "core"), 9))
    assert unit_events(desk, "") == desk.events.site


def test_it_stands_on_the_dashboard_and_on_the_page_of_its_unit() -> None:
    desk = desk_of(FILES)
    ((dashboard, _),) = dashboard_pages(desk)
    units = {frame.path: page for page, frame in unit_pages(desk)}
    assert dashboard.recent[0].link.text == "Check-in: A"
    assert units["teams/core/"].recent[0].link.text == "Check-in: A"
