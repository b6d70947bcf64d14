"""From a name to where it is written down, and to everywhere it is used; and what a file consists of."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from goalsite.core.diagnostics import Mark
from goalsite.lsp.meaning import Meaning, key_result, meaning
from goalsite.lsp.occurrences import Occurrence, meant, occurrences, span
from goalsite.lsp.positions import Span, split_lines
from goalsite.lsp.spot import Spot
from goalsite.lsp.workspace import State
from goalsite.model.records import Common
from goalsite.model.units import title_of
from goalsite.source.nodes import Document, Mapping, Node, Scalar, Sequence


class Location(Struct, frozen=True):
    """A part of a line of a file."""

    path: str
    span: Span


class Symbol(Struct, frozen=True):
    """A goal, unit, person, page or key result of a file: where its name stands, and the lines it takes."""

    name: str
    kind: str
    span: Span
    first_line: int
    last_line: int
    children: tuple[Symbol, ...] = ()


def meaning_at(state: State, spot: Spot) -> Meaning | None:
    """What the name at a spot means; of `goal#kr` the goal, where the spot is before the `#`."""
    text = named_at(spot)
    return meaning(state, spot.path, spot.takes, text) if spot.takes and text else None


def named_at(spot: Spot) -> str:
    """The name at a spot, as far as the spot means it."""
    text = spot.context.text
    goal, sharp, _ = text.partition("#")
    return goal if sharp and len(spot.context.typed) <= len(goal) else text


def definition(state: State, what: Meaning) -> Location | None:
    """Where something is written down; None for what is nowhere, such as a person without a profile."""
    record: Common | None
    match what.kind:
        case "person":
            record = state.people.get(what.id)
        case "unit":
            record = state.teams.get(what.id)
        case "cycle":
            record = None
        case _:
            record = state.goals.get(what.id)
    if record is None or not record.path:
        return None
    mark = record.marks.get("title", Mark())
    result = key_result(state, what.id, what.result) if what.kind == "result" else None
    if result:
        mark = result.marks.get("id", result.mark)
    return Location(record.path, _rest(split_lines(state.text(record.path)), mark))


def references(state: State, what: Meaning, *, declared: bool) -> Iterator[Location]:
    """Everywhere something is named; where it is declared, by its `id:`, only if that is wanted."""
    lines: dict[str, list[str]] = {}
    home = declaration(state, what)
    for one in occurrences(state):
        found = meant(state, one)
        if found != what and not _names_result_of(found, one, what):
            continue
        if (one.path, one.mark.line) == home and not declared:
            continue
        own = lines.setdefault(one.path, split_lines(state.text(one.path)))
        place = span(one, own)
        yield Location(one.path, place or Span(one.mark.line - 1, one.mark.column - 1, one.mark.column))


def declaration(state: State, what: Meaning) -> tuple[str, int] | None:
    """The file and the line, counted from 1, of the `id:` of a goal or key result."""
    goal = state.goals.get(what.id) if what.kind in ("goal", "result") else None
    result = key_result(state, what.id, what.result) if what.kind == "result" else None
    marks = result.marks if result else goal.marks if goal else {}
    return (goal.path, marks["id"].line) if goal and "id" in marks else None


def _names_result_of(found: Meaning | None, one: Occurrence, what: Meaning) -> bool:
    """Whether an occurrence is a `goal#kr` of the goal that is meant."""
    if found is None or found.kind != "result" or one.takes == "result":
        return False
    return what == Meaning("goal", found.id)


def symbols(document: Document, kind: str, lines: list[str]) -> tuple[Symbol, ...]:
    """The file's goal with its key results, or whatever else it is."""
    front = {key.text: value for key, value in document.front.items} if document.front else {}
    title = front.get("title")
    said = title.text.strip() if isinstance(title, Scalar) else ""
    place = _rest(lines, title.mark if isinstance(title, Scalar) else Mark())
    listed = front.get("key_results") if kind == "objective" else None
    results = (
        [one for one in listed.items if isinstance(one, Mapping)] if isinstance(listed, Sequence) else []
    )
    begins = [one.mark.line - 1 for one in results]
    ends = [begin - 1 for begin in begins[1:]] + [_last_line(one) for one in results[-1:]]
    children = [
        _result(one, number, max(begin, end), lines)
        for number, (one, begin, end) in enumerate(zip(results, begins, ends, strict=True), 1)
    ]
    return (Symbol(said or title_of(None, document), kind, place, 0, len(lines) - 1, tuple(children)),)


def _result(node: Mapping, number: int, last_line: int, lines: list[str]) -> Symbol:
    named = {key.text: value for key, value in node.items if isinstance(value, Scalar) and value.text.strip()}
    said = named.get("title") or named.get("id")
    return Symbol(
        said.text.strip() if said else str(number),
        "result",
        _rest(lines, said.mark if said else node.mark),
        node.mark.line - 1,
        last_line,
    )


def _last_line(node: Node) -> int:
    """The line, counted from 0, in which the last scalar of a node begins."""
    while not isinstance(node, Scalar) and node.items:
        node = node.items[-1][1] if isinstance(node, Mapping) else node.items[-1]
    return node.mark.line - 1


def _rest(lines: list[str], mark: Mark) -> Span:
    """From a mark to the end of its line."""
    line = min(max(mark.line - 1, 0), len(lines) - 1)
    end = len(lines[line])
    return Span(line, min(mark.column - 1, end), end)
