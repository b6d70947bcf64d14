"""Measures the search: `python bench/search.py [FOLDER] [--as-of DATE]`, by default on 10,000 goals.

The sizes of its data, compressed as servers do, and in Chromium the time from the first key to results
(nothing loaded before), and of each further query. The site that is measured holds the search page, its
data and the theme's assets only.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from statistics import median

from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright
from served import served

from goalsite.exchange.search import search_files
from goalsite.pages.desk import Desk
from goalsite.pages.frame import Frame
from goalsite.pages.plain import missing_pages
from goalsite.pages.search import search_pages
from goalsite.pages.views import Page
from goalsite.pipeline import figure
from goalsite.printing import open_site
from goalsite.project import open_project
from goalsite.render.templates import Renderer
from goalsite.render.themes import theme_assets, theme_folders

HERE = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
QUERIES = ("garden", "trust path", "g", "unit-7", "person-12", "quiet window river", "满意度", "zzz")
ASK = """(query) => new Promise((done) => {
  const field = document.querySelector('input[name=q]'), list = document.querySelector('.found');
  const start = performance.now();
  const watch = new MutationObserver(() => { watch.disconnect(); done(performance.now() - start); });
  watch.observe(list, { childList: true });
  field.focus();
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
})"""


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="a repository; one of 10,000 goals is written")
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 11, 16))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "goals"
        if not options.folder:
            writer = HERE / "bench" / "corpus.py"
            subprocess.run([sys.executable, str(writer), str(folder), "10000"], check=True)
        site = Path(scratch) / "site"
        _write(_desk(folder, options.as_of), site)
        with served(site) as address:
            _in_browser(address)


def _desk(folder: Path, as_of: date) -> Desk:
    figured = figure(open_project(folder), as_of)
    print(f"{len(figured.corpus.objectives)} objectives, {len(figured.corpus.kpis)} KPIs")
    return open_site(figured)


def _write(desk: Desk, site: Path) -> None:
    """Write the pages and files that the search needs, and tell the sizes of its data."""
    folders, _ = theme_folders(desk.config.theme, site, "config.yaml", {})
    renderer = Renderer(folders, desk.language)
    files = dict(theme_assets(folders))
    pages: Iterator[tuple[Page, Frame]] = chain(search_pages(desk), missing_pages(desk))
    for page, frame in pages:
        name = "index.html" if frame.path == "404.html" else f"{frame.path}index.html"
        files[name] = renderer.render(page, frame).encode()
    start = time.perf_counter()
    data = dict(search_files(desk))
    print(f"made in {time.perf_counter() - start:.2f} s")
    for name, content in (files | data).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    for name in (*data, "assets/search.js", "assets/search-page.js", "assets/search.css"):
        content = (site / name).read_bytes()
        print(f"{name:26} {len(content):9,} bytes, {len(gzip.compress(content, 9, mtime=0)):8,} compressed")


def _in_browser(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        fresh = [browser.new_context().new_page() for _ in range(5)]
        first = []
        for page in fresh:
            page.goto(address)
            first.append(_ask(page, QUERIES[0]))
        page = fresh[-1]
        print(f"first query, cold: {median(first):.0f} ms (median of {len(first)})")
        page.wait_for_timeout(2000)
        for query in QUERIES[1:]:
            taken = _ask(page, query)
            print(f"{query:20} {taken:6.1f} ms   {page.locator('.find [role=status]').inner_text()}")
        browser.close()


def _ask(page: Tab, query: str) -> float:
    """How many milliseconds pass between a query and its results in the list."""
    return float(page.evaluate(ASK, query))


if __name__ == "__main__":
    main()
