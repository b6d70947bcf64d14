"""Tree -> Documents. Every file below the goals folder is read by itself: a broken one stops no other."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, TypeVar, cast

from goalsite.core.diagnostics import Diagnostic, Mark, finding, has_errors, in_order
from goalsite.core.known import NOTHING, Known
from goalsite.source import frontmatter, table
from goalsite.source.decode import ASSET_BYTES, DOCUMENT_BYTES, TABLE_BYTES, decode, too_large
from goalsite.source.nodes import Document, Documents, KeptDocument, Mapping, Table
from goalsite.source.tree import Entry, OutsideError, TooLargeError, Tree, inner_path
from goalsite.source.wanted import wanted

ASSET_TYPES = frozenset((".avif", ".gif", ".jpeg", ".jpg", ".pdf", ".png", ".svg", ".txt", ".webp"))


T = TypeVar("T")

Findings = tuple[Diagnostic, ...]


def _unmarked(_: str) -> None:
    """Of no file is known what tells its content."""


def read_documents(
    tree: Tree,
    goals_dir: str = "goals",
    exclude: Iterable[str] = (),
    known: Known = NOTHING,
    mark_of: Callable[[str], bytes | None] = _unmarked,
) -> tuple[Documents, Findings]:
    """What lies below `goals_dir`, but dot files and what a glob of `exclude` matches, and what is wrong.

    A Markdown or CSV file that cannot be read is a broken document or table; a faulty asset is left out. A
    file is not read again whose mark is `known`: `mark_of` its path is what tells its content from others.
    """

    def read(entry: Entry, how: Callable[[Tree, Entry], tuple[T, Findings]]) -> tuple[T, Findings]:
        mark = mark_of(entry.path)
        if mark is None:
            return how(tree, entry)
        read_now = partial(how, tree, entry)
        value, findings = known.made("file", entry.path, (entry.kind, entry.size, mark), read_now)
        if isinstance(value, KeptDocument):
            value.read_by(cast("Any", read_now))
        return value, findings

    folder = inner_path(goals_dir)
    if folder is None:
        message = "the goals folder leaves the repository, must lie within it"
        return Documents((), (), ()), (finding(goals_dir, Mark(), "S038", message, "change goals_dir"),)
    documents: list[Document] = []
    tables: list[Table] = []
    assets: list[str] = []
    found: list[Diagnostic] = []
    for entry in wanted(tree, folder, exclude):
        suffix = _suffix(entry)
        findings = _misnamed(entry.path)
        if findings:
            pass
        elif suffix == ".md":
            document, findings = read(entry, _document)
            documents.append(document)
        elif suffix == ".csv":
            rows, findings = read(entry, _table)
            tables.append(rows)
        elif is_read(entry):
            findings = _refused(entry, ASSET_BYTES)
            assets += () if findings else (entry.path,)
        found += findings
    return Documents(tuple(documents), tuple(tables), tuple(assets)), in_order(found)


def is_read(entry: Entry) -> bool:
    """Whether an entry that counts is read, published, or told of: all but files of other kinds."""
    suffix = _suffix(entry)
    is_told = entry.kind in ("link", "unlisted")
    return is_told or suffix in (".md", ".csv") or suffix.lower() in ASSET_TYPES


def _suffix(entry: Entry) -> str:
    return posixpath.splitext(entry.path)[1]


def missing_goals(
    tree: Tree, goals_dir: str, config_path: str, mark: Mark | None, from_config: Iterable[Diagnostic]
) -> Findings:
    """A finding where there is no goals folder at all: an empty site in place of a full one is no wish.

    `mark` is where the configuration names the folder; one with errors, as `from_config` tells them, may
    have meant another folder, and is enough to mend for now.
    """
    if tree.exists(goals_dir) or has_errors(from_config):
        return ()
    message = f"there is no folder {goals_dir} here"
    hint = "begin with goalsite init, go elsewhere with -C, or name the folder by goals_dir:"
    if mark:
        hint = "make the folder, or name the one that holds the goals"
    return (finding(config_path, mark or Mark(), "S050", message, hint, len(goals_dir) if mark else 1),)


def read_document(data: bytes, path: str) -> tuple[Document, Findings]:
    """The document that a Markdown file's bytes are."""
    text, findings = decode(data, path)
    return (_broken_document(path), findings) if text is None else frontmatter.document(text, path)


