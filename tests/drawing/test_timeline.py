"""Bars of time: where they lie, and that nothing is drawn outside of its row."""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing.svg import Formats, Tone
from goalsite.drawing.timeline import Axis, Span, timeline_axis, timeline_row

TODAY = date(2026, 7, 1)
YEAR = Axis(date(2026, 1, 1), date(2026, 12, 31), TODAY)
FORMATS = Formats(str, str, lambda day, unit: f"{unit} {day}")
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def span(start: str, end: str, done: float | None = None, label: str = "A") -> Span:
    return Span(date.fromisoformat(start), date.fromisoformat(end), label, "ok", done)


def test_a_stretch_lies_where_its_days_are() -> None:
    drawn = timeline_row([span("2026-01-01", "2026-12-31")], YEAR)
    assert '<rect class="gs-stretch gs-ok" x="0%" y="12" width="100%"' in drawn
    half = timeline_row([span("2026-07-02", "2026-12-31", 0.5)], YEAR)
    assert 'class="gs-stretch gs-ok" x="49.86%" y="12" width="50.14%"' in half
    assert 'class="gs-stretch-done gs-ok" x="49.86%" y="12" width="25.07%"' in half


def test_a_day_is_wide_enough_to_be_seen() -> None:
    assert 'x="99.4%" y="12" width="0.6%"' in timeline_row([span("2026-12-31", "2026-12-31")], YEAR)


def test_what_goes_on_is_joined() -> None:
    spans = [span("2026-01-01", "2026-03-31"), span("2026-07-01", "2026-12-31")]
    assert '<line class="gs-joint" x1="24.66%" y1="18" x2="49.59%" y2="18"/>' in timeline_row(spans, YEAR)
    assert "gs-joint" not in timeline_row(spans[:1], YEAR)


def test_the_axis_names_days_and_today() -> None:
    drawn = timeline_axis(YEAR, "today", FORMATS)
    assert re.findall(r">(month [^<]*|today)<", drawn) == [
        "month 2026-01-01",
        "month 2026-03-01",
        "month 2026-05-01",
        "month 2026-07-01",
        "month 2026-09-01",
        "month 2026-11-01",
        "today",
    ]
    late = Axis(date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert "today" not in timeline_axis(late, "today", FORMATS)


def test_the_shape_of_a_mark_tells_what_its_colour_does() -> None:
    shapes = {}
    tones: tuple[Tone, ...] = ("ok", "warn", "bad")
    for tone in tones:
        drawn = timeline_row([Span(TODAY, TODAY, "A", tone)], YEAR)
        shapes[tone] = re.findall('<(circle|path) class="gs-point', drawn)
    assert shapes == {"ok": ["circle"], "warn": ["path"], "bad": ["path"]}


@given(DAYS, DAYS, DAYS, DAYS, DAYS, st.floats(-1, 2) | st.none(), st.text())
def test_whatever_the_days_the_drawing_is_whole_and_within_its_width(
    a: date, b: date, c: date, d: date, today: date, done: float | None, label: str
) -> None:
    axis = Axis(min(a, b), max(a, b), today)
    drawn = timeline_row([Span(min(c, d), max(c, d), label, "", done)], axis)
    ElementTree.fromstring(drawn)
    for x, width in re.findall(r'<rect [^>]*x="([\d.]+)%"[^>]*width="([\d.]+)%"', drawn):
        assert 0 <= float(x) <= 100
        assert float(x) + float(width) <= 100.02
    assert all(0 <= float(x) <= 100 for x in re.findall(r'x[12]?="(-?[\d.]+)%"', drawn))


def test_an_axis_of_one_day_has_a_width() -> None:
    one = Axis(TODAY, TODAY, TODAY)
    assert 'x="0%" y="12" width="100%"' in timeline_row([Span(TODAY, TODAY + timedelta(0), "A")], one)
