"""A new id or place for a goal -> patches of its files and of every file that names it.

Its old id becomes an alias, so that links from elsewhere stay, and so do references until they are rewritten.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from goalsite.core.names import fault_in_id, nfc
from goalsite.edit.document import edited
from goalsite.edit.nodes import appended, front_of
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.edit.splices import Splice, as_text, spliced_bytes
from goalsite.lsp.meaning import Meaning
from goalsite.lsp.renaming import Edit, rename
from goalsite.lsp.workspace import State

_LINK = re.compile(r"\]\((?P<target>[^()\s#:?]+)")


def renamed_result(state: State, goal: str, result: str, new: str) -> tuple[FilePatch, ...]:
    """The patches by which a key result gets the id `new`. RefusedError says why that cannot be."""
    edits = rename(state, Meaning("result", goal, result), new)
    files = _edited_files(state, edits)
    return tuple(FilePatch(path, state.tree.read(path), data) for path, data in sorted(files.items()))


def moved(state: State, goal: str, new: str) -> tuple[FilePatch, ...]:
    """The patches by which a goal gets the id `new`.

    One that goes by its path moves, with the table beside it; one with an `id:` stays where it is.
    RefusedError says why that cannot be.
    """
    name = nfc(new.strip().strip("/").removesuffix(".md"))
    if fault := fault_in_id(name):
        raise RefusedError(f'id "{name}" {fault}')
    record = state.goals[goal]
    stays = "id" in record.marks
    edits = rename(state, Meaning("goal", goal), name, says_it=False)
    files = _edited_files(state, edits)
    here = record.path
    there = here if stays else posixpath.join(state.config.goals_dir.strip("/"), f"{name}.md")
    own = _with_alias(files.pop(here, state.tree.read(here)), here, goal)
    patches = [FilePatch(here, state.tree.read(here), own)]
    if not stays:
        for path, data in _links_to(state, here):
            files[path] = _relinked(files.get(path, data), path, here, there, path)
        own = _relinked(own, here, here, there, there)
        patches = list(_moves(state, here, there, own))
    others = (FilePatch(path, state.tree.read(path), data) for path, data in sorted(files.items()))
    return tuple(one for one in (*patches, *others) if one.is_new or one.is_gone or one.before != one.after)


def _edited_files(state: State, edits: tuple[Edit, ...]) -> dict[str, bytes]:
    """The files as they are with the edits, by path."""
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path, []).append(edit)
    files = {}
    for path, its in by_path.items():
        data = state.tree.read(path)
        starts = [0]
        for line in as_text(data).split("\n"):
            starts.append(starts[-1] + len(line) + 1)
        places = ((starts[one.span.line], one) for one in its)
        after = spliced_bytes(
            data, [Splice(at + one.span.start, at + one.span.end, one.text) for at, one in places]
        )
        if after is None:
            raise RefusedError(f"{path} is written in a way that cannot be edited")
        files[path] = after
    return files


def _with_alias(data: bytes, path: str, alias: str) -> bytes:
    front = front_of(data, path)
    after = edited(data, path, [appended(front, ("aliases",), alias)])
    if after is None:
        raise RefusedError(f"{path} is written in a way that cannot be edited", f"add {alias} to its aliases")
    return after


def _moves(state: State, here: str, there: str, own: bytes) -> Iterator[FilePatch]:
    """The goal's file and the table beside it, each in its new place and then gone from the old one."""
    pairs = [(here, there, own)]
    for suffix in (".csv", ".checkins.csv"):
        table = here.removesuffix(".md") + suffix
        if state.tree.exists(table):
            pairs.append((table, there.removesuffix(".md") + suffix, state.tree.read(table)))
    for old, new, data in pairs:
        if state.tree.exists(new):
            raise RefusedError(f"{new} is there already", "choose another id")
        yield FilePatch(new, b"", data, is_new=True)
        yield FilePatch(old, state.tree.read(old), b"", is_gone=True)


def _links_to(state: State, here: str) -> Iterator[tuple[str, bytes]]:
    """The other files whose text may link to the file that moves."""
    last = posixpath.basename(here).encode()
    for document in state.documents.documents:
        if document.path != here and document.body:
            data = state.tree.read(document.path)
            if last in data:
                yield document.path, data


def _relinked(data: bytes, path: str, here: str, there: str, new_path: str) -> bytes:
    """A file with its relative links as they have to be once `here` is `there`, and itself `new_path`."""
    text = as_text(data)
    splices = []
    for link in _LINK.finditer(text):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link["target"]))
        is_it = target == here
        if is_it or (path == here and path != new_path and not link["target"].startswith("/")):
            new = posixpath.relpath(there if is_it else target, posixpath.dirname(new_path) or ".")
            splices.append(Splice(link.start("target"), link.end("target"), new))
    after = spliced_bytes(data, splices)
    return data if after is None else after
