"""The pages in a real browser: what a reader with a keyboard, a phone, no script or a screen reader meets."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from goalsite.exchange.search import search_files
from goalsite.pages.elements import Badge, Figure, Link, NextStep
from goalsite.pages.frame import Frame, Sidebar, Site
from goalsite.pages.rows import CheckInRow, KeyResultRow, ObjectiveRow
from goalsite.pages.sections import ObjectiveGroup
from goalsite.pages.views import DashboardPage, ObjectivePage
from tests.pages.desks import desk_of
from tests.render.filled import PAGES, filled, surroundings
from tests.render.sites import RENDERERS, opened, write_files

ON_TRACK = Badge("on_track", "on track")
SPARK = '<svg class="gs-spark" width="96" height="24" viewBox="0 0 96 24" role="img"><title>t</title></svg>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One page of every kind with all its parts, and two as they are in life."""
    root = tmp_path_factory.mktemp("site")
    renderer = RENDERERS["en"]
    contents = dict(search_files(desk_of({})))  # the page of the search asks for them as soon as it is there

    def write(path: str, text: str) -> None:
        contents[f"{path}index.html"] = text.encode()

    def words(place: str) -> str:
        return SPARK if place.endswith("markup") else f"Words of some length {len(place)}"

    for kind in PAGES:
        path = f"{kind.__name__}/"
        write(path, renderer.render(filled(kind, words), surroundings(path, words)))
    frame = Site(
        "Goals", "en", (Link("Dashboard", ""), Link("Alerts", "alerts/")), "Q4", (Link("Q3", "cycles/Q3/"),)
    )
    side = Sidebar((Link("Company", "teams/"),), Link("Platform", "teams/platform/"))
    write("", renderer.render(DASHBOARD, Frame(frame, "", "2026-Q4")))
    write("goals/a/", renderer.render(OBJECTIVE, Frame(frame, "goals/a/", "A", sidebar=side)))
    write_files(root, contents)
    return root


DASHBOARD = DashboardPage(
    "2026-Q4",
    "1 Oct – 31 Dec 2026",
    (Figure("Week 7 of 13.", "Whole weeks since 1 October"),),
    groups=(
        ObjectiveGroup(
            Link("Platform", "teams/platform/"),
            (ObjectiveRow(Link("Every engineer trusts a green build", "goals/a/"), ON_TRACK),),
        ),
    ),
)
OBJECTIVE = ObjectivePage(
    "Every engineer trusts a green build",
    ON_TRACK,
    key_results=(
        KeyResultRow(
            "kr-p50", "Median time", ON_TRACK, log=(CheckInRow("16 Nov 2026", note="Cache is warm"),)
        ),
        KeyResultRow(
            "kr-b", "Flaky tests", ON_TRACK, next_step=NextStep("No check-in yet.", "goalsite checkin a#b 3")
        ),
    ),
)


@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind.__name__ != "RedirectPage"])
def test_no_page_breaks_its_own_policy_or_overflows_a_phone(
    kind: type, site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, complaints = opened(browser, f"{serve_folder(site)}{kind.__name__}/", width=390)
    assert complaints == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("main h1").count() == 1
    page.context.close()


def test_a_number_is_explained_to_the_keyboard_without_a_script(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, serve_folder(site), script=False)
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.locator("abbr.fig:focus").count():
            break
    shown = page.locator("abbr.fig:focus").evaluate("it => getComputedStyle(it, '::after').content")
    assert shown == '"Whole weeks since 1 October"'
    page.context.close()


def test_the_first_stop_of_the_keyboard_leads_past_the_header(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, serve_folder(site), script=False)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#content")
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_link_to_a_key_result_unfolds_it(
    script: bool, site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, f"{serve_folder(site)}goals/a/#kr-p50", script=script)
    expect(page.get_by_text("Cache is warm")).to_be_visible()
    expect(page.get_by_text("No check-in yet.")).to_be_hidden()
    page.context.close()


def test_everything_is_within_reach_without_a_script_on_a_phone(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, f"{serve_folder(site)}goals/a/", script=False, width=390)
    expect(page.get_by_role("link", name="Alerts")).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("link", name="Alerts")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Units around").click()
    expect(page.get_by_role("link", name="Company")).to_be_visible()
    page.context.close()


def test_the_cycle_is_switched_without_a_script(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, f"{serve_folder(site)}goals/a/", script=False)
    page.locator("details.choice summary").click()
    page.get_by_role("link", name="Q3").click()
    expect(page).to_have_url(re.compile("/cycles/Q3/$"))
    page.context.close()


def test_the_theme_one_chose_stays_from_page_to_page(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    address = serve_folder(site)
    page, _ = opened(browser, address)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    page.goto(f"{address}goals/a/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.context.close()


def test_without_a_script_there_is_no_button_for_the_theme(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, serve_folder(site), script=False)
    assert page.get_by_role("button", name="Dark").count() == 0
    page.context.close()


def test_print_shows_what_was_folded(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, _ = opened(browser, f"{serve_folder(site)}goals/a/", script=False)
    page.emulate_media(media="print")
    expect(page.get_by_text("Cache is warm")).to_be_visible()
    expect(page.locator("nav.pages")).to_be_hidden()
    page.context.close()
