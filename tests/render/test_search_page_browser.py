"""The search page in a real browser: filters, parts, the address, Back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.authored import goal
from tests.render.searching import write_site
from tests.render.sites import opened

FILES = {
    "goals/team.md": goal("title: Acme"),
    "goals/ops/team.md": goal("title: Operations"),
    "goals/ops/web/team.md": goal("title: Web"),
    "goals/ops/2026-Q4/calm.md": goal("title: Calm nights\nstatus: draft"),
    "goals/ops/2026-Q3/calm.md": goal("title: Calm days"),
    "goals/ops/web/kpis/calm.md": goal("title: Calm pages"),
    "goals/2026-Q4/calm.md": goal("title: Calm all over"),
} | {f"goals/2026/many-{at}.md": goal(f"title: Many goals {at:03}") for at in range(120)}


@pytest.fixture
def address(address: str) -> str:
    return f"{address}search/"


def titles(page: Page) -> list[str]:
    return sorted(page.locator(".hits .title").all_inner_texts())


def read_whole(page: Page) -> None:
    """Waits for all data: units and pages come after the goals, and the list is made anew with them."""
    page.evaluate("goalsiteSearch.whole()")


def chosen(page: Page, name: str) -> Locator:
    """The field of a filter."""
    return page.locator(f"select[name={name}]")


def test_the_address_says_what_is_asked_for(address: str, browser: Browser) -> None:
    page, complaints = opened(browser, f"{address}?q=calm&kind=objective&unit=ops")
    page.get_by_text("Results: 2").wait_for()
    assert titles(page) == ["Calm days", "Calm nights"]
    expect(chosen(page, "kind")).to_have_value("objective")
    expect(chosen(page, "unit")).to_have_value("ops")
    assert complaints == []


def test_each_filter_counts_what_the_others_leave(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}?q=calm")
    page.get_by_text("Results: 4").wait_for()
    read_whole(page)
    options = {name: chosen(page, name).locator("option") for name in ("kind", "unit", "cycle", "status")}
    chosen(page, "cycle").select_option("2026-Q4")
    page.get_by_text("Results: 2").wait_for()
    expect(options["kind"]).to_have_text(["all", "Objective (2)"])
    expect(options["unit"]).to_have_text(["all", "Operations (1)"])
    expect(options["cycle"]).to_have_text(["all", "2026-Q4 (2)", "2026-Q3 (1)"])
    expect(options["status"]).to_have_text(["all", "no data (1)", "draft (1)"])


def test_a_unit_holds_what_its_own_units_do(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}?q=calm")
    options = chosen(page, "unit").locator("option")
    expect(options).to_have_count(3)
    assert options.all_inner_texts() == ["all", "Operations (3)", "\u2003Web (1)"]


def test_back_undoes_a_filter(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}?q=calm")
    page.get_by_text("Results: 4").wait_for()
    chosen(page, "kind").select_option("kpi")
    page.wait_for_url("**/search/?q=calm&kind=kpi")
    expect(page.locator(".hits .title")).to_have_text(["Calm pages"])
    page.go_back()
    page.get_by_text("Results: 4").wait_for()
    expect(chosen(page, "kind")).to_have_value("")


def test_one_comes_back_from_a_result_to_the_same_list(address: str, browser: Browser) -> None:
    page, _ = opened(browser, address)
    page.get_by_role("searchbox").press_sequentially("calm nig")
    read_whole(page)
    page.get_by_role("link", name="Calm nights").click()
    page.wait_for_url("**/goals/ops/2026-Q4/calm/")
    page.go_back()
    page.get_by_text("Results: 1").wait_for()
    assert titles(page) == ["Calm nights"]


def test_fifty_stand_on_a_page(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}?q=many&page=3")
    page.get_by_text("Page 3 of 3").wait_for()
    expect(page.locator(".hits .title")).to_have_count(20)
    expect(page.get_by_role("link", name="Next page")).to_be_hidden()
    page.get_by_role("link", name="Previous page").click()
    page.wait_for_url("**/search/?q=many&page=2")
    expect(page.locator(".hits .title")).to_have_count(50)
    page.go_back()
    page.get_by_text("Page 3 of 3").wait_for()


def test_a_filter_alone_lists_all_it_leaves(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}?kind=unit")
    page.get_by_text("Results: 3").wait_for()
    assert titles(page) == ["Acme", "Operations", "Web"]


def test_an_address_somebody_made_up_does_no_harm(address: str, browser: Browser) -> None:
    page, complaints = opened(browser, f"{address}?q=%3Cimg%20src=x%3E&unit=%3Cb%3E&page=-7")
    page.get_by_text("Nothing found for “<img src=x>”.").wait_for()
    assert page.locator("main img, main b").count() == 0
    assert complaints == []


def test_data_that_cannot_be_loaded_are_told_with_what_else_helps(address: str, browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.route("**/*.json", lambda route: route.fulfill(status=503))
    page.goto(f"{address}?q=calm")
    page.get_by_text("The data of the search could not be loaded.").wait_for()
    expect(page.get_by_role("link", name="A–Z of objectives, KPIs and units")).to_be_visible()


def test_a_chinese_site_is_searched_in_chinese(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    write_site(tmp_path, {"goals/2026-Q4/a.md": goal("title: 客户满意度翻倍")}, language="zh")
    page, complaints = opened(browser, f"{serve_folder(tmp_path)}search/?q=满")
    page.get_by_text("结果：1").wait_for()
    assert page.locator(".hits mark").all_inner_texts() == ["满"]
    assert "目标" in page.locator(".hits .sub").inner_text()
    assert complaints == []
