"""Which record of one state is which of another: by id, by alias, by content.

Both directions give the same pairs, and ten thousand goals that all moved are matched in seconds: two that
have nothing rare in common are not compared.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import NamedTuple

from goalsite.core.values import replace
from goalsite.model.records import Common, Kpi, Objective, Team

Pairs = dict[str, str]
"""The id before -> the id after."""

_ALIKE = 0.5
"""From here on two records with different ids are one that was renamed."""
_KEPT = 1 / 3
"""So much of its text and half of its parts are enough, where even the title was made anew."""
_RARE = 8
"""How many records may share a sign for it to bring two together."""
_LINES = 200
"""So many lines of a text are looked at."""


_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)


class Signs(NamedTuple):
    """What tells one record from another: words of its title, its parts, lines of its text."""

    title: frozenset[str]
    parts: frozenset[str]
    lines: frozenset[str]


def matched(before: Mapping[str, Common], after: Mapping[str, Common]) -> Pairs:
    """The records that are on both sides, whatever they are called there."""
    pairs = {name: name for name in before if name in after}
    gone = {name: one for name, one in before.items() if name not in pairs}
    new = {name: one for name, one in after.items() if name not in pairs}
    for step in (_by_alias, partial(_by_key, _content), _by_likeness):
        if gone and new:
            found = step(gone, new)
            pairs |= found
            gone = {name: one for name, one in gone.items() if name not in found}
            taken = set(found.values())
            new = {name: one for name, one in new.items() if name not in taken}
    return pairs


def _by_alias(gone: Mapping[str, Common], new: Mapping[str, Common]) -> Pairs:
    """Those of which one side says that the other's id is a name of its own."""
    named = {alias: one.id for one in sorted(new.values(), key=_id) for alias in one.aliases}
    found = {name: named[name] for name in sorted(gone) if name in named}
    back = {alias: one.id for one in sorted(gone.values(), key=_id) for alias in one.aliases if alias in new}
    found |= {name: alias for alias, name in back.items() if name not in found}
    return each_once(found.items())


def _id(record: Common) -> str:
    return record.id


def each_once(pairs: Iterable[tuple[str, str]]) -> Pairs:
    """The first of the pairs that claim the same record."""
    found: Pairs = {}
    taken = set[str]()
    for name, other in pairs:
        if name not in found and other not in taken:
            found[name] = other
            taken.add(other)
    return found


def _by_key(
    key: Callable[[Common], Hashable], gone: Mapping[str, Common], new: Mapping[str, Common]
) -> Pairs:
    """Those with the same key; of several those whose files have the same name, then in their order."""
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for name, record in sorted(new.items()):
        groups[key(record)].append(name)
    own: dict[Hashable, list[str]] = defaultdict(list)
    for name, record in sorted(gone.items()):
        own[key(record)].append(name)
    found: Pairs = {}
    for group, names in own.items():
        others = groups.get(group, [])
        by_end = {_end(other): other for other in others} if others else {}
        ends = {name: by_end[_end(name)] for name in names if _end(name) in by_end}
        same = each_once(ends.items())
        taken = set(same.values())
        rest = (name for name in names if name not in same)
        found |= same | dict(zip(rest, (other for other in others if other not in taken), strict=False))
    return found


def _end(name: str) -> str:
    return name.rpartition("/")[2]


def _content(record: Common) -> Hashable:
    """All that a file says but for what follows from its place, and for where in it that stands."""
    if isinstance(record, Objective):
        results = tuple(replace(result, marks=_NOWHERE) for result in record.key_results)
        record = replace(record, cycle="", key_results=results)
    elif isinstance(record, Team):
        record = replace(record, parent=None)
    return replace(record, id="", path="", team="", person=None, marks=_NOWHERE)


_NOWHERE = None
"""In place of the places of values, which are no mapping then and can be hashed."""


def words(title: str) -> frozenset[str]:
    """The words of a title in one case; a Chinese or Japanese character is a word."""
    return frozenset(_WORD.findall(unicodedata.normalize("NFKC", title).casefold()))


def signs(record: Common) -> Signs:
    """The signs of a record."""
    parts = frozenset[str]()
    if isinstance(record, Objective):
        parts = frozenset(result.title for result in record.key_results)
    elif isinstance(record, Kpi):
        parts = frozenset(filter(None, (record.definition, record.source)))
    lines = (line.strip() for line in record.body.split("\n", _LINES)[:_LINES])
    return Signs(words(record.title), parts, frozenset(filter(None, lines)))


def _by_likeness(gone: Mapping[str, Common], new: Mapping[str, Common]) -> Pairs:
    """The most alike, the best pair first."""
    own = {name: (type(one), signs(one)) for name, one in gone.items()}
    others = {name: (type(one), signs(one)) for name, one in new.items()}
    found: list[tuple[float, list[str], str, str]] = []
    for name, other in _with_something_rare(own, others):
        (kind, mine), (other_kind, its) = own[name], others[other]
        if kind is other_kind and _is_alike(mine, its):
            found.append((-likeness(mine, its), sorted((name, other)), name, other))
    return each_once((name, other) for _, _, name, other in sorted(found))


def _with_something_rare(
    own: Mapping[str, tuple[type, Signs]], others: Mapping[str, tuple[type, Signs]]
) -> set[tuple[str, str]]:
    """The pairs that share a sign that few have."""
    having: dict[tuple[int, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for side, records in enumerate((own, others)):
        for name, (_, its) in records.items():
            for at, kind in enumerate(its):
                for sign in kind:
                    having[at, sign][side].append(name)
    return {
        (name, other)
        for mine, its in having.values()
        if len(mine) + len(its) <= _RARE
        for name in mine
        for other in its
    }


def _is_alike(one: Signs, other: Signs) -> bool:
    if likeness(one, other) >= _ALIKE:
        return True
    return shared(one.parts, other.parts) >= _ALIKE and shared(one.lines, other.lines) >= _KEPT


def likeness(one: Signs, other: Signs) -> float:
    """How alike two records are, 0…1: their titles count as much as all else together."""
    shares = [(2.0, shared(one.title, other.title))]
    shares += [(1.0, shared(a, b)) for a, b in zip(one[1:], other[1:], strict=True) if a or b]
    return math.fsum(weight * share for weight, share in shares) / math.fsum(weight for weight, _ in shares)


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of two sets is in both, 0…1."""
    return len(one & other) / len(one | other) if one or other else 0.0
