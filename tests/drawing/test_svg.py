from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing.svg import esc, mark_at, num, shorten, text_at, text_width, wrap


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (1.04, "1"), (1.25, "1.2"), (-0.04, "0"), (480.0, "480")]
)
def test_a_coordinate_has_at_most_one_decimal(value: float, text: str) -> None:
    assert num(value) == text


@given(st.text())
def test_any_text_can_stand_in_a_drawing_and_is_read_as_it_was_but_for_what_xml_cannot_hold(
    text: str,
) -> None:
    read = ET.fromstring(f'<a b="{esc(text)}">{esc(text)}</a>')
    assert len(read.text or "") == len(text.replace("\r\n", "\n"))
    assert "<" not in esc(text)
    assert '"' not in esc(text)


def test_a_chinese_character_is_as_wide_as_it_is_high() -> None:
    assert text_width("目标") == 30
    assert text_width("１") == 15
    assert text_width("e\u0301") == text_width("e")


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shorten("target 5 min", 200) == "target 5 min"


def test_a_text_that_is_too_long_ends_in_an_ellipsis_and_fits() -> None:
    assert shorten("目标值：四十次客户深访", 100) == "目标值：四…"
    assert text_width(shorten("Reduce the median time to recovery", 100)) <= 100


@given(st.text(max_size=60), st.floats(15, 300))
def test_a_shortened_text_always_fits(text: str, width: float) -> None:
    assert text_width(shorten(text, width)) <= width


def test_words_are_kept_whole_where_a_line_breaks() -> None:
    assert wrap("Every engineer trusts a green build", 130, 3) == (
        "Every engineer",
        "trusts a green",
        "build",
    )


def test_chinese_breaks_between_any_two_characters_but_not_before_a_full_stop() -> None:
    assert wrap("把平均修复时间缩短。一半", 135, 3) == ("把平均修复时间缩", "短。一半")


@given(st.text(max_size=80), st.floats(30, 200), st.integers(1, 4))
def test_wrapped_lines_fit_and_are_no_more_than_asked_for(text: str, width: float, most: int) -> None:
    lines = wrap(text, width, most)
    assert len(lines) <= most
    assert all(text_width(line) <= width for line in lines)


def test_a_shortened_label_tells_all_of_it_on_hovering() -> None:
    label = ET.fromstring(text_at(0, 0, "tar…", "gs-label", full="target <5>"))
    assert label.findtext("title") == "target <5>"
    assert ET.fromstring(text_at(0, 0, "target", "gs-label", full="target")).find("title") is None


def test_a_points_shape_tells_its_tone_without_colour() -> None:
    shapes = [ET.fromstring(mark_at(10, 10, tone, "t")) for tone in ("ok", "warn", "bad")]
    assert len({shape.tag + shape.get("d", "") for shape in shapes}) == 3
