"""What `goalsite diff` compares: two sides found in git, opened, figured for one day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from goalsite.cli.options import Place
from goalsite.core.keeping import all_kept
from goalsite.history.between import is_repository, is_shallow, merge_base, touched_between
from goalsite.history.revision import Revision, open_revision

if TYPE_CHECKING:
    from datetime import date

    from goalsite.analysis.state import State
    from goalsite.pages.difference_entries import Compared
    from goalsite.pipeline import Figured

HERE = "working tree"
"""What the side is called that no commit has."""


class Side(Struct, frozen=True):
    """One side: what it is called, and its commit; None for the working tree."""

    name: str
    revision: Revision | None = None

    @property
    def commit(self) -> str | None:
        """The id of its commit."""
        return self.revision.commit if self.revision else None


def sides(folder: Path, words: tuple[str, ...], from_merge_base: bool) -> tuple[Side, Side]:
    """The two sides that the words of a command name, as `git diff` reads them: `A`, `A B`, `A..B`, `A...B`.

    Raises click.UsageError, saying what to do, where one of them cannot be found.
    """
    if not is_repository(folder):
        hint = "diff compares the goals with what git has of them; begin with git init"
        raise click.UsageError(f"no git repository holds {folder}\n  hint: {hint}")
    first, *rest = words
    if not rest and "..." in first:
        one, _, other = first.partition("...")
        first, rest, from_merge_base = one or "HEAD", [other or "HEAD"], True
    elif not rest and ".." in first:
        one, _, other = first.partition("..")
        first, rest = one or "HEAD", [other or "HEAD"]
    before = _side(folder, first)
    after = _side(folder, rest[0]) if rest else Side(HERE)
    if from_merge_base:
        before = _parted(folder, before, after)
    return before, after


def _side(folder: Path, name: str) -> Side:
    found = open_revision(folder, name)
    if found is not None:
        return Side(name, found)
    if open_revision(folder, "HEAD") is None:
        raise click.UsageError(
            "the repository has no commit yet\n  hint: commit the goals first: git add … && git commit"
        )
    hint = "git branch --all and git tag list what there is"
    if open_revision(folder, f"origin/{name}") is not None:
        hint = f"there is origin/{name}"
    elif is_shallow(folder):
        hint = (
            "this clone has a part of the history only: git fetch --unshallow brings the rest; in a workflow "
            f"let the checkout fetch all of it (fetch-depth: 0), or git fetch origin {name}"
        )
    raise click.UsageError(f"git knows no revision {name!r} here\n  hint: {hint}")


def _parted(folder: Path, before: Side, after: Side) -> Side:
    """Where two sides parted, which is what a pull request is held against."""
    base = merge_base(folder, before.commit or "HEAD", after.commit or "HEAD")
    found = open_revision(folder, base) if base else None
    if found is None:
        hint = "name the revision itself, without ... and --merge-base"
        if is_shallow(folder):
            hint = "this clone has a part of the history only: git fetch --unshallow brings the rest"
        raise click.UsageError(
            f"git knows no commit from which {before.name} and {after.name} parted\n  hint: {hint}"
        )
    return Side(before.name, found)


def compared(place: Place, before: Side, after: Side, as_of: date | None) -> Compared:
    """Both sides figured for one day, and what differs between them."""
    from goalsite.analysis.difference import difference
    from goalsite.cli.options import day_of_figures
    from goalsite.pages.difference_entries import Compared
    from goalsite.pipeline import figure
    from goalsite.project import open_project

    projects = [open_project(place.folder, place.config, side.revision) for side in (before, after)]
    zone = projects[1].config.timezone
    day = day_of_figures(as_of, zone)
    with all_kept():
        was, now = (figure(project, day) for project in projects)
        states = _states(was, now)
        found = difference(*states)
    touched = touched_between(place.folder, before.commit or "HEAD", after.commit or "HEAD", zone)
    return Compared(*states, (before.name, after.name), found, touched)


def _states(before: Figured, after: Figured) -> tuple[State, State]:
    """Both sides as they are compared, with the facts of the files that are others."""
    from goalsite.analysis.state import State, files_of
    from goalsite.history.versions import facts_of

    trees = before.project.tree(), after.project.tree()
    states = []
    for one, tree, other in ((before, trees[0], trees[1]), (after, trees[1], trees[0])):
        kinds = {record.path: kind for kind, record in files_of(one.corpus)}
        project = one.project
        states.append(
            State(
                one.corpus,
                one.graph,
                one.analysis,
                project.config,
                project.config_path,
                one.diagnostics,
                facts_of(tree, other, kinds),
            )
        )
    return states[0], states[1]
