"""Where the points of a KPI are written, and which of them can be compared."""

from __future__ import annotations

from goalsite.core.diagnostics import Mark
from goalsite.lint.written import Place, Written
from goalsite.source.read import read_document, read_table

PATH = "goals/kpis/k.md"


def test_a_point_of_front_matter_has_a_place_for_its_date_and_one_for_its_value() -> None:
    document, _ = read_document(b"---\nseries: [[2026-10-05, 99.97, a note], 7]\n---\n", PATH)
    (point,) = Written(document).points()
    assert (point.day, point.width) == ("2026-10-05", 5)
    assert (point.date, point.value) == (Place(PATH, Mark(2, 11)), Place(PATH, Mark(2, 23)))


def test_a_row_of_a_table_is_one_place() -> None:
    document, _ = read_document(b"---\ntitle: K\n---\n", PATH)
    table, _ = read_table(b"date,value,region\n2026-10-05,7,north\n", "goals/kpis/k.csv")
    (point,) = Written(document, table).points()
    assert point.date == point.value == Place("goals/kpis/k.csv", Mark(2))
    assert point.cells == {"date": "2026-10-05", "value": "7", "region": "north"}
    assert point.width == len("2026-10-05,7,north")
