from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.config import Config
from goalsite.edit.checkin import OccupiedError, check_in
from goalsite.edit.entries import Entry
from goalsite.edit.goals import corpus_of_goal
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.model.records import CheckIn, KeyResult, Objective
from goalsite.source.tree import MemoryTree

FILE, LOG = "goals/2026-Q4/builds.md", "goals/2026-Q4/builds.checkins.csv"
DAY = date(2026, 11, 16)
HEADER = "date,kr,value,confidence,status,note,blocked,next,by\n"
METRIC = "metric: {unit: min, baseline: 14, target: 5}"
P50 = f"""\
---
title: Trusted   # comments stay
key_results:
  - id: p50   # so does this one
    {METRIC}
---
Body with `---` and [[links]].
"""
OTHERS = """\
---
key_results:
  - {id: steps, milestones: [{title: One, done: 2026-10-05}, {title: Two}, {title: Two and a half}]}
  - id: switch
    binary:
  - id: switched
    binary: {done: 2026-10-05}
  - {id: zone, zones: {commit: a, target: b, stretch: c}}
  - id: hand
  - {id: now, metric: {target: 5}, current: 3, note: old, confidence: .5}
  - {id: read, metric: {kpi: x, target: 5}}
  - metric: {target: 5}
---
"""

Files = Mapping[str, str | bytes]


def goal_in(files: Files) -> Objective:
    """The objective in the files, as the model reads it."""
    goal, _ = corpus_of_goal(MemoryTree(files), Config(), "builds")
    assert isinstance(goal, Objective)
    return goal


def patches(
    files: Files,
    name: str,
    said: dict[str, str],
    *,
    step: str = "",
    dated: bool = False,
    replace: bool = False,
) -> tuple[FilePatch, ...]:
    """What becomes of the files if that is said of a key result, or with an empty name of the goal."""
    goal = goal_in(files)
    result = next((one for one in goal.key_results if one.id == name), None)
    return check_in(MemoryTree(files), goal, result, Entry(DAY, said, step, dated), replace=replace)


def written(
    files: Files,
    name: str,
    said: dict[str, str],
    *,
    step: str = "",
    dated: bool = False,
    replace: bool = False,
) -> dict[str, str]:
    """The files that change, by path, as text."""
    made = patches(files, name, said, step=step, dated=dated, replace=replace)
    return {one.path: one.after.decode() for one in made}


def read_back(files: Files, name: str) -> KeyResult:
    """A key result of the goal in the files."""
    return next(one for one in goal_in(files).key_results if one.id == name)


def test_without_check_ins_anywhere_a_log_is_begun() -> None:
    assert written({FILE: P50}, "p50", {"value": "9.5", "note": "cache, warm"}) == {
        LOG: f'{HEADER}2026-11-16,p50,9.5,,,"cache, warm",,,\n'
    }


def test_a_goal_with_a_log_is_checked_in_there() -> None:
    files = {FILE: P50, LOG: "date,kr,value\n2026-11-09,p50,11\n"}
    assert written(files, "p50", {"value": "9.5"}) == {LOG: f"{files[LOG]}2026-11-16,p50,9.5\n"}


@pytest.mark.parametrize(
    "habit",
    [
        "\n    checkins:\n      - {date: 2026-11-09, value: 11}   # first",
        "\n    checkins:\n    -   date: 2026-11-09\n        value: 11",
        "\n    checkins: []   # none yet",
        "\n  - {id: b, metric: {target: 5}, checkins: [{date: 2026-11-09, value: 11}]}",
    ],
)
def test_check_ins_of_the_file_go_on_in_the_log_which_two_people_can_merge(habit: str) -> None:
    goal = P50.replace(METRIC, METRIC + habit)
    log = f"{HEADER}2026-11-16,p50,9.5,7/10,,,,,\n"
    assert written({FILE: goal}, "p50", {"value": "9.5", "confidence": "7/10"}) == {LOG: log}
    values = [one.value for one in read_back({FILE: goal, LOG: log}, "p50").checkins]
    assert values == ([11.0, 9.5] if "11}" in habit.partition("id: b")[0] or "-   date" in habit else [9.5])


def test_what_the_file_says_of_the_day_is_corrected_and_completed_there() -> None:
    row = "    checkins: [{date: 2026-11-16, value: 11}]\n"
    goal = P50.replace(f"{METRIC}\n", f"{METRIC}\n{row}")
    for log in ({}, {LOG: f"{HEADER}2026-11-09,p50,12,,,,,,\n"}):
        after = written({FILE: goal, **log}, "p50", {"value": "9.5", "note": "a"}, replace=True)
        assert after == {FILE: goal.replace("value: 11}", "value: 9.5, note: a}")}


NAMELESS = "---\nkey_results:\n  - metric: {target: 5}\n    checkins:HABIT\n---\n"


