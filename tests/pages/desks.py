"""Repositories as authors write them, figured and laid out on a desk: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from goalsite.analysis.analyse import analyse
from goalsite.core.values import fields_of, has_fields, replace
from goalsite.history.timeline import Timeline
from goalsite.language.language import Language
from goalsite.pages.desk import Desk, Stages, open_desk
from tests.authored import goal, read

T = TypeVar("T")

AS_OF = "2026-11-16"


def desk_of(files: Mapping[str, str], as_of: str = AS_OF, language: str = "en") -> Desk:
    """The desk of `files` on a day."""
    site = read(files)
    analysis = analyse(site.corpus, site.graph, Timeline(), site.config, date.fromisoformat(as_of))
    desk = open_desk(Stages(site.corpus, site.graph, analysis, Timeline(), site.config, site.found))
    return replace(desk, language=Language(language))


def one_goal(front: str, body: str = "", **others: str) -> dict[str, str]:
    """The files of the objective `2026-Q4/trust` with that front matter, and of others by their path."""
    return {"goals/2026-Q4/trust.md": goal(front, body)} | others


def one_kpi(front: str, body: str = "", **others: str) -> dict[str, str]:
    """The files of the KPI `kpis/speed` with that front matter, and of others by their path."""
    return {"goals/kpis/speed.md": goal(front, body)} | others


def all_of(parts: Iterable[tuple[str, Callable[[], Iterable[T]]]]) -> list[T]:
    """Everything that these parts make."""
    return [one for _, make in parts for one in make()]


def told(view: Any) -> str:
    """Every text of a view, one a line: what a reader can find on the page."""
    if isinstance(view, str):
        return view
    if has_fields(type(view)):
        return told(tuple(getattr(view, name) for name in fields_of(type(view))))
    if isinstance(view, tuple):
        return "\n".join(part for part in map(told, view) if part)
    return "" if view is None else str(view)
