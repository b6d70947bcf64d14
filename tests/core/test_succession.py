from __future__ import annotations

import pytest

from goalsite.core.periods import FiscalYear
from goalsite.core.succession import following


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("2026", "2027"),
        ("2026-H1", "2026-H2"),
        ("2026-Q4", "2027-Q1"),
        ("2026-T3", "2027-T1"),
        ("2026-B6", "2027-B1"),
        ("2026-09", "2026-10"),
        ("2026-12", "2027-01"),
        ("2026-W53", "2027-W01"),
        ("2025-W52", "2026-W01"),
        ("2026-W09", "2026-W10"),
        ("9999", ""),
        ("release-1", ""),
        ("2026-Q5", ""),
        ("", ""),
    ],
)
def test_a_known_cycle_is_followed_by_the_one_that_begins_when_it_ends(name: str, after: str) -> None:
    assert following(name, FiscalYear()) == after
    assert following(name, FiscalYear(4, "end")) == after
