"""Nobody is shut out: on no kind of page axe-core finds what WCAG 2.2 AA or good practice forbids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from bench.weight import KINDS, fullest

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """(rules) => axe.run(document, rules).then((found) => found.violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))"""


@pytest.fixture(scope="module")
def screen(browser: Browser) -> Iterator[Page]:
    """A wide light screen."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    """A dark phone."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, color_scheme="dark")
    yield context.new_page()
    context.close()


def violations(page: Page, address: str, *, script: bool = True) -> list[str]:
    """Each element at `address` that breaks a rule, and how.

    Since axe needs scripts, they are off only while the page loads.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": not script})
    page.goto(address)
    session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    session.detach()
    page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN, {"runOnly": TAGS, "resultTypes": ["violations"]})
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_breaks_a_rule(
    kind: str, own_site: Path, screen: Page, phone: Page, serve_folder: Callable[[Path], str]
) -> None:
    """In English with scripts on a wide light screen, in Chinese without on a dark phone."""
    site = serve_folder(own_site)
    path = dict(fullest(own_site))[kind]
    assert violations(screen, site + path) == []
    assert violations(phone, f"{site}zh/{path}", script=False) == []


@pytest.mark.parametrize("path", ["", "goals/builds/", "map/"])
def test_no_page_of_a_past_state_breaks_a_rule(
    path: str, own_site: Path, screen: Page, phone: Page, serve_folder: Callable[[Path], str]
) -> None:
    state = f"{serve_folder(own_site)}at/2026-10-31/"
    assert violations(screen, state + path) == []
    assert violations(phone, f"{state}zh/{path}", script=False) == []


def test_what_breaks_a_rule_is_seen_with_and_without_scripts(
    tmp_path: Path, screen: Page, serve_folder: Callable[[Path], str]
) -> None:
    bad = "<h1>a</h1><p style='color:#999'>Words<input></p>"
    text = f"<!doctype html><html><title>a</title><main>{bad}</main></html>"
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    for script in (True, False):
        found = violations(screen, serve_folder(tmp_path), script=script)
        assert {line.partition(":")[0] for line in found} == {"color-contrast", "html-has-lang", "label"}
