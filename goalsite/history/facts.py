"""The bytes of one version of a goal's file -> what it says, field by field.

Numbers, days and names are read as the model reads them: `5`, `5.0` and `"5"` are one fact. What a reader of
the model's cannot read is a fact as it is written.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from goalsite.core.names import fault_in_id, fold_handle, nfc
from goalsite.history.blocks import blocks, is_part
from goalsite.history.parts import (
    Facts,
    Result,
    Said,
    initiative_facts,
    of_result,
    plain,
    read_result,
    step_name,
    target_facts,
    written,
)
from goalsite.history.records import Fact, Part
from goalsite.model import units
from goalsite.model.amounts import Unit
from goalsite.model.files import SHAPES
from goalsite.model.outline import KINDS
from goalsite.model.shapes import Reading
from goalsite.source.decode import DOCUMENT_BYTES, decode
from goalsite.source.frontmatter import mapping, split
from goalsite.source.nodes import Mapping, Scalar

_DEFAULTS: dict[str, dict[str, Fact]] = {
    "objective": {"status": "active", "commitment": "aspirational", "weight": 1.0},
    "kpi": {"direction": "higher", "aggregate": "last"},
}
_ASIDE = frozenset(
    ("aliases", "checkins", "key_results", "kind", "links", "lint", "retro", "reviews", "series", "source")
)
"""Keys that are no facts of a goal: they have days of their own, or say nothing of it."""


_PEOPLE = frozenset(("by", "contributors", "lead", "members", "owner"))


class Version(NamedTuple):
    """What has to be known of every version: the `id` it gives itself, if any, its aliases, what its key
    results say now, and which steps are done since nobody says when: (key result, milestone)."""

    id: str = ""
    aliases: tuple[str, ...] = ()
    said: tuple[tuple[str, Said], ...] = ()
    done: tuple[tuple[str, str], ...] = ()


Differences = tuple[tuple[Part, str, Fact, Fact], ...]
"""Parts and fields with what was said of them before and after."""


class Read(NamedTuple):
    """One version, read."""

    version: Version
    facts: Facts


class _Block(NamedTuple):
    """What one block says: facts, the id and aliases of the goal, its key results."""

    facts: Facts
    name: str
    aliases: tuple[str, ...]
    results: tuple[Result, ...]


class Reader:
    """Reads the versions of one file, one after another."""

    def __init__(self) -> None:
        self._nodes: dict[str, Mapping] = {}
        self._known: dict[str, _Block] = {}
        self._how = "", ""

    def read(self, data: bytes, kind_by_place: str) -> Read | None:
        """What a version says; None where it cannot be read. `kind_by_place` is what the file is where it
        does not say so."""
        text, _ = decode(data, "") if len(data) <= DOCUMENT_BYTES else (None, ())
        if text is None:
            return None
        parts = split(text)
        if not parts.closed:
            return None
        nodes = self._mappings(parts.front) if parts.front is not None else {}
        if nodes is None:
            return None
        kind = _kind(nodes, kind_by_place if parts.front is not None else "page")
        unit = _scalar(nodes, "unit") if kind == "kpi" else ""
        known = self._known if self._how == (kind, unit) else {}
        self._how = kind, unit
        self._known = {block: known.get(block) or _block(nodes[block], kind, unit) for block in nodes}
        return _assembled(self._known.values(), kind, parts.body)

    def _mappings(self, front: str) -> dict[str, Mapping] | None:
        """The front matter's blocks with what they say; None where it cannot be read."""
        known, self._nodes = self._nodes, {}
        keys: dict[str, bool] = {}  # those seen, and whether in a part of the list
        for block in blocks(front):
            node = known[block] if block in known else _by_itself(block)
            if node is None or block in self._nodes:
                return _as_one(front)
            in_list = is_part(block)
            for key, _ in node.items:
                if key.text in keys and not (in_list and keys[key.text]):
                    return _as_one(front)
                keys[key.text] = in_list
            self._nodes[block] = node
        return self._nodes


