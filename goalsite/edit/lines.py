"""Lines that keep YAML from being read as it was meant: full-width punctuation, an odd indentation.

Only the lines that the reader complains of are touched, one after the other; a width for tabs and ideographic
spaces is taken only if every width that can be read says the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from goalsite.edit.meaning import meaning
from goalsite.edit.punctuation import with_plain_braces, with_plain_colon
from goalsite.source import frontmatter
from goalsite.source.nodes import Mapping

_WIDTHS = (2, 4, 1, 8)
_WIDE = "\t\u3000"
BLANKS = f"{_WIDE}\u00a0\u2002\u2003\u2007\u2009\u202f"
"""What stands before a line in place of spaces."""

_MOST = 200  # lines; whoever has more of them has another mistake


class Mended(NamedTuple):
    """YAML that can be read, and the numbers of the lines (from 1) that were changed."""

    text: str
    lines: frozenset[int]


def mended(text: str, at_fault: Iterable[int] = ()) -> Mended | None:
    """The YAML with the lines `at_fault`, and those that the reader complains of, put right.

    None where it still cannot be read, or could be read in two ways.
    """
    first = tuple(at_fault)
    found: list[tuple[object, Mended]] = []
    for width in _WIDTHS:
        outcome = _with_width(text, first, width)
        if outcome is not None:
            found.append(outcome)
        if outcome is not None and not any(_is_odd(text.split("\n")[n - 1]) for n in outcome[1].lines):
            break  # no width was asked for
    if not found or any(says != found[0][0] for says, _ in found):
        return None
    return found[0][1]


def _with_width(text: str, at_fault: tuple[int, ...], width: int) -> tuple[object, Mended] | None:
    lines = text.split("\n")
    done: set[int] = set()
    pending = list(at_fault)
    while len(done) <= _MOST:
        for number in pending:
            new = _repaired(lines[number - 1], width)
            if new is None:
                return None
            lines[number - 1] = new
            done.add(number)
        after = "\n".join(lines)
        node, found = frontmatter.mapping(after, "", "S036")
        if isinstance(node, Mapping):
            return (meaning(node), Mended(after, frozenset(done))) if done else None
        complaint = next((one for one in found if one.code in ("S030", "S036")), None)
        line = complaint and _culprit(lines, complaint.line, done)
        if not line:
            return None
        pending = [line]
    return None


def _culprit(lines: list[str], told: int, done: set[int]) -> int | None:
    """The line to put right: the one that was told, else the last one above it that says something."""
    above = next((n for n in range(told - 1, 0, -1) if lines[n - 1].strip()), 0)
    for number in (told, above):
        if 0 < number <= len(lines) and number not in done and _repaired(lines[number - 1], 2) is not None:
            return number
    return None


def _is_odd(line: str) -> bool:
    return any(character in _WIDE for character in _indentation(line))


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(f" {BLANKS}"))]


def _repaired(line: str, width: int) -> str | None:
    """The line with spaces before it and plain punctuation behind its key; None where it has both already."""
    before = _indentation(line)
    spaces = "".join(" " * (width if blank in _WIDE else 1) for blank in before)
    new = spaces + line[len(before) :]
    new = with_plain_colon(new) or new
    new = with_plain_braces(new) or new
    return new if new != line else None
