"""Documents -> outline: each file's kind, id, unit and person, before its content is read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import fault_in_id, fold_handle, folded, id_from_path, nfc, place_of_page
from goalsite.model.shapes import shorten, span
from goalsite.source.nodes import Document, Head, Scalar, Sequence

_LONGEST = 300  # characters of an id in place of a faulty one

KINDS = ("objective", "kpi", "team", "person", "page")
_BY_PATH = Mark()  # where the id of a file that does not say it is told; front matter begins below


class Entry(Struct, frozen=True):
    """One file's place: `folder` relative to the goals folder, `unit` the id of the unit it lies in, `person`
    the folded handle whose folder it lies in, `unit_of_measure` what a KPI says of it."""

    document: Document
    kind: str
    id: str
    id_mark: Mark
    folder: str
    unit: str
    person: str | None
    aliases: tuple[tuple[str, Mark], ...] = ()
    unit_of_measure: str = ""


class _Place(NamedTuple):
    """A document, its path relative to the goals folder, its kind."""

    document: Document
    path: str
    kind: str

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def stem(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")


def outline(
    documents: Iterable[Document], goals_dir: str
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Every document's entry, sorted by path, and what is wrong with ids and aliases.

    Of two that are equal the later one is told; of a folder whose name no id can hold, the first file in it.
    """
    found: list[Diagnostic] = []
    told: set[str] = set()
    places = [_place(document, goals_dir) for document in sorted(documents, key=lambda each: each.path)]
    names = [_id(place, told, found) for place in places]
    units = {
        place.folder: name for place, (name, _) in zip(places, names, strict=True) if place.kind == "team"
    }
    entries = [_entry(place, name, units, found) for place, name in zip(places, names, strict=True)]
    return tuple(entries), (*found, *_clashes(entries))


def _place(document: Document, goals_dir: str) -> _Place:
    path = document.path if goals_dir in ("", ".") else document.path[len(goals_dir.rstrip("/")) + 1 :]
    said = _scalar(document.head, "kind")
    if said and said.text in KINDS:
        return _Place(document, path, said.text)
    return _Place(document, path, kind_by_place(path, document.has_front or document.broken))


def kind_by_place(path: str, has_front: bool) -> str:
    """The kind of a file that does not say it; `path` is relative to the goals folder."""
    segments = path.split("/")
    if segments[-1] == "team.md":
        return "team"
    if "kpis" in segments[:-1]:
        return "kpi"
    if len(segments) == 2 and segments[0] == "people":
        return "person"
    return "objective" if has_front else "page"


def _scalar(head: Head, key: str) -> Scalar | None:
    for name, value in head:
        if name.text == key and isinstance(value, Scalar) and not value.is_null:
            return value
    return None


def _entry(place: _Place, name: tuple[str, Mark], units: dict[str, str], found: list[Diagnostic]) -> Entry:
    segments = place.path.split("/")
    measure = _scalar(place.document.head, "unit") if place.kind == "kpi" else None
    return Entry(
        document=place.document,
        kind=place.kind,
        id=name[0],
        id_mark=name[1],
        folder=place.folder,
        unit=_nearest(place.folder, units),
        person=_handle(segments[1]) if segments[0] == "people" and len(segments) > 2 else None,
        aliases=_aliases(place, found),
        unit_of_measure=measure.text if measure else "",
    )


def _handle(name: str) -> str:
    """The handle that the name of a file or folder makes."""
    handle = id_from_path(fold_handle(name))
    return _harmless(handle) if fault_in_id(handle) else handle


def _nearest(folder: str, units: dict[str, str]) -> str:
    while folder and folder not in units:
        folder = folder.rpartition("/")[0]
    return units.get(folder, "")


def _id(place: _Place, told: set[str], found: list[Diagnostic]) -> tuple[str, Mark]:
    said = _scalar(place.document.head, "id") if place.kind in ("objective", "kpi") else None
    if said is None:
        return _id_by_path(place, told, found), _BY_PATH
    name = nfc(said.text)
    fault = fault_in_id(name)
    if fault:
        message, hint = f'id "{shorten(name)}" {fault}', "choose another id"
        found.append(finding(place.document.path, said.mark, "S010", message, hint, span(name)))
    return _harmless(name) if fault else name, said.mark