def _by_itself(block: str) -> Mapping | None:
    """What a block says; None if it cannot be read without the others, or not without a fault."""
    node, found = mapping(block, "", "S036", 2)
    return None if found else node


def _as_one(front: str) -> dict[str, Mapping] | None:
    """The front matter as one block."""
    node, _ = mapping(front, "", "S036", 2)
    return None if node is None else {front: node}


def _kind(nodes: dict[str, Mapping], kind_by_place: str) -> str:
    said = _scalar(nodes, "kind")
    return said if said in KINDS else kind_by_place


def _scalar(nodes: dict[str, Mapping], key: str) -> str:
    for node in nodes.values():
        for name, value in node.items:
            if name.text == key and isinstance(value, Scalar) and not value.is_null:
                return value.text
    return ""


def _block(node: Mapping, kind: str, unit: str) -> _Block:
    """What one block of front matter says."""
    reading, shape = Reading(""), SHAPES[kind]
    values = shape.read(node, reading) or units.EMPTY
    facts: Facts = {}
    for key, value in values.pairs:
        field = key.text
        if field in _ASIDE or field not in values.marks:
            continue
        said = values.get(field)
        if said is None:
            facts[(), field] = written(value)
        elif field == "targets":
            facts |= target_facts(said, Unit(unit, reading))
        elif field == "initiatives":
            facts |= initiative_facts(said)
        else:
            facts[(), field] = plain(said)
    results = tuple(read_result(one, reading) for one in values.get("key_results", ()))
    for result in results:
        if result.name:
            facts |= of_result(result, result.name)
    name = nfc(values.get("id", "")) if kind in ("objective", "kpi") else ""
    aliases = tuple(nfc(alias) for alias in values.get("aliases", ()))
    return _Block(facts, "" if fault_in_id(name) else name, aliases, results)


def _assembled(read: Collection[_Block], kind: str, body: str) -> Read:
    """What the blocks of a version say together; of what is said twice the first counts."""
    facts: Facts = {}
    for block in read:
        if facts.keys().isdisjoint(block.facts):
            facts |= block.facts
        else:
            facts = block.facts | facts
    for field, default in _DEFAULTS.get(kind, {}).items():
        facts.setdefault(((), field), default)
    if ((), "title") not in facts and (heading := units.first_heading(body)):
        facts[(), "title"] = heading
    said: dict[str, Said] = {}
    done: dict[tuple[str, str], None] = {}
    results = [result for block in read for result in block.results]
    for position, result in enumerate(results, 1):
        if not result.name:
            facts |= of_result(result, str(position))
        elif result.said:
            said.setdefault(result.name, result.said)
        if result.done:
            name = step_name(result.name, result.title or str(position))
            done |= dict.fromkeys((name, step) for step in result.done)
    names = [block.name for block in read if block.name]
    aliases = tuple([alias for block in read for alias in block.aliases])
    return Read(Version(names[0] if names else "", aliases, tuple(said.items()), tuple(done)), facts)


def differences(before: Facts, after: Facts) -> Differences:
    """What another version says of which part and field, and what it said before; of a part that came or
    went only that."""
    found = []
    for one in [one for one, said in after.items() if before.get(one) != said]:  # few, and found fast
        (part, field), earlier, said = one, before.get(one), after[one]
        if part and (part, "") not in before and field:
            continue
        if field in _PEOPLE and _folded(earlier) == _folded(said):
            continue
        if field or earlier is None:
            found.append((part, field, earlier, said))
    for part, field in [one for one in before if one not in after]:
        if not part or (part, "") in after or not field:
            found.append((part, field, before[part, field], None))
    return tuple(found)


def _folded(said: Fact) -> set[str]:
    """The people that are meant, who are the same in any case."""
    entries = said if isinstance(said, tuple) else () if said is None else (said,)
    return {fold_handle(str(one)) for one in entries}
