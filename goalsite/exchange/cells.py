"""The cells of a table as a spreadsheet may have them: a stranger's text stays text, whatever opens it."""

from __future__ import annotations

import re
from datetime import date
from math import isfinite

from goalsite.pages.table_views import Cell

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NO_CHARACTER = re.compile(r"[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_SIGNS = tuple("=+-@＝＋－＠")
_FORMULA = re.compile(rf"(^|;)(?=\s*[{re.escape(''.join(_SIGNS))}])")
"""What begins a formula, also after a semicolon, at which some spreadsheets cut a line."""


def plain(cell: Cell) -> str | float | date | None:
    """The cell with its text on one line and free of what is no character, whole numbers without a point.

    Numbers have 15 digits, as many as a spreadsheet holds, so that 0.1 + 0.2 is 0.3 there.
    """
    if isinstance(cell, str):
        if cell.isprintable():
            return cell.strip()
        return _NO_CHARACTER.sub("\ufffd", " ".join(_UNSEEN.sub(" ", cell).split()))
    if isinstance(cell, float):
        if not isfinite(cell):  # a difference of two huge values; no spreadsheet has a number for it
            return None
        number = float(f"{cell:.15g}")
        return int(number) if number.is_integer() and abs(number) < 2**53 else number
    return cell


def harmless(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would take for the beginning of a formula."""
    if ";" not in text and not text.lstrip().startswith(_SIGNS):  # as nearly every one
        return text
    return _FORMULA.sub(r"\1'", text)
