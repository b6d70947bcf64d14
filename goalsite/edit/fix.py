"""Findings of a whole repository -> patches of its files. The files are read, and none is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.edit.judge import judged
from goalsite.edit.patch import FilePatch, Moved
from goalsite.edit.repair import FIXABLE, Repaired, repaired
from goalsite.edit.tables import FIXABLE_IN_TABLES, repaired_table
from goalsite.source.tree import Tree


def fixes(
    tree: Tree, findings: Iterable[Diagnostic], config: Config, moved: Iterable[Moved] = ()
) -> tuple[FilePatch, ...]:
    """The patches, by path, of the files in which something has one right answer.

    `findings` are all that were told and may be fixed; `moved` the references to write anew. A file that
    cannot be read now has no patch.
    """
    told: dict[str, list[Diagnostic]] = {}
    for one in findings:
        if one.code in (FIXABLE_IN_TABLES if one.path.endswith(".csv") else FIXABLE):
            told.setdefault(one.path, []).append(one)
    references: dict[str, list[Moved]] = {}
    for reference in moved:
        references.setdefault(reference.path, []).append(reference)
    patches = (
        _patch(tree, path, told.get(path, []), references.get(path, []), config)
        for path in sorted({*told, *references})
    )
    return tuple(patch for patch in patches if patch is not None)


def _patch(
    tree: Tree, path: str, told: list[Diagnostic], moved: list[Moved], config: Config
) -> FilePatch | None:
    try:
        before = tree.read(path)
    except OSError:
        return None
    judge = partial(judged, path=path, config=config, tree=tree)
    references = {reference.mark: reference.new for reference in moved}
    after = _repaired(before, path, told, judge, references)
    if after.data == before:
        return None
    first = set(told)
    ended = sorted(after.ended, key=lambda one: one not in first)
    return FilePatch(path, before, after.data, tuple(ended), tuple(moved))


def _repaired(
    data: bytes,
    path: str,
    told: list[Diagnostic],
    judge: Callable[[bytes], tuple[Diagnostic, ...]],
    references: Mapping[Mark, str],
) -> Repaired:
    if path.endswith(".csv"):
        return repaired_table(data, path, told, judge)
    return repaired(data, path, told, judge, references)
