"""Tags: which goals have them, and where the page of each lies.

A tag is free text. Two that differ only in case, width or the spaces around them are one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from msgspec import Struct

from goalsite.core.names import fault_in_id, folded, id_from_path
from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk, once
from goalsite.pages.elements import Link, site_href

TAGS_PATH = "tags/"
_HASHED = re.compile(r"-[0-9a-f]{16}")
_SHOWN = 40  # characters of a tag in the name of a folder that needs a hash


class Tag(Struct, frozen=True):
    """A tag as it is written most often, the ids of what has it, objectives first, and all tags that these
    have, as they are written."""

    name: str
    path: str
    goals: tuple[str, ...]
    beside: tuple[str, ...]


def tag_link(tag: str) -> Link:
    """The link to the page of a tag."""
    return Link(tag, site_href(tag_path(tag)))


def tag_links(tags: tuple[str, ...]) -> tuple[Link, ...]:
    """The links to the pages of a goal's tags, each once."""
    return tuple({_key(tag): tag_link(tag) for tag in tags if _key(tag)}.values())


def tag_path(tag: str) -> str:
    """Where the page of a tag lies: under its own name if that can be a folder, else with a hash behind it.

    A name that looks as if it had such a hash gets one, too, so that no tag can take another's place.
    """
    key = _key(tag)
    if "/" in key or fault_in_id(key) or _HASHED.fullmatch(key[-17:]):
        name = id_from_path(key).replace("/", "-").strip("-._")[:_SHOWN]
        key = f"{name or 'tag'}-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    return f"{TAGS_PATH}{key}/"


@once
def tags_in_use(desk: Desk) -> dict[str, Tag]:
    """Every tag of an objective or KPI, from A to Z, by where its page lies."""
    written: dict[str, Counter[str]] = {}
    tagged: dict[str, list[str]] = {}
    beside: dict[str, set[str]] = {}
    for goal in desk.goals:
        for key, tag in _keys(goal):
            written.setdefault(key, Counter())[tag] += 1
            tagged.setdefault(key, []).append(goal.id)
            beside.setdefault(key, set()).update(goal.tags)
    found = []
    for key, names in written.items():
        name = min(names, key=lambda name: (-names[name], name))
        found.append(Tag(name, tag_path(name), tuple(tagged[key]), tuple(sorted(beside[key]))))
    found.sort(key=lambda tag: (desk.language.sort_key(tag.name), tag.path))
    return {tag.path: tag for tag in found}


def tag_count(desk: Desk, tag: Tag) -> str:
    """How many objectives and KPIs have it, in words."""
    return desk.language.plural("%(n)s goal", "%(n)s goals", len(tag.goals))


def _keys(goal: Objective | Kpi) -> Iterator[tuple[str, str]]:
    """The tags of a goal, each once: in the form in which they are compared, and as they are written."""
    seen: dict[str, str] = {}
    for tag in goal.tags:
        seen.setdefault(_key(tag), tag)
    return ((key, tag) for key, tag in seen.items() if key)


def _key(tag: str) -> str:
    """What all writings of a tag have in common."""
    return folded(unicodedata.normalize("NFKC", tag).strip())
