"""Whatever layout an author chose: each command's edit says what was wanted and touches no other line."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from goalsite.core.config import Config
from goalsite.edit.checkin import check_in
from goalsite.edit.closing import Ending, close
from goalsite.edit.confirming import answered
from goalsite.edit.entries import Entry
from goalsite.edit.goals import corpus_of_goal
from goalsite.edit.leaving import drop, replace
from goalsite.edit.meaning import meaning
from goalsite.edit.nodes import front_of, node_at
from goalsite.edit.patch import FilePatch
from goalsite.edit.points import add_point
from goalsite.model.records import Kpi, Objective
from goalsite.source.tree import MemoryTree
from tests.edit.layouts import Said, files

FILE, LOG, DAY = "goals/2026-Q4/builds.md", "goals/2026-Q4/builds.checkins.csv", date(2026, 11, 16)
HEADER = "date,kr,value,confidence,status,note,blocked,next,by\n"
GOAL: Said = {
    "title": "Every engineer trusts a green build",
    "status": "active",
    "retro": {"learned": "a lot"},
    "depends_on": [{"goal": "runners", "note": "soon"}, {"goal": "network"}],
    "reviews": [{"date": "2026-11-02", "by": "sam", "text": "good, so far"}],
    "key_results": [
        {"id": "p50", "title": "Median", "metric": {"unit": "min", "baseline": "14", "target": "5"}},
        {"id": "now", "metric": {"target": "5"}, "current": "3", "note": "old", "description": "a\nb: c\n"},
        {
            "id": "kept",
            "metric": {"unit": "%", "target": "50"},
            "checkins": [{"date": "2026-11-02", "value": "10", "note": "x, y"}, {"date": DAY, "value": "20"}],
        },
        {"id": "steps", "milestones": [{"title": "One", "due": "2026-12-01"}, {"title": "Two"}]},
        {"id": "switch", "binary": ""},
        {"id": "hand", "checkins": []},
    ],
}


def plain(said: Any) -> Any:
    """What a document says, in dictionaries and lists of texts; what says nothing is an empty text."""
    if isinstance(said, tuple):
        return {key: plain(value) for key, value in said}
    if isinstance(said, list):
        return [plain(one) for one in said]
    return "" if said is None else said


def says(data: bytes, path: str = FILE) -> Any:
    """What a file's front matter says."""
    return plain(meaning(front_of(data, path)))


def of_goal(data: bytes) -> tuple[MemoryTree, Objective]:
    """The files with the goal, and the goal as the model reads it."""
    tree = MemoryTree({FILE: data})
    goal, _ = corpus_of_goal(tree, Config(), "builds")
    assert isinstance(goal, Objective)
    return tree, goal


def as_said(said: Any) -> Any:
    """The same with every value as the text that is read."""
    if isinstance(said, Mapping):
        return {key: as_said(value) for key, value in said.items()}
    return [as_said(one) for one in said] if isinstance(said, list) else str(said)


@st.composite
def some(draw: Any) -> Said:
    """A goal that says some of it, at least one key result; keys and key results in any order."""
    said: Said = as_said(GOAL)
    for key in ("status", "retro", "depends_on", "reviews"):
        if draw(st.booleans()):
            del said[key]
    results = draw(st.permutations(said["key_results"]))
    said["key_results"] = [
        {key: one[key] for key in ("id", *draw(st.permutations([key for key in one if key != "id"])))}
        for one in results[: draw(st.integers(1, len(results)))]
    ]
    return said


def only(
    data: bytes, patch: FilePatch, expected: Any, respelt: tuple[str, ...] = (), path: str = FILE
) -> None:
    """The patch makes the file say what is expected; every line stays, but for what is put into one, and for
    lines that hold one of the keys that are `respelt`."""
    assert says(patch.after, path) == expected
    assert patch.before == data
    assert patch.after.startswith(b"\xef\xbb\xbf") == data.startswith(b"\xef\xbb\xbf")
    assert patch.after.count(b"\n") in (
        patch.after.count(b"\r\n"),
        patch.after.count(b"\n") * (b"\r" not in data),
    )
    new = iter(patch.after.decode().split("\n"))
    for line in data.decode().split("\n"):
        kept = any(_grown(line, one) or _respelt(line, one, respelt) for one in new)
        assert kept, f"{line!r} is gone, or out of its place, in\n{patch.after.decode()}"


def _grown(old: str, new: str) -> bool:
    """Whether a line is the old one, perhaps with something put into it."""
    characters = iter(new)
    is_longer = old.partition(":")[0] == new.partition(":")[0] and all(one in characters for one in old)
    return old == new or (":" in old and not old.lstrip().startswith("#") and is_longer)


def _respelt(old: str, new: str, keys: tuple[str, ...]) -> bool:
    return old.partition(":")[0] == new.partition(":")[0] and any(f"{key}:" in old for key in keys)


DRAWN = settings(max_examples=150)
WHY = "ill, all of us"


@DRAWN
@given(st.data())
def test_a_goal_is_closed(data: Any) -> None:
    said = data.draw(some())
    text = data.draw(files(said))
    tree, goal = of_goal(text)
    scored = [one["id"] for one in said["key_results"]]
    scored = scored[data.draw(st.integers(0, len(scored))) :]
    patch = close(tree, goal, Ending(DAY, "partly", dict.fromkeys(scored, "0.4"), WHY, "keep"))
    results = [one | ({"score": "0.4"} if one["id"] in scored else {}) for one in said["key_results"]]
    retro = said.get("retro", {}) | {"root_cause": WHY, "decision": "keep"}
    ends = {"status": "closed", "closed": str(DAY), "outcome": "partly", "retro": retro}
    only(text, patch, said | {"key_results": results} | ends, ("status",))


