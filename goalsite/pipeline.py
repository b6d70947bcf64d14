"""The table of contents: tree -> documents -> corpus -> graph -> analysis -> pages -> artifacts.

It composes and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from goalsite.analysis.analyse import analyse, needs_history
from goalsite.analysis.figures import Analysis
from goalsite.core.config import Theme
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.graph.build import build_graph
from goalsite.graph.edges import Graph
from goalsite.history.contents import Progress
from goalsite.history.git import open_repository
from goalsite.history.history import NO_HISTORY, History, read_history
from goalsite.history.states import State
from goalsite.history.timeline import Timeline, Where, read_timeline
from goalsite.history.trails import Trail, read_trails
from goalsite.history.versions import content_of
from goalsite.lint.lint import Subject, lint
from goalsite.lint.settle import settle
from goalsite.lint.traced import to_trace
from goalsite.memory.keep import FOLDER
from goalsite.model.corpus import names_by_path, read_corpus
from goalsite.model.records import Corpus
from goalsite.output.artifact import Artifact
from goalsite.project import Project
from goalsite.source.assets import active_images, namesakes
from goalsite.source.raw import raw_text
from goalsite.source.read import missing_goals, read_documents
from goalsite.source.tree import Tree

if TYPE_CHECKING:
    from pathlib import Path

    from goalsite.output.full_text import Indexer
    from goalsite.pages.desk import Desk, Then
    from goalsite.render.look import Look
    from goalsite.render.templates import Renderer


@dataclass(frozen=True, slots=True)
class Figured:
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


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """The files of a site, made as they are read, about `count` of them; and what is wrong with its theme."""

    artifacts: Iterator[Artifact]
    count: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Press:
    """What the pages of a site are made with: the folders and the look of its theme, a renderer for each
    language, and how many processes. `figured` is what is published, and `paths` are those of the pages made
    so far, in any language."""

    figured: Figured
    theme: tuple[Path, ...]
    look: Look
    renderers: tuple[Renderer, ...]
    offline: bool
    paths: list[str]
    jobs: int = 1


Further = Callable[[Press], Iterator[Artifact]]
"""What makes further files of a site, once its own pages are made."""


def figure(
    project: Project, as_of: date, tell: Progress | None = None, *, with_history: bool = False
) -> Figured:
    """The project's files, read, checked and figured as they stand on `as_of`; `tell` hears how the reading
    of their history goes on. Figures need little of it; what pages tell of it is read `with_history`."""
    config = project.config
    tree = project.tree()
    documents, from_files = read_documents(tree, config.goals_dir, config.left_alone)
    corpus, names, from_model = read_corpus(documents, config)
    graph, from_graph = build_graph(corpus, names, config)
    history, timeline, from_history = _past(project, corpus, as_of, tell, whole=with_history)
    analysis = analyse(corpus, graph, timeline, config, as_of)
    raw = partial(raw_text, tree)
    trails = _trails(project, tree, corpus, analysis)
    from_rules = lint(Subject(documents, corpus, graph, analysis, config, raw, project.config_path, trails))
    mark, path = config.marks.get("goals_dir"), project.config_path
    found_goals = missing_goals(tree, config.goals_dir, path, mark, project.diagnostics)
    from_images = (*namesakes(corpus.assets), *active_images(tree, corpus.assets))
    found = (
        *project.diagnostics,
        *found_goals,
        *from_files,
        *from_model,
        *from_graph,
        *from_history,
        *from_images,
        *from_rules,
    )
    settled = settle(found, documents.documents, config)
    return Figured(project, corpus, graph, timeline, analysis, settled, history)


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


def render_site(
    figured: Figured,
    *,
    safe: bool = False,
    offline: bool = False,
    further: Further | None = None,
    jobs: int = 1,
) -> RenderedSite:
    """The whole site of a project, one tree for each of its languages, the first at the root; and what
    `further` makes of it.

    `safe` takes the theme from goalsite alone and shows nothing of another host; `offline` the site works
    from a disk, shows nothing of another host either, and has an archive of itself. Pages are made by so many
    processes at once as `jobs`. The artifacts raise
    `render.templates.ThemeError` where a template of the project's own is at fault, and
    `output.full_text.FullTextError` where the index that the configuration asks for could not be made.
    """
    from goalsite.exchange.schema import schema_text
    from goalsite.output.archive import with_archive
    from goalsite.output.manifest_schema import schema_text as list_schema
    from goalsite.render.look import look
    from goalsite.render.templates import Renderer
    from goalsite.render.themes import theme_assets, theme_folders
    from goalsite.report.schema import schema_text as check_schema
    from goalsite.schemas.files import schema_files

    if safe:
        figured = _without_code(figured)
    if offline:
        figured = _without_others(figured)
    figured, indexer, unmet = _with_indexer(figured, offline=offline)
    project, config = figured.project, figured.project.config
    root = project.theme_root or project.root
    folders, found = theme_folders(config.theme, root, project.config_path, config.marks)
    seen, pictures = look(config.theme, folders, figured.corpus.assets, project.config_path, config.marks)
    shared = (
        *(dict(seen.files()) | dict(theme_assets(folders))).items(),
        data_of(figured),
        ("schema/goals.schema.json", schema_text().encode()),
        ("schema/check.schema.json", check_schema().encode()),
        ("schema/manifest.schema.json", list_schema().encode()),
        *schema_files(),
    )
    desk = open_site(figured)
    renderers = tuple(Renderer(folders, language, seen, offline=offline) for language in desk.languages)
    press = Press(figured, folders, seen, renderers, offline, [], jobs)
    trees: list[Iterator[Artifact]] = []
    count = 0
    for own, prefix in in_languages(desk):
        files, artifacts = language_tree(press, figured, own, shared, prefix)
        trees.append(artifacts if indexer is None else _indexed(artifacts, own, indexer, prefix))
        count += files
    if further is not None:
        trees.append(further(press))
    whole = with_archive(chain.from_iterable(trees)) if offline else chain.from_iterable(trees)
    return RenderedSite(whole, count, in_order((*found, *pictures, *unmet)))


def data_of(figured: Figured) -> tuple[str, bytes]:
    """All data of a project as a file of its site."""
    from goalsite.exchange.goals_json import goals_json

    graph, analysis, commit = figured.graph, figured.analysis, figured.timeline.commit
    data = goals_json(figured.corpus, graph, analysis, figured.project.config, commit, figured.diagnostics)
    return "goals.json", data.encode()


def in_languages(desk: Desk) -> Iterator[tuple[Desk, str]]:
    """The desk for each language of the site, and the folder of that language."""
    for index, language in enumerate(desk.languages):
        yield replace(desk, language=language), f"{language.tag}/" if index else ""


def _without_code(figured: Figured) -> Figured:
    """The project with a theme of goalsite's own, and without comments that another host would show."""
    theme = figured.project.config.theme
    plain = Theme(language=theme.language, accent=theme.accent, font=theme.font)
    config = replace(figured.project.config, theme=plain)
    return _without_others(replace(figured, project=replace(figured.project, config=config)))


