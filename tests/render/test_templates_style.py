"""What the default theme promises about size, colours and its own files."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from goalsite.core.config import Theme
from goalsite.language.glossary import TERMS
from goalsite.render.themes import theme_folders

(THEME,), _ = theme_folders(Theme(), Path(), "config.yaml", {})
CSS = (THEME / "assets" / "site.css").read_text(encoding="utf-8")
TEMPLATES = sorted(THEME.glob("*.j2"))
COLOUR = re.compile(r"--([a-z-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\)")
USUAL, MORE = CSS.split("@media (prefers-contrast: more)")
COLOURS = {name: (light, dark) for name, light, dark in COLOUR.findall(USUAL)}
CONTRASTY = COLOURS | {name: (light, dark) for name, light, dark in COLOUR.findall(MORE)}
TEXTS = ("ink", "soft", "accent", "ok", "warn", "bad", "quiet")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("ffffff", "000000") == pytest.approx(21)
    assert contrast("777777", "ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["bg", "raised"])
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_colour_is_legible_on_both_grounds(text: str, ground: str, theme: int) -> None:
    assert contrast(COLOURS[text][theme], COLOURS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["ok", "warn", "bad", "quiet"])
def test_a_status_is_legible_on_its_own_wash(tone: str, theme: int) -> None:
    assert contrast(COLOURS[tone][theme], COLOURS[f"{tone}-wash"][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["ok", "warn", "bad", "quiet", "accent"])
def test_a_bar_stands_out_from_its_track(tone: str, theme: int) -> None:
    assert contrast(COLOURS[tone][theme], COLOURS["line"][theme]) >= 3
    assert contrast(CONTRASTY[tone][theme], CONTRASTY["line"][theme]) >= 3


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("text", TEXTS)
def test_who_asks_for_more_contrast_has_it(text: str, theme: int) -> None:
    """Texts as WCAG 2.2 AAA has them, lines as it has the parts of controls."""
    grounds = ["bg", "raised"] + [name for name in CONTRASTY if name == f"{text}-wash"]
    assert min(contrast(CONTRASTY[text][theme], CONTRASTY[ground][theme]) for ground in grounds) >= 7
    assert contrast(CONTRASTY["line"][theme], CONTRASTY["bg"][theme]) >= 3


def test_the_style_sheets_and_the_script_are_small() -> None:
    sheets = [(THEME / "assets" / name).read_bytes() for name in ("site.css", "search.css", "charts.css")]
    assert sum(len(gzip.compress(sheet, mtime=0)) for sheet in sheets) <= 15_000
    assert len((THEME / "assets" / "site.js").read_bytes()) <= 3_000
    assert len(gzip.compress((THEME / "assets" / "search.js").read_bytes(), mtime=0)) <= 4_096


def test_no_script_makes_markup_of_a_text() -> None:
    for file in (THEME / "assets").glob("*.js"):
        text = file.read_text(encoding="utf-8")
        found = re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text)
        assert found == [], file.name


def test_nothing_in_the_theme_is_asked_of_another_host() -> None:
    for file in (*TEMPLATES, *(file for file in (THEME / "assets").iterdir() if file.is_file())):
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|@import|@font-face|url\(", text), file.name


def test_the_style_sheet_knows_no_left_and_right() -> None:
    assert not re.search(r"(margin|padding|border|inset)-(left|right)|text-align: (left|right)", CSS)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_marks_a_text_as_safe_or_leaves_an_attribute_without_quotes(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*safe|Markup|autoescape", text)
    assert not re.search(r"\s(?!url)[a-z-]+=\{\{", text)


def test_every_term_that_the_theme_links_to_is_in_the_glossary() -> None:
    linked = set()
    for template in TEMPLATES:
        for arguments in re.findall(r"column\((.*?)\) \}\}", template.read_text(encoding="utf-8")):
            linked |= set(re.findall(r'"([a-z-]+)"', re.sub(r'_\(".*?"\)', "", arguments)[:60])[:1])
    assert linked == {
        "status",
        "progress",
        "days-behind",
        "confidence",
        "score",
        "outcome",
        "health",
        "period-on-period",
    }
    assert linked <= {term.id for term in TERMS}
