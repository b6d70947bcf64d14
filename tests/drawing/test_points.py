from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing import Point
from goalsite.drawing.points import course, marks, placed, sampled, thinned
from goalsite.drawing.scale import Plot
from tests.drawing.drawings import FORMATS, Q4, of_class, parsed, told

PLOT = Plot((0, 0, 920, 100), Q4, (0, 10))


def points(*values: float, every: int = 7) -> list[Point]:
    return [Point(Q4[0] + timedelta(days=every * at), value) for at, value in enumerate(values)]


@given(st.lists(st.floats(-9, 9), max_size=400))
def test_a_thinned_course_keeps_its_ends_its_extremes_and_its_order(values: list[float]) -> None:
    pairs = list(enumerate(values))
    kept = thinned(pairs, lambda pair: pair[1], 60)
    assert len(kept) <= 60
    assert kept == sorted(kept)
    assert set(kept) <= set(pairs)
    if values:
        assert (kept[0], kept[-1]) == (pairs[0], pairs[-1])
        assert (min(v for _, v in kept), max(v for _, v in kept)) == (min(values), max(values))


def test_a_course_is_one_line() -> None:
    assert course(placed(PLOT, points(0, 10))).count("<path") == 1


def test_a_course_is_dotted_where_values_are_missing() -> None:
    spots = placed(PLOT, [*points(1, 2), Point(Q4[1], 3)])
    root = parsed(f"<svg>{course(spots, gap_days=20)}</svg>")
    assert len(of_class(root, "gs-line")) == 1
    assert of_class(root, "gs-line-gap")[0].attrib["d"].endswith("L920.0 70.0")


def test_a_mark_tells_its_day_its_value_and_its_note() -> None:
    spots = placed(PLOT, [Point(date(2026, 10, 9), 12.5, note="cache warm <b>")])
    assert told(parsed(f"<svg>{marks(spots, FORMATS)}</svg>"), "gs-point") == [
        "2026-10-09 · 12.5 · cache warm <b>"
    ]


def test_of_many_points_the_bad_ones_and_the_last_are_marked() -> None:
    many = [Point(Q4[0] + timedelta(days=n), 1, tone="bad" if n == 40 else "ok") for n in range(90)]
    root = parsed(f"<svg>{marks(placed(PLOT, many), FORMATS)}</svg>")
    assert [title[:10] for title in told(root, "gs-point")] == ["2026-11-10", "2026-12-29"]


def test_a_sampled_line_has_no_gap_wider_than_a_label_is_high() -> None:
    assert sampled([(0, 0), (40, 0)]) == [(0, 0), (40 / 3, 0), (80 / 3, 0), (40, 0)]
    assert sampled([]) == []
