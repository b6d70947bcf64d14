"""One section of a text apart from the rest of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from goalsite.prose.document import MOST_CHARACTERS
from goalsite.prose.engine import outline_engine


def section(text: str, *names: str) -> tuple[str, str]:
    """The text without its first section of one of these names, and that section without its heading, or "".

    A section is a heading of any level, neither quoted nor in a list, and what follows up to the next one of
    its level or above. Names are compared without case. Link definitions serve both parts.
    """
    wanted = {name.casefold() for name in names}
    folded = text.casefold()
    if not any(name in folded for name in wanted):
        return text, ""
    text = re.sub(r"\r\n?", "\n", text)
    lines = text.split("\n")
    tokens = outline_engine().parse(text[:MOST_CHARACTERS], {})
    heads = [
        (at, token) for at, token in enumerate(tokens) if token.type == "heading_open" and not token.level
    ]
    for number, (at, head) in enumerate(heads):
        if tokens[at + 1].content.strip(" :：").casefold() in wanted:
            start, body = head.map or (0, 0)
            below = (_start(other) for _, other in heads[number + 1 :] if other.tag <= head.tag)
            end = next(below, len(lines))
            return _parts(lines, (start, body, end), tokens)
    return text, ""


def _start(token: Token) -> int:
    return token.map[0] if token.map else 0


def _parts(lines: list[str], cuts: tuple[int, int, int], tokens: Sequence[Token]) -> tuple[str, str]:
    start, body, end = cuts
    inside: list[str] = []
    outside: list[str] = []
    for token in tokens:
        if token.type == "definition" and token.map:
            of = inside if body <= token.map[0] < end else outside
            of += lines[token.map[0] : token.map[1]]
    rest = lines[:start] + lines[end:] + (["", *inside] if inside else [])
    taken = lines[body:end] + (["", *outside] if outside else [])
    return "\n".join(rest).strip("\n"), "\n".join(taken).strip("\n")
