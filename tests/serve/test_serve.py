"""The whole server: files change on disk, and what is served follows."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from html import escape
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, expect

from goalsite.serve.outcome import BuildOutcome, Finding
from goalsite.serve.serve import running

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<title>goals</title>
</head>
<body><h1>TEXT</h1></body>
</html>
"""
PAYLOAD = "<img src=x onerror=document.title='hit'>"
PATIENCE = 30
"""Seconds in which even a busy machine does anything of this."""


@dataclass
class Goals:
    """A folder of goals and a build of it: each file is a page, and one that says `broken` is an error."""

    folder: Path
    builds: int = 0
    lines: list[str] = field(default_factory=list)
    during: Callable[[], None] = lambda: None

    def write(self, text: str, name: str = "index") -> None:
        """Put a file in its place at once: nobody finds it empty, and it is one change on any machine."""
        unfinished = self.folder / f".{name}.md"
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(self.folder / f"{name}.md")

    def standing(self) -> None:
        """Nothing lies there that was published."""

    def recall(self) -> None:
        """So nothing is known of it."""

    def soon(self, changed: Iterable[Path]) -> None:
        """No file can be told by itself."""

    def __call__(self) -> BuildOutcome:
        self.builds += 1
        files = sorted(self.folder.glob("[!.]*.md"))
        texts = {file.stem: file.read_text(encoding="utf-8") for file in files}
        self.during()
        if "bug" in texts.values():
            raise RuntimeError(PAYLOAD)
        found = tuple(
            Finding(f"goals/{name}.md:1:1", "S001", f"broken {PAYLOAD}", "mend it")
            for name, text in texts.items()
            if "broken" in text
        )
        pages = {f"{name}.html": self.page(text) for name, text in texts.items()}
        return BuildOutcome(None if found else pages, found, failed=bool(found), alike=True)

    def page(self, text: str) -> bytes:
        return PAGE.replace("TEXT", escape(text)).encode()

    @contextmanager
    def served(self) -> Iterator[str]:
        with running(self, [self.folder], self.lines.append, port=0) as url:
            yield url


@pytest.fixture
def goals(tmp_path: Path) -> Goals:
    goals = Goals(tmp_path / "goals")
    goals.folder.mkdir()
    goals.write("first")
    return goals


def get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as response:
            return str(response.read(), "utf-8")
    except HTTPError as error:
        with error:
            return str(error.read(), "utf-8")


