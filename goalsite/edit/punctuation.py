"""Full-width punctuation where YAML wants its own: `｛date：…，value：…｝`, `title：…`.

Texts keep theirs: a comma divides pairs only where a key and a colon follow, and what stands in quotes is
left as it is.
"""

from __future__ import annotations

from functools import lru_cache

from goalsite.edit.meaning import Meaning, MisplacedError, meaning_of_text
from goalsite.source.nodes import NULLS

_OPENING = {"{": "{", "｛": "{", "[": "[", "［": "["}
_CLOSING = {"{": "}｝", "[": "]］"}
_QUOTES = {'"': '"', "'": "'", "“": "”", "「": "」"}
_BLANK = " \u3000\u00a0\n"
WIDE_OPENING = frozenset("｛［")
WIDE = WIDE_OPENING | frozenset("：，")
"""Full-width signs that stand in a key only where YAML did not read them as the punctuation they were."""
_MOST_LEVELS = 20


@lru_cache(maxsize=32)  # each of the thousand wrong words of a list asks for the list
def respelt(text: str) -> str | None:
    """A list or mapping in full-width punctuation, with plain one; as YAML it says the same.

    None where `text` is neither, or how it is divided is not certain.
    """
    reading = _Reading(text)
    try:
        said = reading.value("", 0)
        new = "".join(reading.out)
        certain = reading.at == len(text) and not isinstance(said, str | None) and new != text
        return new if certain and meaning_of_text(new) == said else None
    except (_UncertainError, MisplacedError):
        return None


def with_plain_colon(line: str) -> str | None:
    """A line `key：value`, perhaps behind dashes, with a plain colon; None where it is no such line."""
    at = _after_dashes(line)
    end = _end_of_key(line, at)
    if end == at or line[end : end + 1] != "：":
        return None
    value = line[end + 1 :].lstrip(_BLANK)
    gap = line[end + 1 : len(line) - len(value)].replace("\u3000", " ").replace("\u00a0", " ")
    return f"{line[:end]}:{gap or ' ' * bool(value)}{value}"


def with_plain_braces(line: str) -> str | None:
    """A line with a list or mapping behind its dashes and key, in plain punctuation; None without one."""
    at = _after_dashes(line)
    end = _end_of_key(line, at)
    if line[end : end + 2] == ": ":
        at = end + 1
    while line[at : at + 1] == " ":
        at += 1
    if line[at : at + 1] not in _OPENING:
        return None
    written = line[at:].rstrip(_BLANK)
    new = respelt(written)
    return f"{line[:at]}{new}{line[at + len(written) :]}" if new else None


def _after_dashes(line: str) -> int:
    at = 0
    while line[at : at + 1] == " " or line[at : at + 2] == "- ":
        at += 1
    return at


def _end_of_key(text: str, at: int) -> int:
    """The end of the plain key that begins at `at`; `at` itself where none does."""
    end = at
    while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] in "_-"):
        end += 1
    return end


class _UncertainError(Exception):
    """The text may be divided in more than one way, or in none."""


class _Reading:
    """Reads a flow collection in either punctuation and writes it into `out` in the plain one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.out: list[str] = []

    def value(self, within: str, level: int) -> Meaning:
        """What begins here, in a collection that `within` opened."""
        opened = _OPENING.get(self.text[self.at : self.at + 1])
        if opened is None:
            return self._text(within)
        if level == _MOST_LEVELS:
            raise _UncertainError
        self._put(opened)
        entries = []
        while not self._closes(opened):
            entries.append(self._entry(opened, level + 1))
            self._skip_blanks()
            if self._here() and self._here() in ",，":
                self._put(
                    ", " if self._here() == "，" and self.text[self.at + 1 : self.at + 2] != " " else ","
                )
            elif not self._here() or self._here() not in _CLOSING[opened]:
                raise _UncertainError
        self._put(_CLOSING[opened][0])
        return tuple(entries) if opened == "{" else entries

    def _entry(self, opened: str, level: int) -> Meaning:
        if opened == "[":
            return self.value(opened, level)
        end = _end_of_key(self.text, self.at)
        key = self.text[self.at : end]
        self.out.append(key)
        self.at = end
        self._skip_blanks()
        if not key or self._here() not in (":", "："):
            raise _UncertainError
        self._put(": " if self.text[self.at + 1 : self.at + 2] not in (" ", "") else ":")
        self._skip_blanks()
        return key, self.value(opened, level)

    def _closes(self, opened: str) -> bool:
        """Whether the collection ends here, behind blanks."""
        self._skip_blanks()
        return self._here() != "" and self._here() in _CLOSING[opened]

    def _text(self, within: str) -> str | None:
        start = self.at
        if quote := _QUOTES.get(self._here()):
            end = self.text.find(quote, start + 1)
            if end < 0:
                raise _UncertainError
            self.at = end + 1
        while self._here() and not self._ends_text(within):
            self.at += 1
        said = self.text[start : self.at].rstrip(_BLANK)
        self.at = start + len(said)
        self.out.append(said)
        if said[:1] in ("'", '"'):
            return said[1:-1]
        return None if said in NULLS else said

    def _ends_text(self, within: str) -> bool:
        here = self._here()
        if here in _CLOSING["{"] + _CLOSING["["] or (within == "[" and here in ",，"):
            return True
        if here not in ",，":
            return False
        at = self.at + 1
        while self.text[at : at + 1] and self.text[at] in _BLANK:
            at += 1
        end = _end_of_key(self.text, at)
        while self.text[end : end + 1] and self.text[end] in _BLANK:
            end += 1
        follows = self.text[at : at + 1]
        return (end > at and self.text[end : end + 1] in (":", "：")) or (follows != "" and follows in "}｝")

    def _here(self) -> str:
        return self.text[self.at : self.at + 1]

    def _put(self, sign: str) -> None:
        """Write `sign` for the character that stands here."""
        self.out.append(sign)
        self.at += 1

    def _skip_blanks(self) -> None:
        while self._here() and self._here() in _BLANK:
            self._put(" " if self._here() != "\n" else "\n")
