"""Whether an SVG image is only a picture: opened by itself it is a document that could run code."""

from __future__ import annotations

import re
from xml.parsers import expat

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


class _FaultError(Exception):
    """What is wrong with an image, in a clause."""


def fault_in_svg(data: bytes) -> str:
    """Why the image must not be published, as a clause after its name; empty if it is only a picture.

    Allowed are drawing elements, links within the image and embedded pixels; no script, event, foreign
    content, document type, entity or address of another host.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    sheets = _StyleSheets()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.StartElementHandler = sheets.begin
    parser.CharacterDataHandler = sheets.take
    parser.EndElementHandler = sheets.end
    try:
        parser.Parse(data, True)
    except _FaultError as fault:
        return str(fault)
    except expat.ExpatError as error:
        return f"is not well-formed ({expat.ErrorString(error.code)}, line {error.lineno})"
    except (ValueError, LookupError):
        return "is in an encoding that is not known"
    return ""


def _refuse_doctype(*_: object) -> None:
    raise _FaultError("has a document type")


def _refuse_instruction(target: str, _: str) -> None:
    raise _FaultError(f"has the processing instruction {target}")


class _StyleSheets:
    """Watches elements and text go by, and judges each style sheet once it is whole."""

    def __init__(self) -> None:
        self._depth = 0
        self._pieces: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        _check_element(name, attributes)
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
                raise _FaultError("loads something by a style sheet")
            self._pieces.clear()


def _is_style(name: str) -> bool:
    return name == f"{_SVG} style"


def _may_load(css: str) -> bool:
    """Whether a style could load something. With escapes it could say anything, so there they are refused."""
    return _LOADS.search(css) is not None or ("\\" in css and ("(" in css or "@" in css))


def _check_element(name: str, attributes: dict[str, str]) -> None:
    space, _, local = name.rpartition(" ")
    if space == _SVG and local not in _ELEMENTS:
        raise _FaultError(f"has the element {local}")
    if space in ("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"):
        raise _FaultError(f"has the foreign element {local}")
    for attribute, value in attributes.items():
        bare = attribute.rpartition(" ")[2].lower()
        if bare.startswith("on"):
            raise _FaultError(f"has the event attribute {bare}")
        if bare in ("href", "src") and not _INNER.match(value.strip()):
            raise _FaultError(f"links to {value.strip()[:40]}")
        if _may_load(value):
            raise _FaultError(f"loads something by its attribute {bare}")
