"""An objective that goes on -> the file of its continuation in another cycle.

It says what the objective says, but for what belongs to the time that is over: check-ins, scores, days, what
is done already. Every baseline is the value that was reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from goalsite.edit.document import source
from goalsite.edit.meaning import meaning
from goalsite.edit.nodes import front_of, items_at
from goalsite.edit.patch import FilePatch
from goalsite.edit.writing import written, written_key
from goalsite.model.records import Objective
from goalsite.source.decode import plain_lines
from goalsite.source.frontmatter import split
from goalsite.source.tree import Tree

_OF_ITS_TIME = (
    "id", "aliases", "cycle", "status", "closed", "outcome", "replaced_by", "start", "due", "score", "retro",
    "reviews", "checkins", "continues", "key_results",
)  # fmt: skip
_OF_A_RESULTS_TIME = (
    "status", "replaced_by", "on", "reason", "start", "due", "score", "plan", "checkins", "current",
    "confidence", "reported", "note", "checked",
)  # fmt: skip

Said = dict[str, Any]
"""What a mapping of the front matter says, by key."""


def carried_over(
    tree: Tree, goal: Objective, reached: Mapping[str, str], path: str, new_keys: Mapping[str, str]
) -> FilePatch:
    """The patch that makes the file at `path`, which continues `goal`.

    `reached` has the key results that go on, each with its last value or empty; `new_keys` are an `id` or a
    `cycle` that its place does not say.
    """
    data = tree.read(goal.path)
    front = front_of(data, goal.path)
    said = {key: value for key, value in meaning(front) if key not in _OF_ITS_TIME and value is not None}
    if "initiatives" in said:
        said["initiatives"] = _open(said["initiatives"])
    lines = [_line(key, value) for key, value in {**new_keys, **said}.items() if value not in ([], None)]
    lines.append(_line("continues", [goal.id]))
    results = [_result(item, goal, reached) for item in items_at(front, ("key_results",))]
    if kept := [one for one in results if one]:
        lines += ["key_results:", *(line for one in kept for line in _block(one))]
    there = source(data, goal.path)
    body = split(plain_lines(data.decode())).body if there else ""
    text = "\n".join(["---", *lines, "---", body])
    return FilePatch(path, b"", text.encode(), is_new=True)


def _result(item: Any, goal: Objective, reached: Mapping[str, str]) -> Said:
    """What a key result says in the next cycle; nothing where it does not go on."""
    result = next((one for one in goal.key_results if one.mark == item.mark), None)
    if result is None or result.id not in reached:
        return {}
    pairs = meaning(item)
    said: Said = {key: value for key, value in pairs if key not in _OF_A_RESULTS_TIME}
    if "milestones" in said:
        said["milestones"] = [_without(step, "due") for step in _open(said["milestones"])]
    if "metric" in said and reached[result.id]:
        said["metric"] = tuple(_rebased(dict(said["metric"]), reached[result.id]).items())
    return said


def _open(steps: Any) -> list[Any]:
    """Those of a list that are not done; what is no list or no mapping there is told by others."""
    listed = steps if isinstance(steps, list) else []
    return [one for one in listed if not (isinstance(one, tuple) and dict(one).get("done"))]


def _without(step: Any, key: str) -> Any:
    return tuple(pair for pair in step if pair[0] != key) if isinstance(step, tuple) else step


def _rebased(metric: Said, value: str) -> Said:
    """The metric from the value that was reached on; one with levels keeps the baseline they follow."""
    if "levels" in metric or "over" in metric:
        return metric
    order = [key for key in metric if key != "baseline"]
    at = order.index("target") if "target" in order else len(order)
    order.insert(at, "baseline")
    return {key: value if key == "baseline" else metric[key] for key in order}


def _line(key: str, value: Any) -> str:
    return f"{written_key(key, False)}: {written(_plain(value), False)}".rstrip()


def _block(said: Said) -> Iterator[str]:
    for number, (key, value) in enumerate(said.items()):
        yield f"  {'  ' if number else '- '}{_line(key, value)}"


def _plain(value: Any) -> Any:
    """A meaning as a value to write."""
    if isinstance(value, tuple):
        return {key: _plain(inner) for key, inner in value}
    return [_plain(one) for one in value] if isinstance(value, list) else value
