"""A table -> one sheet of a workbook, in the XML of Excel (ECMA-376, SpreadsheetML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from goalsite.pages.table_views import Sheet

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HEAD_STYLE, DATE_STYLE, SHARE_STYLE = 1, 2, 3
"""Places in the list of styles, which `workbook` gives; 0 is the plain one."""

_LONGEST_TEXT = 32_767
_NARROWEST, _WIDEST = 8, 60
_LOOKED_AT = 20
"""How many rows tell how wide a column is."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was, or knows none."""

_DAY_0 = date(1899, 12, 30).toordinal()
_ESCAPED = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
"""What Excel would take for the number of a character."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Texts(dict[str, int]):
    """The texts of a workbook, each with its number: a cell holds that."""

    def number(self, text: str) -> int:
        """The number of a text; texts are counted in the order in which they come."""
        return self.setdefault(text, len(self))

    def xml(self) -> Iterator[str]:
        """The list of all texts."""
        yield f'<sst xmlns="{MAIN}" uniqueCount="{len(self)}">'
        for text in self:
            kept = ' xml:space="preserve"' if text != text.strip() else ""
            shown = _ESCAPED.sub("_x005F_", escape(text[:_LONGEST_TEXT], quote=False))
            yield f"<si><t{kept}>{_NOT_XML.sub(_by_number, shown)}</t></si>"
        yield "</sst>"


def _by_number(character: re.Match[str]) -> str:
    return f"_x{ord(character[0]):04X}_"


def cells_of(sheet: Sheet) -> str:
    """Where the cells of a table lie, as `A1:D20`."""
    return f"A1:{_letters(len(sheet.columns) - 1)}{len(sheet.rows) + 1}"


def worksheet(sheet: Sheet, texts: Texts, *, is_first: bool) -> Iterator[str]:
    """The sheet of a table of plain cells; its head stays in sight, and each column can be filtered."""
    selected = ' tabSelected="1"' if is_first else ""
    yield f'<worksheet xmlns="{MAIN}"><dimension ref="{cells_of(sheet)}"/>'
    yield f'<sheetViews><sheetView{selected} workbookViewId="0">'
    yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield '<selection pane="bottomLeft"/></sheetView></sheetViews>'
    yield '<sheetFormatPr defaultRowHeight="15"/><cols>'
    for at in range(len(sheet.columns)):
        yield f'<col min="{at + 1}" max="{at + 1}" width="{_width(sheet, at)}.7109375" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield "".join(_rows(sheet, texts))
    yield "</sheetData>"
    if sheet.rows:
        yield f'<autoFilter ref="{cells_of(sheet)}"/>'
    yield "</worksheet>"


def _rows(sheet: Sheet, texts: Texts) -> Iterator[str]:
    letters = [_letters(at) for at in range(len(sheet.columns))]
    styles = [f' s="{SHARE_STYLE}"' if heading.is_share else "" for heading in sheet.columns]
    heads = (heading.text for heading in sheet.columns)
    yield '<row r="1">'
    for letter, head in zip(letters, heads, strict=True):
        yield f'<c r="{letter}1" s="{HEAD_STYLE}" t="s"><v>{texts.number(head)}</v></c>'
    for number, row in enumerate(sheet.rows, 2):
        yield f'</row><row r="{number}">'
        for letter, style, cell in zip(letters, styles, row, strict=True):
            if isinstance(cell, str):
                if cell:
                    yield f'<c r="{letter}{number}" t="s"><v>{texts.number(cell)}</v></c>'
            elif isinstance(cell, date):
                yield _day(f"{letter}{number}", cell, texts)
            elif cell is not None:
                yield f'<c r="{letter}{number}"{style}><v>{cell!r}</v></c>'
    yield "</row>"


def _day(place: str, day: date, texts: Texts) -> str:
    if day < _FIRST_DAY:
        return f'<c r="{place}" t="s"><v>{texts.number(day.isoformat())}</v></c>'
    return f'<c r="{place}" s="{DATE_STYLE}"><v>{day.toordinal() - _DAY_0}</v></c>'


def _letters(at: int) -> str:
    """The name of a column: A to Z, then AA."""
    above, letter = divmod(at, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + letter)


def _width(sheet: Sheet, at: int) -> int:
    """How wide a column is, in characters."""
    cells = (row[at] for row in sheet.rows[:_LOOKED_AT])
    longest = max((len(str(cell)) for cell in cells if isinstance(cell, str | date)), default=0)
    return min(_WIDEST, max(_NARROWEST, longest, len(sheet.columns[at].text) + 3))
