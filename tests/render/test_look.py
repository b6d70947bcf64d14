from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goalsite.core.config import Theme
from goalsite.core.diagnostics import Mark
from goalsite.render.look import PLAIN, contrast, look, readable

COLORS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
LIGHT, DARK = "#fcfcfa", "#14171b"


def styles(theme: Theme) -> str:
    return look(theme, (), (), "config.yaml", {})[0].styles


def test_a_theme_that_changes_nothing_has_no_sheet() -> None:
    assert look(Theme(), (), (), "config.yaml", {}) == (PLAIN, ())
    assert PLAIN.files() == ()


@given(COLORS)
@example("#000000")
@example("#ffffff")
@example("#ffee00")
def test_an_accent_is_legible_on_either_ground_whatever_its_colour(color: str) -> None:
    light, dark = re.findall(r"#\w{6}", styles(Theme(accent=color)))[:2]
    assert contrast(light, LIGHT) >= 4.5
    assert contrast(dark, DARK) >= 4.5


@pytest.mark.parametrize(("color", "ground"), [("#235a8c", LIGHT), ("#8abbe8", DARK)])
def test_a_colour_that_is_legible_stays_as_it_is(color: str, ground: str) -> None:
    assert readable(color, ground) == color


def test_contrast_is_figured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)


def test_fonts_stand_before_those_of_the_default_theme() -> None:
    assert styles(Theme(font="Acme Sans, 思源黑体")) == (
        'html { font-family: "Acme Sans", "思源黑体", var(--sans, sans-serif); }\n'
    )


def test_a_picture_is_one_that_is_published_or_an_asset_of_the_theme(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "tab.svg").write_text("<svg/>")
    theme = Theme(logo="goals/our logo.svg", favicon="assets/tab.svg")
    seen, found = look(theme, (tmp_path,), {"goals/our logo.svg"}, "config.yaml", {})
    assert (seen.logo, seen.favicon, found) == ("files/goals/our%20logo.svg", "assets/tab.svg", ())


@pytest.mark.parametrize("picture", ["goals/none.svg", "assets/none.svg", "assets/../secret", "/etc/passwd"])
def test_any_other_picture_is_told_at_its_place_and_left_out(picture: str, tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "secret").write_text("x")
    seen, (one,) = look(Theme(logo=picture), (tmp_path,), (), "config.yaml", {"theme.logo": Mark(3, 9)})
    assert seen.logo == ""
    assert (one.code, one.line, one.column) == ("S041", 3, 9)
    assert one.message == f'theme.logo is "{picture}", and no such picture is published'
