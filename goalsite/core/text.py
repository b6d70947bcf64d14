"""Small things about words: suggestions and enumerations for messages."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


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


@dataclass(slots=True)
class Suggestions:
    """Suggestions for the words of one file, until they have taken long enough: nobody reads hundreds."""

    left: int = 10_000
    """With how many options a word may still be compared."""

    def did_you_mean(self, word: str, options: Iterable[str]) -> str:
        """`did you mean "x"?`, or an empty string if none is near, or after too many comparisons."""
        if self.left <= 0:
            return ""
        options = list(options)
        self.left -= len(options)
        return did_you_mean(word, options)


def any_of(words: Iterable[str]) -> str:
    """`a, b or c`."""
    *first, last = list(words)
    return f"{', '.join(first)} or {last}" if first else last
