"""One file of the site, which paths it may have, and in what order files are published."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import is_normalized

STATE = ".goalsite"
"""The folder in the site's folder that holds what publishing notes down; no artifact lies in it."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site: `path` is relative to the site's root, in NFC, its segments separated by `/`."""

    path: str
    content: bytes


def objection(path: str) -> str:
    """Why nothing is published under `path`, or an empty string."""
    segments = path.split("/")
    if not all(segments) or "." in segments or ".." in segments or "\0" in path:
        return "is no plain relative path"
    if segments[0].casefold() == STATE:
        return f"lies in {STATE}, where goalsite keeps its notes"
    if not path.isascii() and not (is_normalized("NFC", path) and _is_utf8(path)):
        return "is not in the Unicode form NFC"
    return ""


def _is_utf8(path: str) -> bool:
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return True


def publishing_order(path: str) -> tuple[int, int, str]:
    """The key that sorts assets first, then pages, deepest first, then data.

    So whatever a page needs or links is there before the page: an overview lies above what it lists.
    """
    *folders, name = path.split("/")
    if name.endswith(".html"):
        return 1, -len(folders), path
    is_asset = "assets" in folders or "files" in folders
    return (0 if is_asset else 2), -len(folders), path
