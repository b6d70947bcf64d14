"""The images and documents beside the goals, as they are published."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.names import nfc
from goalsite.source.decode import ASSET_BYTES, too_large
from goalsite.source.read import unread
from goalsite.source.svg import fault_in_svg
from goalsite.source.tree import Tree

SVG_BYTES = 1024 * 1024  # of other images no element is looked at


def active_images(tree: Tree, assets: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A finding for each SVG file that is more than a picture."""
    found = []
    for path in assets:
        if path.lower().endswith(".svg"):
            try:
                data = tree.read(path)
            except OSError as error:
                found.append(unread(path, error, ASSET_BYTES))
                continue
            if len(data) > SVG_BYTES:
                found.append(too_large(path, len(data), SVG_BYTES, "the image"))
                continue
            fault = fault_in_svg(data)
            if fault:
                message, hint = f"the image {fault.clause}", "save it as plain SVG, or as PNG"
                found.append(finding(path, fault.mark, "S049", message, hint))
    return tuple(found)


def namesakes(assets: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A finding for each file whose name is that of one before it but for its Unicode form."""
    found = []
    first: dict[str, str] = {}
    for path in assets:
        if first.setdefault(nfc(path), path) != path:
            message = f'the name is that of another file, "{nfc(path)}", in another Unicode form'
            found.append(finding(path, Mark(), "S005", message, "rename one of the files"))
    return tuple(found)