@DRAWN
@given(st.data(), st.booleans())
def test_a_goal_is_dropped_or_replaced(data: Any, is_dropped: bool) -> None:
    said = data.draw(some())
    text = data.draw(files(said))
    tree, goal = of_goal(text)
    patch = drop(tree, goal, None, DAY, WHY) if is_dropped else replace(tree, goal, None, "other", DAY, WHY)
    decision = {"root_cause": WHY, "decision": "abandon" if is_dropped else "modify"}
    ends = {"status": "closed", "closed": str(DAY), "outcome": "dropped" if is_dropped else "replaced"}
    ends |= {} if is_dropped else {"replaced_by": "other"}
    only(text, patch, said | ends | {"retro": said.get("retro", {}) | decision}, ("status",))


@DRAWN
@given(st.data(), st.booleans())
def test_a_key_result_is_dropped_or_replaced_by_a_new_one(data: Any, is_dropped: bool) -> None:
    said = data.draw(some())
    text = data.draw(files(said))
    tree, goal = of_goal(text)
    at = data.draw(st.integers(0, len(said["key_results"]) - 1))
    if is_dropped:
        patch = drop(tree, goal, goal.key_results[at], DAY, WHY)
        new, fresh = {"status": "dropped", "on": str(DAY), "reason": WHY}, []
    else:
        metric = {"unit": "min", "target": "5"}
        patch = replace(
            tree, goal, goal.key_results[at], "mean", DAY, WHY, {"title": "Mean", "metric": metric}
        )
        new, fresh = (
            {"replaced_by": "mean", "on": str(DAY), "reason": WHY},
            [{"id": "mean", "title": "Mean", "metric": metric}],
        )
    results = [one | (new if number == at else {}) for number, one in enumerate(said["key_results"])]
    only(text, patch, said | {"key_results": [*results, *fresh]})


@DRAWN
@given(st.data())
def test_a_key_result_is_checked_in(data: Any) -> None:
    said = data.draw(some())
    text = data.draw(files(said))
    tree, goal = of_goal(text)
    at = data.draw(st.integers(0, len(said["key_results"]) - 1))
    before = said["key_results"][at]
    value = "done" if before["id"] in ("steps", "switch") else "0.5"
    entry = Entry(DAY, {"value": value, "confidence": "0.6"}, step="Two" if value == "done" else "")
    made = {one.path: one for one in check_in(tree, goal, goal.key_results[at], entry, replace=True)}
    after = deepcopy(said)
    there = after["key_results"][at]
    if before["id"] == "now":
        there |= {"current": "0.5", "confidence": "0.6"}
        del there["note"]
    elif before["id"] == "kept":
        there["checkins"][1] |= {"value": "0.5", "confidence": "0.6"}
    elif before["id"] == "steps":
        there["milestones"][1] |= {"done": str(DAY)}
    elif before["id"] == "switch":
        there["binary"] = {"done": str(DAY)}
    if before["id"] not in ("now", "kept"):
        row = f"{DAY},{before['id']},{'' if value == 'done' else value},0.6,,,,,\n"
        assert made.pop(LOG).after.decode() == HEADER + row
    if before["id"] == "now":
        gone = text.decode().replace("note: old", "")
        assert says(made[FILE].after) == after
        assert len(gone.split("\n")) <= len(made[FILE].after.decode().split("\n")) + 1
    elif after != said:
        only(text, made[FILE], after, ("value",))
    else:
        assert made == {}


@DRAWN
@given(st.data(), st.booleans())
def test_somebody_who_depends_on_a_goal_is_answered(data: Any, confirmed: bool) -> None:
    said = data.draw(some().filter(lambda one: "depends_on" in one))
    text = data.draw(files(said))
    at = data.draw(st.integers(0, 1))
    items: Any = node_at(front_of(text, FILE), ("depends_on", at))
    patch = answered(MemoryTree({FILE: text}), FILE, items.mark, confirmed=confirmed, note=WHY)
    answer = {"confirmed": "true" if confirmed else "false", "note": WHY}
    wanted = [one | (answer if number == at else {}) for number, one in enumerate(said["depends_on"])]
    only(text, patch, said | {"depends_on": wanted}, ("note",))


KPI: Said = {
    "title": "Up",
    "unit": "%",
    "targets": [{"from": "2026-01-01", "target": "99"}],
    "series": [["2026-11-02", "99.9"], ["2026-11-09", "98", "a, b"]],
}


@DRAWN
@given(st.data(), st.booleans())
def test_a_kpi_gets_a_point(data: Any, is_empty: bool) -> None:
    said = as_said(KPI | ({"series": []} if is_empty else {}))
    text, path = data.draw(files(said)), "goals/kpis/up.md"
    tree = MemoryTree({path: text})
    kpi, _ = corpus_of_goal(tree, Config(), "up")
    assert isinstance(kpi, Kpi)
    (patch,) = add_point(tree, kpi, Entry(DAY, {"value": "99.5", "note": WHY}))
    point = [str(DAY), "99.5", WHY]
    only(text, patch, said | {"series": [*said["series"], point]}, ("series",) if is_empty else (), path)
