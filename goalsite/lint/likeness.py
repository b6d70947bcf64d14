"""How alike two titles are: by the words that carry their meaning, Chinese by characters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_FIRST = "\u3040"
_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+")
_ASCII = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a an the of in on to for and or with by at from is are be our we us it its that this as"
        " 的 了 和 与 在",
    )
)
_LEAST = 6  # what two unequal titles must share: three words, or six characters
_SUFFIX = 4  # how much may differ at the end of one word: customer, customers


def words(title: str) -> tuple[str, ...]:
    """The words of a title in their order: in one case, in the singular, without small ones where others are.

    A Chinese or Japanese character is a word.
    """
    if title.isascii():
        every = _ASCII.findall(title.lower())
    else:
        every = _TOKEN.findall(unicodedata.normalize("NFKC", title).casefold())
    kept = [word for word in every if word not in _SMALL] or every
    return tuple(
        [word[:-1] if word[-1] == "s" and len(word) > 3 and word[-2] != "s" else word for word in kept]
    )


def signs(title: Sequence[str]) -> frozenset[str]:
    """What a title with most of these words has, too: words, and pairs of neighbouring characters."""
    if max(title, default="") < _FIRST:
        return frozenset(title)
    characters = {word for word in title if _is_character(word)}
    pairs = (one + other for one, other in pairwise(title) if one in characters and other in characters)
    return frozenset({*title, *pairs} - characters)


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How many of their words two titles share, 0 to 1, in whatever order.

    0 where each has a word of its own: goals for the north and for the south are not the same.
    """
    if sorted(one) == sorted(other):
        return 1.0
    rest, others = Counter(one), Counter(other)
    rest, others = rest - others, others - rest
    for word in list(rest):
        twin = next((its for its in others if _is_form(word, its)), None)
        if twin:
            del rest[word], others[twin]
    if rest and others:
        return 0.0
    own = sum(map(_size, (rest or others).elements()))
    both = sum(map(_size, one)) + sum(map(_size, other))
    return (both - own) / both if both - own >= 2 * _LEAST else 0.0


def _is_form(one: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike and differ in a short ending."""
    alike = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        alike += 1
    return alike >= _SUFFIX and max(len(one), len(other)) - alike <= _SUFFIX - 1


def _is_plural(word: str) -> bool:
    return len(word) > 3 and word[-2] != "s"


def _is_character(word: str) -> bool:
    return len(word) == 1 and word >= _FIRST


def _size(word: str) -> int:
    return 1 if _is_character(word) else 2
