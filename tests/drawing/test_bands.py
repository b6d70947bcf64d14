from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

from goalsite.drawing.bands import Direction, Target, areas, lines
from goalsite.drawing.scale import Plot

YEAR = date(2026, 1, 1), date(2026, 12, 31)
PLOT = Plot((0, 0, 364, 100), YEAR, (0, 100))


def drawn(target: Target, direction: Direction) -> list[tuple[str, float, float]]:
    """The areas by colour, top and bottom as values."""
    root = ET.fromstring(f"<svg>{areas(target, direction, PLOT)}</svg>")
    found = [(e.attrib["class"][8:], float(e.attrib["y"]), float(e.attrib["height"])) for e in root]
    return sorted((colour, 100 - top - height, 100 - top) for colour, top, height in found)


def test_higher_is_green_from_the_target_amber_from_red_and_red_below() -> None:
    target = Target(YEAR[0], None, target=80, red=60)
    assert drawn(target, "higher") == [("amber", 60, 80), ("green", 80, 100), ("red", 0, 60)]


def test_lower_is_mirrored() -> None:
    target = Target(YEAR[0], None, target=20, red=30)
    assert drawn(target, "lower") == [("amber", 20, 30), ("green", 0, 20), ("red", 30, 100)]


def test_without_red_all_beyond_the_target_is_red() -> None:
    assert drawn(Target(YEAR[0], None, target=80), "higher") == [("green", 80, 100), ("red", 0, 80)]


def test_a_range_is_green_inside_and_amber_within_its_tolerance() -> None:
    target = Target(YEAR[0], None, low=40, high=60, tolerance=5)
    assert drawn(target, "range") == [
        ("amber", 35, 40),
        ("amber", 60, 65),
        ("green", 40, 60),
        ("red", 0, 35),
        ("red", 65, 100),
    ]


def test_a_range_with_one_bound_is_open_on_the_other_side() -> None:
    assert drawn(Target(YEAR[0], None, low=40), "range") == [("green", 40, 100), ("red", 0, 40)]


def test_a_target_without_a_level_has_no_areas() -> None:
    assert drawn(Target(YEAR[0], None), "higher") == []


def test_one_target_ends_where_the_next_begins() -> None:
    first = ET.fromstring(f"<svg>{lines(Target(YEAR[0], date(2026, 6, 30), target=10), PLOT)}</svg>")[0]
    second = ET.fromstring(f"<svg>{lines(Target(date(2026, 7, 1), None, target=20), PLOT)}</svg>")[0]
    assert first.attrib["x2"] == second.attrib["x1"]
    assert second.attrib["x2"] == "364"
