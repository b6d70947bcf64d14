from __future__ import annotations

from goalsite.pages.alerts import alert_pages
from goalsite.pages.choices import Filters
from goalsite.pages.dashboard import dashboard_pages
from goalsite.pages.filters import FEWEST
from goalsite.pages.library import library_pages
from goalsite.pages.unit import unit_pages
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

CORE = "---\ntitle: Core\n---\n"
RED = "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-09, 1]]"
FILES = {
    "goals/core/team.md": CORE,
    "goals/core/2026-Q4/a.md": objective(
        "A", result("x", "2026-11-16", 60), head="owner: Ada\ntags: [speed]"
    ),
    "goals/core/2026-Q4/b.md": objective("B", result("x", "2026-11-16", 1), head="owner: ada"),
    "goals/2026-Q4/c.md": objective("C", head="commitment: aspirational\ntags: [speed, trust]"),
    "goals/2026-Q4/d.md": objective("D", head="owner: '@bo'"),
    "goals/2026-Q4/e.md": objective("E"),
    "goals/2026-Q4/f.md": objective("F"),
}


def choices(filters: Filters | None, name: str) -> list[tuple[str, str, str]]:
    """Value, word and count of each choice under a key."""
    assert filters is not None
    facet = next(facet for facet in filters.facets if facet.name == name)
    return [(choice.value, choice.word, choice.count) for choice in facet.choices]


def dashboard(files: dict[str, str]) -> Filters | None:
    ((page, _),) = dashboard_pages(desk_of(files))
    return page.filters


def test_each_choice_says_how_many_rows_have_it() -> None:
    assert choices(dashboard(FILES), "unit") == [("", "Goals", "4"), ("core", "Core", "2")]
    assert choices(dashboard(FILES), "tag") == [("speed", "speed", "2"), ("trust", "trust", "1")]
    assert choices(dashboard(FILES), "commitment") == [
        ("committed", "committed", "5"),
        ("aspirational", "aspirational", "1"),
    ]


def test_an_owner_is_one_however_the_handle_is_written_and_nobody_comes_last() -> None:
    """Whoever looks for what nobody answers for finds it."""
    assert choices(dashboard(FILES), "owner") == [("ada", "Ada", "2"), ("bo", "bo", "1"), ("", "nobody", "3")]


def test_statuses_stand_worst_first() -> None:
    assert [word for _, word, _ in choices(dashboard(FILES), "status")] == [
        "off track",
        "no data",
        "on track",
    ]


def test_what_all_rows_have_alike_is_no_choice_but_an_address_may_still_ask_for_it() -> None:
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), head=f"tags: [t{at % 2}]") for at in range(FEWEST)}
    found = dashboard(files)
    assert found is not None
    assert [facet.name for facet in found.facets] == ["tag"]
    assert found.keys == ("unit", "owner", "status", "commitment", "tag")


def test_a_short_list_has_no_filters() -> None:
    few = {path: text for path, text in FILES.items() if path != "goals/2026-Q4/f.md"}
    assert dashboard(few) is None


def test_a_page_that_shows_only_some_objectives_leads_to_the_filters_of_all() -> None:
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), head=f"tags: [t{at}]") for at in range(9)}
    found = dashboard(files)
    assert found is not None
    assert found.whole is not None
    assert found.part == "Not every objective stands on this page."
    assert found.whole.href == "cycles/2026-Q4/"


def test_a_unit_is_filtered_without_the_choice_of_a_unit() -> None:
    files = {f"goals/core/2026-Q4/{at}.md": objective(str(at), head=f"owner: o{at}") for at in range(6)}
    pages = {frame.path: page for page, frame in unit_pages(desk_of(files | {"goals/core/team.md": CORE}))}
    found = pages["teams/core/"].filters
    assert found is not None
    assert [facet.name for facet in found.facets] == ["owner"]


def test_kpis_are_filtered_by_their_health() -> None:
    files = {f"goals/kpis/{at}.md": kpi(str(at), RED if at else "unit: s") for at in range(6)}
    ((page, _),) = library_pages(desk_of(files))
    assert choices(page.filters, "health") == [("red", "red", "5"), ("no_data", "no data", "1")]


def test_alerts_are_filtered_by_who_can_act_and_by_what_is_the_matter() -> None:
    files = {f"goals/kpis/{at}.md": kpi(str(at), f"owner: ada\n{RED}") for at in range(5)}
    files["goals/2026-Q4/a.md"] = objective("A", result("x", "2026-11-16", 1), head="owner: bo")
    ((page, _),) = alert_pages(desk_of(files))
    assert choices(page.filters, "owner") == [("ada", "ada", "5"), ("bo", "bo", "1")]
    assert choices(page.filters, "alert") == [("off_track", "off track", "1"), ("red", "red", "5")]


def test_a_tag_of_several_lines_is_one_value() -> None:
    head = 'tags: ["two\\nlines"]'
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), head=head if at else "") for at in range(6)}
    assert choices(dashboard(files), "tag") == [("two lines", "two lines", "5")]
