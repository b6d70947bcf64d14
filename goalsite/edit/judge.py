"""What is wrong with one file, by itself: how a repair is tried before it is believed."""

from __future__ import annotations

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic
from goalsite.model.corpus import read_corpus
from goalsite.model.settings import read_config
from goalsite.source import frontmatter
from goalsite.source.decode import decode
from goalsite.source.nodes import Documents
from goalsite.source.read import read_document, read_table
from goalsite.source.tree import Tree

Findings = tuple[Diagnostic, ...]


def judged(data: bytes, path: str, config: Config, tree: Tree) -> Findings:
    """The findings of the file at `path` if these were its bytes.

    Of other files only a table's goal is read, from `tree`, so that what refers to others is not judged.
    """
    if path.endswith(".md"):
        document, found = read_document(data, path)
        return (*found, *read_corpus(Documents((document,), (), ()), config)[2])
    if path.endswith(".csv"):
        return _of_table(data, path, config, tree)
    text, found = decode(data, path)
    if text is None:
        return found
    node, found = frontmatter.mapping(text, path, "S041")
    return (*found, *read_config(node, path, frozenset())[1])


def _of_table(data: bytes, path: str, config: Config, tree: Tree) -> Findings:
    table, found = read_table(data, path)
    goal = path.removesuffix(".csv").removesuffix(".checkins") + ".md"
    try:
        document, _ = read_document(tree.read(goal), goal)
    except OSError:
        return found
    more = read_corpus(Documents((document,), (table,), ()), config)[2]
    return (*found, *(one for one in more if one.path == path))