@pytest.mark.parametrize(
    ("habit", "after"),
    [
        (
            "\n      - {date: 2026-11-09, value: 11}   # first",
            "\n      - {date: 2026-11-09, value: 11}   # first\n      - {date: 2026-11-16, value: 9.5}",
        ),
        (
            "\n    -   date: 2026-11-09\n        value: 11",
            "\n    -   date: 2026-11-09\n        value: 11\n    -   date: 2026-11-16\n        value: 9.5",
        ),
        (" []   # none yet", "   # none yet\n      - {date: 2026-11-16, value: 9.5}"),
        (
            " [{date: 2026-11-09, value: 11}]",
            " [{date: 2026-11-09, value: 11}, {date: 2026-11-16, value: 9.5}]",
        ),
    ],
)
def test_of_a_key_result_without_an_id_no_log_can_speak_and_its_list_keeps_its_style(
    habit: str, after: str
) -> None:
    goal = NAMELESS.replace("HABIT", habit)
    assert written({FILE: goal}, "1", {"value": "9.5"}) == {FILE: NAMELESS.replace("HABIT", after)}


def test_what_is_said_without_a_key_result_speaks_of_the_goal() -> None:
    said = {"status": "at_risk", "note": "x"}
    assert written({FILE: P50}, "", said) == {LOG: f"{HEADER}2026-11-16,,,,at_risk,x,,,\n"}


def test_a_key_result_without_an_id_is_checked_in_in_the_file_even_beside_a_log() -> None:
    files = {FILE: OTHERS, LOG: HEADER}
    assert list(written(files, "8", {"value": "3"})) == [FILE]


def test_current_is_written_anew_and_the_note_on_its_old_value_goes() -> None:
    after = written({FILE: OTHERS}, "now", {"value": "4"})
    assert after == {FILE: OTHERS.replace("current: 3, note: old", "current: 4")}
    after = written({FILE: OTHERS}, "now", {"value": "4", "note": "new"}, dated=True)
    assert after == {FILE: OTHERS.replace("3, note: old", "4, checked: 2026-11-16, note: new")}


def test_a_named_day_is_kept_with_current_and_must_not_be_older() -> None:
    goal = OTHERS.replace("current: 3", "current: 3, checked: 2026-11-17")
    with pytest.raises(RefusedError, match="is of 2026-11-17, later than 2026-11-16"):
        written({FILE: goal}, "now", {"value": "4"})


@pytest.mark.parametrize(
    ("name", "step", "old", "new"),
    [
        ("steps", "2", "{title: Two}", "{title: Two, done: 2026-11-16}"),
        ("steps", "two", "{title: Two}", "{title: Two, done: 2026-11-16}"),
        ("steps", "Two and", "half}", "half, done: 2026-11-16}"),
        ("switch", "", "binary:\n", "binary: {done: 2026-11-16}\n"),
    ],
)
def test_what_is_done_gets_its_day(name: str, step: str, old: str, new: str) -> None:
    assert written({FILE: OTHERS}, name, {"value": "done"}, step=step) == {FILE: OTHERS.replace(old, new, 1)}


@pytest.mark.parametrize(
    ("name", "said", "step", "message"),
    [
        ("steps", {"value": "done"}, "", "2 milestones that are not done"),
        ("steps", {"value": "done"}, "1", "milestone 1 is done already"),
        ("steps", {"value": "done"}, "tree", "no one milestone"),
        ("steps", {"value": "3"}, "", "takes done"),
        ("switched", {"value": "done"}, "", "is done already"),
        ("zone", {"value": "comit"}, "", 'value is "comit", must be fail, commit'),
        ("hand", {"value": "3"}, "", "goes from 0 to 1"),
        ("now", {"value": "a lot"}, "", "must be a number"),
        ("now", {"blocked": "x"}, "", "takes no blocked"),
        ("read", {"value": "3"}, "", "read from the KPI x"),
        ("hand", {"confidence": "7"}, "", "confidence is 7"),
        ("hand", {"status": "green"}, "", 'status is "green"'),
        ("hand", {"by": "a b"}, "", "by is"),
        ("hand", {"note": "a\0b"}, "", r"the note holds U\+0000"),
        ("hand", {"note": "\x1b[2J"}, "", r"the note holds U\+001B"),
        ("hand", {"note": "\udcff"}, "", r"the note holds U\+DCFF"),
        ("hand", {"note": "x" * 100_000}, "", "has 100000 characters"),
    ],
)
def test_what_cannot_be_said_is_refused(name: str, said: dict[str, str], step: str, message: str) -> None:
    with pytest.raises(RefusedError, match=message):
        written({FILE: OTHERS}, name, said, step=step)


