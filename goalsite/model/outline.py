"""Documents -> outline: each file's kind, id, unit and person, before its content is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import fault_in_id, fold_handle, folded, id_from_path, nfc
from goalsite.model.shapes import shorten
from goalsite.source.nodes import Document, Mapping, Scalar, Sequence

KINDS = ("objective", "kpi", "team", "person", "page")


@dataclass(frozen=True, slots=True)
class Entry:
    """One file's place: `folder` and `stem` relative to the goals folder, `unit` the id of the unit it lies in,
    `person` the folded handle whose folder it lies in, `unit_of_measure` what a KPI says of it."""

    document: Document
    kind: str
    id: str
    id_mark: Mark
    folder: str
    unit: str
    person: str | None
    aliases: tuple[tuple[str, Mark], ...] = ()
    unit_of_measure: str = ""


def outline(
    documents: Iterable[Document], goals_dir: str
) -> tuple[tuple[Entry, ...], tuple[Diagnostic, ...]]:
    """Every document's entry, sorted by path; findings on ids and aliases, with the later of two equal ones told."""
    documents = sorted(documents, key=lambda document: document.path)
    inside = [(document, _relative(document.path, goals_dir)) for document in documents]
    units = {_folder(path) for _, path in inside if _name(path) == "team.md"}
    found: list[Diagnostic] = []
    entries = [_entry(document, path, units, found) for document, path in inside]
    found += _clashes(entries)
    return tuple(entries), tuple(found)


def _relative(path: str, goals_dir: str) -> str:
    return path if goals_dir in ("", ".") else path[len(goals_dir.rstrip("/")) + 1 :]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _name(path: str) -> str:
    return path.rpartition("/")[2]


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


def _scalar(front: Mapping | None, key: str) -> Scalar | None:
    for name, value in front.items if front else ():
        if name.text == key and isinstance(value, Scalar) and not value.is_null:
            return value
    return None


def _entry(document: Document, path: str, units: set[str], found: list[Diagnostic]) -> Entry:
    said = _scalar(document.front, "kind")
    kind = said.text if said and said.text in KINDS else ""
    kind = kind or kind_by_place(path, document.front is not None or document.broken)
    folder = _folder(path)
    segments = path.split("/")
    person = fold_handle(segments[1]) if segments[0] == "people" and len(segments) > 2 else None
    name, mark = _id(document, kind, path, found)
    measure = _scalar(document.front, "unit") if kind == "kpi" else None
    return Entry(
        document=document,
        kind=kind,
        id=name,
        id_mark=mark,
        folder=folder,
        unit=id_from_path(_nearest(folder, units)),
        person=person,
        aliases=_aliases(document, found) if kind != "team" or folder else (),
        unit_of_measure=measure.text if measure else "",
    )


def _nearest(folder: str, units: set[str]) -> str:
    while folder and folder not in units:
        folder = _folder(folder)
    return folder


def _id(document: Document, kind: str, path: str, found: list[Diagnostic]) -> tuple[str, Mark]:
    said = _scalar(document.front, "id") if kind in ("objective", "kpi") else None
    if said:
        written, mark = nfc(said.text), said.mark
    else:
        mark = Mark()
        written = id_from_path(_folder(path) if kind == "team" else path.removesuffix(".md"))
        if kind == "person":
            written = fold_handle(written.removeprefix("people/"))
    fault = fault_in_id(written) if written else ""
    if fault:
        hint = "choose another id" if said else "rename the file or its folder, or give it an id: of its own"
        found.append(finding(document.path, mark, "S010", f'id "{shorten(written)}" {fault}', hint))
        written = _harmless(written)
    return written, mark


def _harmless(name: str) -> str:
    """An id that can be published in place of a faulty one, for `--keep-going`."""
    segments = [
        "".join(c if not fault_in_id(f"a{c}a") else "-" for c in part)[:60] for part in name.split("/")
    ]
    return (
        "/".join(f"x-{part.strip('._')}" if fault_in_id(part) else part for part in segments if part) or "x"
    )


def _aliases(document: Document, found: list[Diagnostic]) -> tuple[tuple[str, Mark], ...]:
    good = []
    for name, value in document.front.items if document.front else ():
        if name.text != "aliases" or not isinstance(value, Sequence):
            continue
        for item in value.items:
            if not isinstance(item, Scalar) or item.is_null:
                continue
            fault = fault_in_id(nfc(item.text))
            if fault:
                found.append(
                    finding(document.path, item.mark, "S010", f'alias "{shorten(item.text)}" {fault}')
                )
            else:
                good.append((nfc(item.text), item.mark))
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
        key = (namespace_of(entry.kind), folded(name))
        if key in taken:
            other, path = taken[key]
            shown = "" if other == name else f' (as "{other}", which differs only in case or form)'
            message = f'{what} "{name}" is taken by {path}{shown}'
            found.append(finding(entry.document.path, mark, "S005", message, "give one of them another id"))
        else:
            taken[key] = (name, entry.document.path)
    return found