def _with_indexer(
    figured: Figured, *, offline: bool
) -> tuple[Figured, Indexer | None, tuple[Diagnostic, ...]]:
    """The indexer of a project that asks for a full text; the project asks no more where there is none."""
    from goalsite.output.full_text import find_indexer

    config = figured.project.config
    indexer, unmet = (None, ()) if offline else find_indexer(config, figured.project.config_path)
    if indexer is None:
        config = replace(config, outputs=replace(config.outputs, full_text=False))
    return replace(figured, project=replace(figured.project, config=config)), indexer, unmet


def _without_others(figured: Figured) -> Figured:
    """The project without comments that another host would show."""
    config = replace(figured.project.config, comments=None)
    return replace(figured, project=replace(figured.project, config=config))


def open_site(figured: Figured) -> Desk:
    """What the pages are made from, in the language of the root."""
    from goalsite.language.language import site_languages
    from goalsite.pages.desk import open_desk, remembering

    config = figured.project.config
    desk = open_desk(
        figured.corpus,
        figured.graph,
        figured.analysis,
        figured.timeline,
        config,
        site_languages(config)[0],
        figured.diagnostics,
    )
    return replace(remembering(desk, figured.history), states=figured.states, then=figured.then)


def language_tree(
    press: Press, figured: Figured, desk: Desk, shared: tuple[tuple[str, bytes], ...], prefix: str
) -> tuple[int, Iterator[Artifact]]:
    """About how many files the site has in the language of `desk`, and the files, below `prefix`.

    `shared` are the files that are the same in every language, by path.
    """
    from goalsite.edition import Edition
    from goalsite.exchange.sitemap import sitemaps
    from goalsite.pages.paths import file_path

    corpus, config, images = figured.corpus, figured.project.config, _harmless(figured)
    edition = Edition(desk, press.renderers[desk.languages.index(desk.language)], offline=press.offline)

    def artifacts() -> Iterator[Artifact]:
        for name, content in shared:
            yield Artifact(prefix + name, content)
        tree = figured.project.tree()
        for path in images:
            yield Artifact(prefix + file_path(path), tree.read(path))
        paths = []
        for file in edition.printed(press.jobs):
            if file.page is not None:
                paths.append(file.page)
            yield Artifact(prefix + file.path, file.content)
        press.paths.extend(paths)
        if config.site_url and not press.offline and figured.then is None:
            for name, listed in sitemaps(config.site_url, prefix, paths):
                yield Artifact(name, listed.encode())

    most = len(corpus.objectives) + len(corpus.kpis) + len(corpus.teams) + len(corpus.people)
    return most + len(images), artifacts()


def _indexed(artifacts: Iterator[Artifact], desk: Desk, indexer: Indexer, prefix: str) -> Iterator[Artifact]:
    """The files of one tree, and the index of what their pages say."""
    from goalsite.exchange.full_text import Document, document, places
    from goalsite.output.full_text import with_full_text
    from goalsite.pages.paths import file_of

    found = {prefix + file_of(path): place for path, place in places(desk).items()}

    def text_of(artifact: Artifact) -> Document | None:
        place = found.get(artifact.path)
        return None if place is None else document(place, artifact.content.decode())

    return with_full_text(artifacts, text_of, indexer, prefix)


def _harmless(figured: Figured) -> list[str]:
    """The files to publish beside the pages: not those with a finding of their own."""
    bad = {diagnostic.path for diagnostic in figured.diagnostics if diagnostic.severity == "error"}
    return [path for path in figured.corpus.assets if path not in bad]
