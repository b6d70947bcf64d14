"""The smallest pieces of a drawing: numbers, escaped text, how wide text is, labels."""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

FONT = 15.0
"""The size labels are laid out for, in units of the drawing: a phone's; wider screens set them smaller."""

LINE = 17.0
"""The height of one line of text."""

Tone = Literal["", "ok", "warn", "bad", "muted", "accent"]
"""A hue by its meaning; empty where nothing is judged."""

Anchor = Literal["start", "middle", "end"]

_SPECIAL = re.compile("[&<>\"'\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NARROW = frozenset("iljtfrI.,:;!|'`()[]{} /-")
_BROAD = frozenset("mwMWOQGDHNU@%&+=<>—…×÷→±")


class Formats(NamedTuple):
    """How a chart writes: values, whole days, and dates under an axis whose ticks are one `unit` apart.

    `unit` is `day`, `month` or `year`.
    """

    value: Callable[[float], str]
    day: Callable[[date], str]
    tick: Callable[[date, str], str]


@lru_cache(maxsize=1 << 13)  # edges, ticks and heights come again and again
def num(value: float) -> str:
    """A coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return "0" if text == "-0.0" else text.removesuffix(".0")


def esc(text: str) -> str:
    """The text as XML takes it, between tags or in double quotes; what it cannot hold becomes U+FFFD."""
    if not _SPECIAL.search(text):
        return text
    return html.escape(_NOT_XML.sub("\ufffd", text))


@lru_cache(maxsize=4096)
def _advance(character: str) -> float:
    if character in _NARROW:
        return 0.38
    if _NOT_XML.match(character):
        return 1.0  # as U+FFFD, which is what will stand there
    if character.isascii():
        return 0.92 if character in _BROAD else 0.7 if character.isupper() else 0.6
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if character in _BROAD or unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    return 0.75


@lru_cache(maxsize=4096)
def text_width(text: str) -> float:
    """How wide the text can be, in units at the size `FONT`; what East Asia writes is square."""
    return FONT * math.fsum(map(_advance, text))


@lru_cache(maxsize=4096)
def shorten(text: str, width: float) -> str:
    """The text if it fits into the width, else as much of its beginning as fits before an ellipsis."""
    text = " ".join(text.split())
    if text_width(text) <= width:
        return text
    room = width - text_width("…")
    kept = 0
    for character in text:
        room -= FONT * _advance(character)
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines that fit the width, broken at spaces or around square characters."""
    rest = " ".join(text.split())
    lines: list[str] = []
    while rest and len(lines) < most - 1 and text_width(rest) > width:
        cut = _break_before(rest, width)
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return (*lines, shorten(rest, width)) if rest else tuple(lines)


def _break_before(text: str, width: float) -> int:
    """Where a line ends: after the last character that fits, or at the last chance before it."""
    room, last, chance = width, 0, 0
    for at, character in enumerate(text):
        if character == " " or (
            at and _is_square(character) and character not in "，。、；：！？）》」』】”’"
        ):
            chance = at
        room -= FONT * _advance(character)
        if room < 0:
            break
        last = at + 1
    return chance or max(last, 1)


def _is_square(character: str) -> bool:
    return not character.isascii() and unicodedata.east_asian_width(character) in "WF"


def text_at(x: float, y: float, text: str, classes: str, anchor: Anchor = "start", full: str = "") -> str:
    """A line of text whose middle is at height `y`; `full` is told on hovering if it was shortened."""
    more = f"<title>{esc(full)}</title>" if full and full != text else ""
    place = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text class="{classes}" x="{num(x)}" y="{num(y)}"{place}>{more}{esc(text)}</text>'


def line_at(x1: float, y1: float, x2: float, y2: float, classes: str) -> str:
    """A straight line."""
    return f'<line class="{classes}" x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}"/>'


def path_through(points: Iterable[tuple[float, float]]) -> str:
    """The `d` of a path through the points."""
    return "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in points])


def mark_at(x: float, y: float, tone: Tone, title: str) -> str:
    """A point: a disc, a triangle where it warns, a diamond where it is bad: shape tells what colour does."""
    told = f"<title>{esc(title)}</title>"
    if tone == "warn":
        return f'<path class="gs-point gs-warn" d="M{num(x)} {num(y - 5)}l5 8.5h-10z">{told}</path>'
    if tone == "bad":
        return f'<path class="gs-point gs-bad" d="M{num(x)} {num(y - 5)}l5 5-5 5-5-5z">{told}</path>'
    classes = f"gs-point gs-{tone}" if tone else "gs-point"
    return f'<circle class="{classes}" cx="{x:.1f}" cy="{y:.1f}" r="3.4">{told}</circle>'


def image(classes: str, width: float, height: float, title: str, description: str, parts: list[str]) -> str:
    """A whole drawing that is one picture to a screen reader, and scales with the width it is given."""
    told = f"<title>{esc(title)}</title>"
    if description:
        told += f"<desc>{esc(description)}</desc>"
    box = f"0 0 {num(width)} {num(height)}"
    return f'<svg class="{classes}" viewBox="{box}" role="img">{told}{"".join(parts)}</svg>'
