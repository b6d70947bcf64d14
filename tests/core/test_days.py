from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.days import is_day_form, read_day


@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat()) == day


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29",
        "2026-02-31",
        "2026-13-01",
        "2026-1-5",
        "20261005",
        "2026-W41-1",
        "2026-10-05 ",
        "2026-10-05T09:00",
        "２０２６-10-05",
        "2026/10/05",
        "",
    ],
)
def test_a_day_that_the_calendar_or_the_notation_does_not_have_is_none(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(("text", "form"), [("2026-02-31", True), ("2026-W41-1", False), ("20261005", False)])
def test_a_day_that_the_calendar_does_not_have_is_told_from_another_notation(text: str, form: bool) -> None:
    assert is_day_form(text) is form
