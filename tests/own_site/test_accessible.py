"""Nobody is shut out: axe-core finds nothing against WCAG 2.2 AA, nor against good practice, on any kind of page."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from bench.weight import KINDS, fullest

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """(rules) => axe.run(document, rules).then((found) => found.violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary}`)))"""


def opened(browser: Browser, address: str, *, width: int, theme: str, script: bool) -> Page:
    """The page as it is for a reader; what reads it needs scripts, so that they are off only while it loads."""
    schemes: Any = theme
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=schemes)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": not script})
    page.goto(address)
    session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    page.evaluate(AXE)
    return page


def violations(page: Page, *, but: tuple[str, ...] = ()) -> list[str]:
    """Each element that breaks a rule, and how."""
    rules = {"runOnly": TAGS, "resultTypes": ["violations"], "rules": {id_: {"enabled": False} for id_ in but}}
    found: list[str] = page.evaluate(RUN, rules)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_page_breaks_a_rule(
    kind: str, own_site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    """In English on a wide light screen with scripts, in Chinese on a dark phone without, and the other way."""
    site = serve_folder(own_site)
    path = dict(fullest(own_site))[kind]
    english, chinese = site + path, f"{site}zh/{path}"
    page = opened(browser, english, width=1280, theme="light", script=True)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 900})
    assert violations(page, but=("color-contrast",)) == []
    page.context.close()
    page = opened(browser, chinese, width=390, theme="dark", script=False)
    assert violations(page) == []
    page.context.close()


def test_what_breaks_a_rule_is_seen_with_and_without_scripts(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    bad = "<!doctype html><html><title>a</title><main><h1>a</h1><p style='color:#999'>a<input></p></main></html>"
    (tmp_path / "index.html").write_text(bad, encoding="utf-8")
    for script in (True, False):
        page = opened(browser, serve_folder(tmp_path), width=390, theme="light", script=script)
        found = {line.partition(":")[0] for line in violations(page)}
        assert found == {"color-contrast", "html-has-lang", "label"}
        page.context.close()
