"""The page about the design says what the theme has."""

from __future__ import annotations

import re
from pathlib import Path

THEME = Path(__file__).parents[2] / "themes" / "default"
PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "design.md").read_text(encoding="utf-8")
CSS = (THEME / "assets" / "site.css").read_text(encoding="utf-8")
SHEETS = "".join(path.read_text(encoding="utf-8") for path in sorted((THEME / "assets").glob("*.css")))
TOKENS = CSS[: CSS.index("@layer base {")]
COLOUR = re.compile(r"--([a-z-]+): light-dark\((#\w+), (#\w+)\)")


def colours(css: str) -> dict[str, tuple[str, str]]:
    """Each colour in light and dark."""
    return {name: (light, dark) for name, light, dark in COLOUR.findall(css)}


def test_the_colours_are_those_of_the_style_sheet_in_every_theme() -> None:
    usual, more = map(colours, TOKENS.split("@media (prefers-contrast: more)"))
    rows = re.findall(
        r"^\| `--([a-z-]+)` \| `(#\w+)` \| `(#\w+)` \| (?:the same|`(#\w+)` `(#\w+)`) \|", PAGE, re.M
    )
    assert {name: (light, dark) for name, light, dark, _, _ in rows} == usual
    assert {name: (light, dark) for name, _, _, light, dark in rows if light} == more


def test_every_token_of_the_style_sheet_is_told_and_every_told_one_is_there() -> None:
    there = dict(re.findall(r"--([\w-]+): ([^;]+);", TOKENS))
    told = set(re.findall(r"`--([\w-]+)`", PAGE))
    assert told == there.keys()
    spaces = dict(re.findall(r"^\| `--(s\d+|radius)` \| `([^`]+)` \|$", PAGE, re.M))
    assert spaces == {name: value for name, value in there.items() if re.fullmatch(r"s\d+|radius", name)}


def test_the_components_are_the_macros_and_their_classes_have_styles() -> None:
    macros = re.findall(r"{% macro (\w+)\(", (THEME / "macros.html.j2").read_text(encoding="utf-8"))
    components = PAGE.partition("## Components")[2]
    rows = re.findall(r"^\| `(\w+)` \|([^|]*)\|", components, re.M)
    assert sorted(name for name, _ in rows) == sorted(macros)
    classes = set(re.findall(r"`\.([\w-]+)`", components))
    assert [name for name in sorted(classes) if not re.search(rf"\.{name}\b", SHEETS)] == []
