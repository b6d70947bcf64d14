"""Tables -> a workbook in the format of Excel: a zip of XML files (ECMA-376), as small as Excel takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from goalsite.exchange.worksheet import MAIN, Texts, cells_of, worksheet
from goalsite.pages.table_views import Sheet

_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats"
_SHEET_TYPES = f"{_TYPES}-officedocument.spreadsheetml"

_RELATIONS = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"'
    ' Target="docProps/core.xml"/></Relationships>'
)
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/>'
    '<numFmt numFmtId="165" formatCode="0.0%"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>'
    '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border>'
    "</borders>"
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def workbook(title: str, sheets: Sequence[Sheet], as_of: date) -> bytes:
    """Tables of plain cells as one workbook, dated by the day of the figures: the same again from the same.

    A text is a text and never a formula or a link; numbers are not rounded, only shown in short.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path, xml in _files(title, sheets, as_of):
            entry = ZipInfo(path)  # its date is that of no file: the first day of 1980
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 3
            archive.writestr(entry, (_XML + xml).encode())
    return packed.getvalue()


def _files(title: str, sheets: Sequence[Sheet], as_of: date) -> Iterator[tuple[str, str]]:
    texts = Texts()
    yield "[Content_Types].xml", "".join(_types(len(sheets)))
    yield "_rels/.rels", _RELATIONS
    yield "docProps/core.xml", _properties(title, as_of)
    yield "xl/workbook.xml", "".join(_book(sheets))
    yield "xl/_rels/workbook.xml.rels", "".join(_parts(len(sheets)))
    yield "xl/styles.xml", _STYLES
    for number, sheet in enumerate(sheets, 1):
        xml = "".join(worksheet(sheet, texts, is_first=number == 1))
        yield f"xl/worksheets/sheet{number}.xml", xml
    yield "xl/sharedStrings.xml", "".join(texts.xml())


def _types(count: int) -> Iterator[str]:
    """What each file of the zip is."""
    yield f'<Types xmlns="{_PACKAGE}/content-types">'
    yield f'<Default Extension="rels" ContentType="{_TYPES}-package.relationships+xml"/>'
    yield '<Default Extension="xml" ContentType="application/xml"/>'
    yield '<Override PartName="/docProps/core.xml"'
    yield f' ContentType="{_TYPES}-package.core-properties+xml"/>'
    kinds = {"workbook": "sheet.main", "styles": "styles", "sharedStrings": "sharedStrings"}
    kinds |= {f"worksheets/sheet{number}": "worksheet" for number in range(1, count + 1)}
    for name, kind in kinds.items():
        yield f'<Override PartName="/xl/{name}.xml" ContentType="{_SHEET_TYPES}.{kind}+xml"/>'
    yield "</Types>"


def _properties(title: str, as_of: date) -> str:
    day = f'xsi:type="dcterms:W3CDTF">{as_of.isoformat()}T00:00:00Z'
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dcterms:created {day}</dcterms:created>"
        f"<dcterms:modified {day}</dcterms:modified></cp:coreProperties>"
    )


def _book(sheets: Sequence[Sheet]) -> Iterator[str]:
    """The list of the sheets, and where each is filtered."""
    yield f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><bookViews><workbookView/></bookViews><sheets>'
    for number, sheet in enumerate(sheets, 1):
        yield f'<sheet name="{escape(_name(sheet.title))}" sheetId="{number}" r:id="rId{number}"/>'
    yield "</sheets><definedNames>"
    for at, sheet in enumerate(sheets):
        place = re.sub(r"([A-Z]+)", r"$\1$", cells_of(sheet))
        yield f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
        yield f"'{escape(_name(sheet.title))}'!{place}</definedName>"
    yield "</definedNames></workbook>"


def _parts(count: int) -> Iterator[str]:
    """Where the files of the workbook lie."""
    found = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, count + 1)]
    found += [("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")]
    yield f'<Relationships xmlns="{_PACKAGE}/relationships">'
    for number, (kind, place) in enumerate(found, 1):
        yield f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{place}"/>'
    yield "</Relationships>"


def _name(title: str) -> str:
    """The title as a sheet may be called."""
    return _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME].strip()
