"""What rules about wording ask of a text: its length, its numbers, the script it is written in."""

from __future__ import annotations

import re

# Kana and Han: scripts in which a word is a few characters and no space stands between two.
_WIDE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
# Thai, Lao, Tibetan, Burmese and Khmer: without spaces too, but spelled out.
_UNSPACED = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")
_CHARACTER = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W_]\S*")  # from its first letter or digit on

_YEAR = re.compile(r"(?:19|20)\d\d[.,]?")
_NUMBER = re.compile(
    r"(?<![A-Za-z\d_/.-])\d[\d.,]*|\b(?:zero|half|halve[sd]?|halving|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|twice|twofold|tenfold"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred|thousand|million)\b"
    r"|[两二三四五六七八九十百千万亿半]{1,8}[个次倍成天周月年分秒名家项条人款数]|减半|翻[倍番]|翻[一两]番|百分之|清零|归零",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\d ?(?:%|％|percent\b|per cent\b)|百分之", re.IGNORECASE)


def is_wide(text: str) -> bool:
    """Whether a text is counted in characters: at least as many of them are Han or kana as it has other
    words."""
    if text.isascii():
        return False
    wide = len(_WIDE_CHARACTER.findall(text))
    return wide > 0 and wide >= _words(_WIDE_CHARACTER.sub(" ", text))


def length(text: str) -> tuple[int, str] | None:
    """How long a text is, in `words` or `characters`; None in a script where neither is a measure."""
    if is_wide(text):
        return len(_CHARACTER.findall(text)), "characters"
    if not text.isascii() and _UNSPACED.search(text):
        return None
    return _words(text), "words"


def numbers(text: str) -> int:
    """How many numbers a text has, in digits or in words; years and digits in names are none, a percentage
    counts for two because it says of what."""
    found = sum(1 for match in _NUMBER.finditer(text) if not _YEAR.fullmatch(match[0]))
    return found + len(_PERCENT.findall(text))


def _words(text: str) -> int:
    return len(_WORD.findall(text))
