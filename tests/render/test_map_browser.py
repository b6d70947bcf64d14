"""The map in a real browser: views as links, filters, keys, files to take away; titles stay inert."""

from __future__ import annotations

import itertools
import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from goalsite.exchange.map_data import map_files
from goalsite.pages.map import map_pages
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective
from tests.render.sites import RENDERERS, write_files

HOSTILE = "<img src=x onerror=alert(1)></script>"
FILES = {
    "goals/2026-Q4/top.md": objective("Top", head="id: top"),
    "goals/2026-Q4/a.md": objective("First", head="id: a\nsupports: [top]\norigin: bottom-up"),
    "goals/2026-Q4/b.md": objective("Second", head="id: b\nsupports: [top]\ndepends_on: [c]"),
    "goals/2026-Q4/c.md": objective(HOSTILE, head="id: c\ncontributes: [a]"),
    "goals/2026-Q3/old.md": objective("Old", head="id: old\nsupports: [top]"),
    "goals/kpis/k.md": kpi("Speed", "supports: [b]"),
}
SHOWN = ".stage > svg [data-goal]"


def write_map(files: dict[str, str], root: Path, language: str = "en") -> None:
    """The map of these goals with all that it loads, below `root`."""
    desk = desk_of(files, language=language)
    pages = {
        f"{around.path}index.html": RENDERERS[language].render(page, around).encode()
        for page, around in map_pages(desk)
    }
    write_files(root, pages | dict(map_files(desk)))


