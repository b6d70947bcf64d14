"""Pages on paper, as a real browser lays them out."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.commands import goalsite, write

RESULTS = "".join(
    f"  - id: r{n}\n    title: Result {n}\n    metric: {{baseline: 0, target: 100}}\n"
    f"    checkins: [{{date: 2026-11-02, value: {n}}}]\n"
    for n in range(8)
)
HEAD = "---\nid: g{n}\ntitle: Goal {n}\nowner: ada\nkey_results:\n"
FILES = {f"goals/2026-Q4/g{n}.md": f"{HEAD.format(n=n)}{RESULTS}---\n# Why\n\nBecause.\n" for n in range(12)}
SCREEN_ONLY = "nav.pages, .tools, .find, .filters, .taken, .follow, main button"
WIDTH = 180 / 25.4 * 96
"""What an A4 page has between margins of 15 mm, in pixels."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("print"), FILES)
    assert goalsite("build", "--offline", "--as-of", "2026-11-16", cwd=folder).code == 0
    return folder / "site"


@pytest.mark.parametrize(
    "path", ["teams/_/cycles/2026-Q4/", "teams/", "cycles/2026-Q4/", "goals/g1/", "health/"]
)
def test_what_only_works_on_a_screen_is_not_printed_and_nothing_is_cut(
    path: str, site: Path, browser: Browser
) -> None:
    page = browser.new_context(viewport={"width": round(WIDTH), "height": 1000}).new_page()
    page.goto((site / path / "index.html").as_uri())
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.evaluate(
        """(selector) => {
            const shown = (some) =>
                Array.from(document.querySelectorAll(some)).filter((one) => one.checkVisibility());
            const text = shown("main *").filter((one) => !one.closest(".hidden, .scroll"));
            return {
                tools: shown(selector).map((one) => one.className),
                folded: document.querySelectorAll("main details:not([open])").length,
                wide: text.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
            };
        }""",
        SCREEN_ONLY,
    )
    assert shown == {"tools": [], "folded": 0, "wide": 0}
    page.context.close()


def test_a_review_of_a_dozen_objectives_fits_on_three_pages(site: Path, browser: Browser) -> None:
    page = browser.new_context().new_page()
    page.goto((site / "teams/_/cycles/2026-Q4/index.html").as_uri())
    paper = page.pdf(format="A4", margin={"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"})
    assert paper.count(b"/Type /Page\n") <= 3
    page.context.close()
