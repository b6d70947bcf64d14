"""What the map offers to those who look at it with a script: the files with its goals, and how it is read."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Svg

GOALS_A_FILE = 10_000
"""No file with the map's goals holds more, whatever the site's size."""

FOLDER = "map/_/"


class MapSign(Struct, frozen=True):
    """A sign of the map's key: a small drawing of it, and what it means."""

    line: Svg
    word: str
    meaning: str


class WholeMap(Struct, frozen=True):
    """The map of everything: `files` are the addresses of its goals, which the script draws from.

    `goals` is how many there are, in words; `is_large` tells that they are too many for one drawing, so that
    what stands on the page is the strategy level and all else comes when somebody asks for it.
    """

    files: tuple[str, ...]
    goals: str
    is_large: bool
    signs: tuple[MapSign, ...] = ()


def goals_file(number: int) -> str:
    """Where the goals of the map lie, the first 10,000 in file 1."""
    return f"{FOLDER}goals-{number}.json"
