"""Buffers over files -> everything known of them. The one module that calls the stages.

It composes them as `pipeline` does, with two differences: files come through an overlay, and each is read
again only when it has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from zoneinfo import available_timezones

from msgspec import Struct, field

from goalsite.analysis.analyse import analyse, needs_history
from goalsite.analysis.figures import Analysis, KpiFigures, ObjectiveFigures
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.graph.build import build_graph
from goalsite.history.timeline import Timeline, Where, read_timeline
from goalsite.language.language import unknown_languages
from goalsite.lint.lint import Subject, lint, on_config
from goalsite.lint.settle import settle
from goalsite.lsp.reading import Reading
from goalsite.memory.keep import FOLDER
from goalsite.model.corpus import read_corpus
from goalsite.model.names import Namespace
from goalsite.model.records import Common, Corpus, Kpi, Objective, Person, Team
from goalsite.model.settings import read_config
from goalsite.source.assets import namesakes
from goalsite.source.nodes import Documents
from goalsite.source.overlay import OverlayTree
from goalsite.source.raw import raw_text
from goalsite.source.read import missing_goals, read_document, read_mapping
from goalsite.source.tree import DiskTree

Day = Callable[[str], date]
"""The day the figures are made for, in a time zone."""

_NO_DOCUMENTS, _NO_CORPUS = Documents((), (), ()), Corpus()


class State(Struct, frozen=True):
    """Everything known at one moment.

    `buffers` are the unsaved texts it was read with, by path. `goals`, `figures` and `records` (by path)
    still hold what a file said last where that cannot be read at present.
    """

    config: Config
    config_path: str
    tree: OverlayTree
    documents: Documents = _NO_DOCUMENTS
    corpus: Corpus = _NO_CORPUS
    names: Mapping[str, Namespace] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    buffers: Mapping[str, str] = field(default_factory=dict)
    goals: Mapping[str, Objective | Kpi] = field(default_factory=dict)
    teams: Mapping[str, Team] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    records: Mapping[str, Common] = field(default_factory=dict)
    figures: Mapping[str, ObjectiveFigures | KpiFigures] = field(default_factory=dict)

    def text(self, path: str) -> str:
        """The text of a file as it was read; empty where there is none."""
        if path in self.buffers:
            return self.buffers[path]
        try:
            return self.tree.read(path).decode("utf-8-sig", "replace")
        except OSError:
            return ""

    def inside(self, path: str) -> str | None:
        """A path relative to the goals folder; None for what lies elsewhere."""
        folder = self.config.goals_dir.strip("/")
        if folder in ("", "."):
            return path
        return path[len(folder) + 1 :] if path.startswith(f"{folder}/") else None


class Workspace:
    """A project whose files are read over and over, each time with other buffers over them."""

    def __init__(self, root: Path, config_path: str, day: Day) -> None:
        self._root = root
        self._config_path = config_path
        self._day = day
        self._reading = Reading()
        self._zones = frozenset(available_timezones() - {"localtime"})
        self._before: State | None = None
        self._dated: tuple[tuple[object, ...], Timeline, tuple[Diagnostic, ...]] | None = None

    def forget_history(self) -> None:
        """Ask git again the next time: files were written."""
        self._dated = None

    def unreadable(self, buffers: Mapping[str, str]) -> Iterator[tuple[str, tuple[Diagnostic, ...]]]:
        """The goal files that have changed since the last reading and cannot be read, each with why.

        It takes no time, however large the project is.
        """
        before = self._before
        known = {document.path for document in before.documents.documents} if before else set()
        for path, text in buffers.items():
            if before and path in known and before.buffers.get(path) != text:
                document, found = read_document(text.encode(errors="surrogatepass"), path)
                if document.broken:
                    yield path, found

    def read(self, buffers: Mapping[str, str]) -> State:
        """What is known with these buffers over the files; without a project, nothing."""
        data = {path: text.encode(errors="surrogatepass") for path, text in buffers.items()}
        files = OverlayTree(DiskTree(self._root), data)
        config, found = self._configured(files)
        tree = OverlayTree(DiskTree(self._root, config.goals_dir), data)
        if tree.exists(config.goals_dir) or tree.exists(self._config_path):
            self._before = self._state(tree, config, found, buffers)
            return self._before
        return State(config, self._config_path, tree, buffers=buffers)

    def _configured(self, tree: OverlayTree) -> tuple[Config, tuple[Diagnostic, ...]]:
        node, found = read_mapping(tree, self._config_path)
        config, more = read_config(node, self._config_path, self._zones)
        return config, (*found, *more, *unknown_languages(config, self._config_path))

    def _state(
        self,
        tree: OverlayTree,
        config: Config,
        from_config: tuple[Diagnostic, ...],
        buffers: Mapping[str, str],
    ) -> State:
        documents, from_files = self._reading.documents(tree, config)
        corpus, names, from_model = read_corpus(documents, config)
        graph, from_graph = build_graph(corpus, names, config)
        timeline, from_history = self._timeline(needs_history(corpus), config)
        analysis = analyse(corpus, graph, timeline, config, self._day(config.timezone))
        raw, path = partial(raw_text, tree), self._config_path
        from_rules = lint(Subject(documents, corpus, graph, analysis, config, raw))
        mark = config.marks.get("goals_dir")
        found = (
            *from_config,
            *missing_goals(tree, config.goals_dir, path, mark, from_config),
            *from_files,
            *from_model,
            *from_graph,
            *from_history,
            *namesakes(corpus.assets),
            *on_config(config, path, raw),
            *from_rules,
        )
        records, goals, figures = _lasting(corpus, analysis, self._before)
        return State(
            config=config,
            config_path=self._config_path,
            tree=tree,
            documents=documents,
            corpus=corpus,
            names=names,
            diagnostics=settle(in_order(found), documents.documents, config),
            buffers=buffers,
            goals=goals,
            teams={team.id: team for team in corpus.teams},
            people={person.id: person for person in corpus.people},
            records=records,
            figures=figures,
        )

    def _timeline(self, goals: Mapping[str, str], config: Config) -> tuple[Timeline, tuple[Diagnostic, ...]]:
        day = self._day(config.timezone)
        wanted = (config.timezone, config.goals_dir, str(day), *goals.items())
        if self._dated is None or self._dated[0] != wanted:
            where = Where(config.goals_dir, memory=self._root / FOLDER)
            self._dated = (wanted, *read_timeline(self._root, goals, config.timezone, where, day))
        return self._dated[1], self._dated[2]


def _lasting(
    corpus: Corpus, analysis: Analysis, before: State | None
) -> tuple[dict[str, Common], dict[str, Objective | Kpi], dict[str, ObjectiveFigures | KpiFigures]]:
    """Records by path, goals and figures by id, with the last ones of files that cannot be read now."""
    kinds: tuple[Iterable[Common], ...] = (
        corpus.objectives,
        corpus.kpis,
        corpus.teams,
        corpus.people,
        corpus.pages,
    )
    records = {record.path: record for kind in kinds for record in kind if record.path}
    goals: dict[str, Objective | Kpi] = {goal.id: goal for goal in corpus.objectives}
    goals |= {kpi.id: kpi for kpi in corpus.kpis}
    figures: dict[str, ObjectiveFigures | KpiFigures] = {**analysis.objectives, **analysis.kpis}
    for one in corpus.missing if before else ():
        record = before.records.get(one.path) if before else None
        if record is None:
            continue
        records[one.path] = record
        if isinstance(record, Objective | Kpi) and before and record.id in before.figures:
            goals.setdefault(record.id, record)
            figures.setdefault(record.id, before.figures[record.id])
    return records, goals, figures
