from __future__ import annotations

from goalsite.pages.compare import compare_pages
from goalsite.pages.review_views import ComparePage
from tests.pages.desks import desk_of
from tests.pages.goal_files import said
from tests.pages.test_reviews import FILES, closed

MORE = FILES | {
    "goals/core/2026-Q3/a.md": closed("A", 0.5, "retro: {root_cause: Too many goals}"),
    "goals/core/2026-Q2/old.md": closed("Old", 0.7, "retro: {root_cause: too MANY goals}", "2026-06-28"),
    "goals/core/2025-Q3/older.md": closed("Older", 0.6, "", "2025-09-28"),
}


def compared(files: dict[str, str]) -> dict[str, ComparePage]:
    return {frame.path: page for page, frame in compare_pages(desk_of(files))}


def test_each_cycle_is_held_against_the_one_before_and_that_of_a_year_before() -> None:
    assert sorted(compared(MORE)) == [
        "cycles/2026-Q2/_/compare/2025-Q3/",
        "cycles/2026-Q3/_/compare/2025-Q3/",
        "cycles/2026-Q3/_/compare/2026-Q2/",
        "cycles/2026-Q4/_/compare/2026-Q3/",
    ]


def test_the_differences_are_told_in_words_first() -> None:
    page = compared(FILES)["cycles/2026-Q3/_/compare/2026-Q2/"]
    assert page.title == "2026-Q3 beside 2026-Q2"
    assert said(page.sentence)[:2] == ["Carried over 1, up by 1.", "Rhythm 0%, 8 points lower."]
    assert [link.text for link in page.cycles] == ["2026-Q3", "2026-Q2"]


def test_units_stand_beside_each_other_with_their_verdicts() -> None:
    units = compared(FILES)["cycles/2026-Q3/_/compare/2026-Q2/"].units
    assert [
        (row.unit.text, row.now and row.now.text, row.before and row.before.text, row.change) for row in units
    ] == [
        ("Core", "0.5", "0.7", "0.2 lower"),
        ("Web", "0.9", None, ""),
    ]
    assert [row.verdict.word if row.verdict else "" for row in units] == ["partial", "too safe"]


def test_root_causes_are_counted_in_both_whatever_their_case() -> None:
    table = compared(MORE)["cycles/2026-Q3/_/compare/2026-Q2/"].root_causes
    assert table is not None
    assert [row[1:] for row in table.rows] == [("1", "1")]
    assert compared(FILES)["cycles/2026-Q3/_/compare/2026-Q2/"].root_causes is None


def test_one_comparison_leads_to_the_others_of_its_cycle() -> None:
    page = compared(MORE)["cycles/2026-Q3/_/compare/2026-Q2/"]
    assert [link.href for link in page.others] == ["cycles/2026-Q3/_/compare/2025-Q3/"]
