"""What `goalsite check --fix` and `--diff` do: the patches for findings, shown or written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from goalsite.cli.options import Place, warn
from goalsite.cli.patches import say_patches
from goalsite.core.diagnostics import Diagnostic
from goalsite.edit.repair import FIXABLE
from goalsite.edit.tables import FIXABLE_IN_TABLES

if TYPE_CHECKING:
    from goalsite.edit.patch import FilePatch, Moved
    from goalsite.project import Project


def mendable(place: Place, project: Project, findings: tuple[Diagnostic, ...]) -> frozenset[Diagnostic]:
    """The findings that `--fix` would end."""
    if not (FIXABLE | FIXABLE_IN_TABLES).intersection(one.code for one in findings):
        return frozenset()
    from goalsite.edit.fix import fixes
    from goalsite.source.tree import DiskTree

    patches = fixes(DiskTree(place.folder), findings, project.config)
    return frozenset(one for patch in patches for one in patch.ended).intersection(findings)


def patches_for(place: Place, project: Project, findings: Iterable[Diagnostic]) -> tuple[FilePatch, ...]:
    """The patches of the files in which something has one right answer."""
    from goalsite.edit.fix import fixes
    from goalsite.source.tree import DiskTree

    return fixes(DiskTree(place.folder), findings, project.config, _moved(project))


def _moved(project: Project) -> tuple[Moved, ...]:
    """The references that go by an old name of a goal."""
    from goalsite.edit.references import moved_references
    from goalsite.graph.resolve import Goal, Resolver
    from goalsite.model.corpus import read_corpus
    from goalsite.source.read import read_documents
    from goalsite.source.tree import DiskTree

    config = project.config
    tree = DiskTree(project.root, config.goals_dir)
    documents, _ = read_documents(tree, config.goals_dir, config.left_alone)
    corpus, names, _ = read_corpus(documents, config)
    goals: dict[str, Goal] = {goal.id: goal for goal in corpus.objectives}
    goals |= {kpi.id: kpi for kpi in corpus.kpis}
    resolver = Resolver(names, goals, frozenset(), config.goals_dir)
    return moved_references(corpus, resolver.present_id)


def show(patches: Iterable[FilePatch]) -> None:
    """Print the patches, and how to make them."""
    made = tuple(patches)
    say_patches(made)
    if count := len(made):
        warn(f"{count} {'file' if count == 1 else 'files'} would change; goalsite check --fix does it")


def write(place: Place, patches: Iterable[FilePatch]) -> int:
    """Write the patches; how many findings are mended by it. A file that cannot be written is told."""
    from goalsite.edit.disk import apply

    mended = 0
    for patch in patches:
        refusal = apply(patch, place.folder)
        if refusal:
            warn(f"{patch.path}: left as it is: {refusal}")
        else:
            mended += len(patch.ended) + len(patch.moved)
            warn(f"{patch.path}: mended")
    return mended
