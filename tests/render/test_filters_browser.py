"""Filters in a real browser: with the keyboard alone, kept in the address, gone without a script."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.pages.goal_files import kpi, objective, result
from tests.render.sites import ASSETS

RED = "targets: [{from: 2026-01-01, target: 9, red: 5}]\nseries: [[2026-11-09, 1]]"
GOOD, BAD = result("x", "2026-11-16", 60), result("x", "2026-11-16", 1)
FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/core/2026-Q4/a.md": objective("Alpha", GOOD, head="owner: ada\ntags: [speed]"),
    "goals/core/2026-Q4/b.md": objective("Beta", BAD, head="owner: ada"),
    "goals/2026-Q4/c.md": objective("Gamma", GOOD, head="commitment: aspirational\ntags: [speed, trust]"),
    "goals/2026-Q4/d.md": objective("Delta", head="owner: bo"),
    "goals/2026-Q4/e.md": objective("Epsilon"),
    "goals/2026-Q4/f.md": objective("Zeta"),
    "goals/kpis/root.md": kpi("Root", RED),
    "goals/core/kpis/k5.md": kpi("Kpi 5", f"owner: cleo\n{RED}"),
} | {f"goals/core/kpis/k{at}.md": kpi(f"Kpi {at}", RED) for at in (0, 1, 2, 3, 4, 6)}
ALL = ["Gamma", "Delta", "Epsilon", "Zeta", "Alpha", "Beta"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a context of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    """The titles of the objectives one sees."""
    found = page.locator(
        "#objectives ~ table a.title:visible, section:has(#objectives) table a.title:visible"
    )
    return list(dict.fromkeys(found.all_inner_texts()))


def choose(page: Page, facet: str, *values: str) -> None:
    """Opens a facet with the keyboard and chooses what has these words."""
    summary = page.locator("form.filters summary", has_text=facet)
    summary.focus()
    page.keyboard.press("Enter")
    for value in values:
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.word") == value:
                break
        page.keyboard.press("Space")
    page.keyboard.press("Escape")


def test_a_list_is_narrowed_and_widened_with_the_keyboard_alone(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    address = serve_folder(site)
    page.goto(address)
    assert shown(page) == ALL
    choose(page, "Status", "on track")
    assert shown(page) == ["Gamma", "Alpha"]
    expect(page).to_have_url(f"{address}?status=on_track")
    expect(page.locator("form.filters [role=status]")).to_have_text("2 of 6 shown")
    assert page.evaluate("document.activeElement.textContent").startswith("Status"), "Escape leads back"
    choose(page, "Status", "off track")
    assert shown(page) == ["Gamma", "Alpha", "Beta"]
    choose(page, "Unit", "Core")
    assert shown(page) == ["Alpha", "Beta"]
    expect(page).to_have_url(f"{address}?unit=core&status=off_track&status=on_track")
    page.locator("form.filters button.clear").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(address)
    assert shown(page) == ALL
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_back_forward_and_reload_keep_what_was_chosen(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    address = f"{serve_folder(site)}?lang=x"
    page.goto(address)
    checked = page.locator("input:checked")
    choose(page, "Owner", "ada")
    choose(page, "Tag", "speed")
    assert shown(page) == ["Alpha"]
    page.reload()
    expect(checked).to_have_count(2)
    assert shown(page) == ["Alpha"]
    page.go_back()
    expect(checked).to_have_count(1)
    assert shown(page) == ["Alpha", "Beta"]
    page.go_back()
    expect(checked).to_have_count(0)
    assert shown(page) == ALL
    expect(page, "what is not a filter stays").to_have_url(address)
    page.go_forward()
    page.go_forward()
    expect(checked).to_have_count(2)
    assert shown(page) == ["Alpha"]
    expect(page).to_have_url(f"{address}&owner=ada&tag=speed")


def test_each_choice_says_how_many_it_would_show_beside_what_is_chosen(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(f"{serve_folder(site)}?unit=core")
    counts = {
        box.get_attribute("data-word"): box.locator("xpath=..").locator(".count").text_content()
        for box in page.locator("form.filters input").all()
    }
    assert (counts["on track"], counts["no data"], counts["Goals"], counts["Core"]) == ("1", "0", "4", "2")
    assert page.locator("form.filters summary").first.inner_text() == "Unit Core"


def test_a_link_that_finds_nothing_any_more_says_what_to_do(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    page.goto(f"{serve_folder(site)}?status=stale&unit=core")
    assert shown(page) == []
    empty = page.locator("section:has(#objectives) [data-none]")
    expect(empty).to_contain_text("Nothing on this page matches the filters.")
    empty.get_by_role("button", name="Clear filters").click()
    expect(empty).to_be_hidden()
    assert shown(page) == ALL


def test_kpis_and_alerts_follow_where_they_have_what_was_chosen(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    """A KPI has a unit, but no status of an objective: the one narrows the strip, the other does not."""
    address = serve_folder(site)
    page.goto(f"{address}?status=on_track")
    expect(page.locator(".strip > li:visible")).to_have_count(6)
    page.goto(f"{address}?unit=core")
    expect(page.locator(".strip > li:visible")).to_have_count(5)
    page.get_by_role("link", name="All 8 KPIs").click()
    page.wait_for_url(f"{address}kpis/?unit=core")
    expect(page.locator("table a.title:visible")).to_have_text([f"Kpi {at}" for at in range(7)])


def test_without_a_script_everything_is_shown_and_no_control_promises_more(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_folder(site)}?status=on_track")
    assert shown(page) == ALL
    assert not page.locator("form.filters").is_visible()
    assert not page.locator("[data-none]:visible, button.clear:visible").count()
    context.close()


@pytest.mark.parametrize(
    ("path", "facet", "value", "left"),
    [
        ("cycles/2026-Q4/", "Unit", "Core", 2),
        ("kpis/", "Unit", "Goals", 1),
        ("alerts/", "Alert", "off track", 1),
        ("timeline/", "Owner", "ada", 2),
    ],
)
def test_every_page_with_a_list_is_filtered_alike(
    path: str, facet: str, value: str, left: int, site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{serve_folder(site)}{path}")
    choose(page, facet, value)
    keys = page.locator("form.filters").get_attribute("data-keys") or ""
    counted = "".join(f"[data-{key}]" for key in keys.split())
    expect(page.locator(f"{counted}:visible")).to_have_count(left)
    assert complaints == []


def test_the_script_is_small() -> None:
    assert len(gzip.compress(ASSETS["assets/filters.js"], mtime=0)) <= 2_500


def test_the_switches_lead_from_a_unit_to_its_review_and_to_another_unit_without_a_script(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    address = serve_folder(site)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}teams/core/")
    page.get_by_role("link", name="Review of 2026-Q4").click()
    page.wait_for_url(f"{address}teams/core/_/cycles/2026-Q4/")
    assert page.locator("h1").inner_text().startswith("Core in 2026-Q4")
    page.locator("details.choice summary", has_text="Unit").click()
    page.locator("details.choice[open]").get_by_role("link", name="Goals").click()
    page.wait_for_url(f"{address}teams/_/cycles/2026-Q4/")
    page.locator("details.choice summary", has_text="2026-Q4").click()
    page.locator("details.choice[open]").get_by_role("link", name="2026-Q4").click()
    page.wait_for_url(f"{address}teams/")  # of the current cycle it is the unit's own page
    context.close()


def test_an_advice_stays_with_the_first_row_that_a_filter_leaves(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    def advised() -> list[str]:
        rows = page.locator(".alerts > li:visible", has=page.locator(".helps:visible", has_text="cause"))
        return rows.locator("a.title").all_inner_texts()

    address = serve_folder(site)
    page.goto(address)
    assert advised() == ["Kpi 0"]
    page.goto(f"{address}?owner=cleo")
    assert advised() == ["Kpi 5"]
