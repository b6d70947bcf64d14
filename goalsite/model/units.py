"""Units, people and plain pages."""

from __future__ import annotations

import re
from typing import Any

from goalsite.core.diagnostics import Mark
from goalsite.model import shapes
from goalsite.model.objectives import COMMON
from goalsite.model.records import Page, Person, Team
from goalsite.model.rhythms import cadence
from goalsite.model.shapes import Reading, Shape, Values
from goalsite.source.nodes import Document, Node

_FIT = Shape(
    "fit", {"uncertainty": shapes.line, "autonomy": shapes.line, "talent": shapes.line, "stage": shapes.line}
)


def _fit(node: Node, reading: Reading, name: str) -> tuple[tuple[str, str], ...] | None:
    """Answers to the fit diagnosis, by question."""
    values = _FIT.read(node, reading, name)
    return None if values is None else tuple((key, values.get(key)) for key in _FIT.keys if key in values)


_LAYERS = ("front", "middle", "back")
_OFFICE = shapes.choice(*_LAYERS, *(f"{layer} office" for layer in _LAYERS))


def _layer(node: Node, reading: Reading, name: str) -> str | None:
    """`front`, `middle` or `back`, which `front office` and so on mean, too."""
    said: str | None = _OFFICE(node, reading, name)
    return said.removesuffix(" office") if said else None


TEAM = Shape(
    "a unit",
    {
        **COMMON,
        "lead": shapes.handle,
        "members": shapes.many(shapes.handle),
        "mode": shapes.choice("okr", "kpi", "hybrid"),
        "layer": _layer,
        "cadence": cadence,
        "fit": _fit,
    },
)
PERSON = Shape("a person", {**COMMON, "name": shapes.line, "team": shapes.line})
PAGE = Shape("a page", dict(COMMON))


def read_team(values: Values, common: dict[str, Any], parent: str | None) -> Team:
    """The unit that `values` say."""
    keys = ("lead", "mode", "layer", "cadence")
    return Team(
        **common,
        **{key: values.get(key) for key in keys},
        parent=parent,
        members=values.get("members", ()),
        fit=values.get("fit", ()),
    )


def read_person(values: Values, common: dict[str, Any], handle: str) -> Person:
    """The person that `values` say; `handle` as the file's name spells it."""
    return Person(**common, handle=handle, name=values.get("name", ""))


def read_page(common: dict[str, Any]) -> Page:
    """The plain page of a file's common fields; it has no other."""
    return Page(**common)


_HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]+(\S[^\n]*)")
_CLOSING = re.compile(r"(?<![ \t])[ \t]++#++[ \t]*+$")  # tried once for each run of blanks, however long
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")


def first_heading(body: str) -> str:
    """The text of the first `#` heading outside code, or an empty string."""
    fence = ""
    for row in body.split("\n"):
        mark = _FENCE.match(row)
        if mark:
            if not fence:
                fence = mark[1]
            elif mark[1].startswith(fence):
                fence = ""
        elif not fence and (found := _HEADING.match(row)):
            return _CLOSING.sub("", found[1]).strip()
    return ""


def title_of(values: Values | None, document: Document) -> str:
    """What a file is called: its title, else its first heading, else its name."""
    said: str = values.get("title", "") if values else ""
    if not said:
        said = first_heading(document.body)
    return said or document.path.rpartition("/")[2].removesuffix(".md")


EMPTY = Values(Mark())


def read_front(shape: Shape, document: Document, reading: Reading) -> Values:
    """The values of a document's front matter; none where it has none."""
    if document.front is None:
        return EMPTY
    return shape.read(document.front, reading) or EMPTY
