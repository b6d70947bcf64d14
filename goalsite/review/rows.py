"""What is remembered of each Markdown file with the table beside it, as plain tuples."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, cast

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.core.values import replace
from goalsite.graph.edges import Ask, Edge
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence

Plain = tuple[Any, ...]

_OUTLINE = ("kind", "id", "unit", "aliases")

FIGURED = ("contributes", "guards", "cascades_from", "continues")
"""The edges that figures and rules about one goal follow."""


class Gist(NamedTuple):
    """What is asked of the record and the references of every row, whatever changed.

    Whether the file `stands`, as it could be read; the unit it belongs to; of an objective its `course`, as
    the fields of `Course`. The `ties` of a goal are (kind, from, to): edges that figures follow, `reads` of
    KPIs, and `rolls_up` of one that does.
    """

    stands: bool
    team: str
    course: Plain
    ties: Plain


class Course(NamedTuple):
    """When an objective runs, in the words of its record."""

    id: str
    path: str
    cycle: str
    state: str
    start: date | None
    due: date | None


@dataclass(slots=True)
class Row:
    """One file.

    `digest` is that of its content and of its table's. `outline` is what its place among the others depends
    on, `place` that place: (kind, id, folder, unit, person, aliases, unit of measure). `aside` is its key
    `lint`. `told` are the findings of reading it, `record` what it says (None where it could not be read),
    `asked` the names it asked for, with the answers. `mentions` are the goals its text names. `resolved` is
    what its references mean, `misled` the findings on them. `figures` are its figures, `judged` the findings
    of rules about it alone, `dated` what git knows of what it said, `traced` what it knows of what moved.
    `source` are its larger parts in bytes and `known` is their gist, while they still say that.
    """

    digest: bytes = b""
    outline: Plain = ()
    place: Plain = ()
    aside: Plain = ()
    told: Plain = ()
    asked: Plain = ()
    mentions: Plain = ()
    resolved: Plain = ((), (), (), ())
    misled: Plain = ()
    judged: Plain = ()
    dated: Plain | None = None
    traced: str | None = None
    record: Any = None
    figures: Any = None
    source: bytes | None = None
    known: Gist | None = None

    def parted(self) -> Row:
        """A copy that may be changed."""
        return replace(self, source=None, known=None)

    @property
    def gist(self) -> Gist:
        """What its record and its references say in short."""
        return self.known or Gist(self.stands, self.team, _course(self.record), self.ties)

    @property
    def stands(self) -> bool:
        """Whether the file could be read."""
        return self.known.stands if self.known else self.record is not None

    @property
    def team(self) -> str:
        """The unit that the file says it belongs to; empty, as that of all is, where it could not be read."""
        return self.known.team if self.known else getattr(self.record, "team", "")

    @property
    def is_closed(self) -> bool:
        """Whether it is an objective that was closed."""
        if self.known:
            return self.known.course[3:4] == ("closed",)
        return getattr(self.record, "state", "") == "closed"

    @property
    def course(self) -> Course:
        """When the objective runs that it is."""
        name, path, cycle, state, *days = self.known.course if self.known else _course(self.record)
        start, due = (None if day is None else date.fromordinal(day) for day in days)
        return Course(name, path, cycle, state, start, due)

    @property
    def ties(self) -> Plain:
        """What it is tied to."""
        return self.known.ties if self.known else _ties(self)


def _course(record: Any) -> Plain:
    """The fields of `Course` as marshal takes them; none of what is no objective."""
    if getattr(record, "kind", "") != "objective":
        return ()
    days = (None if day is None else day.toordinal() for day in (record.start, record.due))
    return (record.id, record.path, record.cycle, record.state, *days)


def _ties(row: Row) -> Plain:
    own, measures, formulas, _ = row.resolved
    ties = [edge[:3] for edge in own if edge[0] in FIGURED]
    ties += (("reads", row.record.id, kpi) for _, kpi in (*measures, *formulas))
    if getattr(row.record, "rollup", None) is not None:
        ties.append(("rolls_up", row.record.id, row.record.id))
    return tuple(ties)


def plain_findings(found: Iterable[Diagnostic]) -> Plain:
    """Findings as plain tuples."""
    return tuple((d.path, d.line, d.column, d.code, d.message, d.hint, d.length) for d in found)


def findings(plain: Plain) -> list[Diagnostic]:
    """The findings of plain tuples."""
    return [Diagnostic(*one) for one in plain]


def plain_edges(edges: Iterable[Edge]) -> Plain:
    """Edges as plain tuples."""
    return tuple(
        (e.type, e.source, e.target, e.key_result, e.weight, e.confirmed, e.note, e.outside, tuple(e.mark))
        for e in edges
    )


def edges(plain: Plain) -> list[Edge]:
    """The edges of plain tuples."""
    return [
        Edge(kind, source, target, result, weight, confirmed, note, outside, Mark(*mark))
        for kind, source, target, result, weight, confirmed, note, outside, mark in plain
    ]


def plain_asks(asks: Iterable[Ask]) -> Plain:
    """Asks as plain tuples."""
    return tuple((a.source, a.team, a.ask, a.size, a.note, a.confirmed) for a in asks)


def outline_of(document: Document) -> Plain:
    """What a document's place among the others depends on."""
    items = document.front.items if document.front else ()
    place = tuple((_plain(key), _plain(value)) for key, value in items if key.text in _OUTLINE)
    return (document.front is not None, document.broken, place)


def aside_of(document: Document) -> Plain:
    """A document's key `lint`."""
    items = document.front.items if document.front else ()
    return tuple((_plain(key), _plain(value)) for key, value in items if key.text == "lint")


def stub(path: str, outline: Plain, aside: Plain = ()) -> Document:
    """A document that says no more than these of its keys."""
    has_front, broken, place = outline
    items = tuple((cast(Scalar, _node(key)), _node(value)) for key, value in (*place, *aside))
    return Document(path, Mapping(items, Mark(2, 1)) if has_front else None, "", 1, broken=broken)


def _plain(node: Node) -> Plain:
    """A node; scalars are told from the others by the length of the tuple."""
    mark = tuple(node.mark)
    if isinstance(node, Scalar):
        return (node.text, node.plain, mark)
    if isinstance(node, Sequence):
        return (tuple(map(_plain, node.items)), mark)
    return (tuple((_plain(key), _plain(value)) for key, value in node.items), mark, "of", "keys")


def _node(plain: Plain) -> Node:
    match plain:
        case (text, is_plain, mark):
            return Scalar(text, is_plain, Mark(*mark))
        case (items, mark):
            return Sequence(tuple(map(_node, items)), Mark(*mark))
    items, mark, *_ = plain
    return Mapping(
        tuple((cast(Scalar, _node(key)), _node(value)) for key, value in items),
        Mark(*mark),
    )