@pytest.fixture
def opened(
    browser: Browser, serve_folder: Callable[[Path], str], tmp_path: Path
) -> Iterator[Callable[..., Page]]:
    """A function that opens the map of some goals; nothing may be complained of or asked of another host."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)

    def open_map(query: str = "", files: dict[str, str] = FILES, language: str = "en") -> Page:
        if not (tmp_path / "map").exists():
            write_map(files, tmp_path, language)
        address = serve_folder(tmp_path)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on(
            "request",
            lambda request: said.append(request.url) if not request.url.startswith(address) else None,
        )
        page.goto(f"{address}map/{query}")
        return page

    yield open_map
    context.close()
    # Chromium tells that it draws in software
    assert [line for line in said if "GPU stall" not in line and not line.startswith("blob:")] == []


def titles(page: Page) -> set[str]:
    return {text.split(" · ")[0] for text in page.locator(f"{SHOWN} > title").all_text_contents()}


def view_of(page: Page) -> str:
    """Which part of the drawing is in view; a new drawing is told that one frame after it is there."""
    drawing = page.locator(".stage > svg")
    expect(drawing).to_have_attribute("viewBox", re.compile(r"\d"))
    return drawing.get_attribute("viewBox") or ""


def test_it_opens_with_the_goals_of_cycles_that_last(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(".told")).to_have_text("5 of 6 goals shown")
    assert titles(page) == {"Top", "First", "Second", HOSTILE, "Speed"}


def test_a_link_opens_the_view_it_was_copied_from(opened: Callable[..., Page]) -> None:
    page = opened("?focus=a&hops=2&edges=supports")
    expect(page.locator(SHOWN)).to_have_count(4)
    assert titles(page) == {"First", "Top", "Second", "Old"}
    expect(page.locator("[name=hops]")).to_have_value("2")
    expect(page.locator("[name=edges]:checked")).to_have_count(1)
    expect(page.locator("[name=edges]:checked")).to_have_value("supports")


def test_a_filter_changes_the_address_and_back_takes_it_off(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    page.select_option("[name=cycle]", "2026-Q3")
    expect(page.locator(SHOWN)).to_have_count(1)
    page.select_option("[name=cycle]", "all")
    expect(page.locator(SHOWN)).to_have_count(6)
    expect(page).to_have_url(re.compile(r"\?cycle=all$"))
    page.go_back()
    page.go_back()
    expect(page.locator(SHOWN)).to_have_count(5)
    expect(page.locator("[name=cycle]")).to_have_value("")


def test_only_the_kinds_of_edges_that_are_ticked_are_followed(opened: Callable[..., Page]) -> None:
    page = opened("?edges=depends_on")
    expect(page.locator(SHOWN)).to_have_count(2)
    assert titles(page) == {"Second", HOSTILE}


def test_arrows_lead_from_goal_to_goal_the_list_follows_and_enter_opens(opened: Callable[..., Page]) -> None:
    page = opened()
    page.route("**/goals/a/", lambda route: route.fulfill(body="here"))
    expect(page.locator(SHOWN)).to_have_count(5)
    page.focus(".stage")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator(".beside h3")).to_have_text("First")
    expect(page.locator(".told")).to_contain_text("First")
    expect(page).to_have_url(re.compile("on=a"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/goals/a/")


def test_plus_minus_and_zero_zoom_and_the_place_is_in_the_address(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    drawing = page.locator(".stage > svg")

    def pressed(key: str) -> float:
        """The width in view after a key, once it is another."""
        before = view_of(page).split()[2]
        page.keyboard.press(key)
        expect(drawing).not_to_have_attribute("viewBox", re.compile(rf"^\S+ \S+ {re.escape(before)} "))
        return float(view_of(page).split()[2])

    page.focus(".stage")
    nearer = pressed("+")
    page.wait_for_url(re.compile(r"at=-?\d+,-?\d+,[\d.]+"))
    assert pressed("-") > nearer
    pressed("+")
    pressed("0")


def test_dragging_moves_the_view_and_a_click_selects(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    box = page.locator(".stage").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 80, box["y"] + 90, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile("at="))
    page.locator(f"{SHOWN} .gs-name", has_text="Second").click()
    expect(page.locator(".beside h3")).to_have_text("Second")


def test_what_is_found_is_listed_and_enter_goes_there(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    page.fill(".controls [name=q]", "ＯＬＤ")
    expect(page.locator(".told")).to_have_text("1 found")
    page.press(".controls [name=q]", "Enter")
    page.wait_for_url(re.compile("focus=old"))
    expect(page.locator(SHOWN)).to_have_count(2)


def test_the_view_can_be_taken_away_as_svg_and_png(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    with page.expect_download() as svg:
        page.click("[data-save=svg]")
    drawing = Path(svg.value.path()).read_text(encoding="utf-8")
    assert svg.value.suggested_filename == "map.svg"
    assert "First" in drawing
    assert "<img" not in drawing
    assert "class=" not in drawing
    with page.expect_download() as png:
        page.click("[data-save=png]")
    assert Path(png.value.path()).read_bytes().startswith(b"\x89PNG")


def test_without_a_script_the_drawing_and_the_list_are_there(
    browser: Browser, serve_folder: Callable[[Path], str], tmp_path: Path
) -> None:
    write_map(FILES, tmp_path)
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{serve_folder(tmp_path)}map/")
    assert page.locator(".stage a").count() == 5
    assert page.locator(".tree a").count() == 5
    assert not page.locator(".controls").is_visible()
    page.context.close()


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    files = {"goals/2026-Q4/top.md": objective("Top", head="id: top")}
    for number in range(1600):
        above = "top" if number < 20 else f"g{number % 20:04}"
        files[f"goals/2026-Q4/g{number:04}.md"] = objective(
            f"Goal {number}", head=f"id: g{number:04}\nsupports: [{above}]"
        )
    return files


def test_more_goals_than_one_drawing_holds_come_after_a_click_on_a_canvas(
    opened: Callable[..., Page], many: dict[str, str]
) -> None:
    page = opened(files=many)
    loaded = "performance.getEntriesByType('resource').map((one) => one.name.split('/').pop())"
    assert not {"graph.js", "goals-1.json"} & set(page.evaluate(loaded))
    expect(page.locator(".beside")).to_contain_text("Drawn is the strategy level.")
    drawing = page.locator(".stage > svg").bounding_box()
    assert drawing is not None
    assert drawing["width"] == pytest.approx(float(page.get_attribute(".stage > svg", "width") or 0), abs=1)
    page.click(".start")
    page.wait_for_selector(".stage .canvas canvas", state="attached", timeout=60_000)
    expect(page.locator(".told")).to_have_text("1,601 of 1,601 goals shown")
    assert "graph.js" in page.evaluate(loaded)
    expect(page).to_have_url(re.compile(r"\?all$"))
    page.focus(".stage")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".beside h3")).to_have_text("Top")
    page.click("[data-focus]")
    expect(page.locator(".canvas")).to_have_count(0)
    expect(page.locator(SHOWN)).to_have_count(21)


def test_a_right_to_left_page_has_depth_run_to_the_left(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    page.route(
        "**/map/",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('dir="ltr"', 'dir="rtl"'), content_type="text/html"
        ),
    )
    page.goto(page.url.partition("?")[0])
    expect(page.locator(SHOWN)).to_have_count(5)
    places = places_of(page)
    assert places["Top"][0] > places["First"][0]


def places_of(page: Page) -> dict[str, tuple[float, float]]:
    """Where the name of each goal stands in the drawing."""
    read = "all => all.map((one) => [one.textContent, one.getAttribute('x'), one.getAttribute('y')])"
    names = page.locator(f"{SHOWN} > .gs-name").evaluate_all(read)
    return {name: (float(x), float(y)) for name, x, y in names}


def test_the_stage_is_no_higher_than_the_few_goals_in_it(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    box = page.locator(".stage").bounding_box()
    assert box is not None
    assert box["height"] < 250
    rows = sorted({y for _, y in places_of(page).values()})
    assert max(below - above for above, below in itertools.pairwise(rows)) == 28


def test_a_narrow_screen_has_a_row_for_each_goal_and_names_that_fit(opened: Callable[..., Page]) -> None:
    page = opened()
    expect(page.locator(SHOWN)).to_have_count(5)
    page.set_viewport_size({"width": 390, "height": 900})
    deadline = time.monotonic() + 30
    while len({row for _, row in places_of(page).values()}) < 5 and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    places = places_of(page)
    assert len({row for _, row in places.values()}) == 5
    assert places["Top"] < places["First"]
    assert places["Second"][0] < places["KPI · Speed"][0]
    assert view_of(page)
    stage = page.locator(".stage").bounding_box()
    assert stage is not None
    for name in page.locator(f"{SHOWN} > .gs-name").all():
        box = name.bounding_box()
        assert box is not None
        assert stage["x"] <= box["x"]
        assert box["x"] + box["width"] <= stage["x"] + stage["width"]


def test_a_place_on_a_narrow_screen_is_left_out_of_account_on_a_wide_one(opened: Callable[..., Page]) -> None:
    page = opened("?at=5,5,3,narrow")
    expect(page.locator(SHOWN)).to_have_count(5)
    wide = view_of(page)
    page.goto(page.url.partition("?")[0])
    expect(page.locator(SHOWN)).to_have_count(5)
    expect(page.locator(".stage > svg")).to_have_attribute("viewBox", wide)


def test_edges_between_the_same_goals_lie_beside_each_other(opened: Callable[..., Page]) -> None:
    files = FILES | {
        "goals/2026-Q4/a.md": objective("First", head="id: a\nsupports: [top]\ndepends_on: [top]"),
    }
    page = opened("?focus=a", files=files)
    number = page.locator(SHOWN, has_text="Top").get_attribute("data-goal")
    lines = page.locator(f".stage > svg [data-to='{number}']")
    expect(lines).to_have_count(2)
    both = lines.evaluate_all("all => all.map((line) => line.querySelector('path').getAttribute('d'))")
    assert len(set(both)) == 2


def test_the_libraries_are_those_whose_versions_are_pinned_and_have_their_licences() -> None:
    root = Path(__file__).parents[2]
    wanted = json.loads((root / "scripts" / "vendored" / "package.json").read_text(encoding="utf-8"))
    folder = root / "themes" / "default" / "assets" / "vendor"
    told = (folder / "graph.js").read_text(encoding="utf-8").partition("*/")[0]
    for name, version in wanted["dependencies"].items():
        assert f"{name} {version}" in told
    for name in re.findall(r"([a-z-]+) \d+\.\d+\.\d+", told):
        assert (folder / f"{name}.LICENSE.txt").is_file()