@pytest.mark.parametrize("place", ["file", "log"])
def test_another_value_of_the_same_day_takes_a_word(place: str) -> None:
    row = "    checkins: [{date: 2026-11-16, value: 11, note: a}]\n"
    in_file = P50.replace(f"{METRIC}\n", f"{METRIC}\n{row}")
    in_log = f"{HEADER}2026-11-16,p50,11,,,a,,,\n"
    files = {FILE: in_file} if place == "file" else {FILE: P50, LOG: in_log}
    with pytest.raises(OccupiedError, match="has the value 11 already"):
        written(files, "p50", {"value": "9.5"})
    after = written(files, "p50", {"value": "9.5"}, replace=True)
    path, before = (FILE, in_file) if place == "file" else (LOG, in_log)
    assert after == {path: before.replace("11,", "9.5,").replace("2026-9.5,16", "2026-11-16")}


def test_what_a_row_of_the_day_does_not_say_yet_is_added_to_it() -> None:
    log = f"{HEADER}2026-11-16,p50,11,,,,,,\n"
    assert written({FILE: P50, LOG: log}, "p50", {"value": "11", "note": "a, b"}) == {
        LOG: f'{HEADER}2026-11-16,p50,11,,,"a, b",,,\n'
    }
    assert patches({FILE: P50, LOG: log}, "p50", {"value": "11"}) == ()


def test_a_log_without_the_column_is_not_widened() -> None:
    with pytest.raises(RefusedError, match='has no column "note"'):
        written({FILE: P50, LOG: "date,kr,value\n"}, "p50", {"note": "x"})


def test_a_log_that_cannot_be_read_is_left_alone() -> None:
    with pytest.raises(RefusedError, match="cannot be read"):
        written({FILE: P50, LOG: 'date,kr,value\n"'}, "p50", {"value": "1"})


NOTES = st.text(st.sampled_from(list("ab-:#'\"{}[],|>&*!%@`=+;\\~?好，：。 \n\t")), max_size=12)
STYLES = ("block", "flow", "none", "empty", "log", "current")


def authored(style: str, end: str, has_mark: bool) -> dict[str, bytes]:
    """The goal as somebody wrote it, in one of several habits."""
    more = {
        "block": "    checkins:\n    # weekly\n    - date: 2026-11-09\n      value: 11\n",
        "flow": "    checkins: [ {date: 2026-11-09,value: 11} ]  # all\n",
        "empty": "    checkins:\n",
        "current": "    current: 11   # now\n",
    }
    goal = P50.replace(f"{METRIC}\n", f"{METRIC}\n{more.get(style, '')}")
    files = {FILE: goal} | ({LOG: f"{HEADER}2026-11-09,p50,11,,,,,,"} if style == "log" else {})
    mark = "\ufeff" if has_mark else ""
    return {path: (mark + text.replace("\n", end)).encode() for path, text in files.items()}


@given(
    style=st.sampled_from(STYLES),
    end=st.sampled_from(["\n", "\r\n"]),
    has_mark=st.booleans(),
    value=st.sampled_from(["9.5", "-4", "1,234", "3.5k", "12 min", "９"]),
    confidence=st.sampled_from(["", "0.7", "7/10"]),
    note=NOTES,
)
def test_what_is_read_back_is_what_was_said_and_every_other_byte_stays(
    style: str, end: str, has_mark: bool, value: str, confidence: str, note: str
) -> None:
    files = authored(style, end, has_mark)
    said = {"value": value, "confidence": confidence, "note": note}
    after = {**files}
    for one in patches(files, "p50", said):
        after[one.path] = one.after
        if style == "current":  # the line that says it changes, and no other
            old = [line for line in one.before.split(b"\n") if b"current" not in line]
            assert old == [line for line in one.after.split(b"\n") if line in old]
        else:
            assert _shared(one.before, one.after) == len(one.before)
    result = read_back(after, "p50")
    numbers = {"9.5": 9.5, "-4": -4.0, "1,234": 1234.0, "3.5k": 3500.0, "12 min": 12.0, "９": 9.0}
    number, sure = numbers[value], 0.7 if confidence else None
    text = " ".join(note.split())
    if style == "current":
        assert result.current is not None
        assert (result.current.value, result.current.confidence, result.current.note) == (number, sure, text)
    else:
        expected = text.replace(";=", "; =").replace(";+", "; +")
        expected = expected.replace(";-", "; -").replace(";@", "; @")
        assert result.checkins[-1] == CheckIn(DAY, number, sure, None, expected)
        assert [one.value for one in result.checkins[:-1]] == ([] if style in ("none", "empty") else [11.0])


def _shared(before: bytes, after: bytes) -> int:
    """How many bytes two files share at their beginnings and ends."""
    most = min(len(before), len(after))
    first = next((n for n in range(most) if before[n] != after[n]), most)
    last = next((n for n in range(most - first) if before[-1 - n] != after[-1 - n]), most - first)
    return first + last
