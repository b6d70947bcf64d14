from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing import progress_bar
from tests.drawing.drawings import of_class, parsed

SHARES = st.none() | st.floats(allow_nan=False, allow_infinity=False)


def test_a_bar_is_as_long_as_the_progress_and_has_a_tick_where_the_plan_expects_it() -> None:
    root = parsed(progress_bar(0.42, 0.5, "42 %, expected 50 %", "warn"))
    assert of_class(root, "gs-bar-fill")[0].attrib["width"] == "42%"
    assert of_class(root, "gs-warn") == of_class(root, "gs-bar-fill")
    assert of_class(root, "gs-bar-tick")[0].attrib["x1"] == "50%"
    assert root.findtext("title") == "42 %, expected 50 %"


def test_without_an_expectation_there_is_no_tick() -> None:
    assert of_class(parsed(progress_bar(0.4, None, "40 %")), "gs-bar-tick") == []


def test_more_than_all_is_a_full_bar_with_an_arrow() -> None:
    root = parsed(progress_bar(1.3, 1.2, "130 %"))
    assert of_class(root, "gs-bar-fill")[0].attrib["width"] == "100%"
    assert len(of_class(root, "gs-bar-over")) == 1
    assert of_class(root, "gs-bar-tick")[0].attrib["x1"] == "100%"


def test_less_than_nothing_is_an_empty_bar_with_an_arrow() -> None:
    root = parsed(progress_bar(-0.1, 0.2, "−10 %"))
    assert of_class(root, "gs-bar-fill") == []
    assert len(of_class(root, "gs-bar-under")) == 1


def test_unknown_progress_is_a_dashed_track_and_not_an_empty_bar() -> None:
    assert len(of_class(parsed(progress_bar(None, 0.2, "no value")), "gs-bar-none")) == 1
    assert of_class(parsed(progress_bar(0, 0.2, "0 %")), "gs-bar-none") == []


@given(SHARES, SHARES, st.text())
def test_any_shares_make_a_bar_within_its_ends(
    progress: float | None, expected: float | None, label: str
) -> None:
    root = parsed(progress_bar(progress, expected, label))
    lengths = [value for e in root.iter() for value in e.attrib.values() if value.endswith("%")]
    assert all(0 <= float(length[:-1]) <= 100 for length in lengths)
