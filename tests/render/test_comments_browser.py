"""Comments of another host: nothing is asked of it before a reader asks, and no script of it runs."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from goalsite.pages.elements import Html, Link
from goalsite.pages.frame import Discussion, Frame, Site
from goalsite.pages.views import PlainPage
from tests.render.sites import RENDERERS, write_files

HOST = "https://comments.example"
COMMENTS = Discussion(HOST, f"{HOST}/en/widget?term=a", Link("GitHub", "https://github.example/a"))
WIDGET = "<script>parent.postMessage({giscus: {resizeHeight: 432}}, '*')</script>"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of one page with comments."""
    root = tmp_path_factory.mktemp("site")
    frame = Frame(Site("Goals", "en", ()), "", "A", discussion=COMMENTS)
    shown = RENDERERS["en"].render(PlainPage("A", Html("<p>b</p>")), frame)
    write_files(root, {"index.html": shown.encode()})
    return root


def opened(browser: Browser, address: str) -> tuple[Page, list[str], list[str]]:
    """The page, what it asks of other hosts, which are played here, and what the browser complains about."""
    page = browser.new_context().new_page()
    asked: list[str] = []
    complaints: list[str] = []

    def play(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/html", body=WIDGET)

    page.route(lambda url: urlsplit(url).hostname not in ("127.0.0.1", "localhost"), play)
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    return page, asked, complaints


def test_comments_are_asked_for_by_a_click_alone(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    page, asked, complaints = opened(browser, serve_folder(site))
    assert asked == []
    page.get_by_role("button", name="Show the comments").click()
    expect(page.locator(".comments iframe")).to_have_attribute("style", re.compile("height: 432px"))
    (url,) = asked
    query = parse_qs(urlsplit(url).query)
    assert (url.startswith(f"{HOST}/en/widget?"), query["term"]) == (True, ["a"])
    assert query["origin"] == [page.url + "#comments"]
    assert page.locator("script[src*='//']").count() == 0
    assert complaints == []


def test_who_comes_back_from_signing_in_sees_the_comments_and_a_clean_address(
    site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    address = serve_folder(site)
    page, asked, complaints = opened(browser, f"{address}?giscus=token")
    expect(page.locator(".comments iframe")).to_have_attribute("style", re.compile("height: 432px"))
    expect(page).to_have_url(f"{address}#comments")
    assert parse_qs(urlsplit(asked[0]).query)["session"] == ["token"]
    assert complaints == []
