"""Everything known of a project -> its site: pages, files beside them, one tree for each language.

It composes and decides nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from msgspec import Struct

from goalsite.core.config import Theme
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.core.keeping import undisturbed
from goalsite.core.known import NOTHING, Known
from goalsite.core.values import replace
from goalsite.edition import Edition, Leaf, Name
from goalsite.exchange.full_text import Document, document, places
from goalsite.exchange.goals_json import Name as Goal
from goalsite.exchange.goals_json import goals_json, lines_of, told_before
from goalsite.exchange.schema import schema_text
from goalsite.exchange.sitemap import sitemaps
from goalsite.output.archive import with_archive
from goalsite.output.artifact import Artifact, Standing
from goalsite.output.folder import digest
from goalsite.output.full_text import Indexer, find_indexer, with_full_text
from goalsite.output.laying import Laying, Slip
from goalsite.output.manifest_schema import schema_text as list_schema
from goalsite.pages.desk import Desk, Stages, open_desk
from goalsite.pages.paths import file_of, file_path
from goalsite.pages.retold import Heard
from goalsite.pages.surveys import Changes, Survey, heard_in, survey
from goalsite.pipeline import ALONE, Figured, Hands
from goalsite.render.look import Look, look
from goalsite.render.templates import Renderer
from goalsite.render.themes import theme_assets, theme_folders
from goalsite.report.schema import schema_text as check_schema
from goalsite.schemas.files import schema_files
from goalsite.workers import nothing

Files = tuple[tuple[str, bytes], ...]

DATA = "goals.json"
"""The file with all data, in the tree of each language."""


class RenderedSite(Struct, frozen=True):
    """The files of a site, made as they are read, about `count` of them; and what is wrong with its theme."""

    artifacts: Iterator[Artifact]
    count: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class Past:
    """What was published before: where it lies, the `digests` of its files by path and what its list said of
    them, and for each language (by its place among them) what its desk was like and what was made of it."""

    site_dir: Path
    digests: Mapping[str, str]
    listed: Mapping[str, str]
    surveys: tuple[Survey, ...] = ()
    leaves: tuple[Mapping[Name, Leaf], ...] = ()

    def content(self, path: str) -> bytes | None:
        """The content of a file as it was published; None where there was none, or it was changed since."""
        try:
            content = (self.site_dir / path).read_bytes()
        except OSError:
            return None
        return content if digest(content) == self.digests.get(path) else None


@dataclass(slots=True)
class Record:
    """What the next build wants to know of this one, as `Past` has it, and what this one knows itself of all
    before, and of the `texts` on pages. `keep` is called with the surveys, and their changes since the past,
    before this process makes pages, or while others do: then what is known is forgotten, but for texts."""

    known: Known
    texts: Known
    keep: Callable[[tuple[Survey, ...], tuple[Changes, ...]], None]
    leaves: list[Mapping[Name, Leaf]] = field(default_factory=list)


class Press(Struct, frozen=True):
    """What the pages of a site are made with: the folders and the look of its theme, a renderer for each
    language, and how many processes. `figured` is what is published, and `paths` are those of the pages made
    so far, in any language. Of the `past` those files stand that would be made again; what is to be known of
    this site is put on `record`; files are laid by `laying`, if it is given."""

    figured: Figured
    theme: tuple[Path, ...]
    look: Look
    renderers: tuple[Renderer, ...]
    offline: bool
    paths: list[str]
    jobs: int = 1
    past: Past | None = None
    record: Record | None = None
    laying: Laying | None = None


Further = Callable[[Press], Iterator[Artifact]]
"""What makes further files of a site, once its own pages are made."""


def render_site(
    figured: Figured,
    *,
    safe: bool = False,
    offline: bool = False,
    further: Further | None = None,
    hands: Hands = ALONE,
    past: Past | None = None,
    record: Record | None = None,
) -> RenderedSite:
    """The whole site of a project, one tree for each of its languages, the first at the root; and what
    `further` makes of it.

    `safe` takes the theme from goalsite alone and shows nothing of another host; `offline` the site works
    from a disk, shows nothing of another host either, and has an archive of itself. The artifacts raise
    `render.templates.ThemeError` where a template of the project's own is at fault, and
    `output.full_text.FullTextError` where the index that the configuration asks for could not be made.
    """
    if safe:
        figured = _without_code(figured)
    if offline:
        figured = _without_others(figured)
    figured, indexer, unmet = with_indexer(figured, offline=offline)
    folders, seen, found = dressed(figured)
    with hands.watch("opening the site"):
        desk = open_site(figured, heard_in(past.surveys[0]) if past and past.surveys else None)
        if record:
            desk = replace(desk, texts=record.texts)
    renderers = tuple(Renderer(folders, language, seen, offline=offline) for language in desk.languages)
    jobs = hands.jobs_for(len(desk.goals))
    press = Press(figured, folders, seen, renderers, offline, [], jobs, past, record, hands.laying)
    known = record.known if record else NOTHING
    told = told_before(figured.corpus, figured.graph, figured.analysis, known)
    artifacts = _artifacts(press, desk, partial(data_of, past=past, told=told), indexer, further)
    goals = desk.corpus.objectives, desk.corpus.kpis, desk.corpus.teams, desk.corpus.people
    count = len(desk.languages) * (sum(map(len, goals)) + len(harmless(figured)))
    whole = with_archive(artifacts) if offline else artifacts
    return RenderedSite(whole, count, in_order((*found, *unmet)))


def dressed(figured: Figured) -> tuple[tuple[Path, ...], Look, tuple[Diagnostic, ...]]:
    """The folders of a project's theme, its look, and what is wrong with them."""
    project, theme = figured.project, figured.project.config.theme
    root, path, marks = project.theme_root or project.root, project.config_path, project.config.marks
    folders, found = theme_folders(theme, root, path, marks)
    seen, pictures = look(theme, folders, figured.corpus.assets, path, marks)
    return folders, seen, (*found, *pictures)


