"""The reader of keys whose value may become a link on a public page."""

from __future__ import annotations

from goalsite.core.links import safe_url
from goalsite.model.shapes import Reading, shorten, span, wrong
from goalsite.source.nodes import Node, Scalar


def url(node: Node, reading: Reading, name: str) -> str | None:
    """A link that a public page may carry."""
    if not isinstance(node, Scalar):
        wrong(node, reading, name, "a link", "write one address for each name")
        return None
    safe = safe_url(node.text)
    if safe is None:
        shown = shorten(node.text)
        reading.report(
            node.mark,
            "S040",
            f'{name} is "{shown}", no link that may be published',
            "use http, https, mailto or a relative path",
            span(node.text),
        )
    return safe
