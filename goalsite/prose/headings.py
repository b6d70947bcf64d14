"""Headings: their levels on a page, their ids, and the list of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token
from msgspec import Struct

_DROPPED = re.compile(r"[^\w\- ]")
_MOST_CHARACTERS = 80
_DEEPEST = 6


class Heading(Struct, frozen=True):
    """A heading as it stands on the page: level 1…6, id and plain text."""

    level: int
    id: str
    text: str


@dataclass(slots=True)
class Slugs:
    """Ids of headings, each given once: `h-`, the scope, and the heading's words as GitHub joins them.

    Equal headings are counted, so that any number of them takes linear time.
    """

    scope: str = ""
    given: set[str] = field(default_factory=set)
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, text: str) -> str:
        """The id of the next heading that reads `text`."""
        base = slug(text) or "section"
        name = base
        while name in self.given:
            self.counts[base] = self.counts.get(base, 0) + 1
            name = f"{base}-{self.counts[base]}"
        self.given.add(name)
        return self.id_of(name)

    def id_of(self, name: str) -> str:
        """The id that belongs to a heading's own name."""
        return f"h-{self.scope}{name}"


def slug(text: str) -> str:
    """The text in lower case without punctuation, `-` for spaces, at most 80 characters."""
    words = _DROPPED.sub("", unicodedata.normalize("NFC", text).lower().strip())
    return words.replace(" ", "-")[:_MOST_CHARACTERS]


def set_headings(tokens: Sequence[Token], shift: int, slugs: Slugs) -> list[Heading]:
    """Give the headings among the tokens their ids and levels, and list them.

    The highest level in use becomes 1 + `shift`, and none is more than one below the heading before it, so
    that no level is skipped.
    """
    opened = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    if not opened:
        return []
    raised = min(int(tokens[at].tag[1:]) for at in opened) - 1
    found: list[Heading] = []
    for at in opened:
        before = found[-1].level if found else shift
        level = min(int(tokens[at].tag[1:]) - raised + shift, before + 1, _DEEPEST)
        text = plain_text(tokens[at + 1].children or ())
        found.append(Heading(level, slugs.next(text), text))
        tokens[at].tag = tokens[at + 2].tag = f"h{level}"
        tokens[at].attrSet("id", found[-1].id)
    return found


def plain_text(children: Sequence[Token]) -> str:
    """What inline tokens say, without markup."""
    parts = []
    for token in children:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(plain_text(token.children or ()))
    return "".join(parts).strip()
