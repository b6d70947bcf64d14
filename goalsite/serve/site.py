"""A site while its goals are being written: each file is made when it is asked for, as a build makes it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from goalsite.analysis.objectives import GoalDesk, goal_desk
from goalsite.core.config import judged
from goalsite.core.diagnostics import Diagnostic, in_order
from goalsite.core.values import replace
from goalsite.edition import Edition, address_of
from goalsite.output.artifact import Artifact
from goalsite.output.full_text import FOLDER, FullTextError, Indexer
from goalsite.pages.desk import Desk
from goalsite.pages.paths import file_path
from goalsite.pages.retold import Heard
from goalsite.pages.surveys import Survey, desk_in
from goalsite.pipeline import Figured
from goalsite.printing import (
    DATA,
    data_of,
    harmless,
    in_languages,
    indexed,
    open_site,
    the_same,
    with_indexer,
)
from goalsite.project import Project
from goalsite.render.templates import ThemeError
from goalsite.serve.dress import Dress, dress_of
from goalsite.serve.outcome import UnmadeError, as_found

Tell = Callable[[tuple[Diagnostic, ...]], None]
Stamp = tuple[str, int, int]
Tree = tuple[str, Edition]
"""The folder of a language, and what lies in it."""


class Site:
    """The files of the site of what was `figured`, by path; any thread may ask for one.

    What was made is kept as long as the site is. What is wrong with a template, or with the index of texts,
    is told once. A sitemap, which a site without an address has not, is none of them. `heard` are the newest
    events, of the site before until this one is opened; where its `desk` is given, none are needed. `asked`
    is the page that was asked for last.
    """

    def __init__(
        self,
        figured: Figured,
        dress: Dress,
        indexer: Indexer | None,
        tell: Tell,
        heard: Heard | None = None,
        desk: Desk | None = None,
    ) -> None:
        self.figured, self.dress, self.stamps = figured, dress, _stamps(figured)
        self.has_failed, self.heard, self.asked = False, heard, ""
        self._indexer, self._tell, self._desk = indexer, tell, desk
        self._told: set[Diagnostic] = set()
        self._made: dict[str, bytes] = {}
        self._indexes: dict[str, Diagnostic | None] = {}
        self._making, self._indexing = threading.Lock(), threading.Lock()
        self._is_over = False

    @property
    def making(self) -> threading.Lock:
        """Held by whoever makes pages with what this site makes them with: one file is made at a time."""
        return self._making

    def get(self, path: str) -> bytes | None:
        """The content of a file, None where the site has none; raises UnmadeError where it cannot be made."""
        if path not in self._made:
            try:
                if self._indexer is not None and FOLDER in path:
                    self._index(path, self._indexer)
                else:
                    self._make(path)
            except Exception as error:
                self.has_failed = True
                if isinstance(error, ThemeError | FullTextError):
                    raise self.unmade(error.diagnostic) from None
                raise
        if path in self._made:
            self.look_at(path)
        return self._made.get(path)

    def look_at(self, path: str) -> None:
        """Somebody was given that file: if it is a page, and not the one for what is not there, it is the one
        that was asked for last."""
        if path != "404.html" and address_of(path) is not None:
            self.asked = path

    def is_as(self, other: Site) -> bool:
        """Whether the other has the same files, as far as can be told without making them."""
        mine, others = ((one.dress, one.stamps, one.figured) for one in (self, other))
        return mine == others and not (self.has_failed or other.has_failed)

    def looks_like(self, other: Site) -> bool:
        """Whether what pages load, but data, is the same under the same address."""
        return (self.dress, self.stamps) == (other.dress, other.stamps)

    @cached_property
    def amendable(self) -> tuple[frozenset[str], frozenset[str]]:
        """The paths of all files that one may write again by itself, and whom they may name. Of two files of
        one name the corpus has the first: the other stands for nothing."""
        corpus = self.figured.corpus
        files = (*corpus.objectives, *corpus.kpis, *corpus.pages)
        return frozenset([one.path for one in files]), frozenset([one.id for one in corpus.people])

    @cached_property
    def figuring(self) -> GoalDesk:
        """The desk on which a goal that says something else is figured by itself."""
        figured = self.figured
        config, day = judged(figured.project.config), figured.analysis.as_of
        return goal_desk(figured.corpus, figured.graph, figured.timeline, config, day)

    def open(self) -> tuple[Tree, ...]:
        """The trees of all languages, the one whose folder is the root last."""
        with self._making:
            return self._trees

    def prepare(self, asked: str) -> None:
        """Makes what the next answers stand on, and the page that was `asked` for: somebody looks at it, and
        is about to save or to hear of this site."""
        self.open()
        _ = self.amendable, self.figuring
        if asked:
            with suppress(Exception):  # it is told to who asks for it, if anybody does
                self._make(asked)

    def end(self) -> None:
        """Nobody is to ask for more: what takes long is broken off."""
        self._is_over = True

    def _make(self, path: str) -> None:
        with self._making:
            for prefix, edition in self._trees:
                if path not in self._made and path.startswith(prefix):
                    content = self._content(edition, path.removeprefix(prefix))
                    if content is not None:
                        self._made[path] = content

    def _content(self, edition: Edition, name: str) -> bytes | None:
        """The content of a file in the tree of one language."""
        if file := edition.at(name):
            return file.content
        if name in self._sources:
            with suppress(OSError):  # it is gone by now, and the next build is to come
                return self.figured.project.tree().read(self._sources[name])
        return self._data if name == DATA else self._shared.get(name)

    def _index(self, path: str, indexer: Indexer) -> None:
        """Makes the index that a file is of, once: what went wrong would do so again after as long a time."""
        trees = self.open()
        with self._indexing:
            for prefix, edition in trees:
                if path.startswith(prefix + FOLDER):
                    if prefix not in self._indexes:
                        self._indexes[prefix] = self._indexed(prefix, edition, indexer)
                    if found := self._indexes[prefix]:
                        raise FullTextError(found)

    def _indexed(self, prefix: str, edition: Edition, indexer: Indexer) -> Diagnostic | None:
        """Makes an index; what comes back went wrong."""
        artifacts = indexed(self._pages(prefix, edition), edition.desk, indexer, prefix)
        files = (one for one in artifacts if one.path.startswith(prefix + FOLDER))
        try:
            self._made.update((one.path, one.content) for one in files)
        except (ThemeError, FullTextError) as error:
            return error.diagnostic
        return None

    def _pages(self, prefix: str, edition: Edition) -> Iterator[Artifact]:
        """All pages of a tree, made one after the other; whoever asks for one has it in between."""
        files = edition.printed()
        while not self._is_over:
            with self._making:
                file = next(files, None)
            if file is None or file.page is None or file.content is None:
                break
            yield Artifact(prefix + file.path, file.content)

    def unmade(self, diagnostic: Diagnostic) -> UnmadeError:
        """What to raise where that is wrong, which is told once."""
        with self._making:
            is_news = diagnostic not in self._told
            self._told.add(diagnostic)
        if is_news:
            self._tell((diagnostic,))
        return UnmadeError(as_found(diagnostic))

    @cached_property
    def _trees(self) -> tuple[Tree, ...]:
        desk = self._desk or open_site(self.figured, self.heard)
        self.heard, desks = desk.heard, tuple(in_languages(desk))
        renderers = self.dress.renderers
        trees = ((prefix, Edition(desk, one)) for (desk, prefix), one in zip(desks, renderers, strict=True))
        return tuple(reversed(tuple(trees)))

    @cached_property
    def _sources(self) -> dict[str, str]:
        """The harmless files of the project, by where they are published."""
        return {file_path(path): path for path in harmless(self.figured)}

    @cached_property
    def _shared(self) -> dict[str, bytes]:
        return dict(the_same(self.dress.folders, self.dress.look))

    @cached_property
    def _data(self) -> bytes:
        return data_of(self.figured)[1]


def site_of(
    figured: Figured, before: Site | None, tell: Tell, again: Site | None = None
) -> tuple[Site | None, tuple[Diagnostic, ...]]:
    """The site of what was figured, and what is wrong with its theme. It is the one of `before` where nothing
    about it changed, and None where a template of the project's own cannot be compiled. Where there is none
    before, the dress and the events of the one that stood `again` are taken over."""
    figured, indexer, unmet = with_indexer(figured, offline=False)
    known = before or again
    dress, found = dress_of(figured, known.dress if known else None)
    unusable, found = dress.unusable(), in_order((*found, *unmet))
    if unusable:
        return None, (*unusable, *found)
    site = Site(figured, dress, indexer, tell, known.heard if known else None)
    if before is not None and site.is_as(before):
        return before, found
    site.prepare(known.asked if known else "")  # while the one before goes on
    if before is not None:
        before.end()
    return site, found


def site_again(project: Project, survey: Survey, asked: str, tell: Tell) -> Site | None:
    """The site of a project whose desk was like that, as far as its pages go, ready to show the one that was
    `asked` for; None where a template of the project's own cannot be compiled. Its titles are those that are
    shown: a goal is figured by them until all is."""
    desk = desk_in(survey, project.config)
    figured = Figured(project, desk.corpus, desk.graph, desk.timeline, desk.analysis, desk.diagnostics)
    figured, indexer, _ = with_indexer(figured, offline=False)
    dress, _ = dress_of(figured, None)
    if dress.unusable():
        return None
    desk = replace(desk, config=figured.project.config)
    site = Site(figured, dress, indexer, tell, desk=desk)
    site.asked = asked
    site.prepare(asked)
    return site


def _stamps(figured: Figured) -> tuple[Stamp, ...]:
    """How the files stand that are published as they are; what lies in them is not looked at."""
    root = figured.project.root
    return tuple(_stamp(root, path) for path in harmless(figured))


def _stamp(root: Path, path: str) -> Stamp:
    try:
        status = (root / path).stat()
    except OSError:
        return path, 0, 0
    return path, status.st_mtime_ns, status.st_size
