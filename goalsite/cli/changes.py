"""What commands that change goals have in common: find the goal, judge the files as they would be, then write
the patches or print them."""

from __future__ import annotations

import re
import shlex
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click
from msgspec import Struct

from goalsite.cli.options import Place, day_of_figures, tell, warn, with_hint
from goalsite.cli.patches import say_patches
from goalsite.core.diagnostics import Diagnostic, has_errors
from goalsite.core.keeping import all_kept
from goalsite.core.values import replace
from goalsite.edit.patch import FilePatch, RefusedError
from goalsite.source.overlay import OverlayTree
from goalsite.source.tree import DiskTree

if TYPE_CHECKING:
    from goalsite.analysis.figures import Analysis
    from goalsite.graph.edges import Graph
    from goalsite.history.timeline import Timeline
    from goalsite.model.records import Corpus, KeyResult, Kpi, Objective
    from goalsite.project import Project

dry_run_option = click.option("--dry-run", is_flag=True, help="Print the patch, and change nothing.")

_LINES = re.compile(r"\bline \d+")


class WrongUsage(click.ClickException):
    """A command that cannot be done as it was given: a message and a hint, without the usage line."""

    exit_code = 2


class Whole(NamedTuple):
    """A project, read and figured, without its findings."""

    corpus: Corpus
    graph: Graph
    analysis: Analysis


class Bench(Struct, frozen=True):
    """A project as it lies there, and the day on which it is changed."""

    place: Place
    project: Project
    day: date

    def tree(self, patches: Iterable[FilePatch] = ()) -> OverlayTree:
        """The files, with patches made."""
        drafts = {patch.path: None if patch.is_gone else patch.after for patch in patches}
        return OverlayTree(DiskTree(self.place.folder, self.project.config.goals_dir), drafts)

    def goal(self, name: str, patches: Iterable[FilePatch] = ()) -> tuple[Objective | Kpi, Corpus]:
        """The goal that a name means, and what its figures hang on."""
        from goalsite.edit.goals import corpus_of_goal

        return corpus_of_goal(self.tree(patches), self.project.config, name)

    def objective(self, name: str) -> tuple[Objective, KeyResult | None]:
        """The objective that `GOAL`, or the one and its key result that `GOAL#KR` means."""
        from goalsite.edit.results import key_result_named
        from goalsite.model.records import Objective

        written, sharp, wanted = name.partition("#")
        goal, _ = self.goal(written)
        if not isinstance(goal, Objective):
            raise RefusedError(f"{goal.id} is a KPI", "name an objective, or a key result of one")
        return goal, key_result_named(goal, wanted) if sharp else None

    def whole(self) -> Whole:
        """Everything known of the project on the day."""
        from goalsite.analysis.analyse import analyse
        from goalsite.graph.build import build_graph
        from goalsite.model.corpus import read_corpus
        from goalsite.source.read import read_documents

        config, tree = self.project.config, self.tree()
        with all_kept():
            documents, _ = read_documents(tree, config.goals_dir, config.left_alone)
            corpus, names, _ = read_corpus(documents, config)
            graph, _ = build_graph(corpus, names, config)
            timeline = self._timeline(corpus)
            return Whole(corpus, graph, analyse(corpus, graph, timeline, config, self.day))

    def figures(self, corpus: Corpus) -> Analysis:
        """The figures of a goal by itself."""
        from goalsite.analysis.analyse import analyse
        from goalsite.graph.edges import Graph

        return analyse(corpus, Graph(), self._timeline(corpus), self.project.config, self.day)

    def _timeline(self, corpus: Corpus) -> Timeline:
        """What git knows of the files that ask it; without asking where none does."""
        from goalsite.analysis.analyse import needs_history
        from goalsite.history.timeline import Timeline, Where, read_timeline
        from goalsite.memory.keep import FOLDER

        goals, config, root = needs_history(corpus), self.project.config, self.place.folder
        if not goals:
            return Timeline()
        where = Where(config.goals_dir, memory=root / FOLDER)
        return read_timeline(root, goals, config.timezone, where, self.day)[0]


def past_day(when: str | None, work: Bench) -> date:
    """The day that is named, else the bench's; one of the future is refused."""
    from goalsite.core.days import read_day

    day = work.day if when is None else read_day(when)
    if day is None:
        raise WrongUsage(f'"{when}" is no date\n  hint: write it as 2026-11-16')
    if day > work.day:
        raise WrongUsage(f"{when} lies after today, {work.day}\n  hint: say so when it has come")
    return day


def bench(place: Place, as_of: date | None) -> Bench:
    """The project at `place` on the day asked for, else today."""
    from goalsite.project import open_project

    project = open_project(place.folder, place.config)
    if has_errors(project.diagnostics):
        tell(project.diagnostics, place.folder)
        raise click.ClickException("the configuration has errors\n  hint: mend it first")
    return Bench(place, project, day_of_figures(as_of, project.config.timezone))


@contextmanager
def told() -> Iterator[None]:
    """Within it a refusal ends the command as wrong usage, with its hint."""
    try:
        yield
    except RefusedError as error:
        raise WrongUsage(with_hint(error.message, error.hint)) from error


def carry_out(bench: Bench, patches: Sequence[FilePatch], *, dry_run: bool) -> bool:
    """Write the patches, or print them; whether they were written.

    The files are judged as they would be: findings that come with the edit are told, and an error among them
    keeps everything as it is.
    """
    found = _new_findings(bench, patches)
    tell(found, bench.tree(patches))
    if has_errors(found):
        raise click.ClickException("nothing was changed: the edit would bring errors, told above")
    if dry_run:
        say_patches(patches)
        return False
    from goalsite.edit.disk import apply

    for count, patch in enumerate(patches):
        refusal = apply(patch, bench.place.folder)
        if refusal:
            before = f", after {count} of {len(patches)} files were written" if count else ""
            raise click.ClickException(f"{patch.path}: left as it is: {refusal}{before}")
    return True


def _new_findings(bench: Bench, patches: Sequence[FilePatch]) -> tuple[Diagnostic, ...]:
    """The findings on the project that the patches bring; those that were there are told by others."""
    from goalsite.cli.check import MEMORY
    from goalsite.review.review import Subject, review

    project, root = bench.project, bench.place.folder
    subject = Subject(
        root, project.config, project.config_path, project.diagnostics, bench.day, time.time_ns()
    )
    drafts = bench.tree(patches).buffers
    with all_kept():
        before = Counter(map(_sameness, review(subject, root / MEMORY).diagnostics))
        after = review(replace(subject, drafts=drafts), root / MEMORY).diagnostics
    found = []
    for one in after:
        key = _sameness(one)
        if before[key]:
            before[key] -= 1
        else:
            found.append(one)
    return tuple(found)


def _sameness(one: Diagnostic) -> tuple[str, str, str]:
    """What a finding has in common with itself after lines have moved."""
    return one.path, one.code, _LINES.sub("line", one.message)


def next_step(bench: Bench, patches: Iterable[FilePatch], message: str) -> str:
    """The commands that commit what was written."""
    made = tuple(patches)
    folder = bench.place.folder
    git = "git" if str(folder) == "." else f"git -C {shlex.quote(str(folder))}"
    fresh = [shlex.quote(patch.path) for patch in made if patch.is_new]
    add = f"{git} add {' '.join(fresh)} && " if fresh else ""
    paths = " ".join(shlex.quote(patch.path) for patch in made)
    return f"{add}{git} commit -m {shlex.quote(message)} {paths}"


def hint_of(error: RefusedError) -> None:
    """Tell a refusal that does not end the command."""
    warn(error.message, error.hint)
