from __future__ import annotations

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.model import rhythms
from goalsite.model.shapes import Reader, Reading
from goalsite.source.nodes import Scalar, Sequence

CALENDAR = ("day", "week", "month", "quarter", "year")


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (rhythms.cadence, (*CALENDAR, "xun", "end", "10d", "99999d")),
        (rhythms.frequency, (*CALENDAR, "irregular", "10d", "6m", "5y")),
        (rhythms.lag, (*CALENDAR, "10d", "6m", "1y")),
        (rhythms.every, CALENDAR),
    ],
    ids=["cadence", "frequency", "lag", "every"],
)
def test_each_rhythm_takes_its_words_and_no_others(reader: Reader, words: tuple[str, ...]) -> None:
    tried = (
        *CALENDAR,
        "xun",
        "end",
        "irregular",
        "10d",
        "6m",
        "5y",
        "1y",
        "99999d",
        "0d",
        "10",
        "d",
        "10D",
        "1 d",
        "Week",
        "",
    )
    taken = [word for word in tried if reader(Scalar(word, True, Mark()), Reading("a.md"), "x") is not None]
    assert set(words) <= set(taken)
    assert all(word in words or word[:-1].isdigit() for word in taken)
    assert not {"0d", "10", "d", "10D", "1 d", "Week", ""} & set(taken)


def test_what_is_no_rhythm_is_told() -> None:
    reading = Reading("a.md")
    rhythms.cadence(Scalar("weekly", True, Mark(2, 10)), reading, "cadence")
    rhythms.cadence(Sequence((), Mark(3, 10)), reading, "cadence")
    assert [(one.line, one.code, one.length) for one in reading.found] == [(2, "S008", 6), (3, "S002", 1)]
