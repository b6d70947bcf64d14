"""Measures the full text: `python bench/full_text.py [FOLDER] [--goals N] [--as-of DATE]`, by default 10,000.

How long the index takes to make, its size, and in Chromium what a reader loads of it and how long an answer
takes: for the first query of a visit and for further ones, without the pause for typing. Held against the
limits of 300 kB and 100 ms.

The goals are those of bench/corpus.py, or of the repository in FOLDER. Their texts are made here, 200 words
each by the law of Zipf from a vocabulary of 20,000, and in one of ten Chinese: a corpus of 16 words would
find every word on every page. Only the search page is rendered.
"""

from __future__ import annotations

import argparse
import gzip
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from itertools import accumulate
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright
from served import served

from goalsite.core.config import Outputs
from goalsite.core.values import replace
from goalsite.exchange.full_text import Document, Place, document, places
from goalsite.exchange.search import search_files
from goalsite.output.artifact import Artifact
from goalsite.output.full_text import FOLDER, find_indexer, with_full_text
from goalsite.pages.desk import Desk
from goalsite.pages.search import search_pages
from goalsite.pipeline import figure
from goalsite.printing import open_site
from goalsite.project import open_project
from goalsite.render.templates import Renderer
from goalsite.render.themes import theme_assets, theme_folders

HERE = Path(__file__).resolve().parent.parent
CHROMIUM = "/usr/bin/chromium"
BYTES, MILLISECONDS = 300_000, 100
PAUSE = 150  # what full-text.js waits for the next key
VOCABULARY, LENGTH = 20_000, 200
ASK = """(query) => new Promise((done) => {
  const field = document.querySelector('input[name=q]');
  const status = document.querySelector('.in-text [role=status]');
  field.value = query;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  const start = performance.now();
  const watch = new MutationObserver(() => {
    if (!status.textContent) return;
    watch.disconnect();
    done(performance.now() - start);
  });
  watch.observe(status, { childList: true });
})"""


def main() -> None:
    """Measure, and print a line for each figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="a repository; else one is written")
    parser.add_argument("--goals", type=int, default=10_000)
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 11, 16))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or Path(scratch) / "goals"
        if not options.folder:
            writer = HERE / "bench" / "corpus.py"
            subprocess.run([sys.executable, str(writer), str(folder), str(options.goals)], check=True)
        words, site = _Words(), Path(scratch) / "site"
        _write(_desk(folder, options.as_of), words, site)
        with served(site) as address:
            _in_browser(address, site, words.queries())


class _Words:
    """Two made-up languages whose words are as frequent as those of real ones."""

    def __init__(self) -> None:
        chance = random.Random(1)
        parts = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on")]
        found: dict[str, None] = {}
        while len(found) < VOCABULARY:
            found["".join(chance.choices(parts, k=2 + (len(found) > 60) + (len(found) > 4000)))] = None
        self.english = list(found)
        signs = "客户满意度营收研发效能供应链管理质量目标团队增长成本风险流程系统数据平台"
        self.chinese = [a + b for a in signs for b in signs][:1000]
        self._weights = {
            count: list(accumulate(1 / rank for rank in range(1, count + 1))) for count in (VOCABULARY, 1000)
        }

    def text(self, number: int) -> str:
        """The text of a page, the same for the same number."""
        chance = random.Random(number)
        if number % 10 == 3:
            return "".join(chance.choices(self.chinese, cum_weights=self._weights[1000], k=LENGTH // 2))
        return " ".join(chance.choices(self.english, cum_weights=self._weights[VOCABULARY], k=LENGTH))

    def queries(self) -> list[str]:
        """From rare to frequent, several words, the beginning of a word, Chinese, and a word of no page."""
        word = self.english
        rare, middle, frequent = word[6000], word[600], word[40]
        pairs = (f"{middle} {word[500]}", f"{frequent} {middle} {word[300]}", word[800][:4])
        return [middle, rare, frequent, *pairs, self.chinese[200], "供应链", word[3], "quixotry"]


def _desk(folder: Path, as_of: date) -> Desk:
    figured = figure(open_project(folder), as_of)
    print(f"{len(figured.corpus.objectives)} objectives, {len(figured.corpus.kpis)} KPIs")
    config = replace(figured.project.config, outputs=Outputs(full_text=True))
    return open_site(replace(figured, project=replace(figured.project, config=config)))


def _write(desk: Desk, words: _Words, site: Path) -> None:
    """Write the search page, what it loads and the index, and tell the sizes of the latter."""
    folders, _ = theme_folders(desk.config.theme, site, "config.yaml", {})
    renderer = Renderer(folders, desk.language)
    files = dict(theme_assets(folders)) | dict(search_files(desk))
    for page, frame in search_pages(desk):
        files[f"{frame.path}index.html"] = renderer.render(page, frame).encode()
    indexer, unmet = find_indexer(desk.config, "config.yaml")
    if indexer is None:
        sys.exit(unmet[0].message)
    found = places(desk)

    def text_of(artifact: Artifact) -> Document | None:
        place: Place = found[artifact.path]
        return document(place, f"<!--text-->{words.text(place.number)}<!--/text-->")

    start = time.perf_counter()
    index = list(with_full_text((Artifact(path, b"") for path in found), text_of, indexer, ""))[len(found) :]
    size = sum(len(artifact.content) for artifact in index)
    print(f"indexed in {time.perf_counter() - start:.1f} s: {len(index):,} files, {size / 1e6:.1f} MB")
    for name, content in (*files.items(), *((artifact.path, artifact.content) for artifact in index)):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)


def _in_browser(address: str, site: Path, queries: list[str]) -> None:
    """Print for each query the best of five visits: whatever else the machine does only adds to them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        visits = [list(_visit(browser, address, site, queries)) for _ in range(5)]
        browser.close()
    firsts = {queries[0], next(query for query in queries if not query.isascii())}  # an index is opened
    for number, query in enumerate(queries):
        taken = min(visit[number][0] for visit in visits)
        _, loaded, told = visits[0][number]
        limits = " (first of a visit)" if query in firsts else _limits(loaded, taken)
        print(f"{query:26} {taken:6.0f} ms {loaded / 1000:6.0f} kB  {told}{limits}")


def _visit(
    browser: Browser, address: str, site: Path, queries: list[str]
) -> Iterator[tuple[float, int, str]]:
    """Of each query the milliseconds, the bytes of the index it loads, and the answer."""
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("?")[0].removeprefix(address)))
    page.goto(f"{address}search/")
    page.wait_for_timeout(3000)  # the rows of the built-in search, which are there in any case
    for query in queries:
        asked.clear()
        taken = _ask(page, query)
        page.wait_for_timeout(1000)
        loaded = sum(_sent(site / name) for name in set(asked) if FOLDER in name)
        yield taken, loaded, page.locator(".in-text [role=status]").inner_text()
    page.context.close()


def _limits(loaded: int, taken: float) -> str:
    slow = f", over the limit of {MILLISECONDS} ms" if taken > MILLISECONDS else ""
    return slow + (f", over the limit of {BYTES // 1000} kB" if loaded > BYTES else "")


def _sent(file: Path) -> int:
    """The size of a file as servers send it; those of the index are compressed already."""
    content = file.read_bytes()
    return min(len(content), len(gzip.compress(content, 9, mtime=0)))


def _ask(page: Page, query: str) -> float:
    """How many milliseconds pass between a query and its results in the list, less the pause."""
    return float(page.evaluate(ASK, query)) - PAUSE


if __name__ == "__main__":
    main()
