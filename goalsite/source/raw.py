"""A file's text as it stands, for those who point into it."""

from __future__ import annotations

from goalsite.source.tree import Tree


def raw_text(tree: Tree, path: str) -> str:
    """The text of a file, line ends as `\\n`; empty where it cannot be read."""
    try:
        text = tree.read(path).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    return text.replace("\r\n", "\n").replace("\r", "\n")
