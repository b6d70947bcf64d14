"""Small things about words: suggestions and enumerations for messages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, options: Iterable[str]) -> str:
    """The option nearest to `word`, whatever their case; empty if none is near."""
    folded: dict[str, str] = {}
    for option in options:
        folded.setdefault(option.casefold(), option)
    near = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def did_you_mean(word: str, options: Iterable[str]) -> str:
    """`did you mean "x"?` for the option nearest to `word`, or an empty string if none is near."""
    near = nearest(word, options)
    return f'did you mean "{near}"?' if near else ""


def any_of(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *first, last = list(words)
    return f"{', '.join(first)} or {last}" if first else last
