"""YAML text -> nodes: one loop over the parser's events, in which nothing recurses. The only door to yaml.

What it reads is a small YAML: one document of at most 64 kB and 20 levels, whose keys are scalars and
unique, without tags, anchors, aliases and merge keys. Scalars stay as they are written. A `regular` text is
read without the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NoReturn

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import describe
from goalsite.source.decode import first_unprintable, place, too_large
from goalsite.source.nodes import Mapping, Node, Scalar, Sequence, mark_at
from goalsite.source.regular import regular
from goalsite.source.syntax import NO_ESCAPE, UNESCAPE, explain
from goalsite.source.trouble import Trouble

YAML_BYTES = 64 * 1024
DEPTH = 20

# libyaml is some sixteen times faster; where PyYAML was built without it, its own parser reads the same.
_LOADER: Any = yaml.CBaseLoader if yaml.__with_libyaml__ else yaml.BaseLoader

_FORBIDDEN = {"!": "a tag", "&": "an anchor", "*": "an alias"}
_NO_CHARACTER = re.compile(r"\\U(?!00(?:0[0-9a-fA-F]|10))[0-9a-fA-F]{8}")
_WORD = re.compile(r"[^\s,\]}]{1,40}")


def parse(text: str, path: str, first_line: int = 1) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The node that `text` (its lines end in `\\n`) says, with marks from `first_line` on, and what is wrong.

    None where the text says nothing or cannot be read. Of a key that stands twice the first counts.
    """
    if len(text) > YAML_BYTES // 4 and (size := len(text.encode(errors="replace"))) > YAML_BYTES:
        return None, (too_large(path, size, YAML_BYTES, "the YAML", Mark(first_line)),)
    reader = _Reader(text, path, first_line)
    try:
        reader.read()
    except _UnreadableError as unreadable:
        return None, (*reader.found, unreadable.diagnostic)
    return reader.root, tuple(reader.found)


class _UnreadableError(Exception):
    """What ends the reading."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


_Open = tuple[Mark, list[Node], dict[str, tuple[Scalar, Node]] | None, Scalar | None]
"""A sequence or mapping whose end has not come yet.

