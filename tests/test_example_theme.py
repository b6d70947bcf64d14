"""The child theme of the manual, built as a reader would build it, and looked at in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.commands import ROOT, goalsite, write

EXAMPLE = ROOT / "docs" / "examples" / "theme"
GOALS = {"goals/2026-Q4/trust.md": "---\nid: trust\ntitle: Customers trust us\n---\n"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("example"), GOALS)
    shutil.copytree(EXAMPLE, folder / "overrides")
    shutil.move(folder / "overrides" / "config.yaml", folder / "config.yaml")
    run = goalsite("build", "--offline", "--as-of", "2026-11-16", cwd=folder)
    assert run.code == 0, run.err
    return folder / "site"


def test_every_page_has_the_childs_sheet_and_line_and_all_else_of_the_default_theme(site: Path) -> None:
    for page in ("index.html", "goals/trust/index.html", "zh/map/index.html", "search/index.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert 'assets/own.css"' in text
        assert '<p class="imprint">Acme Ltd, Berlin</p>' in text
        assert '<main id="content">' in text
    assert "Glossary · Acme" in (site / "glossary/index.html").read_text(encoding="utf-8")


def test_accent_font_and_logo_are_seen_and_the_policy_is_kept(site: Path, browser: Browser) -> None:
    page = browser.new_context(color_scheme="light").new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((site / "goals/trust/index.html").as_uri())
    seen = page.evaluate(
        """() => ({
            accent: getComputedStyle(document.querySelector(".top .name")).getPropertyValue("--accent"),
            font: getComputedStyle(document.body).fontFamily,
            logo: document.querySelector(".top .name img").naturalWidth > 0,
        })"""
    )
    assert seen["accent"].startswith("light-dark(#")
    assert seen["font"].startswith("Verdana,")
    assert seen["logo"]
    assert complaints == []
    page.context.close()
