"""What the package says of its classes is what it writes, and what the stylesheet colours."""

from __future__ import annotations

import re
from pathlib import Path

from goalsite import drawing
from goalsite.drawing.nodes import EDGE_FORMS, edge_classes

STYLES = Path(__file__).parents[2] / "themes" / "default" / "assets" / "charts.css"
SOURCES = Path(drawing.__file__).parent
CLASS = re.compile(r"gs-[a-z]+(?:-[a-z]+)*")


def told() -> set[str]:
    return set(CLASS.findall(drawing.__doc__ or ""))


def test_every_class_in_the_code_is_told() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in SOURCES.glob("*.py") if path.stem != "__init__"
    )
    written = set(re.findall(r"gs-[a-z]+(?:-[a-z]+)*(?![a-z{-])", code))
    assert written - told() == set()


def test_every_kind_of_edge_has_its_own_class() -> None:
    kinds = {edge_classes(kind).split()[1] for kind in EDGE_FORMS}
    assert len(kinds) == len(EDGE_FORMS)
    assert kinds <= told()


def test_the_stylesheet_knows_no_class_that_is_not_told() -> None:
    styled = {name[1:] for name in re.findall(r"\.gs-[a-z-]+", STYLES.read_text(encoding="utf-8"))}
    assert styled - told() == set()


def test_the_stylesheet_takes_every_colour_from_the_theme() -> None:
    rules = STYLES.read_text(encoding="utf-8")
    fallbacks = re.findall(r"#[0-9a-f]{3,8}", rules)
    tokens = re.findall(r"--gs-\w+: var\(--[\w-]+, light-dark\((#\w+), (#\w+)\)\)", rules)
    assert len(fallbacks) == 2 * len(tokens)
