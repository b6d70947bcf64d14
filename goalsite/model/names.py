"""Names: from what a reference says to the id it means."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from msgspec import Struct

from goalsite.core.names import nfc, tails
from goalsite.core.text import nearest
from goalsite.model.outline import Entry, namespace_of

_SUGGESTIONS = 100  # each looks at every name, and nobody reads more of them


class Named(Struct, frozen=True):
    """What a namespace knows of one id: its kind and place."""

    id: str
    kind: str
    folder: str
    unit: str


class Ambiguous(Struct, frozen=True):
    """Several ids that a tail could mean."""

    ids: tuple[str, ...]


class Namespace:
    """The ids of one namespace, with their aliases and the tails of both."""

    def __init__(self, entries: Iterable[tuple[Named, Iterable[str]]]) -> None:
        self._by_id: dict[str, Named] = {}
        self._aliases: dict[str, str] = {}
        self._suggested: dict[tuple[str, ...], str] = {}
        for named, aliases in entries:
            self._by_id.setdefault(named.id, named)
            for alias in aliases:
                self._aliases.setdefault(alias, named.id)

    @cached_property
    def _tails(self) -> dict[str, list[str]]:
        """The ids by the tails of them and of their aliases: made when the first is asked for."""
        found: dict[str, list[str]] = {}
        for name in (*self._by_id, *self._aliases):
            for tail in tails(name):
                found.setdefault(tail, []).append(self._aliases.get(name, name))
        return found

    def __contains__(self, name: str) -> bool:
        return name in self._by_id

    def kind(self, name: str) -> str:
        """The kind of an id."""
        return self._by_id[name].kind

    def resolve(
        self, written: str, kinds: Collection[str], folder: str = "", unit: str = ""
    ) -> Named | Ambiguous | None:
        """What `written` means among `kinds`, seen from a file in `folder` of `unit`.

        An exact id beats an alias, an alias a tail; of several tails the one in the folder wins, then the one
        in the unit.
        """
        name = nfc(written)
        for exact in (name, self._aliases.get(name)):
            if exact in self._by_id and self._by_id[exact].kind in kinds:
                return self._by_id[exact]
        found = {
            i: self._by_id[i]
            for i in self._tails.get(name, ())
            if i in self._by_id and self._by_id[i].kind in kinds
        }
        if len(found) <= 1:
            return next(iter(found.values()), None)
        for near in (
            [named for named in found.values() if named.folder == folder],
            [named for named in found.values() if named.unit == unit],
        ):
            if len(near) == 1:
                return near[0]
        return Ambiguous(tuple(sorted(found)))

    def suggestion(self, written: str, kinds: Collection[str]) -> str:
        """`did you mean …?` for the nearest id among `kinds`; empty if none is near, and after a hundred."""
        name = nfc(written)
        key = (name, *kinds)
        if key not in self._suggested and len(self._suggested) < _SUGGESTIONS:
            self._suggested[key] = self._nearest(name, kinds)
        near = self._suggested.get(key)
        return f'did you mean "{near}"?' if near else ""

    def _nearest(self, name: str, kinds: Collection[str]) -> str:
        """By the last segment, which is quick; then, where `name` has more of them, by all."""
        ids: dict[str, list[str]] = {}
        for named in self._by_id.values():
            if named.kind in kinds and named.id:
                ids.setdefault(named.id.rpartition("/")[2], []).append(named.id)
        last = nearest(name.rpartition("/")[2], ids)
        if not last or "/" not in name:
            return last
        return nearest(name, ids[last]) or ids[last][0]


def namespaces(entries: Iterable[Entry], units: dict[str, str]) -> dict[str, Namespace]:
    """The namespaces `goals`, `units`, `people`, `pages`; `units` gives a goal's unit by its path."""
    grouped: dict[str, list[tuple[Named, Iterable[str]]]] = {
        "goals": [],
        "units": [],
        "people": [],
        "pages": [],
    }
    for entry in entries:
        unit = units.get(entry.document.path, entry.unit)
        named = Named(entry.id, entry.kind, entry.folder, unit)
        grouped[namespace_of(entry.kind)].append((named, [alias for alias, _ in entry.aliases]))
    return {name: Namespace(group) for name, group in grouped.items()}
