"""Each build is shown and told of, and none ends the server."""

from __future__ import annotations

import re
import sys
import threading

from goalsite.serve.live import Live
from goalsite.serve.outcome import BuildOutcome, Finding
from goalsite.serve.rebuild import keep_rebuilding, rebuild


def test_a_good_build_is_shown_and_told_of() -> None:
    live, lines = Live("run"), list[str]()
    rebuild(lambda: BuildOutcome({"a": b""}), live, lines.append)
    assert live.shown.files == {"a": b""}
    assert re.fullmatch(r"figured in \d\.\d\d s: nothing to complain of", lines[0])


def test_a_failed_build_says_that_the_last_good_one_stays() -> None:
    live, lines = Live("run"), list[str]()
    failed = BuildOutcome(None, (Finding("a.md:1:1", "S001", "x"),), failed=True)
    rebuild(lambda: failed, live, lines.append)
    rebuild(lambda: BuildOutcome({}), live, lines.append)
    rebuild(lambda: failed, live, lines.append)
    assert lines[0].endswith("s: 1 error")
    assert lines[2].endswith("s: 1 error; the last good build stays")


def test_an_exception_is_shown_as_a_bug_of_ours() -> None:
    live, lines = Live("run"), list[str]()

    def build() -> BuildOutcome:
        raise KeyError("goal")

    rebuild(build, live, lines.append)
    assert live.shown.findings[0].message == "a bug of ours broke the build: KeyError: 'goal'"
    assert live.shown.failed
    assert lines[0].startswith("Traceback")


def test_a_build_that_wants_to_exit_does_not_end_the_server() -> None:
    live = Live("run")
    rebuild(lambda: sys.exit(3), live, list[str]().append)
    assert "SystemExit: 3" in live.shown.findings[0].message


def test_what_is_asked_for_during_a_build_makes_one_more() -> None:
    asked, ended, builds = threading.Event(), threading.Event(), list[int]()

    def once() -> None:
        builds.append(len(builds))
        if len(builds) == 1:
            asked.set()
            asked.set()
        else:
            ended.set()
            asked.set()

    asked.set()
    keep_rebuilding(asked, ended, once)
    assert len(builds) == 2
