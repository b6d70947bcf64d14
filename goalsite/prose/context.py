"""What the rules know while one text is rendered: the way to other pages, and the headings found so far."""

from __future__ import annotations

import html
from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Any

from goalsite.prose.headings import Heading, Slugs

_KEY = "goalsite"

ResolveGoal = Callable[[str], tuple[str, str] | None]
ResolvePerson = Callable[[str], str | None]
ResolvePath = Callable[[str], str | None]


@dataclass(slots=True)
class Context:
    """How references become links, by how much headings are shifted, and what was found in this text."""

    resolve_goal: ResolveGoal
    resolve_person: ResolvePerson
    resolve_path: ResolvePath
    shift: int
    slugs: Slugs
    headings: list[Heading] = field(default_factory=list)


def environment(context: Context, scope: str) -> dict[str, Any]:
    """The engine's environment of one text; `scope` keeps its footnotes apart from those of other texts."""
    return {_KEY: context, "docId": html.escape(f"h{scope}")}  # the plugin writes it as it is


def context_of(env: MutableMapping[str, Any]) -> Context:
    """The context that `environment` put there."""
    context: Context = env[_KEY]
    return context
