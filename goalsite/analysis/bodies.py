"""The lines of a text that went and that came."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

_MENTION = re.compile(r"\[\[([^\[\]\n|]+)")
_COMPARED = 250_000
"""So many pairs of lines are compared; longer stretches are told as replaced."""

Mentioned = Callable[[str], str | None]
"""What `[[…]]` means in a text; None of what means nothing."""


def changed_lines(
    before: str, after: str, meant_before: Mentioned, meant_after: Mentioned
) -> tuple[str, ...]:
    """The lines that went (`-…`) and came (`+…`), as they stand there, without blank ones.

    A line that names the same goals by other names is the same line.
    """
    if before == after:
        return ()
    old, new = _lines(before), _lines(after)
    found: list[str] = []
    olds = [_meaning(line, meant_before) for line in old]
    news = [_meaning(line, meant_after) for line in new]
    for old_from, old_to, new_from, new_to in _stretches(olds, news):
        found += [f"-{line}" for line in old[old_from:old_to]]
        found += [f"+{line}" for line in new[new_from:new_to]]
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.split("\n") if line.strip()]


def _meaning(line: str, meant: Mentioned) -> str:
    return _MENTION.sub(lambda said: f"[[{meant(said[1]) or said[1]}", line) if "[[" in line else line


def _stretches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """From which line to which the texts differ, in the old and in the new one."""
    most = min(len(old), len(new))
    first = next((n for n in range(most) if old[n] != new[n]), most)
    last = next((n for n in range(most - first) if old[-1 - n] != new[-1 - n]), most - first)
    olds, news = old[first : len(old) - last], new[first : len(new) - last]
    if len(olds) * len(news) > _COMPARED:
        return [(first, len(old) - last, first, len(new) - last)]
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    return [
        (first + a, first + b, first + c, first + d)
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
