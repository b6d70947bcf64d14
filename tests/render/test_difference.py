"""A difference as one page of HTML."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from goalsite.pages.difference_views import DifferencePage, Entry, Section
from goalsite.render.difference import difference_html
from tests.exchange.differing import HOSTILE


def page(text: str) -> DifferencePage:
    """A difference that says `text` wherever a text stands."""
    entry = Entry("*", text, text, text, (text,), text, (f"+{text}", f"-{text}"), "text: +1 −1 lines")
    sections = (Section("Changed", (entry,)), Section("Findings", lines=(text,), aside=True))
    return DifferencePage(text, "Both sides.", (text,), sections)


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_strangers_write_is_text(text: str) -> None:
    told = difference_html(page(text))
    assert "<script" not in told
    assert not re.search(r"<(?:a|img|iframe|link|form|svg)\b| style=| on\w+=|</details></summary>", told)


def test_the_policy_lets_nothing_in_but_the_page_s_own_style() -> None:
    told = difference_html(page("Trust"))
    (style,) = re.findall(r"<style>(.*?)</style>", told, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src &#39;none&#39;; style-src &#39;sha256-{digest}&#39;"
    assert policy in told
    assert "url(" not in style


def test_it_is_shown_in_the_colours_of_the_site_and_fits_a_phone(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "diff.html").write_text(difference_html(page("Trust " * 30 + "x" * 300)), encoding="utf-8")
    shown = browser.new_page(viewport={"width": 390, "height": 800}, color_scheme="dark")
    said: list[str] = []
    shown.on("console", lambda message: said.append(message.text))
    shown.goto((tmp_path / "diff.html").as_uri())
    assert shown.locator("body").evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(20, 23, 27)"
    assert shown.locator("html").evaluate("e => e.scrollWidth") == 390
    assert said == []
    shown.close()