def _artifacts(
    press: Press,
    desk: Desk,
    make_data: Callable[[Figured], tuple[str, bytes]],
    indexer: Indexer | None,
    further: Further | None,
) -> Iterator[Artifact]:
    """The files of all languages, with the data of all goals in each, and what comes further."""
    shared = the_same(press.theme, press.look)
    if press.jobs > 1:
        for renderer in press.renderers:
            renderer.compile()
    trees = tuple(in_languages(desk))
    with undisturbed():
        changes, keep = _recorded(press, trees)

    @cache
    def meanwhile() -> list[Artifact]:
        with undisturbed():
            keep()
        name, content = make_data(press.figured)
        return [_ready(press, prefix + name, content) for _, prefix in trees]

    for place, ((own, prefix), since) in enumerate(zip(trees, changes, strict=True)):
        tree = language_tree(press, press.figured, own, shared, prefix, since, meanwhile)
        yield from tree if indexer is None else indexed(tree, own, indexer, prefix)
        yield meanwhile()[place]
    if further is not None:
        yield from further(press)


def _ready(press: Press, path: str, content: bytes) -> Artifact:
    """A file of the site, which is laid where that belongs."""
    laying = press.laying
    return Artifact(path, content) if laying is None else laying.artifact(path, laying.lay(path, content))


def _recorded(
    press: Press, trees: Sequence[tuple[Desk, str]]
) -> tuple[Sequence[Changes | None], Callable[[], None]]:
    """What is another on the desks of all trees since what was published, where that is known; and what keeps
    the surveys of them, if anything is to be kept."""
    record, past, unknown = press.record, press.past, [None] * len(trees)
    if record is None:
        return unknown, nothing
    surveys = tuple(survey(own, press.look) for own, _ in trees)
    before = past.surveys if past and len(past.surveys) == len(surveys) else ()
    changes = tuple(map(Changes, before, surveys))
    return changes or unknown, partial(record.keep, surveys, changes)


def the_same(theme: tuple[Path, ...], seen: Look) -> Files:
    """The files that are the same in every language, but the data of goals."""
    return (
        *(dict(seen.files()) | dict(theme_assets(theme))).items(),
        ("schema/goals.schema.json", schema_text().encode()),
        ("schema/check.schema.json", check_schema().encode()),
        ("schema/manifest.schema.json", list_schema().encode()),
        *schema_files(),
    )


def data_of(
    figured: Figured, past: Past | None = None, told: frozenset[Goal] = frozenset()
) -> tuple[str, bytes]:
    """All data of a project as a file of its site; of goals that are `told` it says what it said before."""
    before = (past.content(DATA) if past and told else None) or b""
    said = {goal: line for goal, line in lines_of(before.decode()).items() if goal in told}
    graph, analysis, commit = figured.graph, figured.analysis, figured.timeline.commit
    config, findings = figured.project.config, figured.diagnostics
    return DATA, goals_json(figured.corpus, graph, analysis, config, commit, findings, said)


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


