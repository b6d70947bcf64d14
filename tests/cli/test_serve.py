"""`goalsite serve` as its user has it: an editor, a browser, and what the terminal says."""

from __future__ import annotations

import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, expect

from tests.commands import command, environment, write

TEXT = (
    "---\nid: trust\ntitle: Customers trust us\nkey_results:\n"
    "  - {id: p50, title: Fewer calls, metric: {baseline: 9, target: 5}}\n---\nA reason.\n"
)
GOAL = "goals/2026-Q4/trust.md"
GLOSSARY = "look/glossary.html.j2"
CHILD = '{% extends "default/glossary.html.j2" %}{% block content %}Ours. {{ super() }}{% endblock %}\n'
FILES = {
    "config.yaml": "site_name: Acme\nlanguages: [en, zh]\ntheme: {custom_dir: look}\n"
    "rules: {ignore: [Q, R]}\noutputs: {full_text: true}\n",
    GOAL: TEXT,
    GLOSSARY: CHILD,
}


class Session:
    """A run of the server; `said` is what its terminal showed, known once it has ended."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.said = folder, ""
        self._process = subprocess.Popen(
            command("serve", "--as-of", "2026-11-16"),
            cwd=folder,
            env=environment(),
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.address = self._until(r"serving (http://\S+)")

    def saves(self, name: str, text: str) -> None:
        """Replaces a file at once."""
        unfinished = write(self.folder, {f"{name}~": text}) / f"{name}~"
        unfinished.replace(self.folder / name)

    def reads(self, pattern: str) -> None:
        """Waits for what the terminal shows."""
        self._until(f"({pattern})")

    def _until(self, pattern: str) -> str:
        assert self._process.stderr
        for line in self._process.stderr:
            self.said += line
            if found := re.search(pattern, line):
                return found[1]
        raise AssertionError(f"it ended: {self.said}")

    def end(self) -> None:
        """Ctrl-C."""
        self._process.send_signal(signal.SIGINT)
        self.said += self._process.communicate(timeout=60)[1]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = Session(write(tmp_path, FILES))
    yield session
    session.end()


def test_what_is_saved_is_on_the_open_page_in_each_language(session: Session, browser: Browser) -> None:
    pages = []
    for prefix in ("", "zh/"):
        page = browser.new_page()
        page.goto(f"{session.address}{prefix}goals/trust/")
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Customers trust us"))
        pages.append(page)
    for title in ("Everybody trusts us", "人人信任我们"):
        session.saves(GOAL, TEXT.replace("Customers trust us", title))
        for page in pages:
            page.bring_to_front()  # one that nobody looks at hears of nothing
            expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(f"^{title}"))
    for page in pages:
        page.close()


def test_a_template_that_fails_is_told_where_its_page_was_until_it_is_mended(
    session: Session, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{session.address}glossary/")
    expect(page.get_by_text("Ours.")).to_be_visible()
    session.saves(GLOSSARY, "\n{{ 1 / 0 }}")
    expect(page.get_by_role("heading", name="This page could not be made")).to_be_visible()
    told = "look/glossary.html.j2:2:1: error S041 bad-config the template cannot be used: ZeroDivisionError"
    expect(page.get_by_text(told)).to_be_visible()
    with pytest.raises(HTTPError, match="500"):
        urllib.request.urlopen(f"{session.address}zh/glossary/", timeout=60)
    other = browser.new_page()
    other.goto(session.address)
    expect(other.get_by_role("region", name="Findings of the last build")).to_contain_text("ZeroDivision")
    page.bring_to_front()
    session.saves(GLOSSARY, CHILD.replace("Ours", "Ours again"))
    expect(page.get_by_text("Ours again.")).to_be_visible()
    session.end()
    assert session.said.count("S041") == 1
    assert "Traceback" not in session.said
    page.close()
    other.close()


def test_a_template_that_is_none_leaves_the_last_good_pages(session: Session, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{session.address}goals/trust/")
    session.saves(GLOSSARY, "{% if %}")
    expect(page.get_by_text("1 error: this page is from the last good build")).to_be_visible()
    expect(page.get_by_text("the template cannot be used: Expected an expression")).to_be_visible()
    session.saves(GLOSSARY, CHILD)
    expect(page.get_by_text("1 error")).to_have_count(0)
    session.saves(GOAL, TEXT.replace("key_results", "supports: [nobody]\nkey_results"))
    expect(page.get_by_text("no goal is called")).to_be_visible()
    expect(page.get_by_text("from the last good build")).to_have_count(0)
    session.end()
    assert len(re.findall(r"failed in \d+\.\d\d s: 1 error; the last good build stays", session.said)) == 1
    page.close()


def test_texts_are_searched_as_they_stand(session: Session, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for word in ("reason", "ground"):
        session.saves(GOAL, TEXT.replace("A reason", f"A {word}"))
        page.goto(f"{session.address}goals/trust/")
        expect(page.get_by_text(f"A {word}.")).to_be_visible()
        session.reads(r"figured in")  # no index is replaced while it is searched
        page.goto(f"{session.address}search/?q={word}")
        expect(page.locator(".in-text .title")).to_have_text(["Customers trust us"])
    assert complaints == []
    page.close()


def test_the_terminal_says_how_long_the_figures_took(session: Session) -> None:
    session.end()
    assert re.search(r"figured in \d+\.\d\d s: nothing to complain of", session.said)


def test_the_terminal_tells_a_finding_once(tmp_path: Path) -> None:
    """What was told before the last save is only counted."""
    wrong = TEXT.replace("id: trust\n", "id: trust\nownr: lin\n")
    session = Session(write(tmp_path, FILES | {GOAL: wrong}))
    session.saves(GOAL, wrong.replace("A reason.", "Another reason, with [[nobody]]."))
    session.reads(r"failed in .*: 1 error, 1 warning")
    session.end()
    assert (session.said.count(" S001 "), session.said.count(" S016 ")) == (1, 1)


def published(folder: Path) -> Path:
    """A project whose site was built."""
    build = command("build", "--as-of", "2026-11-16")
    subprocess.run(build, cwd=write(folder, FILES), env=environment(), check=True, capture_output=True)
    return folder


def test_a_published_site_is_there_at_once_and_then_follows(tmp_path: Path, browser: Browser) -> None:
    folder = published(tmp_path)
    session = Session(folder)
    page = browser.new_page()
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    page.goto(f"{session.address}goals/trust/")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Customers trust us"))
    session.reads(r"figured in \d+\.\d\d s")
    page.wait_for_timeout(500)
    assert len(loads) == 1
    session.saves(GOAL, TEXT.replace("Customers trust us", "Everybody trusts us"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Everybody trusts us"))
    assert len(loads) == 2
    page.close()
    session.end()
    assert "shown as it was published, until all is figured" in session.said


def test_a_site_of_other_goals_is_not_shown(tmp_path: Path) -> None:
    folder = published(tmp_path)
    write(tmp_path, {GOAL: TEXT.replace("Customers", "All customers")})
    session = Session(folder)
    with urllib.request.urlopen(f"{session.address}goals/trust/", timeout=60) as answer:
        assert "All customers" in answer.read().decode()
    session.end()
    assert "as it was published" not in session.said
