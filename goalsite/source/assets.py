"""The images and documents beside the goals, as they are published."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.source.svg import fault_in_svg
from goalsite.source.tree import Tree


def active_images(tree: Tree, assets: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A finding for each SVG file that is more than a picture."""
    found = []
    for path in assets:
        if path.lower().endswith(".svg"):
            try:
                fault = fault_in_svg(tree.read(path))
            except OSError as error:
                found.append(finding(path, Mark(), "S043", f"the file cannot be opened: {error.strerror}"))
                continue
            if fault:
                hint = "save it as plain SVG, or as PNG"
                found.append(
                    finding(path, Mark(), "S049", f"the image {fault}, must be only a picture", hint)
                )
    return tuple(found)
