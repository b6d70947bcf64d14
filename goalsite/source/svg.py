"""Whether an SVG image is only a picture: opened by itself it is a document that could run code."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from goalsite.core.diagnostics import Mark
from goalsite.source.decode import place

_ELEMENTS = frozenset(
    {
        "svg",
        "g",
        "defs",
        "symbol",
        "use",
        "title",
        "desc",
        "metadata",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "textPath",
        "image",
        "linearGradient",
        "radialGradient",
        "stop",
        "pattern",
        "clipPath",
        "mask",
        "marker",
        "filter",
        "style",
        "switch",
        "view",
        "feBlend",
        "feColorMatrix",
        "feComponentTransfer",
        "feComposite",
        "feConvolveMatrix",
        "feDiffuseLighting",
        "feDisplacementMap",
        "feDistantLight",
        "feDropShadow",
        "feFlood",
        "feFuncA",
        "feFuncB",
        "feFuncG",
        "feFuncR",
        "feGaussianBlur",
        "feImage",
        "feMerge",
        "feMergeNode",
        "feMorphology",
        "feOffset",
        "fePointLight",
        "feSpecularLighting",
        "feSpotLight",
        "feTile",
        "feTurbulence",
    }
)
_SVG = "http://www.w3.org/2000/svg"
_INNER = re.compile(r"#|data:image/(png|jpeg|gif|webp);base64,")
_LOADS = re.compile(r"url\((?!\s*+['\"]?+#)|@import|image-set\(|src\(|expression\(", re.IGNORECASE)


class Fault(NamedTuple):
    """What is wrong with an image, as a clause after its name, and where what is at fault begins."""

    clause: str
    mark: Mark


class _FaultError(Exception):
    """What ends the reading."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.clause)
        self.fault = fault


def fault_in_svg(data: bytes) -> Fault | None:
    """Why the image must not be published; None if it is only a picture.

    Allowed are drawing elements, links within the image and embedded pixels; no script, event, foreign
    content, document type, entity or address of another host.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    watcher = _Watcher(parser, data)
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = watcher.doctype
    parser.ProcessingInstructionHandler = watcher.instruction
    parser.StartElementHandler = watcher.begin
    parser.CharacterDataHandler = watcher.take
    parser.EndElementHandler = watcher.end
    try:
        parser.Parse(data, True)
    except _FaultError as error:
        return error.fault
    except expat.ExpatError as error:
        clause = f"is not well-formed: {expat.ErrorString(error.code)}"
        return Fault(clause, Mark(error.lineno, error.offset + 1))
    except (ValueError, LookupError):
        return Fault("is in an encoding that is not known", Mark())
    return None


class _Watcher:
    """Watches a document go by, and judges each style sheet once it is whole."""

    def __init__(self, parser: expat.XMLParserType, data: bytes) -> None:
        self._parser = parser
        self._data = data
        self._begin = Mark()
        self._depth = 0
        self._pieces: list[str] = []

    def doctype(self, *_: object) -> None:
        """A document type begins."""
        text = self._data.decode(errors="replace")  # the parser has gone on to its end
        raise self._fault("has a document type", place(text, max(text.find("<!DOCTYPE"), 0)))

    def instruction(self, target: str, _: str) -> None:
        """A processing instruction."""
        raise self._fault(f"has the processing instruction {target}", self._here())

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if clause := _fault_in_element(name, attributes):
            raise self._fault(clause, self._here())
        if _is_style(name) and not self._depth:
            self._begin = self._here()
        self._depth += _is_style(name)

    def take(self, text: str) -> None:
        """A piece of text."""
        if self._depth:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= _is_style(name)
        if self._pieces and not self._depth:
            if _may_load("".join(self._pieces)):
                raise self._fault("loads something by a style sheet", self._begin)
            self._pieces.clear()

    def _here(self) -> Mark:
        """Where what the parser tells of begins."""
        return Mark(self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1)

    def _fault(self, clause: str, mark: Mark) -> _FaultError:
        return _FaultError(Fault(clause, mark))


def _is_style(name: str) -> bool:
    return name == f"{_SVG} style"


def _may_load(css: str) -> bool:
    """Whether a style could load something. With escapes it could say anything, so there they are refused."""
    return _LOADS.search(css) is not None or ("\\" in css and ("(" in css or "@" in css))


def _fault_in_element(name: str, attributes: dict[str, str]) -> str:
    """What is wrong with an element or its attributes; empty if nothing is."""
    space, _, local = name.rpartition(" ")
    if space == _SVG and local not in _ELEMENTS:
        return f"has the element {local}"
    if space in ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"):
        return f"has the foreign element {local}"
    for attribute, value in attributes.items():
        bare = attribute.rpartition(" ")[2].lower()
        if bare.startswith("on"):
            return f"has the event attribute {bare}"
        if bare in ("href", "src") and not _INNER.match(value.strip()):
            return f"links to {value.strip()[:40]}"
        if _may_load(value):
            return f"loads something by its attribute {bare}"
    return ""
