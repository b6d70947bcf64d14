"""The way a new user walks: start, see, change, make a mistake, understand, publish.

Real processes, a real browser.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.commands import ROOT, command, environment, goalsite, write

DAY = "2026-11-16"
GOAL = """\
---
title: Every engineer trusts a green build
cycle: 2026-Q4
owner: ada
supports: [win-trust]
key_results:
  - id: p50
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-11-16, value: 9.5, confidence: 0.6}
---
"""
TRUST = "---\ntitle: Customers trust us\ncycle: 2026\n---\n"


def read_all(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Within it `goalsite serve` runs; the value is the address it prints."""
    process = subprocess.Popen(
        command("serve"), cwd=folder, env=environment(), stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        for line in process.stderr:
            found = re.search(r"serving (http://\S+)", line)
            if found:
                yield found[1]
                break
        else:
            raise AssertionError("it ended before it served")
    finally:
        process.send_signal(2)
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_from_init_to_a_change_that_shows_and_a_mistake_that_is_explained(
    tmp_path: Path, browser: Browser
) -> None:
    assert goalsite("init", "demo", cwd=tmp_path).code == 0
    folder = tmp_path / "demo"
    unit = folder / "goals/product/team.md"
    page = browser.new_page()
    with served(folder) as address:
        page.goto(address + "teams/product/")
        heading = page.locator("h1").inner_text()
        before = unit.read_text(encoding="utf-8")
        title = re.search(r"^title: (.*)$", before, re.MULTILINE)
        assert title is not None
        assert title[1] in heading
        unit.write_text(before.replace(title[0], "title: Makers of the product"), encoding="utf-8")
        page.get_by_role("heading", name="Makers of the product", level=1).wait_for()
        unit.write_text(before.replace("title:", "titel:", 1), encoding="utf-8")
        page.get_by_text('did you mean "title"?').first.wait_for()
        assert "goals/product/team.md:" in page.locator("body").inner_text()
        page.goto("about:blank")
    page.close()


def test_a_build_with_errors_leaves_the_published_site_as_it_was(tmp_path: Path) -> None:
    folder = write(tmp_path, {"goals/2026-Q4/green.md": GOAL, "goals/win-trust.md": TRUST})
    assert goalsite("build", "--as-of", DAY, cwd=folder).code == 0
    before = read_all(folder / "site")
    write(
        folder,
        {"goals/2026-Q4/green.md": GOAL.replace("win-trust", "win-trsut"), "goals/b.md": "---\na: [\n---\n"},
    )
    run = goalsite("build", "--as-of", DAY, cwd=folder)
    assert run.code == 1
    assert 'S003 unknown-reference: no goal is called "win-trsut"' in run.err
    assert "goals/b.md:" in run.err
    assert "nothing was published" in run.err
    assert read_all(folder / "site") == before


def test_keep_going_publishes_the_rest_and_marks_what_is_missing(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {
            "goals/2026-Q4/green.md": GOAL,
            "goals/win-trust.md": TRUST,
            "goals/2026-Q4/b.md": "---\na: [\n---\n",
        },
    )
    run = goalsite("build", "--keep-going", "--as-of", DAY, cwd=folder)
    assert run.code == 1
    site = folder / "site"
    assert "Every engineer trusts" in (site / "goals/2026-Q4/green/index.html").read_text(encoding="utf-8")
    assert "S030" in (site / "goals/2026-Q4/b/index.html").read_text(encoding="utf-8")
    assert json.loads((site / "goals.json").read_text(encoding="utf-8"))["diagnostics"][0]["code"] == "S030"


def test_building_again_touches_nothing_and_gives_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    files = {"goals/2026-Q4/green.md": GOAL, "goals/win-trust.md": TRUST}
    one, other = write(tmp_path / "one", files), write(tmp_path / "an/other", dict(reversed(files.items())))
    for folder in (one, other):
        assert goalsite("build", "--as-of", DAY, cwd=folder).code == 0
    assert read_all(one / "site") == read_all(other / "site")
    again = goalsite("build", "--as-of", DAY, cwd=one)
    assert " 0 files written" in again.out


def test_the_figures_of_a_page_are_those_of_the_worked_example(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    folder = write(tmp_path, {"goals/2026-Q4/green.md": GOAL, "goals/win-trust.md": TRUST})
    assert goalsite("build", "--as-of", DAY, cwd=folder).code == 0
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve_folder(folder / "site") + "goals/2026-Q4/green/")
    text = page.locator("main").inner_text()
    for said in (
        "Every engineer trusts a green build",
        "on track",
        "50%",
        "19 days ahead",
        "ada",
        "Customers trust us",
    ):
        assert said in text, said
    page.get_by_role("link", name="Customers trust us").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("^Customers trust us"))
    context.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_link_of_the_own_site_leads_somewhere(tmp_path: Path, language: str) -> None:
    site, folder = tmp_path / "site", tmp_path / "repository"
    config = (ROOT / "config.yaml").read_text(encoding="utf-8")
    write(folder, {"config.yaml": re.sub(r"(?m)^languages:.*$", f"languages: [{language}]", config)})
    shutil.copytree(ROOT / "goals", folder / "goals")
    run = goalsite("build", "--strict", "--as-of", "2026-11-22", "--site-dir", str(site), cwd=folder)
    assert run.code == 0, run.err
    assert broken_links(site) == []


def broken_links(site: Path) -> list[str]:
    """Every link or fragment that leads nowhere, with its page; 404.html, which stands anywhere, left out."""
    from html.parser import HTMLParser
    from urllib.parse import unquote

    class Page(HTMLParser):
        def __init__(self, text: str) -> None:
            super().__init__()
            self.links: list[str] = []
            self.ids: set[str] = set()
            self.feed(text)

        def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
            for name, value in attrs:
                if name in ("href", "src") and value is not None:
                    self.links.append(value)
                if name == "id" and value:
                    self.ids.add(value)

    pages = {path.resolve(): Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        for link in page.links:
            if path.name == "404.html" or ":" in link.split("/")[0]:
                continue
            where, _, fragment = link.partition("#")
            where, _, _ = where.partition("?")  # what a script is to filter by or to focus on
            target = (path.parent / unquote(where)).resolve() if where else path
            target = target / "index.html" if target.is_dir() else target
            known = pages.get(target)
            if not target.exists() or (fragment and known and unquote(fragment) not in known.ids):
                broken.append(f"{path.relative_to(site.resolve())}: {link}")
    return broken
