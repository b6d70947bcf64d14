"""The table of contents: tree -> documents -> corpus -> graph -> analysis -> pages -> artifacts.

It composes and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
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
from goalsite.history.timeline import Timeline, read_timeline
from goalsite.lint.lint import Subject, lint
from goalsite.lint.settle import settle
from goalsite.model.corpus import read_corpus
from goalsite.model.records import Corpus
from goalsite.output.artifact import Artifact
from goalsite.project import Project
from goalsite.source.assets import active_images, namesakes
from goalsite.source.raw import raw_text
from goalsite.source.read import missing_goals, read_documents
from goalsite.source.tree import DiskTree

if TYPE_CHECKING:
    from goalsite.language.language import Language
    from goalsite.render.templates import Renderer


@dataclass(frozen=True, slots=True)
class Figured:
    """Everything known of a project on one day."""

    project: Project
    corpus: Corpus
    graph: Graph
    timeline: Timeline
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class RenderedSite:
    """The files of a site, made as they are read, about `count` of them; and what is wrong with its theme."""

    artifacts: Iterator[Artifact]
    count: int
    diagnostics: tuple[Diagnostic, ...]


def figure(project: Project, as_of: date) -> Figured:
    """The project's files, read, checked and figured as they stand on `as_of`."""
    config = project.config
    tree = DiskTree(project.root, config.goals_dir)
    documents, from_files = read_documents(tree, config.goals_dir, config.left_alone)
    corpus, names, from_model = read_corpus(documents, config)
    graph, from_graph = build_graph(corpus, names, config)
    timeline, from_history = read_timeline(project.root, needs_history(corpus), config.timezone)
    analysis = analyse(corpus, graph, timeline, config, as_of)
    raw = partial(raw_text, tree)
    from_rules = lint(Subject(documents, corpus, graph, analysis, config, raw, project.config_path))
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
    return Figured(project, corpus, graph, timeline, analysis, settle(found, documents.documents, config))


def render_site(figured: Figured, *, safe: bool = False, offline: bool = False) -> RenderedSite:
    """The whole site of a project, one tree for each of its languages, the first at the root.

    `safe` takes the theme from goalsite alone and shows nothing of another host; `offline` the site works
    from a disk, shows nothing of another host either, and has an archive of itself. The artifacts raise
    `render.templates.ThemeError` where a template of the project's own is at fault.
    """
    from goalsite.exchange.goals_json import goals_json
    from goalsite.exchange.schema import schema_text
    from goalsite.language.language import site_languages
    from goalsite.output.archive import with_archive
    from goalsite.render.look import look
    from goalsite.render.templates import Renderer
    from goalsite.render.themes import theme_assets, theme_folders
    from goalsite.report.schema import schema_text as check_schema
    from goalsite.schemas.files import schema_files

    if safe:
        figured = _without_code(figured)
    if offline:
        figured = _without_others(figured)
    project, config = figured.project, figured.project.config
    folders, found = theme_folders(config.theme, project.root, project.config_path, config.marks)
    corpus, commit = figured.corpus, figured.timeline.commit
    seen, pictures = look(config.theme, folders, corpus.assets, project.config_path, config.marks)
    data = goals_json(corpus, figured.graph, figured.analysis, config, commit, figured.diagnostics)
    shared = (
        *(dict(seen.files()) | dict(theme_assets(folders))).items(),
        ("goals.json", data.encode()),
        ("schema/goals.schema.json", schema_text().encode()),
        ("schema/check.schema.json", check_schema().encode()),
        *schema_files(),
    )
    trees: list[Iterator[Artifact]] = []
    count = 0
    for index, language in enumerate(site_languages(config)):
        prefix = f"{language.tag}/" if index else ""
        renderer = Renderer(folders, language, seen, offline=offline)
        files, artifacts = _tree(figured, language, renderer, shared, prefix, offline=offline)
        trees.append(artifacts)
        count += files
    whole = chain.from_iterable(trees)
    return RenderedSite(with_archive(whole) if offline else whole, count, in_order((*found, *pictures)))


def _without_code(figured: Figured) -> Figured:
    """The project with a theme of goalsite's own, and without comments that another host would show."""
    theme = figured.project.config.theme
    plain = Theme(language=theme.language, accent=theme.accent, font=theme.font)
    config = replace(figured.project.config, theme=plain)
    return _without_others(replace(figured, project=replace(figured.project, config=config)))


def _without_others(figured: Figured) -> Figured:
    """The project without comments that another host would show."""
    config = replace(figured.project.config, comments=None)
    return replace(figured, project=replace(figured.project, config=config))


def _tree(
    figured: Figured,
    language: Language,
    renderer: Renderer,
    shared: tuple[tuple[str, bytes], ...],
    prefix: str,
    *,
    offline: bool,
) -> tuple[int, Iterator[Artifact]]:
    """About how many files the site has in one language, and the files, below `prefix`.

    `shared` are the files that are the same in every language, by path.
    """
    from goalsite.exchange.beside import files_beside
    from goalsite.exchange.offline import scripts_of_page
    from goalsite.exchange.sitemap import sitemap
    from goalsite.pages.desk import open_desk
    from goalsite.pages.paths import file_path
    from goalsite.pages.site import site_pages

    corpus, config = figured.corpus, figured.project.config
    desk = open_desk(
        corpus,
        figured.graph,
        figured.analysis,
        figured.timeline,
        config,
        language,
        figured.diagnostics,
    )
    images = _harmless(figured)

    def artifacts() -> Iterator[Artifact]:
        for name, content in shared:
            yield Artifact(prefix + name, content)
        tree = DiskTree(figured.project.root, config.goals_dir)
        for path in images:
            yield Artifact(prefix + file_path(path), tree.read(path))
        paths = []
        for page, frame in site_pages(desk):
            paths.append(frame.path)
            name, content = _file(frame.path), renderer.render(page, frame).encode()
            yield Artifact(prefix + name, content)
            for script, said in scripts_of_page(name, content) if offline else ():
                yield Artifact(prefix + script, said)
        for name, content in files_beside(desk, offline=offline):
            yield Artifact(prefix + name, content)
        if config.site_url and not offline:
            yield Artifact(f"{prefix}sitemap.xml", sitemap(config.site_url, prefix, paths).encode())

    most = len(corpus.objectives) + len(corpus.kpis) + len(corpus.teams) + len(corpus.people)
    return most + len(images), artifacts()


def _file(path: str) -> str:
    """The file in which the page at `path` lies."""
    return path if path.endswith(".html") else f"{path}index.html"


def _harmless(figured: Figured) -> list[str]:
    """The files to publish beside the pages: not those with a finding of their own."""
    bad = {diagnostic.path for diagnostic in figured.diagnostics if diagnostic.severity == "error"}
    return [path for path in figured.corpus.assets if path not in bad]