def _id_by_path(place: _Place, told: set[str], found: list[Diagnostic]) -> str:
    if place.kind == "person":
        path = fold_handle(place.stem)
    else:
        path = place.folder if place.kind == "team" else place.path.removesuffix(".md")
    name = id_from_path(path)
    segments = name.split("/") if name else []
    for count, segment in enumerate(segments, 1):
        fault = fault_in_id(segment)
        if not fault:
            continue
        folder = "/".join(segments[:count]) if place.kind != "person" else place.path
        if folder not in told:
            what = "file" if count == len(segments) and place.kind != "team" else "folder"
            is_goal = place.kind in ("objective", "kpi")
            hint = f"rename the {what}{', or give the goal an id: of its own' if is_goal else ''}"
            message = f'id "{shorten(name)}" {fault}'
            found.append(finding(place.document.path, _BY_PATH, "S010", message, hint))
        told.update({folder} if count < len(segments) or place.kind == "team" else ())
        return _harmless(name)
    return name


def _harmless(name: str) -> str:
    """An id that can be published in place of a faulty one, for `--keep-going`."""
    parts = []
    for segment in name.split("/"):
        part = "".join("-" if fault_in_id(f"a{c}a") else c for c in segment)[:60]
        parts.append(f"x-{part.strip('._')}" if part and fault_in_id(part) else part)
    return "/".join(part for part in parts if part)[:_LONGEST].strip("/") or "x"


def _aliases(place: _Place, found: list[Diagnostic]) -> tuple[tuple[str, Mark], ...]:
    """The aliases of a file, each with its place; a person's as handles are compared."""
    document = place.document
    good = []
    for key, value in document.head:
        if key.text != "aliases" or not isinstance(value, Sequence):
            continue
        for item in value.items:
            if not isinstance(item, Scalar) or item.is_null:
                continue
            name = fold_handle(item.text) if place.kind == "person" else nfc(item.text)
            fault = fault_in_id(name)
            if fault:
                message = f'alias "{shorten(item.text)}" {fault}'
                hint = "choose another alias"
                found.append(finding(document.path, item.mark, "S010", message, hint, span(item.text)))
            else:
                good.append((name, item.mark))
    return tuple(good)


_NAMESPACES = {"objective": "goals", "kpi": "goals", "team": "units", "person": "people", "page": "pages"}


def namespace_of(kind: str) -> str:
    """The namespace in which a kind's ids are unique."""
    return _NAMESPACES[kind]


def _clashes(entries: list[Entry]) -> list[Diagnostic]:
    """Ids and aliases of one namespace that are equal, or differ only in case or form."""
    found: list[Diagnostic] = []
    taken: dict[tuple[str, str], tuple[str, str]] = {}
    names = [(entry, entry.id, entry.id_mark, "id") for entry in entries]
    names += [(entry, alias, mark, "alias") for entry in entries for alias, mark in entry.aliases]
    for entry, name, mark, what in names:
        place = place_of_page(name) if entry.kind == "page" else name
        key = (namespace_of(entry.kind), folded(place))
        if key not in taken:
            taken[key] = (name, entry.document.path)
            continue
        other, path = taken[key]
        owner = "this file already" if path == entry.document.path else path
        how = "differs only in case or form" if folded(other) == folded(name) else "would be the same page"
        differs = "" if other == name else f' (as "{other}", which {how})'
        message = f'{what} "{shorten(name)}" is taken by {owner}{differs}'
        hint = _remedy(entry, what, mark)
        length = 1 if mark == _BY_PATH else span(name)
        found.append(finding(entry.document.path, mark, "S005", message, hint, length))
    return found


def _remedy(entry: Entry, what: str, mark: Mark) -> str:
    if what == "alias":
        return "take the alias away"
    if mark != _BY_PATH:
        return "give one of them another id"
    if namespace_of(entry.kind) == "goals":
        return "rename one of the files, or give it an id: of its own"
    return f"rename one of the {'folders' if entry.kind == 'team' else 'files'}"