def read_alone(tree: Tree, path: str) -> tuple[Document | Table, Findings]:
    """What lies at a path that is known to be of a Markdown or CSV file that counts."""
    how = _document if path.endswith(".md") else _table
    return how(tree, Entry(path, 0, "file"))


def read_table(data: bytes, path: str) -> tuple[Table, Findings]:
    """The table that a CSV file's bytes are."""
    text, findings = decode(data, path)
    return (_broken_table(path), findings) if text is None else table.parse(text, path)


def read_mapping(tree: Tree, path: str) -> tuple[Mapping | None, Findings]:
    """The mapping that a YAML file is, such as the configuration; empty where the file says nothing.

    None, with the finding why, where it cannot be read; None without a finding where there is no such file.
    """
    try:
        data = tree.read(path)
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        return None, (unread(path, error, DOCUMENT_BYTES),)
    text, findings = decode(data, path)
    return (None, findings) if text is None else frontmatter.mapping(text, path, "S041")


def _document(tree: Tree, entry: Entry) -> tuple[Document, Findings]:
    data, findings = _content(tree, entry, DOCUMENT_BYTES)
    return (_broken_document(entry.path), findings) if data is None else read_document(data, entry.path)


def _table(tree: Tree, entry: Entry) -> tuple[Table, Findings]:
    data, findings = _content(tree, entry, TABLE_BYTES)
    return (_broken_table(entry.path), findings) if data is None else read_table(data, entry.path)


def _broken_document(path: str) -> Document:
    return Document(path, None, "", 1, broken=True)


def _broken_table(path: str) -> Table:
    return Table(path, (), (), broken=True)


def _content(tree: Tree, entry: Entry, limit: int) -> tuple[bytes | None, Findings]:
    if findings := _refused(entry, limit):
        return None, findings
    try:
        data = tree.read(entry.path)
    except OSError as error:
        return None, (unread(entry.path, error, limit),)
    if len(data) > limit:  # it has grown since it was listed
        return None, (too_large(entry.path, len(data), limit),)
    return data, ()


def _refused(entry: Entry, limit: int) -> Findings:
    """Why an entry is not even opened; nothing if it may be."""
    if entry.kind == "link":
        return (_link(entry.path),)
    if entry.kind == "unlisted":
        return (finding(entry.path, Mark(), "S043", "the folder cannot be listed", "let its files be read"),)
    if entry.kind == "other":
        return (finding(entry.path, Mark(), "S043", "this is no regular file", "replace or remove it"),)
    return (too_large(entry.path, entry.size, limit),) if entry.size > limit else ()


def unread(path: str, error: OSError, limit: int) -> Diagnostic:
    """The finding that a file of at most `limit` bytes could not be read."""
    if isinstance(error, OutsideError):
        return _link(path)
    if isinstance(error, TooLargeError):
        return too_large(path, limit + 1, limit)
    reason = (error.strerror or type(error).__name__).lower()
    return finding(path, Mark(), "S043", f"the file cannot be read: {reason}", "let it be read, or remove it")


def _link(path: str) -> Diagnostic:
    message = "this is a symlink or leads out of the repository, must be a file of its own"
    return finding(path, Mark(), "S038", message, "copy the file, or refer to its goal by id")


def is_misnamed(path: str) -> bool:
    """Whether a name on the path is not UTF-8."""
    return bool(_misnamed(path))


def _misnamed(path: str) -> Findings:
    """That a name on the path is not UTF-8: told of the first such name, so once for all below it."""
    if path.isascii():
        return ()
    names = path.split("/")
    for count, name in enumerate(names, 1):
        try:
            name.encode()
        except UnicodeEncodeError:
            shown = "/".join(names[:count]).encode(errors="backslashreplace").decode()
            return (finding(shown, Mark(), "S037", "the name is not UTF-8", "rename it"),)
    return ()
