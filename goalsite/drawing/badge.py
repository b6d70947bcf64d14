"""A badge for a README: what it is about on the left, where that stands on the right.

It is shown as an image on pages of others, so that it brings its colours along. They have a contrast of at
least 4.5 to its words and stand out from white and black pages alike.
"""

from __future__ import annotations

from goalsite.drawing.svg import FONT, Tone, esc, num, shorten, text_width

_SIZE = 11.0
_HEIGHT = 22
_PAD = 7.0
_MOST = 280.0
"""How wide each side may be."""

LABEL = "#3d444d"
COLORS: dict[Tone, str] = {
    "": "#57606a",
    "ok": "#1a7f37",
    "warn": "#9a6700",
    "bad": "#cf222e",
    "muted": "#57606a",
    "accent": "#0969da",
}
_FONTS = "system-ui,-apple-system,Segoe UI,Roboto,Noto Sans,Noto Sans CJK SC,PingFang SC,sans-serif"


def badge(label: str, value: str, tone: Tone = "") -> str:
    """A whole SVG document: `label` and `value` on one line each, shortened where they are long."""
    left, right = (_fitted(text) for text in (label, value))
    widths = [_width(text) + 2 * _PAD for text in (left, right)]
    whole = esc(" ".join(f"{label}: {value}".split()))
    seam, end = widths[0], widths[0] + widths[1]
    width = num(end)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{_HEIGHT}"'
        f' viewBox="0 0 {width} {_HEIGHT}" role="img" aria-label="{whole}"><title>{whole}</title>'
        f'<path fill="{LABEL}" d="M{num(seam)} 0H4a4 4 0 0 0-4 4v14a4 4 0 0 0 4 4H{num(seam)}z"/>'
        f'<path fill="{COLORS[tone]}" d="M{num(seam)} 0H{num(end - 4)}a4 4 0 0 1 4 4v14'
        f'a4 4 0 0 1-4 4H{num(seam)}z"/>'
        f'<g fill="#fff" font-family="{_FONTS}" font-size="{num(_SIZE)}" text-anchor="middle">'
        f"{_word(seam / 2, left)}{_word((seam + end) / 2, right)}</g></svg>\n"
    )


def _fitted(text: str) -> str:
    return shorten(text, _MOST * FONT / _SIZE)


def _width(text: str) -> float:
    return text_width(text) * _SIZE / FONT


def _word(x: float, text: str) -> str:
    return f'<text x="{num(x)}" y="15">{esc(text)}</text>'
