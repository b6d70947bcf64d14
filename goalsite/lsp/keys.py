"""Which keys may stand where, what each means and what its value names: the schemas, as an editor asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct, field

from goalsite.model.outline import KINDS
from goalsite.schemas.files import schema_of

ITEM = "[]"
"""The step of a path that leads into an entry of a list."""

_NAMES = {
    "objective": {
        "id": "id",
        "owner": "handle",
        "contributors": "handle",
        "cycle": "cycle",
        "team": "unit",
        "replaced_by": "replaced_by",
        "supports": "supports",
        "contributes": "contributes",
        "contributes.to": "contributes",
        "improves": "improves",
        "guards": "guards",
        "depends_on": "depends_on",
        "depends_on.goal": "depends_on",
        "depends_on.team": "unit",
        "same_as": "same_as",
        "continues": "continues",
        "initiatives.owner": "handle",
        "reviews.by": "handle",
        "checkins.by": "handle",
        "key_results.id": "result",
        "key_results.owner": "handle",
        "key_results.replaced_by": "result",
        "key_results.metric.kpi": "kpi",
        "key_results.maintain.kpi": "kpi",
        "key_results.checkins.by": "handle",
    },
    "kpi": {
        "id": "id",
        "owner": "handle",
        "team": "unit",
        "supports": "supports",
        "cascades_from.kpi": "cascades_from",
        "formula": "formula",
        "targets.period": "cycle",
    },
    "team": {"lead": "handle", "members": "handle"},
    "person": {"team": "unit"},
    "config": {"current_cycle": "cycle", "cycles.parent": "cycle"},
}
"""What the value of a key names, by the kind of file and the path of the key."""


class Key(Struct, frozen=True):
    """One key. `takes` says what its value names: a place of `graph.resolve.PLACES`, or `handle`, `unit`,
    `cycle`, `result` (a key result of the same objective), `id` (its own); empty for any other value.

    `words` are values it takes, each with its meaning; `keys` those of the mapping it holds; `many` whether
    it holds a list of all that.
    """

    meaning: str
    takes: str = ""
    words: tuple[tuple[str, str], ...] = ()
    keys: Mapping[str, Key] = field(default_factory=dict)
    many: bool = False


class Place(Struct, frozen=True):
    """Where a path leads: the key whose value stands there (None at the top), the keys that may stand there,
    and whether it is `within` the entries of the key's list, where that holds one."""

    key: Key | None
    keys: Mapping[str, Key]
    within: bool


@cache
def keys_of(kind: str) -> Mapping[str, Key]:
    """The keys of one kind of file (`objective` … `page`), or of the configuration (`config`)."""
    schema = schema_of(kind)
    keys = _keys(schema, schema.get("definitions", {}), _NAMES.get(kind, {}), "")
    if "kind" in keys:
        keys["kind"] = Key(keys["kind"].meaning, words=tuple((word, "") for word in KINDS))
    return keys


def place(keys: Mapping[str, Key], path: tuple[str, ...]) -> Place | None:
    """Where `path` leads from a mapping with `keys`; None where it leads nowhere."""
    key: Key | None = None
    within = True
    for step in path:
        if step == ITEM:
            if key is None or within:
                return None
            within = True
            continue
        known = key.keys if key else keys
        if not within or step not in known:
            return None
        key = known[step]
        within = not key.many
    inner = key.keys if key else keys
    return Place(key, inner if within else {}, within)


def _keys(schema: Any, definitions: Any, names: Mapping[str, str], above: str) -> dict[str, Key]:
    return {
        name: _key(one, definitions, names, f"{above}.{name}" if above else name)
        for name, one in schema.get("properties", {}).items()
    }


def _key(schema: Any, definitions: Any, names: Mapping[str, str], path: str) -> Key:
    items = schema.get("items")
    many = isinstance(items, dict)
    parts = list(_parts(items if many else schema, definitions))
    value = {name: said for part in parts for name, said in part.items()}
    return Key(
        meaning=schema.get("description", ""),
        takes=names.get(path, ""),
        words=_words(value, parts),
        keys=_keys(value, definitions, names, path),
        many=many,
    )


def _parts(schema: Any, definitions: Any) -> Iterator[Any]:
    """What a schema refers to, and last the schema itself, which narrows that."""
    name = schema.get("$ref", "").rpartition("/")[2]
    for part in (definitions.get(name), *schema.get("allOf", ())):
        if part:
            yield from _parts(part, definitions)
    yield schema


def _words(value: Any, parts: list[Any]) -> tuple[tuple[str, str], ...]:
    kinds = set(value.get("type", ())) - {"null"}
    if "enum" in value:
        words = value["enum"]
    elif kinds == {"boolean"}:
        words = ["true", "false"]
    else:  # a rhythm's examples are the words it takes; other examples only show the form
        words = value.get("examples", ()) if kinds == {"string"} else ()
    meanings: dict[str, str] = {}
    for part in parts:
        meanings |= zip(part.get("enum", ()), part.get("enumDescriptions", ()), strict=False)
    return tuple((word, meanings.get(word, "")) for word in words if isinstance(word, str))
