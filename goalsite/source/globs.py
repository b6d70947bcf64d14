"""Globs of paths: `*`, `?` and `[…]` within a segment, `**` for any number of segments.

Matching takes time proportional to path times pattern, whatever the pattern: a later star never makes
an earlier one try again.
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable

_ANY = None  # stands for `**`

_Pattern = tuple[re.Pattern[str] | None, ...]


class Globs:
    """Patterns relative to the root of the repository. What lies below a folder they match is matched too."""

    __slots__ = ("_paths", "_patterns")

    def __init__(self, globs: Iterable[str] = ()) -> None:
        split = [segments for glob in globs if (segments := _segments(glob))]
        self._paths = tuple(f"{'/'.join(one)}/" for one in split if not _has_wildcard(one))
        self._patterns = tuple(_compiled(one) for one in split if _has_wildcard(one))

    def match(self, path: str) -> bool:
        """Whether `path`, relative to the root and with `/`, or a folder above it is matched."""
        if self._paths and f"{path}/".startswith(self._paths):
            return True
        if not self._patterns:
            return False
        segments = path.split("/")
        return any(_matches(segments, pattern) for pattern in self._patterns)


def _segments(glob: str) -> list[str]:
    """The segments of a glob; none where it names nothing."""
    return [segment for segment in glob.split("/") if segment not in ("", ".")]


def _has_wildcard(segments: list[str]) -> bool:
    """Whether these are more than a path, which is the cheapest to compare with."""
    return any(character in segment for segment in segments for character in "*?[")


def _compiled(segments: list[str]) -> _Pattern:
    """One item per segment, then `**` for what lies below."""
    # fnmatch makes every star atomic, so that a segment is matched in linear time.
    return (*(_ANY if s == "**" else re.compile(fnmatch.translate(s)) for s in segments), _ANY)


def _matches(segments: list[str], pattern: _Pattern) -> bool:
    at = here = 0
    star, resume = -1, 0
    while at < len(segments):
        if here < len(pattern) and pattern[here] is _ANY:
            star, resume = here, at
            here += 1
        elif here < len(pattern) and (segment := pattern[here]) and segment.match(segments[at]):
            here += 1
            at += 1
        elif star >= 0:  # let the last `**` take one segment more
            resume += 1
            here, at = star + 1, resume
        else:
            return False
    return all(segment is _ANY for segment in pattern[here:])
