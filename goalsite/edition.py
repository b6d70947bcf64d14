"""The site in one language: its pages, and the files beside them, in batches that any process can make."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from goalsite.core.known import Held
from goalsite.core.values import replace
from goalsite.exchange.beside import file_batches, file_beside
from goalsite.exchange.offline import SCRIPT, scripts_of_page
from goalsite.pages.desk import Desk
from goalsite.pages.frame import Frame
from goalsite.pages.paths import file_of
from goalsite.pages.site import KINDS, Batch, Sheet, page_at, page_batches
from goalsite.pages.surveys import NOTHING, Miss, Reads
from goalsite.pages.views import Page
from goalsite.pages.watched import Watch
from goalsite.workers import done, nothing

if TYPE_CHECKING:
    from goalsite.render.templates import Renderer


Name = tuple[int, str]
"""The name of a sheet: the number of its kind, and the home of its subject."""


Lay = Callable[[str, bytes], Any]
"""What lays the content of a file where it belongs, and gives what is to be told of it."""


class Printed(NamedTuple):
    """A file of the site; `page` is the address that it has as a page, None where it is none. Of one that
    stands as it was published before the content is None, as is that of one that was laid somewhere: `slip`
    is what was given for it."""

    path: str
    content: bytes | None
    page: str | None = None
    slip: Any = None


class Leaf(NamedTuple):
    """What was made of a sheet: its files, each with its address as a page; and what they looked at."""

    files: tuple[tuple[str, str | None], ...]
    reads: Reads


class Edition:
    """The site in the language of a desk, by a renderer of that language; `offline` it works from a disk.
    What is made is laid by `lay`, if that is given, in whatever process it is made.

    The leaves that are `kept` from before stand. One that is `watched` knows the `leaves` of its files.
    """

    def __init__(
        self,
        desk: Desk,
        renderer: Renderer,
        *,
        offline: bool = False,
        watched: bool = False,
        kept: Mapping[Name, Leaf] = MappingProxyType({}),
        lay: Lay | None = None,
    ) -> None:
        self.desk, self.renderer, self.offline = desk, renderer, offline
        self.leaves: dict[Name, Leaf] = {}
        self._watched, self._kept, self._lay = watched, kept, lay

    def __reduce__(self) -> tuple[object, ...]:
        """The edition without what is made of it: another process makes that of the same values."""
        kept = dict.fromkeys(self._kept, Leaf((), NOTHING))
        make = partial(Edition, offline=self.offline, watched=self._watched, kept=kept, lay=self._lay)
        return make, (replace(self.desk), self.renderer)

    def printed(self, jobs: int = 1, meanwhile: Callable[[], object] = nothing) -> Iterator[Printed]:
        """Every file, pages first, in an order that only the goals decide; by so many processes, while this
        one does something else first.

        Two pages can want one address (those of a README and of an index, an alias): the first has it.
        """
        taken: set[str] = set()
        misses: dict[Miss, Miss] = {}  # many sheets miss the same
        numbers = range(len(self._batches))
        made = chain.from_iterable(
            map(self._taken, done(Edition.print, self, numbers, jobs, meanwhile=meanwhile))
        )
        for sheet in self._sheets:
            name = sheet[:2]
            if name in self._kept:
                leaf = self._kept[name]
                files = [Printed(path, None, page) for path, page in leaf.files]
            else:
                files, reads = next(made)
                missed = tuple(misses.setdefault(miss, miss) for miss in reads.misses)
                leaf = Leaf(tuple((file.path, file.page) for file in files), Reads(reads.values, missed))
            if self._watched:
                self.leaves[name] = leaf
            for file in files:
                if sheet.kind >= len(KINDS) or file.path not in taken:
                    taken.add(file.path)
                    yield file

    def _taken(
        self, batch: tuple[list[tuple[list[Printed], Reads]], Held]
    ) -> list[tuple[list[Printed], Reads]]:
        """What was made of a batch, once its texts are known here."""
        made, texts = batch
        self.desk.texts.take(texts)
        return made

    def print(self, number: int) -> tuple[list[tuple[list[Printed], Reads]], Held]:
        """The files of the sheets of one batch, with what they looked at; and the texts in them."""
        batch, watch = self._batches[number], self._watch
        if watch is None:
            made = [(self._print(sheet), NOTHING) for sheet in batch]
        else:
            made = [watch.noting(partial(self._print, sheet)) for sheet in batch]
        lay = self._lay
        if lay is not None:
            made = [([_laid(file, lay) for file in files], reads) for files, reads in made]
        return made, self.desk.texts.drawn()

    def _print(self, sheet: Sheet) -> list[Printed]:
        if sheet.kind >= len(KINDS):
            return [Printed(name, content) for name, content in sheet.make()]
        return [file for page, frame in sheet.make() for file in self._files(page, frame)]

    def at(self, name: str) -> Printed | None:
        """The file of that name, made alone as far as that can be; None where there is none."""
        path = address_of(name.removesuffix(SCRIPT) if self.offline else name)
        found = None if path is None else page_at(self.desk, path)
        if found is not None:
            return next((file for file in self._files(*found) if file.path == name), None)
        beside = file_beside(self.desk, name, offline=self.offline)
        return None if beside is None else Printed(*beside)

    @cached_property
    def _watch(self) -> Watch | None:
        return Watch(self.desk) if self._watched else None

    @cached_property
    def _all(self) -> list[Batch]:
        """The batches of pages, and those of files beside them."""
        desk = self._watch.desk if self._watch else self.desk
        beside = file_batches(desk, len(KINDS), offline=self.offline)
        return [*page_batches(desk), *(tuple(Sheet(*part) for part in batch) for batch in beside)]

    @cached_property
    def _sheets(self) -> list[Sheet]:
        return list(chain.from_iterable(self._all))

    @cached_property
    def _batches(self) -> list[Batch]:
        """The batches of what is to be made."""
        left = (tuple(sheet for sheet in batch if sheet[:2] not in self._kept) for batch in self._all)
        return list(filter(None, left))

    def _files(self, page: Page, frame: Frame) -> Iterator[Printed]:
        name, content = file_of(frame.path), self.renderer.render(page, frame).encode()
        yield Printed(name, content, frame.path)
        for script, said in scripts_of_page(name, content) if self.offline else ():
            yield Printed(script, said)


def _laid(file: Printed, lay: Lay) -> Printed:
    """The file without its content, which is laid where that belongs."""
    return file if file.content is None else file._replace(content=None, slip=lay(file.path, file.content))


def address_of(name: str) -> str | None:
    """The address of the page that the file of that name would be; None where no page lies."""
    path = name.removesuffix("index.html")
    return path if file_of(path) == name else None
