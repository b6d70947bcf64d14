"""One file of the site, which paths it may have, and in what order files are published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from unicodedata import is_normalized

STATE = ".goalsite"
"""The folder in the site's folder that holds what publishing notes down; no artifact lies in it."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of the site: `path` is relative to the site's root, in NFC, its segments separated by `/`."""

    path: str
    content: bytes


class Standing(Artifact):
    """A file that lies in `site_dir` as it was published, with that digest; read by whoever needs it."""

    __slots__ = ("digest", "site_dir")

    def __init__(self, path: str, site_dir: Path, digest: str) -> None:
        for name, value in (("path", path), ("site_dir", site_dir), ("digest", digest)):
            object.__setattr__(self, name, value)

    digest: str
    site_dir: Path

    @property
    def content(self) -> bytes:
        """The content of the file."""
        return (self.site_dir / self.path).read_bytes()


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
