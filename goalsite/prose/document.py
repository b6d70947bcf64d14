"""A text -> its HTML and its headings."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from typing import Any

from msgspec import Struct
from msgspec.structs import astuple

from goalsite.core.known import NOTHING, Asked, Known
from goalsite.prose.context import (
    Context,
    ResolveGoal,
    ResolvePath,
    ResolvePerson,
    environment,
)
from goalsite.prose.engine import engine
from goalsite.prose.headings import Heading, Slugs

MOST_CHARACTERS = 200_000
"""How much of a text is rendered; what follows is shown as it is written."""


class Markdown(Struct, frozen=True):
    """Markdown as it reads from one page: the resolvers return links from there, percent-encoded.

    `resolve_goal` gives link and title for what stands in `[[…]]`, `resolve_person` the link for a handle
    without `@`, `resolve_path` the link for a relative path as written in the text (`../b.md`, `img/a b.png`,
    `/x.md` from the repository's root). None leaves text. A text that is `known` is not rendered again where
    they return what they did.
    """

    resolve_goal: ResolveGoal
    resolve_person: ResolvePerson
    resolve_path: ResolvePath
    known: Known = NOTHING

    def render(self, text: str, shift_headings: int = 1, scope: str = "") -> str:
        """The text as HTML. Its highest headings are of level 1 + `shift_headings`, none below 6.

        `scope` goes into every id: give each text of a page its own.
        """
        return str(self._made(_markup, text, shift_headings, scope))

    def headings(self, text: str, shift_headings: int = 1, scope: str = "") -> tuple[Heading, ...]:
        """The headings of the text in order, as `render` with the same arguments writes them."""
        return tuple(Heading(*said) for said in self._made(_headings, text, shift_headings, scope))

    def _made(self, make: _Make, text: str, shift: int, scope: str) -> Any:
        """What is made of a text, unless it is known."""
        if self.known is NOTHING:
            return make(self._context(shift, scope), text, scope)
        mark = blake2b(
            f"{make.__name__} {shift} {scope}\n{text}".encode("utf-8", "surrogatepass"), digest_size=16
        )
        noting = partial(self._noting, make, text, shift, scope)
        return self.known.told("text", mark.digest(), (), noting, self._answer)

    def _noting(self, make: _Make, text: str, shift: int, scope: str) -> tuple[Any, Asked]:
        """What is made of a text, with what was asked for it, and the answers."""
        context = self._context(shift, scope)
        said: dict[tuple[str, str], Any] = {}

        def noted(name: str, resolve: Callable[[str], Any]) -> Callable[[str], Any]:
            def ask(written: str) -> Any:
                said[name, written] = answer = resolve(written)
                return answer

            return ask

        for name in _RESOLVERS:
            setattr(context, name, noted(name, getattr(context, name)))
        return make(context, text, scope), tuple(said.items())

    def _answer(self, question: tuple[str, str]) -> Any:
        name, written = question
        return getattr(self, name)(written)

    def _context(self, shift: int, scope: str) -> Context:
        prefix = f"{scope}-" if scope else ""
        return Context(self.resolve_goal, self.resolve_person, self.resolve_path, shift, Slugs(prefix))


_RESOLVERS = ("resolve_goal", "resolve_person", "resolve_path")

_Make = Callable[[Context, str, str], Any]
"""Makes something of a text with its scope, in plain values."""


def _markup(context: Context, text: str, scope: str) -> str:
    body, rest = _divided(text)
    markup = str(engine().render(body, environment(context, scope)))
    return markup + (f'<pre class="unrendered">{html.escape(rest)}</pre>\n' if rest else "")


def _headings(context: Context, text: str, scope: str) -> tuple[tuple[Any, ...], ...]:
    engine().parse(_divided(text)[0], environment(context, scope))
    return tuple(map(astuple, context.headings))


def _divided(text: str) -> tuple[str, str]:
    """The lines that are rendered, and those beyond the limit."""
    if len(text) <= MOST_CHARACTERS:
        return text, ""
    end = text.rfind("\n", 0, MOST_CHARACTERS) + 1 or MOST_CHARACTERS
    return text[:end], text[end:]
