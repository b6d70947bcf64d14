from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.values import replace
from goalsite.drawing import Forecast, Guide, Period, Point, ValueSeries, key_result_chart
from tests.drawing.drawings import FORMATS, Q4, assert_tidy, of_class, told, words

FINITE = st.floats(allow_nan=False, allow_infinity=False)
TEXTS = st.text(max_size=40)

BUILDS = ValueSeries(
    "Median time from push to green",
    *Q4,
    points=tuple(Point(Q4[0] + timedelta(days=8 + 7 * n), 12.5 - n * 0.6) for n in range(6)),
    plan=((Q4[0], 14), (Q4[1], 5)),
    guides=(Guide(14, "baseline 14 min", "baseline"), Guide(5, "target 5 min", "target")),
    today=date(2026, 11, 16),
    today_label="today",
    plan_label="plan",
    description="Fell from 14 to 9.5 minutes.",
)


def test_lines_carry_their_names_and_there_is_no_legend() -> None:
    root = assert_tidy(key_result_chart(BUILDS, FORMATS))
    assert sorted(words(root)) == [
        "2026-10-01",
        "2026-12-31",
        "baseline 14 min",
        "plan",
        "target 5 min",
        "today",
    ]
    assert words(root, "gs-value") == ["9.5"]


def test_a_screen_reader_is_told_title_and_description() -> None:
    root = assert_tidy(key_result_chart(BUILDS, FORMATS))
    assert root.attrib["role"] == "img"
    assert (root.findtext("title"), root.findtext("desc")) == (BUILDS.title, BUILDS.description)


def test_every_value_is_a_point_that_tells_its_day() -> None:
    assert told(assert_tidy(key_result_chart(BUILDS, FORMATS)), "gs-point")[0] == "2026-10-09 · 12.5"


def test_without_values_the_plan_is_shown() -> None:
    root = assert_tidy(key_result_chart(replace(BUILDS, points=()), FORMATS))
    assert len(of_class(root, "gs-plan")) == 1
    assert of_class(root, "gs-point") == []


def test_the_same_series_gives_the_same_bytes() -> None:
    assert key_result_chart(BUILDS, FORMATS) == key_result_chart(BUILDS, FORMATS)


def test_levels_too_close_for_their_names_are_led_to_them() -> None:
    guides = (
        Guide(8, "target 8", "target"),
        Guide(8.1, "commit 8.1", "level"),
        Guide(7.9, "stretch 7.9", "level"),
    )
    root = assert_tidy(key_result_chart(replace(BUILDS, guides=guides), FORMATS))
    assert {"target 8", "commit 8.1", "stretch 7.9"} <= set(words(root))
    assert len(of_class(root, "gs-leader")) == 2


def test_a_long_name_is_shortened_and_told_on_hovering() -> None:
    long = "目标值：与客户进行四十次深入访谈并整理记录"
    root = assert_tidy(key_result_chart(replace(BUILDS, guides=(Guide(5, long, "target"),)), FORMATS))
    assert [element.findtext("title") for element in of_class(root, "gs-label-target")] == [long]
    assert words(root, "gs-label-target")[0].endswith("…")


def test_a_range_to_stay_in_is_a_band_and_periods_are_full_crossed_or_empty() -> None:
    weeks = [Q4[0] + timedelta(days=7 * n) for n in range(3)]
    verdicts = [True, False, None]
    held = ValueSeries(
        "Open incidents",
        *Q4,
        points=(Point(weeks[0], 3), Point(weeks[1], 9)),
        guides=(Guide(8, "at most 8", "bound"),),
        bounds=(None, 8),
        periods=tuple(
            Period(day, day + timedelta(days=6), met, f"{met}")
            for day, met in zip(weeks, verdicts, strict=True)
        ),
    )
    root = assert_tidy(key_result_chart(held, FORMATS))
    assert len(of_class(root, "gs-band-green")) == 1
    assert told(root, "gs-period") == ["True", "False", "None"]
    assert [len(of_class(root, name)) for name in ("gs-met", "gs-missed", "gs-open", "gs-cross")] == [1] * 4


def test_a_forecast_opens_from_the_last_value() -> None:
    ahead = (Forecast(Q4[1], 4, 6, 9),)
    root = assert_tidy(key_result_chart(replace(BUILDS, forecast=ahead), FORMATS))
    assert len(of_class(root, "gs-fan")) == 1
    start = of_class(root, "gs-forecast")[0].attrib["d"].split("L")[0]
    assert of_class(root, "gs-line")[0].attrib["d"].endswith(start.removeprefix("M"))


def test_a_day_outside_the_window_is_not_marked_as_today() -> None:
    root = assert_tidy(key_result_chart(replace(BUILDS, today=date(2027, 3, 1)), FORMATS))
    assert of_class(root, "gs-today") == []
    assert "today" not in words(root)


POINTS = st.lists(
    st.builds(Point, st.dates(), FINITE, TEXTS, st.sampled_from(["", "ok", "warn", "bad"])), max_size=20
)
KINDS = st.sampled_from(["target", "level", "baseline", "bound"])


@st.composite
def any_series(draw: st.DrawFn) -> ValueSeries:
    one, other = draw(st.dates()), draw(st.dates())
    return ValueSeries(
        draw(TEXTS),
        min(one, other),
        max(one, other),
        points=tuple(sorted(draw(POINTS), key=lambda point: point.day)),
        plan=tuple(sorted(draw(st.lists(st.tuples(st.dates(), FINITE), max_size=4)))),
        guides=tuple(draw(st.lists(st.builds(Guide, FINITE, TEXTS, KINDS), max_size=12))),
        bounds=draw(st.tuples(st.none() | FINITE, st.none() | FINITE)),
        periods=tuple(
            draw(st.lists(st.builds(Period, st.dates(), st.dates(), st.none() | st.booleans(), TEXTS)))
        ),
        forecast=tuple(draw(st.lists(st.builds(Forecast, st.dates(), FINITE, FINITE, FINITE), max_size=3))),
        today=draw(st.none() | st.dates()),
        today_label=draw(TEXTS),
        plan_label=draw(TEXTS),
        description=draw(TEXTS),
    )


@given(any_series())
def test_any_finite_series_is_drawn_inside_the_picture_without_colliding_words(series: ValueSeries) -> None:
    assert_tidy(key_result_chart(series, FORMATS))
