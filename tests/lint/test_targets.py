"""The targets of a KPI as they are written."""

from __future__ import annotations

from datetime import date

from goalsite.core.diagnostics import Mark
from goalsite.lint.targets import place, written_targets
from goalsite.lint.written import Written
from goalsite.model.records import Target
from goalsite.source.read import read_document

FRONT = b"""---
targets:
  - {from: 2026-01-01, target: 9, red: }
  - soon
  - from: "2026-07-01"
    min: 40
    plan: [{date: 2026-06-30, value: 1}, {value: 2}, none]
  - {from: 2026-01-01, target: 8.5}
---
"""


def written() -> Written:
    """The KPI as written."""
    document, _ = read_document(FRONT, "goals/kpis/a.md")
    return Written(document)


def test_entries_say_what_has_a_value() -> None:
    first, second, _ = written_targets(written())
    assert (list(first.said), first.start, first.text("target")) == (
        ["from", "target"],
        date(2026, 1, 1),
        "9",
    )
    assert (second.mark, second.start, second.text("plan")) == (Mark(5, 5), date(2026, 7, 1), "")
    assert [when.text for when in second.plan] == ["2026-06-30"]


def test_a_target_is_found_by_its_date_the_last_that_has_it() -> None:
    assert place(Target(start=date(2026, 1, 1)), written()) == (Mark(8, 32), 3)
    assert place(Target(start=date(2026, 7, 1)), written()) == (Mark(6, 10), 2)
    assert place(Target(start=date(2027, 7, 1)), written()) == (Mark(2, 1), 7)


def test_without_targets_there_are_no_entries() -> None:
    document, _ = read_document(b"---\ntargets: soon\n---\n", "goals/kpis/a.md")
    assert written_targets(Written(document)) == []