def eventually(is_so: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def says(url: str, text: str) -> bool:
    return text in get(url)


def next_event(stream: HTTPResponse) -> dict[str, Any]:
    for line in stream:
        if line.startswith(b"data: "):
            event = json.loads(line.removeprefix(b"data: "))
            assert isinstance(event, dict)
            return event
    raise AssertionError("the stream ended")


def test_an_edit_is_built_and_served(goals: Goals) -> None:
    with goals.served() as url:
        assert "first" in get(url)
        goals.write("second")
        assert eventually(lambda: "second" in get(url))


def test_an_open_page_hears_of_every_build(goals: Goals) -> None:
    with goals.served() as url, urllib.request.urlopen(f"{url}_goalsite/events", timeout=PATIENCE) as stream:
        assert stream.headers["Content-Type"] == "text/event-stream"
        first = next_event(stream)
        goals.write("second")
        second = next_event(stream)
        goals.write("broken")
        third = next_event(stream)
    assert (first["build"], second["build"], third["build"]) == (1, 2, 3)
    assert first["pages"] != second["pages"] == third["pages"]
    assert (second["failed"], third["failed"]) == (False, True)
    assert third["findings"][0]["message"] == f"broken {PAYLOAD}"


def test_a_failed_build_leaves_the_last_good_page(goals: Goals) -> None:
    with goals.served() as url:
        goals.write("broken")
        assert eventually(
            lambda: goals.builds == 2 and "1 error; the last good build stays" in goals.lines[-1]
        )
        assert "first" in get(url)


def test_without_any_good_build_the_findings_are_the_page(goals: Goals) -> None:
    goals.write("broken")
    with goals.served() as url:
        page = get(f"{url}anything/")
        assert "goals/index.md:1:1" in page
        assert escape(PAYLOAD) in page
        goals.write("mended")
        assert eventually(lambda: "mended" in get(url))


def test_a_burst_of_edits_makes_one_build(goals: Goals) -> None:
    with goals.served():
        start = time.monotonic()
        for number in range(25):
            goals.write("x", f"goal-{number}")
        is_burst = time.monotonic() - start < 0.1  # on a busy machine it may be several
        assert eventually(lambda: goals.builds >= 2)
        time.sleep(0.5)
        assert goals.builds == 2 or not is_burst


def test_an_edit_during_a_build_makes_another(goals: Goals) -> None:
    building, edited = threading.Event(), threading.Event()

    def during() -> None:
        if goals.builds == 2:
            building.set()
            edited.wait(PATIENCE)

    goals.during = during
    with goals.served() as url:
        goals.write("second")
        assert building.wait(PATIENCE)
        goals.write("third")
        time.sleep(0.4)
        edited.set()
        assert eventually(lambda: "third" in get(url))


def test_a_build_that_breaks_is_told_and_the_server_goes_on(goals: Goals) -> None:
    with goals.served() as url:
        goals.write("bug")
        assert eventually(lambda: "1 error; the last good build stays" in goals.lines[-1])
        assert any("RuntimeError" in line for line in goals.lines)
        assert "first" in get(url)
        goals.write("second")
        assert eventually(lambda: "second" in get(url))


def test_a_server_that_takes_another_port_says_so(goals: Goals) -> None:
    with ExitStack() as stack:
        with suppress(OSError):  # then somebody else has taken it
            stack.enter_context(socket.create_server(("127.0.0.1", 8000)))
        url = stack.enter_context(running(goals, [goals.folder], goals.lines.append))
    assert goals.lines[0] == f"port 8000 is taken, so it is {url.rstrip('/').rpartition(':')[2]}"


SERVE = """
import sys, time
from pathlib import Path
from goalsite.serve.outcome import BuildOutcome
from goalsite.serve.serve import serve

class Builds:
    count = 0

    def standing(self):
        return None

    def recall(self):
        pass

    def soon(self, changed):
        return None

    def __call__(self):
        self.count += 1
        if self.count > int(sys.argv[2]):
            print("building", flush=True)
            time.sleep(60)
        return BuildOutcome({"index.html": b"<body></body>"})

serve(Builds(), [Path(sys.argv[1])], lambda line: print(line, flush=True), port=0)
"""


@contextmanager
def serving(goals: Goals, quick_builds: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", SERVE, str(goals.folder), str(quick_builds)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def interrupted(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code after Ctrl-C, and what was still said; it fails where that takes half as long as a slow
    build."""
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=PATIENCE)[0]
    return process.returncode, said


def said_until(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdout
    return next(line for line in process.stdout if word in line)


def test_ctrl_c_ends_it_cleanly_while_a_browser_listens(goals: Goals) -> None:
    with serving(goals, quick_builds=9) as process:
        line = said_until(process, "serving")
        url = re.findall(r"http://127\.0\.0\.1:\d+/", line)[0]
        with urllib.request.urlopen(f"{url}_goalsite/events", timeout=PATIENCE) as stream:
            next_event(stream)
            ended = interrupted(process)
    assert ended == (0, "ended\n")


@pytest.mark.parametrize("quick_builds", [0, 1])
def test_ctrl_c_does_not_wait_for_a_build(goals: Goals, quick_builds: int) -> None:
    with serving(goals, quick_builds) as process:
        if quick_builds:
            said_until(process, "serving")
            goals.write("second")
        said_until(process, "building")
        ended = interrupted(process)
    assert ended == (0, "ended\n")


def test_a_browser_reloads_and_shows_what_is_wrong_as_text(goals: Goals, browser: Browser) -> None:
    complaints: list[str] = []
    with goals.served() as url:
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        page.get_by_role("heading", name="first").wait_for()
        goals.write("second")
        page.get_by_role("heading", name="second").wait_for()
        overlay = page.get_by_role("region", name="Findings of the last build")
        assert overlay.count() == 0
        goals.write("broken")
        overlay.wait_for()
        assert "1 error: this page is from the last good build" in overlay.inner_text()
        assert f"goals/index.md:1:1: error S001 broken {PAYLOAD}" in overlay.inner_text()
        assert "hint: mend it" in overlay.inner_text()
        expect(overlay).to_have_css("position", "fixed")
        assert page.locator("img").count() == 0
        assert page.title() == "goals"
        expect(page.get_by_role("heading", name="second")).to_be_visible()
        goals.write("third")
        page.get_by_role("heading", name="third").wait_for()
        assert overlay.count() == 0
        page.close()
    assert complaints == []


SEEN = (
    "new Promise(seen => new PerformanceObserver(() => seen()).observe({type: 'resource', buffered: true}))"
)
"""A promise that is kept once the page's own script, which asked first, was told what the page loaded."""


def test_a_page_that_a_build_does_not_reach_stays_unless_it_loaded_data(
    goals: Goals, browser: Browser
) -> None:
    goals.write("other", "other")
    loads: list[str] = []
    with goals.served() as url:
        page = browser.new_page()
        page.on("framenavigated", lambda frame: loads.append(frame.url))
        page.goto(f"{url}other.html")
        page.evaluate(SEEN)
        goals.write("second")
        assert eventually(partial(says, url, "second"))
        page.wait_for_timeout(500)
        assert len(loads) == 1
        goals.write("other, too", "other")
        page.get_by_role("heading", name="other, too").wait_for()
        page.evaluate("fetch('/index.html').then((answer) => answer.text())")
        page.evaluate(SEEN)
        assert len(loads) == 2
        with page.expect_event("framenavigated", timeout=PATIENCE * 1000):
            goals.write("third")
        page.wait_for_load_state()  # one that is closed while it loads may never be
        page.close()


def test_a_browser_leaves_the_page_of_errors_once_there_is_a_site(goals: Goals, browser: Browser) -> None:
    goals.write("broken")
    with goals.served() as url:
        page = browser.new_page()
        page.goto(url)
        page.get_by_text("There is no site yet").first.wait_for()
        assert PAYLOAD in page.inner_text("main")
        goals.write("also broken", "other")
        page.get_by_text("2 errors").wait_for()
        goals.write("fine")
        goals.write("fine", "other")
        page.get_by_role("heading", name="fine").wait_for()
        page.close()


def test_a_folded_list_of_findings_stays_folded(goals: Goals, browser: Browser) -> None:
    with goals.served() as url:
        page = browser.new_page()
        page.goto(url)
        page.get_by_role("heading", name="first").wait_for()
        goals.write("broken")
        page.get_by_text("hint: mend it").wait_for()
        page.get_by_text("1 error: this page").click()
        goals.write("broken", "other")
        page.get_by_text("2 errors: this page").wait_for()
        expect(page.get_by_text("hint: mend it")).to_have_count(2)
        assert not page.get_by_text("hint: mend it").first.is_visible()
        page.close()
