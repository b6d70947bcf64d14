"""Readers for how often: cadences, frequencies, lags."""

from __future__ import annotations

from goalsite.core.periods import days_of
from goalsite.model.shapes import Reader, Reading, shorten, span, wrong
from goalsite.source.nodes import Node, Scalar


def _rhythm(words: tuple[str, ...], letters: str, expected: str) -> Reader:
    def read(node: Node, reading: Reading, name: str) -> str | None:
        if not isinstance(node, Scalar):
            wrong(node, reading, name, expected)
            return None
        counted = days_of(node.text) is not None and node.text[0].isdigit() and node.text[-1] in letters
        if node.text in words or counted:
            return node.text
        reading.report(
            node.mark,
            "S008",
            f'{name} is "{shorten(node.text)}", must be {expected}',
            reading.suggestions.did_you_mean(node.text, words),
            span(node.text),
        )
        return None

    return read


_CALENDAR = ("day", "week", "month", "quarter", "year")

cadence = _rhythm((*_CALENDAR, "xun", "end"), "d", "day, week, xun, month, quarter, year, end or such as 10d")
frequency = _rhythm(
    (*_CALENDAR, "irregular"), "dmy", "day, week, month, quarter, year, irregular or such as 10d, 6m, 5y"
)
lag = _rhythm(_CALENDAR, "dmy", "a length such as 10d, 6m or week")
every = _rhythm(_CALENDAR, "", "day, week, month, quarter or year")
