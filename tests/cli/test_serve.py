"""`goalsite serve` as its user has it: an editor, a browser, and what the terminal says."""

from __future__ import annotations

import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, expect

from goalsite.cli.options import Place
from goalsite.cli.serve import Builds
from tests.commands import command, environment, goalsite, write

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
        page.goto("about:blank")  # a page that reloads by itself may do so in place of going elsewhere
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


DAY = date(2026, 11, 16)
PICTURE = "goals/2026-Q4/picture.png"
PAGE = "goals/trust/index.html"


@pytest.fixture
def builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builds:
    """The builds of a run of the server, over a site that was published and is shown as it lies there."""
    published(write(tmp_path, FILES | {PICTURE: "not yet"}))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", environment()["PYTHONPATH"])  # a site hangs on where libraries lie
    builds = Builds(Place(Path(), "config.yaml"), DAY)
    standing = builds.standing()
    assert standing
    assert standing.files
    assert b"Customers trust us" in (standing.files.get(PAGE) or b"")
    return builds


def test_over_a_published_site_a_save_is_shown_before_all_is_figured_and_reloads_no_other_page(
    builds: Builds, tmp_path: Path
) -> None:
    goal = write(tmp_path, {GOAL: TEXT.replace("Customers trust us", "Everybody trusts us")}) / GOAL
    assert builds.soon([]) is None
    builds.recall()
    files = builds.soon([goal.resolve()])
    assert files
    page = files.get(PAGE)
    assert b"Everybody trusts us" in (page or b"")
    built = builds()
    assert built.files
    assert built.files.get(PAGE) == page


def test_of_a_published_site_pages_are_left_alone_where_no_more_than_a_goal_was_saved(
    builds: Builds, tmp_path: Path
) -> None:
    builds.recall()
    goal = write(tmp_path, {GOAL: TEXT.replace("Customers trust us", "Everybody trusts us")}) / GOAL
    assert builds.soon([goal.resolve()])
    assert builds().alike


def test_of_a_published_site_pages_are_not_left_alone_where_a_picture_changed(
    builds: Builds, tmp_path: Path
) -> None:
    picture = write(tmp_path, {PICTURE: "a picture"}) / PICTURE
    assert builds.soon([picture.resolve()]) is None
    builds.recall()
    assert not builds().alike


def test_what_is_known_of_another_day_is_not_shown_over_a_published_site(
    builds: Builds, tmp_path: Path
) -> None:
    assert goalsite("build", "--as-of", "2026-10-01", cwd=tmp_path).code == 0
    builds.recall()
    assert builds.soon([(tmp_path / GOAL).resolve()]) is None
    built = builds().files
    assert built
    assert b"Customers trust us" in (built.get(PAGE) or b"")
