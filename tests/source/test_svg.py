from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.source.svg import Fault, fault_in_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def clause(image: str) -> str:
    """What is wrong with an image."""
    fault = fault_in_svg(image.encode())
    return fault.clause if fault else ""


def test_a_drawing_is_only_a_picture() -> None:
    drawing = (
        '<defs><linearGradient id="a"><stop offset="1"/></linearGradient></defs>'
        '<rect fill="url(#a)" width="9"/><use xlink:href="#a"/><text>满</text>'
        '<image href="data:image/png;base64,AAAA"/>'
    )
    assert fault_in_svg(SVG.format(drawing).encode()) is None


@pytest.mark.parametrize(
    "inside",
    [
        """<rect fill="url('#a')"/>""",
        '<style>rect{fill:url( "#a" )}</style>',
        "<text>write url(https://example.org) or C:\\folder</text>",
    ],
)
def test_links_within_the_image_and_plain_text_are_let_be(inside: str) -> None:
    assert fault_in_svg(SVG.format(inside).encode()) is None


def test_a_style_of_any_length_takes_linear_time() -> None:
    spaces = "<style>a{fill:url(" + " " * 1_000_000 + "</style>"
    assert clause(SVG.format(spaces)) == "loads something by a style sheet"


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<rect ONCLICK="alert(1)"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<use href="https://evil.example/x.svg#a"/>',
        '<image href="https://evil.example/x.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<p xmlns="http://www.w3.org/1999/xhtml">x</p>',
        '<rect fill="url(https://evil.example/#a)"/>',
        "<style>@import 'https://evil.example/x.css';</style>",
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<style>@im&#112;ort 'https://evil.example/x.css';</style>",
        "<style>@im<style/>port 'https://evil.example/x.css';</style>",
        "<style>a{fill:ur&#108;(https://evil.example)}</style>",
        r"<style>a{fill:u\72l(https://evil.example)}</style>",
        r'<rect style="fill:u\72l(https://evil.example)"/>',
        "<style>a{background:image-set('https://evil.example/x.png' 1x)}</style>",
        "<rect>",
    ],
)
def test_what_could_run_or_load_something_is_refused(inside: str) -> None:
    assert fault_in_svg(SVG.format(inside).encode())


def test_entities_and_document_types_are_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + SVG.format("&b;")
    assert clause(bomb) == "has a document type"


def test_a_style_sheet_beside_it_is_refused() -> None:
    sheet = '<?xml-stylesheet href="https://evil.example/x.xsl" type="text/xsl"?>' + SVG.format("")
    assert clause(sheet) == "has the processing instruction xml-stylesheet"


@pytest.mark.parametrize(
    ("inside", "place", "said"),
    [
        ("<text>增长</text><script/>", (2, 16), "has the element script"),
        ('<g>\n  <rect onclick="x"/>\n</g>', (3, 3), "has the event attribute onclick"),
        ("<style>\n  @import 'x';\n</style>", (2, 1), "loads something by a style sheet"),
        ('<use href="#a"/><use href="a.svg#a"/>', (2, 17), "links to a.svg#a"),
        ("<g>\n增</h>", (3, 4), "is not well-formed: mismatched tag"),
    ],
)
def test_a_fault_is_told_where_it_begins(inside: str, place: tuple[int, int], said: str) -> None:
    fault = fault_in_svg(f'<svg xmlns="http://www.w3.org/2000/svg">\n{inside}\n</svg>'.encode())
    assert fault == Fault(said, Mark(*place))


def test_a_document_type_is_told_where_it_begins() -> None:
    image = f'<?xml version="1.0"?>\n <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n "x">\n{SVG.format("")}'
    assert fault_in_svg(image.encode()) == Fault("has a document type", Mark(2, 2))


def test_an_encoding_nobody_knows_is_told() -> None:
    assert clause('<?xml version="1.0" encoding="x-own"?>' + SVG.format("")) == (
        "is in an encoding that is not known"
    )


@given(st.binary(max_size=300))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    fault = fault_in_svg(data)
    assert fault is None or fault.clause
