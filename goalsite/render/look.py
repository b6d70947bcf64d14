"""What `theme` of config.yaml changes -> what templates see of it, and a sheet of styles.

The accent is taken as near as it can be read: a colour of a brand is made for paper, and links must be
legible on a light ground and on a dark one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from msgspec import Struct

from goalsite.core.config import Theme
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.values import replace
from goalsite.pages.elements import site_href
from goalsite.pages.paths import file_path

SHEET = "assets/look.css"
_CONTRAST = 4.5
_LIGHT, _DARK = "#fcfcfa", "#14171b"
_WASH = 0.1
_STEPS = 50

Rgb = tuple[float, float, float]


class Look(Struct, frozen=True):
    """What templates know of the theme: `logo`, `favicon` and `sheet` are hrefs from the root of the site,
    empty where there are none; `variables` are its owner's own. `styles` is what stands in the sheet."""

    logo: str = ""
    favicon: str = ""
    sheet: str = ""
    variables: tuple[tuple[str, str], ...] = ()
    styles: str = ""

    def seen_from(self, state: str) -> Look:
        """The same for pages of a past state, from whose root `state` leads up to that of the site."""
        logo, favicon = (picture and state + picture for picture in (self.logo, self.favicon))
        return replace(self, logo=logo, favicon=favicon)

    def files(self) -> tuple[tuple[str, bytes], ...]:
        """The sheet as a file of the site, if there is one."""
        return ((SHEET, self.styles.encode()),) if self.styles else ()


PLAIN = Look()
"""The default theme as it is."""


def look(
    theme: Theme, folders: tuple[Path, ...], published: Collection[str], path: str, marks: Mapping[str, Mark]
) -> tuple[Look, tuple[Diagnostic, ...]]:
    """The look of a site. A picture is one of `published`, by its path in the repository, or lies among the
    assets of the theme's `folders`; one that is neither is told in `path` and left out."""
    problems: list[Diagnostic] = []
    pictures = {}
    for key, picture in (("logo", theme.logo), ("favicon", theme.favicon)):
        pictures[key] = _picture(picture, folders, published)
        if picture and not pictures[key]:
            told = f'theme.{key} is "{picture}", and no such picture is published'
            hint = "name a picture below the goals folder, or assets/… of the theme"
            mark = marks.get(f"theme.{key}", Mark())
            problems.append(finding(path, mark, "S041", told, hint, len(picture)))
    styles = _styles(theme)
    sheet = SHEET if styles else ""
    return Look(**pictures, sheet=sheet, variables=theme.variables, styles=styles), tuple(problems)


def _picture(picture: str, folders: tuple[Path, ...], published: Collection[str]) -> str:
    if picture in published:
        return site_href(file_path(picture))
    steps = picture.split("/")
    if steps[0] != "assets" or ".." in steps or not any((folder / picture).is_file() for folder in folders):
        return ""
    return site_href(picture)


def _styles(theme: Theme) -> str:
    """The sheet: nothing in it but colours that were figured here, and names of letters between quotes."""
    rules = []
    if theme.accent:
        light, dark = readable(theme.accent, _LIGHT), readable(theme.accent, _DARK)
        washes = f"light-dark({_mixed(_LIGHT, light, _WASH)}, {_mixed(_DARK, dark, _WASH)})"
        rules.append(f":root {{ --accent: light-dark({light}, {dark}); --wash: {washes}; }}\n")
    if theme.font:
        names = ", ".join(f'"{name.strip()}"' for name in theme.font.split(","))
        rules.append(f"html {{ font-family: {names}, var(--sans, sans-serif); }}\n")
    return "".join(rules)


def readable(color: str, ground: str) -> str:
    """The shade of `color` nearest to it that is legible on `ground`, and on `ground` with a wash of it."""
    end = "#000000" if ground == _LIGHT else "#ffffff"
    shades = (_mixed(color, end, step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if _is_legible(shade, ground))


def _is_legible(shade: str, ground: str) -> bool:
    return min(contrast(shade, ground), contrast(shade, _mixed(ground, shade, _WASH))) >= _CONTRAST


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 figures it, from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _rgb(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(color: str, other: str, share: float) -> str:
    """`color` with a share of `other` in it."""
    parts = (round(255 * (a + (b - a) * share)) for a, b in zip(_rgb(color), _rgb(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _rgb(color: str) -> Rgb:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