Where it begins; the items of a sequence; the pairs of a mapping (None for a sequence), and the key whose
value comes next.
"""


class _Reader:
    """Nodes from events, and the findings on the way."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.root: Node | None = None
        self.found: list[Diagnostic] = []

    def read(self) -> None:
        """Read the one document into `root`."""
        # Parsers differ in which control characters they take and in what ends a line: they see none of them.
        if (offset := first_unprintable(self.text)) is not None:
            raise self._unprintable(self.text[offset], self._shifted(place(self.text, offset)))
        self.root = regular(self.text, self.first_line)
        if self.root is not None:
            return
        try:
            self._take_all(_LOADER(self.text).get_event)
        except yaml.MarkedYAMLError as error:
            raise self._syntax_error(error) from error
        except (yaml.YAMLError, ValueError, OverflowError) as error:  # PyYAML's own parser, on "\UFFFFFFFF"
            escape = _NO_CHARACTER.search(self.text)
            mark = self._shifted(place(self.text, escape.start() if escape else 0))
            raise self._stop(mark, "S030", NO_ESCAPE, UNESCAPE) from error

    def _take_all(self, next_event: Callable[[], Any]) -> None:
        # A site has millions of events: what is done for each stands here in line, what is open in variables.
        first_line = self.first_line
        new = tuple.__new__  # makes what Scalar(…) makes, without a call
        stack: list[_Open] = []
        here, items, pairs, key = self._root()
        while (kind := (event := next_event()).__class__) is not StreamEndEvent:
            if kind is ScalarEvent:
                start, style = event.start_mark, event.style
                mark = mark_at(start.line + first_line, start.column + 1)
                node: Node = new(Scalar, (event.value, not style, mark))
                if style == '"' or event.tag is not None or event.anchor is not None:
                    self._check(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node = Sequence(tuple(items), here) if pairs is None else Mapping(tuple(pairs.values()), here)
                here, items, pairs, key = stack.pop()
            else:
                if kind is MappingStartEvent or kind is SequenceStartEvent:
                    stack.append((here, items, pairs, key))
                    here, items, pairs, key = self._opened(event, len(stack))
                elif kind is AliasEvent or (kind is DocumentStartEvent and items):
                    self._refuse(event)
                continue
            if pairs is None:
                items.append(node)
            elif key is None:
                key = self._key(node, pairs)
            else:
                pairs.setdefault(key.text, (key, node))
                key = None
        self.root = items[0] if items else None

    def _root(self) -> _Open:
        """The list that takes the one node of the text."""
        return Mark(), [], None, None

    def _check(self, event: Any) -> None:
        """Stop at a tag or an anchor, and at what an escape makes that could not stand there itself."""
        if event.tag is not None or event.anchor is not None:
            raise self._forbidden(event.start_mark)
        if event.style == '"' and (offset := first_unprintable(event.value)) is not None:
            message = f"an escape in these quotes makes {describe(event.value[offset])}, must be visible text"
            raise self._stop(self._mark(event.start_mark), "S030", message, UNESCAPE)

    def _opened(self, event: Any, depth: int) -> _Open:
        """What a sequence or mapping begins as; stop at a tag, an anchor, or where it lies too deep."""
        if event.tag is not None or event.anchor is not None:
            raise self._forbidden(event.start_mark)
        mark = self._mark(event.start_mark)
        if depth > DEPTH:
            message = f"this is nested {depth} levels deep, must be at most {DEPTH}"
            raise self._stop(mark, "S033", message, "take surplus brackets, braces or dashes away")
        return mark, [], ({} if event.__class__ is MappingStartEvent else None), None

    def _refuse(self, event: Any) -> NoReturn:
        """Stop at an alias, or at a second document."""
        if event.__class__ is AliasEvent:
            raise self._forbidden(event.start_mark)
        message = "a second YAML document begins here, must be one"
        raise self._stop(self._mark(event.start_mark), "S030", message, "remove the line")

    def _key(self, node: Node, earlier: dict[str, tuple[Scalar, Node]]) -> Scalar:
        """`node` as a key; that it stands `earlier` too is told."""
        if isinstance(node, Scalar) and node.text not in earlier and node.text != "<<":
            return node  # as nearly every one
        if not isinstance(node, Scalar):
            message = f"a key is a {'list' if isinstance(node, Sequence) else 'mapping'}, must be text"
            raise self._stop(node.mark, "S030", message, "put it in quotes if it is text")
        if node.plain and node.text == "<<":
            hint = "write the keys where they belong"
            raise self._stop(node.mark, "S032", "<< is a merge key, must be a plain key", hint, 2)
        if pair := earlier.get(node.text):
            shown = node.text[:40]
            message = f'the key "{shown}" is given twice, first in line {pair[0].mark.line}'
            hint = "keep one of them"
            self.found.append(finding(self.path, node.mark, "S031", message, hint, len(shown)))
        return node

    def _mark(self, mark: Any) -> Mark:
        return mark_at(mark.line + self.first_line, mark.column + 1)

    def _shifted(self, mark: Mark) -> Mark:
        """A mark within the text as one of the file."""
        return Mark(mark.line + self.first_line - 1, mark.column)

    def _forbidden(self, start: Any) -> _UnreadableError:
        """What stops at a tag, anchor or alias, which begins with its sign."""
        match = _WORD.match(self.text, start.index)
        word = match[0] if match else ""
        message = f'"{word}" is {_FORBIDDEN.get(word[:1], "a tag")}, must be a plain value'
        hint = "put the value in quotes if it is text, else write it out"
        return self._stop(self._mark(start), "S032", message, hint, len(word))

    def _unprintable(self, character: str, mark: Mark) -> _UnreadableError:
        message = f"{describe(character)} stands in the YAML, must be visible text"
        return self._stop(mark, "S030", message, "delete the character")

    def _syntax_error(self, error: yaml.MarkedYAMLError) -> _UnreadableError:
        at = error.problem_mark or error.context_mark
        start = error.context_mark
        here = Mark(at.line + 1, at.column + 1) if at else Mark()
        trouble = Trouble(
            self.text.split("\n"),
            str(error.problem or ""),
            str(error.context or ""),
            here,
            Mark(start.line + 1, start.column + 1) if start else here,
        )
        complaint = explain(trouble)
        return self._stop(self._shifted(complaint.mark), complaint.code, complaint.message, complaint.hint)

    def _stop(self, mark: Mark, code: str, message: str, hint: str = "", length: int = 1) -> _UnreadableError:
        return _UnreadableError(finding(self.path, mark, code, message, hint, length))
