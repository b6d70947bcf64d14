"""The search of the header in a real browser, by keyboard."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from tests.authored import goal
from tests.render.searching import write_data, write_site
from tests.render.sites import opened

HOSTILE = "<img src=x onerror=alert(1)><b>bold</b> &amp; </script>"
FILES = {
    "goals/team.md": goal("title: Acme"),
    "goals/platform/team.md": goal("title: Platform\nlead: ada"),
    "goals/platform/2026-Q4/builds.md": goal(
        "title: Builds nobody waits for\nowner: ada\ntags: [speed]\naliases: [swift]\n"
        "key_results: [{id: p50, title: Median of the build time, metric: {baseline: 9, target: 5}}]"
    ),
    "goals/platform/2026-Q4/trust.md": goal("title: Everybody trusts a green build\nowner: lin"),
    "goals/platform/2025-Q4/older.md": goal("title: Builds of last year\nstatus: closed"),
    "goals/kpis/rebuilds.md": goal("title: Rebuilds a day"),
    "goals/2026-Q4/caf.md": goal("title: Ein Café für alle in der Hauptstraße"),
    "goals/2026-Q4/zh.md": goal("title: 客户满意度翻倍"),
    "goals/2026-Q4/hostile.md": goal(f"title: {json.dumps(HOSTILE)}\nowner: ada\ntags: ['<b>']"),
    "goals/people/ada.md": "---\nname: Ada Lovelace\n---\n",
    "goals/platform/README.md": "# How we build\n",
}
BUILDS = [
    "Builds nobody waits for",
    "Builds of last year",
    "Everybody trusts a green build",
    "How we build",
    "Median of the build time",
    "Rebuilds a day",
]
"""What is found for `build`, the best first."""


def looked_up(page: Page, query: str) -> list[str]:
    """The titles that stand in the list for `query`, once all data are there."""
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.evaluate("goalsiteSearch.whole()")
    page.get_by_role("listbox").wait_for()
    page.evaluate("new Promise(requestAnimationFrame)")
    return page.locator(".found .title").all_inner_texts()


def test_what_begins_with_the_words_stands_first_and_what_is_over_after_what_is_open(
    address: str, browser: Browser
) -> None:
    page, complaints = opened(browser, address)
    assert looked_up(page, "build") == BUILDS
    assert complaints == []


FOUND = {
    "TRUST green": "Everybody trusts a green build",
    "客": "客户满意度翻倍",
    "满意度": "客户满意度翻倍",
    "cafe hauptstrasse": "Ein Café für alle in der Hauptstraße",
    "ｃａｆé": "Ein Café für alle in der Hauptstraße",
    "swift": "Builds nobody waits for",
    "2026-q4/builds": "Builds nobody waits for",
    "lovelace nobody": "Builds nobody waits for",
    "@ada": "Ada Lovelace",
    "platform": "Platform",
    "spee": "speed",
    "median": "Median of the build time",
    "how we": "How we build",
}


def test_goals_are_found_by_title_id_alias_and_owner_and_so_is_what_is_no_goal(
    address: str, browser: Browser
) -> None:
    page, _ = opened(browser, address)
    assert looked_up(page, "build")
    field = page.get_by_role("combobox")
    best = {}
    for query in FOUND:
        field.fill(query)
        best[query] = page.locator(".found .title").first.inner_text()
    assert best == FOUND


def test_a_result_says_what_it_is_whose_and_where_it_stands(address: str, browser: Browser) -> None:
    page, _ = opened(browser, address)
    looked_up(page, "nobody")
    option = page.get_by_role("option").first
    assert re.split(r"\s*\n\s*", option.inner_text()) == [
        "Builds nobody waits for",
        "no data",
        "Objective",
        "Platform",
        "2026-Q4",
        "Ada Lovelace",
    ]
    assert option.locator("mark").all_inner_texts() == ["nobody"]
    assert option.locator(".badge svg").count() == 1
    assert page.locator(".find [role=status]").inner_text() == "Results: 1"


def test_the_list_is_walked_through_and_chosen_from_by_keyboard_alone(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}teams/platform/")
    looked_up(page, "build")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.get_by_role("option")
    for key, place in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("End", 6),
        ("ArrowDown", 0),
        ("ArrowUp", 6),
        ("Home", 0),
    ):
        page.keyboard.press(key)
        chosen = page.locator("[role=option][aria-selected=true]")
        name = options.nth(place).get_attribute("id") or ""
        expect(field).to_have_attribute("aria-activedescendant", name)
        expect(chosen).to_have_count(1)
        expect(chosen).to_have_attribute("id", name)
    page.keyboard.press("Enter")
    page.wait_for_url("**/goals/platform/2026-Q4/builds/")
    page.go_back()
    page.wait_for_url("**/teams/platform/")


def test_escape_closes_the_list_and_keeps_the_words(address: str, browser: Browser) -> None:
    page, _ = opened(browser, address)
    looked_up(page, "build")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(page.get_by_role("combobox")).to_have_value("build")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    page.get_by_role("listbox").wait_for()


def test_enter_without_a_choice_leads_to_all_results(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}teams/platform/")
    looked_up(page, "build")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=build")
    page.get_by_text("Results: 6").wait_for()


def test_what_nothing_has_is_said(address: str, browser: Browser) -> None:
    page, _ = opened(browser, address)
    assert looked_up(page, "xyzzy") == []
    assert page.get_by_role("listbox").inner_text() == "Nothing found for “xyzzy”."


def test_a_key_result_leads_to_its_place_on_the_page_of_its_objective(address: str, browser: Browser) -> None:
    page, _ = opened(browser, address)
    looked_up(page, "median")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/goals/platform/2026-Q4/builds/#kr-p50")


def test_every_result_leads_to_a_page_that_is_there(site: Path, address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}search/")
    paths = page.evaluate("goalsiteSearch.whole().then(() => goalsiteSearch.rows.map((row) => row.path))")
    assert len(paths) > len(FILES)
    for path in paths:
        assert page.request.get(address + path).status == 200, path


def test_a_strangers_title_stays_text(address: str, browser: Browser) -> None:
    page, complaints = opened(browser, address)
    assert looked_up(page, "onerror alert") == [HOSTILE]
    assert page.locator(".found").locator("img, b, script").count() == 0
    assert page.locator(".found mark").all_inner_texts() == ["onerror", "alert"]
    assert complaints == []


def test_a_slash_in_a_field_is_a_slash_and_the_key_can_be_turned_off(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}search/")
    page.get_by_role("searchbox").press_sequentially("a/b")
    expect(page.get_by_role("searchbox")).to_have_value("a/b")
    page.get_by_role("checkbox").uncheck()
    page.goto(address)
    page.keyboard.press("/")
    expect(page.get_by_role("combobox")).not_to_be_focused()


def test_nothing_is_loaded_before_somebody_turns_to_the_search(address: str, browser: Browser) -> None:
    page, _ = opened(browser, address)
    asked: list[str] = []
    page.on("request", lambda request: asked.extend([request.url] * ("/assets/" not in request.url)))
    page.wait_for_timeout(100)
    assert asked == []
    page.keyboard.press("/")
    page.evaluate("goalsiteSearch.readied()")
    assert sorted(asked) == [f"{address}search/", f"{address}search/_/goals-1.json"]
    page.keyboard.type("b")
    page.evaluate("goalsiteSearch.whole()")
    assert asked[2:] == [f"{address}search/_/more-1.json"]


def test_without_a_script_there_is_a_link_to_the_search_page(address: str, browser: Browser) -> None:
    page, _ = opened(browser, f"{address}teams/platform/", script=False)
    assert not page.locator("input[name=q]").is_visible()
    page.get_by_role("link", name="Search", exact=True).click()
    page.wait_for_url("**/search/")
    assert page.locator("noscript p").bounding_box() is not None
    page.get_by_role("link", name="A–Z of objectives, KPIs and units").click()
    page.get_by_role("link", name="客户满意度翻倍").click()
    page.wait_for_url("**/goals/2026-Q4/zh/")


def test_parts_are_put_together(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    write_site(tmp_path, FILES, most=2)
    assert (tmp_path / "search" / "_" / "goals-4.json").exists()
    page, complaints = opened(browser, serve_folder(tmp_path))
    assert looked_up(page, "build") == BUILDS
    assert complaints == []


SUBSTRINGS = """async () => {
  const { find, wordsOf, rows, whole } = goalsiteSearch, lost = [];
  await whole();
  for (const row of rows.filter((one) => one.kind === "objective")) {
    const characters = Array.from(row.title);
    for (let from = 0; from < characters.length; from++)
      for (let to = from + 1; to <= characters.length; to++) {
        const part = characters.slice(from, to).join("");
        if (part.trim() && !find(wordsOf(part)).includes(row)) lost.push([row.title, part]);
      }
  }
  return lost;
}"""
MARKED = """() => goalsiteSearch.rows.filter((row) => {
  const title = document.createElement("b"), words = goalsiteSearch.wordsOf(row.title.slice(0, 3));
  goalsiteSearch.told(row, title, words);
  return title.textContent !== row.title;
}).map((row) => row.title)"""
LETTERS = "aZ09 éßẞüñİı中文满意度搜索가나한がギア漢ΣςσάЖйΩﬁＡｂ①½🚀👩𠮷<>&\"'-_/"
TITLES = st.text(st.sampled_from(LETTERS), min_size=1, max_size=12).filter(lambda title: title.strip() != "")


def test_every_title_is_found_by_each_of_its_substrings_and_shown_as_it_is(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    write_site(tmp_path, {})
    address = f"{serve_folder(tmp_path)}search/"

    @settings(max_examples=4)
    @given(st.lists(TITLES, min_size=20, max_size=30))
    def holds(titles: list[str]) -> None:
        quoted = (json.dumps(title, ensure_ascii=False) for title in titles)
        files = {f"goals/2026-Q4/g{at}.md": goal(f"title: {title}") for at, title in enumerate(quoted)}
        assert len(write_data(tmp_path, files)) == len(titles)
        page, complaints = opened(browser, address)
        assert page.evaluate(SUBSTRINGS) == []
        assert page.evaluate(MARKED) == []
        assert complaints == []
        page.context.close()

    holds()
