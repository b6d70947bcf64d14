"""Measures `goalsite serve` in Chromium: `python bench/serve.py [--goals N | --project FOLDER] [--saves 50]`.

Told are how long it takes from the start of the process to the first page; from a save of one goal's title to
the moment at which its page in the browser shows it; and the memory of the process before and after that many
saves. The site was built before, so that what a build remembers is there.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from urllib.error import URLError
from urllib.request import urlopen

from corpus import write_corpus
from playwright.sync_api import Page, sync_playwright

DAY = date(2026, 11, 16)
"""The day after the last check-ins of the corpus."""


_PAINTED = """new Promise((tell) => new PerformanceObserver((list) => {
  const [painted] = list.getEntriesByName("first-contentful-paint");
  if (painted) tell(performance.timeOrigin + painted.startTime);
}).observe({ type: "paint", buffered: true }))"""
"""When the browser first painted the page, in milliseconds of the system's clock."""


def main() -> None:
    """Build, serve, save, and print what was measured."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        project = options.project or Path(scratch) / "project"
        if not options.project:
            write_corpus(project, options.goals)
        subprocess.run(_command(project, "build"), check=True, capture_output=True)
        with _serving(project, options.port) as (process, url, first):
            print(f"first page {first:.2f} s after the start")
            print(_told(process, project, url, options.saves))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--goals", type=int, default=300)
    parser.add_argument("--project", type=Path, help="a project that is there, whose goals end as they were")
    parser.add_argument("--saves", type=int, default=50)
    parser.add_argument("--port", type=int, default=8765)
    return parser.parse_args()


def _command(project: Path, name: str) -> list[str]:
    return [sys.executable, "-m", "goalsite", name, "-C", str(project), "--as-of", str(DAY)]


@contextmanager
def _serving(project: Path, port: int) -> Iterator[tuple[subprocess.Popen[bytes], str, float]]:
    """A server, its address, and how many seconds passed until it gave the first page."""
    begun, url = time.perf_counter(), f"http://127.0.0.1:{port}/"
    command = [*_command(project, "serve"), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while not _answers(url):
            time.sleep(0.01)
        yield process, url, time.perf_counter() - begun
        process.terminate()


def _answers(url: str) -> bool:
    try:
        with urlopen(url) as answer:
            return bool(answer.read())
    except URLError:
        return False


def _told(process: subprocess.Popen[bytes], project: Path, url: str, saves: int) -> str:
    goal = sorted((project / "goals").rglob("goal-*.md"))[0]
    written = goal.read_text(encoding="utf-8")
    address = f"{url}goals/{goal.relative_to(project / 'goals').with_suffix('').as_posix()}/"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.wait_for_function("document.readyState === 'complete'")
        time.sleep(1)
        before = _memory(process.pid)
        try:
            took = [_shown_after(page, goal, written, number) for number in range(saves)]
        finally:
            goal.write_text(written, encoding="utf-8")
        after = _memory(process.pid)
        browser.close()
    return (
        f"save -> shown: median {median(took) * 1000:.0f} ms ({min(took) * 1000:.0f}–{max(took) * 1000:.0f}) "
        f"of {saves}; memory {before:.0f} -> {after:.0f} MiB"
    )


def _shown_after(page: Page, goal: Path, written: str, number: int) -> float:
    """How many seconds after a save the browser shows it."""
    title = f"Readers find what was saved as {'abcdefghij'[number % 10]}{number}"
    text = re.sub(r"^title: .*$", f"title: {title}", written, count=1, flags=re.MULTILINE)
    begun = time.time()
    goal.write_text(text, encoding="utf-8")
    # A reload in between ends the waiting: the page that comes is waited for anew.
    page.wait_for_function("title => document.querySelector('h1')?.textContent.includes(title)", arg=title)
    took = float(page.evaluate(_PAINTED)) / 1000 - begun
    time.sleep(0.3)
    return took


def _memory(pid: int) -> float:
    """What a process holds in memory now, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(next(re.finditer(r"VmRSS:\s+(\d+)", status))[1]) / 1024


if __name__ == "__main__":
    main()
