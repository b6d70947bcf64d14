"""A site on a disk: `goalsite build --offline`, opened from its folder in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands import goalsite, write

CONFIG = """\
site_name: Acme
site_url: https://acme.example/goals/
languages: [en, zh]
discussion: https://acme.example/talk
comments: {provider: giscus, repo: acme/goals, repo_id: R, category: Goals, category_id: D}
"""
FILES = {
    "config.yaml": CONFIG,
    "goals/README.md": "# About\n\nSee [the builds](2026-Q4/it's faster.md#why) and #trust.\n",
    "goals/2026-Q4/trust.md": "---\nid: trust\ntitle: Customers trust us\naliases: [old-trust]\n---\n",
    "goals/2026-Q4/it's faster.md": (
        "---\ntitle: 构建更快 & nobody waits\nsupports: [trust]\ntags: [speed]\nowner: ada\n"
        "key_results: [{id: p50, title: Median of the build time, metric: {baseline: 9, target: 5}}]\n"
        "---\n# Why\n\nFor [trust](trust.md).\n"
    ),
    "goals/kpis/uptime.md": "---\ntitle: Uptime\n---\n",
}


def links_of(page: str) -> list[str]:
    """What a page links, loads and sends forms to."""
    return [unescape(link) for link in re.findall(r'\s(?:href|src|action)="([^"]*)"', page)]


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who has the site on a disk; `requests` and `complaints` are what the browser made of it."""

    page: Page
    root: str
    requests: list[str]
    complaints: list[str]

    def open(self, path: str) -> None:
        self.page.goto(self.root + path)

    def type(self, query: str) -> None:
        """Look something up, as soon as the page has its field for it; all that is found is listed then."""
        expect(self.page.get_by_role("combobox")).to_be_visible()
        self.page.keyboard.press("/")
        self.page.keyboard.type(query)
        self.page.evaluate("goalsiteSearch.whole()")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("my goals #1"), FILES)
    run = goalsite("build", "--offline", "--as-of", "2026-11-16", cwd=folder)
    assert run.code == 0, run.err
    return folder / "site"


@pytest.fixture
def reader(site: Path, browser: Browser) -> Iterator[Reader]:
    context = browser.new_context()
    page = context.new_page()
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield Reader(page, f"{site.as_uri()}/", requests, complaints)
    context.close()
    assert complaints == []
    assert [url for url in requests if not url.startswith("file:")] == []


def test_every_link_names_a_file_that_is_there(site: Path) -> None:
    lost = []
    for file in site.rglob("*.html"):
        for link in links_of(file.read_text(encoding="utf-8")):
            path = unquote(re.split(r"[?#]", link)[0])
            if path and not re.match("[a-z]+:", link) and not (file.parent / path).is_file():
                lost.append((str(file.relative_to(site)), link))
    assert lost == []


def test_the_archive_holds_the_whole_site_and_is_the_same_when_built_again(
    site: Path, tmp_path: Path
) -> None:
    files = {
        f"site/{path.relative_to(site).as_posix()}": path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and ".goalsite" not in path.parts and path.name not in ("site.zip", "manifest.json")
    }
    assert '"site.zip"' in (site / "manifest.json").read_text(encoding="utf-8")  # so it cannot lie in it
    with ZipFile(site / "site.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == files
    again = tmp_path / "again"
    run = goalsite("build", "--offline", "--as-of", "2026-11-16", "--site-dir", str(again), cwd=site.parent)
    assert run.code == 0
    assert (again / "site.zip").read_bytes() == (site / "site.zip").read_bytes()


def test_an_archive_is_taken_away_by_the_next_build_for_a_server(tmp_path: Path) -> None:
    folder = write(tmp_path, {"goals/2026-Q4/trust.md": FILES["goals/2026-Q4/trust.md"]})
    goalsite("build", "--offline", cwd=folder)
    assert (folder / "site/site.zip").is_file()
    goalsite("build", cwd=folder)
    assert not (folder / "site/site.zip").exists()
    assert (folder / "site/search/_/goals-1.json").is_file()


def test_one_finds_a_goal_as_one_types_and_goes_there(reader: Reader) -> None:
    reader.open("index.html")
    reader.type("nobody wai")
    found = reader.page.get_by_role("option", name="构建更快")
    found.click()
    expect(reader.page.get_by_role("heading", level=1)).to_have_text("构建更快 & nobody waits")
    reader.type("median")
    reader.page.get_by_role("option", name="Median of the build time").click()
    expect(reader.page).to_have_url(re.compile(r"faster/index\.html#kr-p50$"))


def test_the_search_page_keeps_what_is_asked_for_in_its_address(reader: Reader) -> None:
    reader.open("index.html")
    reader.type("trust")
    reader.page.get_by_role("option", name="All results").click()
    expect(reader.page.locator(".hits .title").first).to_have_text("Customers trust us")
    reader.page.get_by_label("Kind").select_option("objective")
    expect(reader.page).to_have_url(re.compile(r"/search/index\.html\?q=trust&kind=objective$"))
    reader.page.evaluate("goalsiteSearch.whole()")
    reader.page.locator(".hits .title").first.click()
    expect(reader.page).to_have_url(re.compile(r"/goals/trust/index\.html$"))


def test_the_other_language_is_one_click_away_and_has_a_search_of_its_own(reader: Reader) -> None:
    reader.open("goals/trust/index.html")
    reader.page.get_by_role("link", name="中文").click()
    reader.page.wait_for_url("**/zh/goals/trust/index.html")
    reader.type("更快")
    expect(reader.page.get_by_role("option", name="构建更快")).to_be_visible()


def test_an_old_address_leads_to_the_goal(reader: Reader) -> None:
    reader.open("goals/old-trust/index.html")
    reader.page.wait_for_url("**/goals/trust/index.html")


def test_the_map_is_drawn_from_its_data_and_leads_to_goals(reader: Reader) -> None:
    reader.open("map/index.html?focus=trust")
    expect(reader.page.locator(".stage > svg [data-goal]")).to_have_count(2)
    reader.page.locator(".beside h3 a").click()
    expect(reader.page).to_have_url(re.compile(r"/goals/trust/index\.html$"))


def test_every_page_opens_without_a_complaint(site: Path, reader: Reader) -> None:
    for file in sorted(site.rglob("*.html")):
        reader.open(file.relative_to(site).as_posix())
        if 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            reader.page.wait_for_url("**/goals/trust/index.html")  # it leads on before another page is opened


def test_nothing_of_another_host_is_offered(site: Path) -> None:
    assert all("frame-src" not in file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    assert not (site / "sitemap.xml").exists()
