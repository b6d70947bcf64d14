"""A site of which a few goals were just saved, before anybody has figured what hangs on them.

A goal that lies, is called and refers where it did before is read, figured and shown by itself, in the midst
of all others as they were. So whoever writes sees it at once, whatever the number of goals; the build that
figures everything comes after it, and tells what is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from goalsite.analysis.again import figured_again
from goalsite.core.known import Held
from goalsite.edition import Edition, address_of
from goalsite.model.amended import Amendable
from goalsite.model.files import home_of
from goalsite.model.reader import Record, read_again
from goalsite.model.records import Page
from goalsite.pages.amended import amended, stand_in
from goalsite.render.templates import ThemeError
from goalsite.serve.outcome import Files
from goalsite.serve.site import Site, Tree
from goalsite.source.nodes import Document, Table
from goalsite.source.read import read_alone

_MOST = 20
"""So many files at once are still somebody who writes; of more, all is figured."""


class Soon:
    """The files of a `site` whose pages are those of `trees`; whatever these do not have is from `others`."""

    def __init__(self, site: Site, trees: tuple[Tree, ...], others: Files) -> None:
        self._site, self._trees, self._others = site, trees, others
        self._made: dict[str, bytes] = {}

    def get(self, path: str) -> bytes | None:
        """The content of a file, None where the site has none; raises UnmadeError where it cannot be made."""
        if address_of(path) is None:
            return self._others.get(path)
        if path not in self._made:
            try:
                with self._site.making:  # several may ask for it at once: the first makes it
                    page = self._made.get(path) or self._page(path)
                    if page is not None:
                        self._made[path] = page
            except ThemeError as error:
                raise self._site.unmade(error.diagnostic) from None
            if page is None:
                return self._others.get(path)
        self._site.look_at(path)
        return self._made[path]

    def _page(self, path: str) -> bytes | None:
        for prefix, edition in self._trees:
            if path.startswith(prefix) and (file := edition.at(path.removeprefix(prefix))):
                return file.content
        return None


class Last(NamedTuple):
    """A `site` as it was last made, what was known then, and the `files` that are shown of it."""

    site: Site
    held: Held
    files: Files


def soon(last: Last, changed: Iterable[Path]) -> Files | None:
    """The files of a site once these paths are read again, those that are shown where they say what they
    said; None where they may say more than can be shown before all is figured."""
    site, held, files = last
    root = site.figured.project.root.resolve()
    paths = {path for path in changed if path.exists() or ("file", _inner(path, root)) in held}
    inner = {_inner(path, root) for path in paths}  # an editor makes files that are gone by now
    if len(inner) > _MOST:
        return None
    homes, people = site.amendable
    tables: dict[str, set[str]] = {}
    for path in sorted(inner):
        tables.setdefault(home_of(path, homes), set()).update({path} - homes)
    records: list[Amendable] = []
    for goal, beside in tables.items():
        said = _said(site, held, goal, beside) if goal in homes else None
        record = said and stand_in(*said, people)
        if not said or not record:
            return None
        records += () if record == said[0] else (record,)
    if not records:
        return files
    trees = site.open()
    with site.making:
        return Soon(site, tuple(_amended(site, trees, records)), files)


def _inner(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else ""


def _said(site: Site, held: Held, path: str, tables: set[str]) -> tuple[Record, Record] | None:
    """What the file at a path said, and what it says now with these tables beside it."""
    told, project = held.get(("record", path)), site.figured.project
    if told is None:
        return None
    tree = project.tree()
    read = {each: read_alone(tree, each) for each in (path, *sorted(tables))}
    document = read[path][0]
    if any(wrong for _, wrong in read.values()) or not isinstance(document, Document):
        return None
    beside = {each: table for each, (table, _) in read.items() if isinstance(table, Table)}
    return read_again(told, document, beside, project.config)


def _amended(site: Site, trees: tuple[Tree, ...], records: list[Amendable]) -> Iterator[Tree]:
    """The trees of a site in which records are these; all figures but theirs stay as they were."""
    analysis, figuring, steps = site.figured.analysis, site.figuring, []
    for record in records:
        if not isinstance(record, Page):
            analysis, figuring = figured_again(analysis, figuring, record)
        steps.append((record, analysis))
    for prefix, edition in trees:
        desk = edition.desk
        for record, figures in steps:
            desk = amended(desk, record, figures)
        yield prefix, Edition(desk, edition.renderer)
