"""How tests read a drawing: as XML, with the places of all that is in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from xml.etree import ElementTree as ET

from goalsite.drawing import Formats
from goalsite.drawing.svg import FONT, LINE, text_width

FORMATS = Formats(
    value=lambda value: f"{value:g}",
    day=lambda day: day.isoformat(),
    tick=lambda day, unit: {"day": f"{day:%m-%d}", "month": f"{day:%Y-%m}", "year": f"{day.year}"}[unit],
)
Q4 = date(2026, 10, 1), date(2026, 12, 31)
_PATH = re.compile(r"([a-zA-Z])|(-?[\d.]+)")


def parsed(svg: str) -> ET.Element:
    """The drawing as XML; fails unless well-formed, without scripts, styles, ids and odd numbers."""
    root = ET.fromstring(svg)
    for element in root.iter():
        assert element.tag in ("svg", "g", "a", "path", "line", "rect", "circle", "text", "title", "desc")
        for name, value in element.attrib.items():
            assert name not in ("style", "id")
            assert not name.startswith("on")
            if name not in ("href", "aria-label", "class"):
                assert "nan" not in value
                assert "inf" not in value
    return root


def of_class(root: ET.Element, name: str) -> list[ET.Element]:
    """The elements of a class, in the order of the drawing."""
    return [element for element in root.iter() if name in element.get("class", "").split()]


def words(root: ET.Element, name: str = "gs-label") -> list[str]:
    """The texts of a class."""
    return [_own_text(element) for element in of_class(root, name) if element.tag == "text"]


def told(root: ET.Element, name: str) -> list[str]:
    """What the elements of a class tell on hovering."""
    return [element.findtext("title", "") for element in of_class(root, name)]


def assert_tidy(svg: str) -> ET.Element:
    """The drawing; fails if anything lies outside it, or one text lies on another."""
    root = parsed(svg)
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    for x, y in _places(root):
        assert left <= x <= left + width, svg
        assert top <= y <= top + height, svg
    boxes = [_text_box(element) for element in root.iter("text")]
    for box in boxes:
        assert box[0] >= left - 0.1, svg
        assert box[2] <= left + width + 0.1, svg
        assert box[1] >= top - 0.1, svg
        assert box[3] <= top + height + 0.1, svg
    for a, b in combinations(boxes, 2):
        assert a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] - 0.2 or b[1] >= a[3] - 0.2, svg
    return root


def _own_text(element: ET.Element) -> str:
    title = element.find("title")
    return (title.tail if title is not None else element.text) or ""


def _text_box(element: ET.Element) -> tuple[float, float, float, float]:
    width = text_width(_own_text(element)) * float(element.get("font-size", FONT)) / FONT
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")]
    return left, y - LINE / 2, left + width, y + LINE / 2


def _places(root: ET.Element) -> Iterator[tuple[float, float]]:
    """The places of all elements, for paths those given absolutely."""
    for element in root.iter():
        if element.tag == "path":
            yield from _along(element.attrib["d"])
        elif element.tag == "rect":
            x, y = float(element.attrib["x"]), float(element.attrib["y"])
            yield x, y
            yield x + float(element.attrib["width"]), y + float(element.attrib["height"])
        elif element.tag == "line":
            yield float(element.attrib["x1"]), float(element.attrib["y1"])
            yield float(element.attrib["x2"]), float(element.attrib["y2"])
        elif element.tag == "circle":
            yield float(element.attrib["cx"]), float(element.attrib["cy"])


def _along(path: str) -> Iterator[tuple[float, float]]:
    command, pending = "", list[float]()
    here = (0.0, 0.0)
    for letter, number in _PATH.findall(path):
        if letter:
            command, pending = letter, []
            continue
        pending.append(float(number))
        if command == "H":
            here = pending.pop(), here[1]
        elif command == "V":
            here = here[0], pending.pop()
        elif command in "MLC" and len(pending) == 2:
            here = pending[0], pending[1]
            pending = []
        else:
            continue
        yield here