def with_indexer(
    figured: Figured, *, offline: bool
) -> tuple[Figured, Indexer | None, tuple[Diagnostic, ...]]:
    """The indexer of a project that asks for a full text; the project asks no more where there is none."""
    config = figured.project.config
    indexer, unmet = (None, ()) if offline else find_indexer(config, figured.project.config_path)
    if indexer is None:
        config = replace(config, outputs=replace(config.outputs, full_text=False))
    return replace(figured, project=replace(figured.project, config=config)), indexer, unmet


def _without_others(figured: Figured) -> Figured:
    """The project without comments that another host would show."""
    config = replace(figured.project.config, comments=None)
    return replace(figured, project=replace(figured.project, config=config))


def open_site(figured: Figured, heard: Heard | None = None) -> Desk:
    """What the pages are made from, in the language of the root; of the events that were `heard` before only
    what is another is found again."""
    made = Stages(
        figured.corpus,
        figured.graph,
        figured.analysis,
        figured.timeline,
        figured.project.config,
        figured.diagnostics,
        figured.history,
    )
    desk = open_desk(made, heard)
    return replace(desk, states=figured.states, then=figured.then)


def language_tree(
    press: Press,
    figured: Figured,
    desk: Desk,
    shared: Files,
    prefix: str,
    since: Changes | None = None,
    meanwhile: Callable[[], object] = nothing,
) -> Iterator[Artifact]:
    """The files of the site in the language of `desk`, below `prefix`; `shared` are those that are the same
    in every language, by path. What lies there from before stands where no change since concerns it; if other
    processes make pages, this one does something else `meanwhile`."""
    config, tree = figured.project.config, figured.project.tree()
    with undisturbed():
        edition = _edition(press, desk, prefix, since)
    for name, content in shared:
        yield Artifact(prefix + name, content)
    for path in harmless(figured):
        yield Artifact(prefix + file_path(path), tree.read(path))
    paths = []
    for file in edition.printed(press.jobs, meanwhile):
        if file.page is not None:
            paths.append(file.page)
        path = prefix + file.path
        if file.slip is not None and press.laying is not None:
            yield press.laying.artifact(path, file.slip)
        elif file.content is not None:
            yield Artifact(path, file.content)
        elif press.past is not None:
            yield Standing(path, press.past.site_dir, press.past.digests[path])
    press.paths.extend(paths)
    if press.record is not None:
        press.record.leaves.append(edition.leaves)
    if config.site_url and not press.offline and figured.then is None:
        for name, listed in sitemaps(config.site_url, prefix, paths):
            yield Artifact(name, listed.encode())


def _edition(press: Press, desk: Desk, prefix: str, since: Changes | None) -> Edition:
    """The edition of a tree, with the leaves that stand as they were published."""
    place, past = desk.languages.index(desk.language), press.past
    kept: dict[Name, Leaf] = {}
    if past is not None and since is not None:
        for name, leaf in past.leaves[place].items():
            if not since.concern(leaf.reads) and all(prefix + path in past.digests for path, _ in leaf.files):
                kept[name] = Leaf(leaf.files, since.carried(leaf.reads))
    renderer, is_watched = press.renderers[place], press.record is not None
    lay = partial(_lay, press.laying, prefix) if press.laying else None
    return Edition(desk, renderer, offline=press.offline, watched=is_watched, kept=kept, lay=lay)


def _lay(laying: Laying, prefix: str, path: str, content: bytes) -> Slip:
    """What a file of the tree below `prefix` is told by, once it is laid."""
    return laying.lay(prefix + path, content)


def indexed(artifacts: Iterator[Artifact], desk: Desk, indexer: Indexer, prefix: str) -> Iterator[Artifact]:
    """The files of one tree, and the index of what their pages say."""
    found = {prefix + file_of(path): place for path, place in places(desk).items()}

    def text_of(artifact: Artifact) -> Document | None:
        place = found.get(artifact.path)
        return None if place is None else document(place, artifact.content.decode())

    return with_full_text(artifacts, text_of, indexer, prefix)


def harmless(figured: Figured) -> list[str]:
    """The files to publish beside the pages: not those with a finding of their own."""
    bad = {diagnostic.path for diagnostic in figured.diagnostics if diagnostic.severity == "error"}
    return [path for path in figured.corpus.assets if path not in bad]
