"""The site in one language: its pages, and the files beside them, in batches that any process can make."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple

from goalsite.exchange.beside import Files, file_batches
from goalsite.exchange.offline import scripts_of_page
from goalsite.pages.desk import Desk
from goalsite.pages.paths import file_of
from goalsite.pages.site import Batch, page_batches
from goalsite.workers import done

if TYPE_CHECKING:
    from goalsite.render.templates import Renderer


class Printed(NamedTuple):
    """A file of the site; `page` is the address that it has as a page, None where it is none."""

    path: str
    content: bytes
    page: str | None = None


class Edition:
    """The site in the language of a desk, by a renderer of that language; `offline` it works from a disk."""

    def __init__(self, desk: Desk, renderer: Renderer, *, offline: bool = False) -> None:
        self.desk, self.renderer, self.offline = desk, renderer, offline

    def __reduce__(self) -> tuple[object, ...]:
        """The edition without what is made of it: another process makes that of the same values."""
        return partial(Edition, offline=self.offline), (replace(self.desk), self.renderer)

    def printed(self, jobs: int = 1) -> Iterator[Printed]:
        """Every file, pages first, in an order that only the goals decide; by so many processes.

        Two pages can want one address (those of a README and of an index, an alias): the first has it.
        """
        taken: set[str] = set()
        pages, beside = self._batches
        for number, files in enumerate(done(Edition.print, self, range(len(pages) + len(beside)), jobs)):
            for file in files:
                if number >= len(pages) or file.path not in taken:
                    taken.add(file.path)
                    yield file

    def print(self, number: int) -> list[Printed]:
        """The files of one batch."""
        pages, beside = self._batches
        if number < len(pages):
            return list(self._pages(pages[number]))
        return [Printed(name, content) for name, content in beside[number - len(pages)]()]

    @cached_property
    def _batches(self) -> tuple[list[Batch], list[Callable[[], Files]]]:
        """The batches of pages, and those of files beside them."""
        return list(page_batches(self.desk)), list(file_batches(self.desk, offline=self.offline))

    def _pages(self, batch: Batch) -> Iterator[Printed]:
        for page, frame in batch():
            name, content = file_of(frame.path), self.renderer.render(page, frame).encode()
            yield Printed(name, content, frame.path)
            for script, said in scripts_of_page(name, content) if self.offline else ():
                yield Printed(script, said)
