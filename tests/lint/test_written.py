"""Where things stand in the files of a goal."""

from __future__ import annotations

from datetime import date

from goalsite.core.diagnostics import Mark
from goalsite.lint.written import Place, Written
from goalsite.source.read import read_document, read_table
from tests.authored import read

PATH = "goals/2026-Q4/a.md"
FRONT = """---
owner: ada
checkins:
  - {date: 2026-10-09, confidence: 0.5}
key_results:
  - id: p50
    metric: {unit: min, baseline: 14, target: 5}
    checkins:
      - {date: 2026-10-05, value: 12}
      - {date: 2026-10-05, value: 13, confidence: 0.4}
---
Why.

# A title
"""
LOG = "date,kr,value\n2026-10-12,p50,11\n2026-10-13,,\n"


def written(front: str = FRONT) -> Written:
    """The objective with its log, as written."""
    document, _ = read_document(front.encode(), PATH)
    table, _ = read_table(LOG.encode(), "goals/2026-Q4/a.checkins.csv")
    return Written(document, table)


def test_keys_lead_to_values() -> None:
    assert written().at("owner") == Mark(2, 8)
    assert written().at("key_results", 0, "metric", "target") == Mark(7, 47)


def test_where_keys_lead_nowhere_the_last_on_the_way_is_meant() -> None:
    assert written().at("key_results", 0, "metric", "plan") == Mark(7, 13)
    assert written().at("key_results", 7) == Mark(6, 3)


def test_a_title_is_the_key_else_the_heading_else_the_first_line() -> None:
    assert written("---\ntitle: A title\n---\n").title() == Mark(2, 8)
    assert written().title() == Mark(14, 3)
    assert written("---\nowner: ada\n---\n").title() == Mark()


def test_a_check_in_is_found_in_the_file_and_in_the_log() -> None:
    result = read({PATH: FRONT}).objective("2026-Q4/a").key_results[0]
    here = written()
    assert here.checkin(result, date(2026, 10, 5), "value") == Place(PATH, Mark(10, 35))
    assert here.checkin(result, date(2026, 10, 5), "confidence") == Place(PATH, Mark(10, 51))
    assert here.checkin(None, date(2026, 10, 9), "confidence") == Place(PATH, Mark(4, 36))
    log = "goals/2026-Q4/a.checkins.csv"
    assert here.checkin(result, date(2026, 10, 12), "value") == Place(log, Mark(2))
    assert here.checkin(None, date(2026, 10, 13)) == Place(log, Mark(3))
    assert here.checkin(result, date(2026, 11, 1)) == Place(PATH, result.mark)
    assert here.of(result, "metric", "unit") == Mark(7, 20)


def test_a_point_of_a_kpi_is_found_in_its_file_and_in_its_csv() -> None:
    document, _ = read_document(b"---\nseries: [[2026-10-05, 1], [2026-10-12, 2]]\n---\n", "goals/kpis/a.md")
    assert Written(document).point("2026-10-12") == Place("goals/kpis/a.md", Mark(2, 28))
    table, _ = read_table(b"date,value\n2026-10,5\n", "goals/kpis/a.csv")
    assert Written(document, table).point("2026-10") == Place("goals/kpis/a.csv", Mark(2))


def test_current_says_what_no_row_says() -> None:
    front = "---\nkey_results:\n  - {id: a, current: 5, reported: at_risk, checked: 2026-10-05}\n---\n"
    result = read({PATH: front}).objective("2026-Q4/a").key_results[0]
    here = written(front)
    assert here.checkin(result, date(2026, 10, 5)) == Place(PATH, Mark(3, 53))
    assert here.checkin(result, date(2026, 10, 5), "value") == Place(PATH, Mark(3, 22))
    assert here.checkin(result, date(2026, 10, 5), "status") == Place(PATH, Mark(3, 35))
    assert here.checkin(result, date(2026, 10, 5), "confidence") == Place(PATH, Mark(3, 22))
