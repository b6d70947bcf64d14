"""What a name in a file means: a goal, a key result, a person, a unit, a cycle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct

from goalsite.core.names import fold_handle, nfc
from goalsite.graph.resolve import GOALS, PLACES
from goalsite.lsp.workspace import State
from goalsite.model.names import Named, Namespace
from goalsite.model.outline import KINDS, kind_by_place
from goalsite.model.records import KeyResult, Objective

_KIND = re.compile(r"kind:[ \t]*[\"']?([a-z]+)")


class Meaning(Struct, frozen=True):
    """What is meant: `kind` is goal, result, person, unit or cycle; `id` of a result is its goal's."""

    kind: str
    id: str
    result: str = ""


def kinds_at(takes: str) -> tuple[str, ...]:
    """Which kinds of goal a place takes; `link` is a `[[…]]` in text."""
    return GOALS if takes == "link" else PLACES.get(takes, ())


def meaning(state: State, path: str, takes: str, written: str) -> Meaning | None:
    """What `written` means in the file at `path`, where it stands for `takes`; None for nothing."""
    text = written.strip()
    if not text:
        return None
    if takes in ("id", "result"):
        return _own(state, path, takes, text)
    if takes == "handle":
        handle = fold_handle(text)
        person = state.people.get(handle) or state.people.get(_resolved(state, "people", handle, ("person",)))
        return Meaning("person", person.id) if person else None
    if takes == "unit":
        named = state.names["units"].resolve(text, ("team",)) if "units" in state.names else None
        return Meaning("unit", named.id) if isinstance(named, Named) else None
    if takes == "cycle":
        return (
            Meaning("cycle", nfc(text)) if any(one.id == nfc(text) for one in state.corpus.cycles) else None
        )
    return _goal(state, path, takes, text)


def _goal(state: State, path: str, takes: str, text: str) -> Meaning | None:
    name, sharp, result = text.partition("#")
    goal = aimed(state, state.names.get("goals"), path, takes, name.strip())
    if goal is None:
        goal = nfc(name.strip()) if nfc(name.strip()) in state.goals else None  # of a file broken just now
    if goal is None:
        return None
    return Meaning("result", goal, result) if sharp and result else Meaning("goal", goal)


def aimed(state: State, names: Namespace | None, path: str, takes: str, name: str) -> str | None:
    """The id that a reference means among `names`, seen from the file at `path`."""
    record = state.records.get(path)
    folder = (state.inside(path) or "").rpartition("/")[0]
    named = names.resolve(name, kinds_at(takes), folder, record.team if record else "") if names else None
    return named.id if isinstance(named, Named) else None


def _own(state: State, path: str, takes: str, text: str) -> Meaning | None:
    """A name within the file's own goal: its id, or a key result's; in a log, of the goal beside it."""
    record = state.records.get(path.removesuffix(".checkins.csv") + ".md" if path.endswith(".csv") else path)
    if record is None or record.id not in state.goals:
        return None
    if takes == "id":
        return Meaning("goal", record.id)
    known = key_result(state, record.id, nfc(text))
    return Meaning("result", record.id, known.id) if known else None


def key_result(state: State, goal: str, result: str) -> KeyResult | None:
    """A key result of a goal."""
    found = state.goals.get(goal)
    results = found.key_results if isinstance(found, Objective) else ()
    return next((one for one in results if one.id == result), None)


def _resolved(state: State, namespace: str, name: str, kinds: tuple[str, ...]) -> str:
    named = state.names[namespace].resolve(name, kinds) if namespace in state.names else None
    return named.id if isinstance(named, Named) else ""


def kind_of(state: State, path: str, lines: Sequence[str]) -> str:
    """What kind of file a text is: `config`, `series`, `log`, a kind of goal file; empty for none of ours."""
    if path == state.config_path:
        return "config"
    inside = state.inside(path)
    if inside is None:
        return ""
    if inside.endswith(".csv"):
        return "log" if inside.endswith(".checkins.csv") else "series"
    if not inside.endswith(".md"):
        return ""
    has_front = bool(lines) and lines[0].rstrip() == "---"
    front = takewhile(lambda line: not line.startswith("---"), lines[1:]) if has_front else ()
    said = (match[1] for line in front if (match := _KIND.match(line)))
    return next((kind for kind in said if kind in KINDS), kind_by_place(inside, has_front))
