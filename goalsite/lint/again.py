"""Which rules about the site may say something else after an edit than they said before it.

A rule finds what it found where nothing changed that it looks at. What that is of goals, `near.Site` says.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from typing import Any, NamedTuple

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import NOTHING, Known, alike
from goalsite.lint.light import Plain, plain_figures, plain_objective
from goalsite.lint.near import Site
from goalsite.lint.registry import ON_SITE, ON_TITLES
from goalsite.model.records import Objective
from goalsite.model.shapes import shorten

ALL = frozenset(code for code, _ in ON_SITE)
_QUOTED = 30  # characters of a title that every message with it quotes
_SITE, _GOAL = "site", "seen"


class Left(NamedTuple):
    """The rules about the site that are left to ask, by code, and what the others `found` before; `parts` is
    what all of them look at besides objectives."""

    codes: frozenset[str]
    found: tuple[Diagnostic, ...] = ()
    parts: tuple[Any, ...] = ()


def left_to_ask(site: Site, known: Known, fresh: Container[str]) -> Left:
    """What is left to ask after what is `known`; `fresh` are the files that may say something else since."""
    if known is NOTHING:
        return Left(ALL)
    parts = _around(site)
    before: tuple[Diagnostic, ...] | None = known.recalled(_SITE, "", parts)
    renamed = _renamed(site, known)
    if before is None or renamed is None:
        return Left(ALL, (), parts)
    codes = asked_again(before, lambda path, _: path in fresh, renamed)
    return Left(codes, tuple(one for one in before if one.code not in codes), parts)


def keep_found(known: Known, left: Left, found: tuple[Diagnostic, ...]) -> None:
    """Know what all rules about the site found, once those that were left have been asked."""
    known.keep(_SITE, "", left.parts, found)


def asked_again(
    found: Iterable[Diagnostic], has_moved: Callable[[str, int], bool], renamed: set[str]
) -> frozenset[str]:
    """The rules about the site that may say something else than they `found`, where goals changed in nothing
    that they look at but titles (`renamed` are those that are gone): those that hang on titles or quote one
    that is gone, and those of which a finding may have moved from its line of a file."""
    quoted = {shorten(title)[:_QUOTED] for title in renamed}
    again = set(ON_TITLES if renamed else ())
    for one in found:
        if has_moved(one.path, one.line) or any(
            title in one.message or title in one.hint for title in quoted
        ):
            again.add(one.code)
    return frozenset(again) if again <= ALL else ALL  # circles, which no rule tells, come with all of them


def titles_of(goal: Any) -> set[str]:
    """The titles of an objective, light or whole, and its key results."""
    return {goal.title, *(result.title for result in goal.key_results)}


def seen_of(goal: Plain, figures: Plain | None) -> Plain:
    """What rules about the site see of a plain objective and its figures, but titles, and where things stand
    in its file."""
    window, status, score, _, results = figures or (None, None, None, None, ())
    counted = tuple((name, span, counts, kpi) for name, _, span, counts, _, _, kpi, *_ in results)
    name, path, _, *said, key_results = goal
    untitled = tuple((result[0], *result[2:]) for result in key_results)
    return (name, path, _without_places((*said, untitled)), window, status, score, counted)


def _without_places(plain: Any) -> Any:
    """A plain record without lines and columns, which are the pairs of whole numbers in it."""
    if isinstance(plain, dict):
        return tuple(sorted(plain))
    if not isinstance(plain, tuple):
        return plain
    if len(plain) == 2 and type(plain[0]) is int and type(plain[1]) is int:
        return ()
    return tuple(map(_without_places, plain))


def _renamed(site: Site, known: Known) -> set[str] | None:
    """The titles that are gone; None where an objective changed in something else that rules look at."""
    renamed: set[str] = set()
    is_same = True
    for goal in site.corpus.objectives:
        now = (goal, site.analysis.objectives[goal.id])
        before = known.parts(_GOAL, goal.id)
        known.keep(_GOAL, goal.id, now, True)
        if before is None or not is_same:
            is_same = False
        elif not alike(before, now):
            is_same = _seen(*before) == _seen(*now)
            renamed |= titles_of(before[0]) - titles_of(goal)
    return renamed if is_same else None


def _seen(goal: Objective, figures: Any) -> Plain:
    return seen_of(plain_objective(goal), plain_figures(figures))


def _around(site: Site) -> tuple[Any, ...]:
    """What rules look at besides objectives, of which it has the names."""
    corpus, graph, analysis = site.corpus, site.graph, site.analysis
    names = tuple(goal.id for goal in corpus.objectives)
    edges = tuple(
        (one.type, one.source, one.target, one.key_result, one.weight, one.confirmed, one.note, one.outside)
        for one in graph.edges
    )
    others = (corpus.kpis, corpus.teams, corpus.people, corpus.cycles, corpus.missing)
    days = (analysis.as_of, analysis.current_cycle, analysis.cycle_is_over)
    figures = tuple(analysis.kpis.values())
    return (site.config, days, names, others, figures, edges, graph.asks, graph.measures, graph.formulas)
