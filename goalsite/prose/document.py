"""A text -> its HTML and its headings."""

from __future__ import annotations

import html

from msgspec import Struct

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
    `/x.md` from the repository's root). None leaves text.
    """

    resolve_goal: ResolveGoal
    resolve_person: ResolvePerson
    resolve_path: ResolvePath

    def render(self, text: str, shift_headings: int = 1, scope: str = "") -> str:
        """The text as HTML. Its highest headings are of level 1 + `shift_headings`, none below 6.

        `scope` goes into every id: give each text of a page its own.
        """
        body, rest = _divided(text)
        env = environment(self._context(shift_headings, scope), scope)
        markup = str(engine().render(body, env))
        return markup + (f'<pre class="unrendered">{html.escape(rest)}</pre>\n' if rest else "")

    def headings(self, text: str, shift_headings: int = 1, scope: str = "") -> tuple[Heading, ...]:
        """The headings of the text in order, as `render` with the same arguments writes them."""
        context = self._context(shift_headings, scope)
        engine().parse(_divided(text)[0], environment(context, scope))
        return tuple(context.headings)

    def _context(self, shift: int, scope: str) -> Context:
        prefix = f"{scope}-" if scope else ""
        return Context(self.resolve_goal, self.resolve_person, self.resolve_path, shift, Slugs(prefix))


def _divided(text: str) -> tuple[str, str]:
    """The lines that are rendered, and those beyond the limit."""
    if len(text) <= MOST_CHARACTERS:
        return text, ""
    end = text.rfind("\n", 0, MOST_CHARACTERS) + 1 or MOST_CHARACTERS
    return text[:end], text[end:]
