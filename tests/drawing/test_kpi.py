from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.values import replace
from goalsite.drawing import Formats, KpiSeries, Point, Target, kpi_chart
from tests.drawing.drawings import FORMATS, assert_tidy, of_class, words

FINITE = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(max_size=40)
MONDAY = date(2026, 8, 3)


def weekly(*values: float) -> tuple[Point, ...]:
    return tuple(Point(MONDAY + timedelta(weeks=at), value) for at, value in enumerate(values))


AVAILABILITY = KpiSeries(
    "API availability",
    "higher",
    weekly(99.97, 99.96, 99.98, 99.92, 99.88, 99.97),
    (Target(date(2026, 1, 1), None, "target 99.95 %", "red 99.9 %", target=99.95, red=99.9),),
)


def test_the_last_value_the_target_and_the_limit_are_named_where_they_lie() -> None:
    root = assert_tidy(kpi_chart(AVAILABILITY, FORMATS))
    assert words(root, "gs-value") == ["99.97"]
    assert {"target 99.95 %", "red 99.9 %"} <= set(words(root))


def test_the_axis_is_named_at_round_values_and_by_days_or_months() -> None:
    root = assert_tidy(kpi_chart(AVAILABILITY, FORMATS))
    assert {"99.9", "99.95", "08-10", "08-24"} <= set(words(root))


def test_bands_change_on_the_day_the_target_does() -> None:
    moved = (
        Target(date(2026, 1, 1), date(2026, 8, 19), target=99.9),
        Target(date(2026, 8, 20), None, "target", target=99.95),
    )
    root = assert_tidy(kpi_chart(replace(AVAILABILITY, targets=moved), FORMATS))
    left, right = of_class(root, "gs-band-green")
    end = float(left.attrib["x"]) + float(left.attrib["width"])
    assert end == pytest.approx(float(right.attrib["x"]), abs=0.1)


def test_a_target_that_had_ended_before_the_first_value_takes_no_room() -> None:
    old = Target(date(2020, 1, 1), date(2020, 12, 31), target=5)
    with_old = replace(AVAILABILITY, targets=(old, *AVAILABILITY.targets))
    assert kpi_chart(with_old, FORMATS) == kpi_chart(AVAILABILITY, FORMATS)


def test_one_value_lies_in_the_middle_of_a_month() -> None:
    root = assert_tidy(kpi_chart(replace(AVAILABILITY, points=weekly(99.97)), FORMATS))
    assert len(of_class(root, "gs-point")) == 1
    assert of_class(root, "gs-line") == []


def test_equal_values_have_one_line_of_the_grid() -> None:
    root = assert_tidy(kpi_chart(KpiSeries("flat", "higher", weekly(5, 5, 5)), FORMATS))
    assert len(of_class(root, "gs-grid")) == 1


def test_without_values_there_is_no_chart() -> None:
    assert kpi_chart(replace(AVAILABILITY, points=()), FORMATS) == ""


def test_a_series_that_has_stopped_leaves_room_up_to_the_end() -> None:
    usual, stopped = (
        of_class(assert_tidy(kpi_chart(replace(AVAILABILITY, end=end), FORMATS)), "gs-point")[-1].attrib["cx"]
        for end in (None, date(2026, 12, 1))
    )
    assert float(stopped) < float(usual) / 2


def test_what_is_due_by_each_day_of_a_period_is_a_named_line() -> None:
    due = ((MONDAY, 0.0), (MONDAY + timedelta(days=70), 120.0))
    root = assert_tidy(
        kpi_chart(KpiSeries("revenue", "higher", weekly(5, 20, 30), plan=due, plan_label="due"), FORMATS)
    )
    assert len(of_class(root, "gs-plan")) == 1
    assert "due" in words(root)


def test_ticks_that_would_read_the_same_are_told_once() -> None:
    rounded = Formats(lambda value: f"{value:.0f}", FORMATS.day, FORMATS.tick)
    root = assert_tidy(kpi_chart(AVAILABILITY, rounded))
    assert words(root).count("100") == 1


@st.composite
def any_kpi(draw: st.DrawFn) -> KpiSeries:
    bound = st.none() | FINITE
    targets = st.builds(
        Target,
        st.dates(),
        st.none() | st.dates(),
        TEXTS,
        TEXTS,
        bound,
        bound,
        bound,
        bound,
        st.floats(0, 1e9),
    )
    points = st.lists(
        st.builds(Point, st.dates(), FINITE, TEXTS, st.sampled_from(["", "ok", "warn", "bad"])), max_size=20
    )
    return KpiSeries(
        draw(TEXTS),
        draw(st.sampled_from(["higher", "lower", "range"])),
        tuple(sorted(draw(points), key=lambda point: point.day)),
        tuple(sorted(draw(st.lists(targets, max_size=4)), key=lambda target: target.start)),
        tuple(sorted(draw(st.lists(st.tuples(st.dates(), FINITE), max_size=4)))),
        draw(TEXTS),
        draw(st.none() | st.dates()),
        draw(st.none() | st.integers(1, 400)),
    )


@given(any_kpi())
def test_any_finite_series_is_drawn_inside_the_picture_without_colliding_words(series: KpiSeries) -> None:
    if series.points:
        assert_tidy(kpi_chart(series, FORMATS))
