from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing import sparkline
from tests.drawing.drawings import assert_tidy, of_class

FINITE = st.floats(allow_nan=False, allow_infinity=False)
START = date(2026, 10, 1)


def weekly(*values: float) -> list[tuple[date, float]]:
    return [(START + timedelta(weeks=at), value) for at, value in enumerate(values)]


def test_values_become_a_line_that_ends_in_a_disc() -> None:
    root = assert_tidy(sparkline(weekly(14, 12, 9), "falling", tone="ok"))
    assert of_class(root, "gs-spark-line")[0].attrib["d"] == "M3.5 3.5L48.0 10.3L92.5 20.5"
    assert of_class(root, "gs-spark-end") == of_class(root, "gs-ok")
    assert root.findtext("title") == "falling"


def test_one_value_is_a_disc_in_the_middle() -> None:
    root = assert_tidy(sparkline(weekly(14), "one value"))
    assert of_class(root, "gs-spark-line") == []
    assert of_class(root, "gs-spark-end")[0].attrib["cx"] == "48"


def test_equal_values_are_a_level_line_in_the_middle() -> None:
    root = assert_tidy(sparkline(weekly(5, 5, 5), "flat"))
    assert of_class(root, "gs-spark-line")[0].attrib["d"] == "M3.5 12.0L48.0 12.0L92.5 12.0"


def test_no_value_is_a_dashed_line() -> None:
    root = assert_tidy(sparkline([], "no values"))
    assert len(of_class(root, "gs-spark-none")) == 1


def test_bounds_are_a_band_that_is_open_where_one_is_absent() -> None:
    within = of_class(assert_tidy(sparkline(weekly(1, 9), "", low=4, high=6)), "gs-spark-band")[0]
    above = of_class(assert_tidy(sparkline(weekly(1, 9), "", low=4)), "gs-spark-band")[0]
    assert float(within.attrib["height"]) < float(above.attrib["height"])
    assert above.attrib["y"] == "3.5"


def test_a_thousand_values_are_drawn_with_some_sixty_points() -> None:
    svg = sparkline([(START + timedelta(days=n), float(n % 7)) for n in range(1000)], "many")
    assert svg.count("L") <= 60


@given(st.lists(FINITE, max_size=80), st.none() | FINITE, st.none() | FINITE)
def test_any_finite_values_stay_inside(values: list[float], low: float | None, high: float | None) -> None:
    assert_tidy(sparkline(weekly(*values), "any", low=low, high=high))
