"""YAML text -> nodes that know where they begin and end, for what edits a file in place.

Offsets count the characters of the text. A block scalar ends with the last line it says something in, a
block sequence or mapping with its last entry.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from msgspec import Struct
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from goalsite.core.diagnostics import Mark

_LOADER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader


class ScalarSpan(Struct, frozen=True):
    """A scalar; `style` is its quote or block indicator, empty where it stands without."""

    text: str
    style: str
    start: int
    end: int
    mark: Mark


class SequenceSpan(Struct, frozen=True):
    """A sequence; `flow` if it stands in brackets."""

    items: tuple[NodeSpan, ...]
    flow: bool
    start: int
    end: int
    mark: Mark


class MappingSpan(Struct, frozen=True):
    """A mapping; `flow` if it stands in braces. A key that stands twice is there twice."""

    pairs: tuple[tuple[ScalarSpan, NodeSpan], ...]
    flow: bool
    start: int
    end: int
    mark: Mark


NodeSpan = ScalarSpan | SequenceSpan | MappingSpan


def spans(text: str, first_line: int = 1) -> NodeSpan | None:
    """The node that `text` says; None where it says nothing. It must be a text that `yaml.parse` reads."""
    pending: list[tuple[Any, list[NodeSpan]]] = [(None, [])]
    for event in _events(text):
        if isinstance(event, ScalarEvent):
            pending[-1][1].append(_scalar(event, text, first_line))
        elif isinstance(event, SequenceStartEvent | MappingStartEvent):
            pending.append((event, []))
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            start, children = pending.pop()
            pending[-1][1].append(_collection(start, event, children, first_line))
    return pending[0][1][0] if pending[0][1] else None


def _events(text: str) -> Iterator[Any]:
    loader = _LOADER(text)
    while not isinstance(event := loader.get_event(), StreamEndEvent):
        yield event


def _scalar(event: Any, text: str, first_line: int) -> ScalarSpan:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if style in ("|", ">"):
        end = start + len(text[start:end].rstrip())
    return ScalarSpan(event.value, style, start, end, _mark(event, first_line))


def _mark(event: Any, first_line: int) -> Mark:
    return Mark(event.start_mark.line + first_line, event.start_mark.column + 1)


def _collection(opening: Any, closing: Any, children: list[NodeSpan], first_line: int) -> NodeSpan:
    flow = bool(opening.flow_style)
    start = opening.start_mark.index
    end = closing.end_mark.index if flow else children[-1].end
    mark = _mark(opening, first_line)
    if isinstance(opening, SequenceStartEvent):
        return SequenceSpan(tuple(children), flow, start, end, mark)
    keys = [key for key in children[::2] if isinstance(key, ScalarSpan)]
    return MappingSpan(tuple(zip(keys, children[1::2], strict=True)), flow, start, end, mark)
