"""Badges for pages of others."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.drawing.badge import COLORS, LABEL, badge
from goalsite.drawing.svg import Tone

SVG = "{http://www.w3.org/2000/svg}"


def luminance(color: str) -> float:
    """The relative luminance of #rrggbb."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("color", [LABEL, *COLORS.values()])
def test_white_words_are_readable_on_every_colour(color: str) -> None:
    assert 1.05 / (luminance(color) + 0.05) >= 4.5


def test_a_badge_is_a_document_that_says_itself_in_words() -> None:
    root = ET.fromstring(badge("Trust the build", "on track", "ok"))
    assert root.tag == SVG + "svg"
    assert root.get("aria-label") == root.findtext(SVG + "title") == "Trust the build: on track"
    assert [text.text for text in root.iter(SVG + "text")] == ["Trust the build", "on track"]


def test_wide_characters_have_more_room() -> None:
    def width(label: str) -> float:
        return float(ET.fromstring(badge(label, "x")).get("width", "0"))

    assert width("目标目标") > width("abcd") > width("iiii")


def test_a_long_label_is_shortened_and_told_whole() -> None:
    label = " ".join(["word"] * 50)
    root = ET.fromstring(badge(label, "ok"))
    shown = next(iter(root.iter(SVG + "text"))).text or ""
    assert shown.endswith("…")
    assert float(root.get("width", "0")) < 400
    assert root.get("aria-label") == f"{label}: ok"


@given(st.text(), st.text(), st.sampled_from(sorted(COLORS)))
def test_no_text_makes_a_badge_active(label: str, value: str, tone: Tone) -> None:
    drawing = badge(label, value, tone)
    root = ET.fromstring(drawing)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {"svg", "title", "path", "g", "text"}
    assert not re.search(r"\s(on\w+|style|href)=", re.sub('>[^<]*<|"[^"]*"', "", drawing))
