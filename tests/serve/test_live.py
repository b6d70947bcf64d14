"""What is shown is the last good site with the last findings."""

from __future__ import annotations

import threading

from goalsite.serve.live import Live
from goalsite.serve.outcome import BuildOutcome, Finding

FINDING = Finding("a.md:1:1", "S001", "x")


def test_a_failed_build_leaves_the_last_good_files() -> None:
    live = Live("run")
    live.take(BuildOutcome({"a": b"1"}))
    good = live.shown
    live.take(BuildOutcome(None, (FINDING,), failed=True))
    assert (live.shown.files, live.shown.pages) == (good.files, good.pages)
    assert live.shown.findings == (FINDING,)
    assert live.shown.build == good.build + 1


def test_pages_have_a_new_name_only_if_a_file_changed() -> None:
    live = Live("run")
    names = []
    for files in ({"a": b"1"}, {"a": b"1"}, {"a": b"2"}):
        live.take(BuildOutcome(files))
        names.append(live.shown.pages)
    assert names[0] == names[1] != names[2]


def test_two_runs_name_their_pages_apart() -> None:
    assert Live("one").shown.pages != Live("two").shown.pages


def test_who_waits_is_told_of_the_next_build() -> None:
    live = Live("run")
    timer = threading.Timer(0.1, live.take, [BuildOutcome({})])
    timer.start()
    shown = live.after(live.shown, patience=10)
    assert shown
    assert shown.build == 1
    timer.join()


def test_what_is_found_later_is_told_once_and_only_of_the_build_that_is_shown() -> None:
    live = Live("run")
    live.take(BuildOutcome({"a": b"1"}, (FINDING,)))
    before, late = live.shown, Finding("look/a.html.j2:1:1", "S041", "y")
    assert [live.add(before, late), live.add(before, late)] == [True, False]
    told = live.after(before, patience=0)
    assert told
    assert (told.findings, told.failed, told.pages, told.build) == ((late, FINDING), True, before.pages, 1)
    live.take(BuildOutcome({"a": b"2"}))
    assert not live.add(told, late)
    live.take(BuildOutcome(None, failed=True))
    assert not live.add(live.shown, late)  # it says nothing of the files as they are now
    assert live.shown.findings == ()


def test_files_are_old_where_the_last_build_has_none() -> None:
    live = Live("run")
    old = []
    for files in (None, {"a": b"1"}, None, {"a": b"1"}):
        live.take(BuildOutcome(files, failed=True))
        old.append(live.shown.are_old)
    assert old == [False, False, True, False]


def test_who_waits_in_vain_gets_what_is_shown() -> None:
    live = Live("run")
    assert live.after(live.shown, patience=0) is live.shown


def test_who_waits_is_let_go_at_the_end() -> None:
    live = Live("run")
    timer = threading.Timer(0.1, live.close)
    timer.start()
    assert live.after(live.shown, patience=10) is None
    timer.join()


def test_other_files_of_a_build_keep_what_was_found_late() -> None:
    live, late = Live("run"), Finding("look/a.html.j2:1:1", "S041", "y")
    live.take(BuildOutcome({"a": b"1"}, (FINDING,)))
    live.add(live.shown, late)
    live.renew({"a": b"2"})
    assert (live.shown.files, live.shown.findings, live.shown.failed) == ({"a": b"2"}, (late, FINDING), True)
    assert live.shown.since == "run-1"


def test_files_are_told_to_be_like_those_before_where_the_build_says_so() -> None:
    live = Live("run")
    told = []
    for files, alike in (
        ({"a": b"1"}, False),
        ({"a": b"2"}, True),
        ({"a": b"2"}, True),
        ({"a": b"3"}, False),
    ):
        live.take(BuildOutcome(files, alike=alike))
        told.append((live.shown.pages, live.shown.since))
    assert told == [("run-1", ""), ("run-2", "run-1"), ("run-2", "run-1"), ("run-4", "")]
