"""The table of contents: tree -> documents -> corpus -> graph -> analysis -> findings. `printing` goes on.

It composes and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct

from goalsite.analysis.analyse import analyse, needs_history
from goalsite.analysis.figures import Analysis
from goalsite.core.config import Config, judged
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import NOTHING, Known
from goalsite.graph.build import build_graph
from goalsite.graph.edges import Graph
from goalsite.history.contents import Progress
from goalsite.history.git import open_repository
from goalsite.history.history import NO_HISTORY, History, read_history
from goalsite.history.states import State
from goalsite.history.timeline import Timeline, Where, read_timeline
from goalsite.history.trails import Trail, read_trails
from goalsite.history.versions import content_of
from goalsite.lint.lint import Subject, lint, on_config
from goalsite.lint.settle import settle
from goalsite.lint.traced import to_trace
from goalsite.memory.keep import FOLDER
from goalsite.memory.listing import Seen, glance, settled
from goalsite.model.corpus import names_by_path, read_corpus
from goalsite.model.records import Corpus
from goalsite.project import Project
from goalsite.source.assets import active_images, namesakes
from goalsite.source.nodes import Documents
from goalsite.source.part import Held, Part
from goalsite.source.raw import raw_text
from goalsite.source.read import missing_goals, read_documents
from goalsite.source.tree import DiskTree, Tree, inner_path
from goalsite.source.wanted import wanted
from goalsite.stopwatch import OFF, Stopwatch
from goalsite.workers import cores

if TYPE_CHECKING:
    from goalsite.output.laying import Laying
    from goalsite.pages.desk import Then


class Figured(Struct, frozen=True):
    """Everything known of a project on one day; `states` are the past ones that its site keeps, and `then` is
    the one that it is itself."""

    project: Project
    corpus: Corpus
    graph: Graph
    timeline: Timeline
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]
    history: History = NO_HISTORY
    states: tuple[State, ...] = ()
    then: Then | None = None


class Hands(Struct, frozen=True):
    """Who does the work: at most so many processes as `jobs`, 0 where as many as are worth it; what measures
    it; and where they lay the files that they make, if those are not to be handed on."""

    jobs: int = 0
    watch: Stopwatch = OFF
    laying: Laying | None = None

    def jobs_for(self, goals: int) -> int:
        """How many processes are worth it for so many goals."""
        return self.jobs or (cores() if goals > _MANY else 1)

    def jobs_for_rules(self, goals: int) -> int:
        """How many are worth it to hold rules against so many goals."""
        return 1 if goals > _TOO_MANY else self.jobs_for(goals)


ALONE = Hands(jobs=1)
"""One process, which nobody measures."""

_MANY = 150
"""So many goals are worth more than one process."""

_TOO_MANY = 50_000
"""Of more goals rules are asked by one process alone: each of several would come to have a copy of all that
the files say, where memory is scarce, and a fiftieth of the time of a build is all that they would spare."""


def figure(
    project: Project,
    as_of: date,
    tell: Progress | None = None,
    *,
    with_history: bool = False,
    hands: Hands = ALONE,
    before: Before | None = None,
) -> Figured:
    """The project's files, read, checked and figured as they stand on `as_of`; `tell` hears how the reading
    of their history goes on. Figures need little of it; what pages tell of it is read `with_history`. What
    was found out `before` is not found out again."""
    tree, watch = project.tree(), hands.watch
    known, config = (before.known if before else NOTHING), project.config
    if before:
        known.begin()
        config = known.same("settings", "", config)
    settings = known.same("settings", "judged", judged(config))
    with watch("reading goals"):
        documents, from_files = _documents(tree, config, before)
    with watch("understanding them"):
        corpus, names, from_model = read_corpus(documents, config, known)
        graph, from_graph = build_graph(corpus, names, config, known)
    with watch("history"):
        history, timeline, from_history = _past(project, corpus, as_of, tell, whole=with_history)
    with watch("figures"):
        analysis = analyse(corpus, graph, timeline, settings, as_of, known)
    with watch("rules"):
        raw, trails = partial(raw_text, tree), _trails(project, tree, corpus, analysis)
        subject = Subject(documents, corpus, graph, analysis, settings, raw, trails)
        from_rules = lint(subject, hands.jobs_for_rules(len(corpus.objectives) + len(corpus.kpis)), known)
        mark, path = config.marks.get("goals_dir"), project.config_path
        found = (
            *project.diagnostics,
            *missing_goals(tree, config.goals_dir, path, mark, project.diagnostics),
            *from_files,
            *from_model,
            *from_graph,
            *from_history,
            *namesakes(corpus.assets),
            *active_images(tree, corpus.assets),
            *on_config(config, path, raw),
            *from_rules,
        )
        settled = settle(found, documents.documents, config)
    return Figured(project, corpus, graph, timeline, analysis, settled, history)


@dataclass(slots=True)
class Before:
    """What was found out about a project when it was last figured, by whoever holds on to it; `clock` tells
    the time in nanoseconds."""

    clock: Callable[[], int]
    known: Known = field(default_factory=Known)
    seen: dict[str, Seen] = field(default_factory=dict)


def _documents(tree: Tree, config: Config, before: Before | None) -> tuple[Documents, tuple[Diagnostic, ...]]:
    """The files of a project, of which those are read that are not as they were before."""
    folder = inner_path(config.goals_dir)
    if before is None or folder is None or not isinstance(tree, DiskTree):
        return read_documents(tree, config.goals_dir, config.left_alone)
    now = before.clock()
    entries = tuple(wanted(tree, folder, config.left_alone))
    sight = glance(tree, (entry for entry in entries if entry.path.endswith((".md", ".csv"))), before.seen)
    files = Part(Held(tree, sight.contents), entries)
    read = read_documents(files, config.goals_dir, config.left_alone, before.known, sight.mark)
    before.seen = settled(sight.seen, now)
    return read


def _past(
    project: Project, corpus: Corpus, as_of: date, tell: Progress | None, *, whole: bool
) -> tuple[History, Timeline, tuple[Diagnostic, ...]]:
    """What git knows, read once: `whole`, of every file and of those that are gone; else only the dates that
    figures need."""
    config, needed = project.config, needs_history(corpus)
    commit = project.revision.commit if project.revision else ""
    where = Where(config.goals_dir, commit, project.root / FOLDER, project.signatures_on)
    if not whole:
        timeline, found = read_timeline(project.root, needed, config.timezone, where, as_of, tell)
        return NO_HISTORY, timeline, found
    history, unread = read_history(project.root, names_by_path(corpus), config.timezone, where, tell)
    timeline, doubts = history.timeline(needed, as_of)
    return history, timeline, (*(unread if needed else ()), *doubts)


def _trails(project: Project, tree: Tree, corpus: Corpus, analysis: Analysis) -> dict[str, Trail]:
    """What git knows of what running goals said otherwise, for the rules that want to know it."""
    config, revision = project.config, project.revision
    windows = ((goal, analysis.objectives[goal.id].window) for goal in corpus.objectives)
    asked = to_trace(windows, config, analysis.as_of)
    commit = revision.commit if revision else ""
    repository = open_repository(project.root, config.goals_dir, commit) if asked else None
    if repository is None:
        return {}
    now = partial(content_of, tree)
    return read_trails(repository, asked, asked, now, config.timezone, analysis.as_of)
