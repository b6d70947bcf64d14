"""Ids: what they may look like, how they are made from a path, when two are one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PLAIN = re.compile(r"[A-Za-z0-9._/-]*")  # the characters of most ids, which need not be looked up one by one
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_SEGMENT_BYTES = 200
_LONGEST = 1000  # characters of an id


def nfc(text: str) -> str:
    """`text` in Unicode's composed form, in which ids are compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """What two ids have in common that would share a file on a disk that ignores case or form."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def is_name_character(character: str) -> bool:
    """Whether a character may stand in an id or a handle."""
    return (
        character in "-_."
        or unicodedata.category(character)[0] in "LM"
        or unicodedata.category(character) == "Nd"
    )


@lru_cache(maxsize=1024)  # the segments of paths and the handles of people come again and again
def fault_in_id(name: str) -> str:
    """Why `name` cannot be an id, as a clause that follows `id "…"`; empty if it can."""
    if not name:
        return "is empty"
    if len(name) > _LONGEST:
        return f"has {len(name)} characters, must have at most {_LONGEST}"
    for segment in name.split("/"):
        fault = _fault_in_segment(segment)
        if fault:
            return fault
    return ""


def _fault_in_segment(segment: str) -> str:
    if not segment:
        return "has an empty segment"
    if not _PLAIN.fullmatch(segment):
        for character in segment:
            if not is_name_character(character):
                return f"holds {describe(character)}, must be letters, digits, - _ . and / between segments"
    if segment[0] in "_.":
        return f"has a segment that begins with {segment[0]}"
    if segment[-1] == ".":
        return "has a segment that ends in a dot"
    if len(segment.encode()) > _SEGMENT_BYTES:
        return f"has a segment of more than {_SEGMENT_BYTES} bytes"
    if _DEVICES.fullmatch(segment):
        return f"has the segment {segment}, the name of a device on Windows"
    return ""


def describe(character: str) -> str:
    """A character as a message can show it: itself where it is visible, else its code point."""
    if character == " ":
        return "a space"
    return f'"{character}"' if character.isprintable() else f"U+{ord(character):04X}"


def id_from_path(path: str) -> str:
    """The id that a path makes: every character that no id may hold becomes `-`."""
    if _PLAIN.fullmatch(path):
        return path
    return "".join(c if c == "/" or is_name_character(c) else "-" for c in nfc(path))


def place_of_page(name: str) -> str:
    """Where a plain page stands: README and index are the pages of their folders."""
    folder, _, last = name.rpartition("/")
    return folder if last.casefold() in ("readme", "index") else name


def tails(name: str) -> list[str]:
    """The proper tails of an id by whole segments: of `a/b/c`, `b/c` and `c`."""
    segments = name.split("/")
    return ["/".join(segments[i:]) for i in range(1, len(segments))]


def is_wide(character: str) -> bool:
    """Whether a character belongs to a script that sets no spaces between words, as Chinese does."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def joins_mention(character: str) -> bool:
    """Whether a character before an `@` makes that part of an address, path or word; a wide one does not."""
    if character in "-_./+@=&%#~$\\":
        return True
    return not is_wide(character) and unicodedata.category(character)[0] in "LMN"


@lru_cache(maxsize=1 << 12)  # the same people are named again and again
def fold_handle(handle: str) -> str:
    """A person's handle as it is compared and used in paths: without @, in one case."""
    return folded(handle.strip().removeprefix("@"))
