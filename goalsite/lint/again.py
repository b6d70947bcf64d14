"""Which rules about the site may say something else after an edit than they said before it.

A rule finds what it found where nothing changed that it looks at. What that is of goals, `near.Site` says.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar

from goalsite.core.diagnostics import Diagnostic
from goalsite.core.known import NOTHING, Known, alike
from goalsite.core.values import replace
from goalsite.lint.light import Plain, plain_figures, plain_objective
from goalsite.lint.near import Site
from goalsite.lint.registry import ON_KPI_FIGURES, ON_SITE, ON_TITLES
from goalsite.model.records import Kpi, Objective
from goalsite.model.shapes import shorten

G = TypeVar("G", Objective, Kpi)

ALL = frozenset(code for code, _ in ON_SITE)
_QUOTED = 30  # characters of a title that every message with it quotes
_FOUND, _AROUND, _GOAL, _KPI = "site", "around", "seen", "seen KPI"


class Left(NamedTuple):
    """The rules about the site that are left to ask, by code, and what the others `found` before."""

    codes: frozenset[str]
    found: tuple[Diagnostic, ...] = ()


def left_to_ask(site: Site, known: Known, fresh: Container[str]) -> Left:
    """What is left to ask after what is `known`; `fresh` are the files that may say something else since."""
    if known is NOTHING:
        return Left(ALL)
    around = _around(site)
    is_same = known.recalled(_AROUND, "", around) is not None
    if not is_same:
        known.keep(_AROUND, "", around, True)
    before = _found_before(known)
    renamed, refigured = _renamed(site, known), _refigured(site, known)
    if before is None or renamed is None or refigured is None or not is_same:
        return Left(ALL)
    codes = asked_again(before, lambda path, _: path in fresh, renamed)
    codes |= frozenset(ON_KPI_FIGURES if refigured else ())
    return Left(codes, tuple(one for one in before if one.code not in codes))


def keep_found(known: Known, found: tuple[Diagnostic, ...]) -> None:
    """Know what all rules about the site found, once those that were left have been asked."""
    known.keep(_FOUND, "", (found,), True)


def _found_before(known: Known) -> tuple[Diagnostic, ...] | None:
    """What all rules found; None where that is not known, as after a round that was broken off."""
    parts = known.parts(_FOUND, "")
    return None if parts is None else parts[0]


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
    renamed: set[str] | None = set()
    goals = ((goal, site.analysis.objectives[goal.id]) for goal in site.corpus.objectives)
    for before, now in _others(_GOAL, goals, known):
        if renamed is None or before is None or _seen(*before) != _seen(*now):
            renamed = None
        else:
            renamed |= titles_of(before[0]) - titles_of(now[0])
    return renamed


def _refigured(site: Site, known: Known) -> bool | None:
    """Whether a KPI has other figures; None where one changed in something else that rules look at."""
    refigured: bool | None = False
    kpis = ((kpi, site.analysis.kpis[kpi.id]) for kpi in site.corpus.kpis)
    for before, (kpi, _) in _others(_KPI, kpis, known):
        if refigured is None or before is None or not alike(without_values(before[0]), without_values(kpi)):
            refigured = None
        else:
            refigured = True
    return refigured


def _others(
    stage: str, goals: Iterable[tuple[G, Any]], known: Known
) -> Iterator[tuple[tuple[Any, ...] | None, tuple[G, Any]]]:
    """The goals that are others than before, or whose figures are: both as they were, None for a new one, and
    as they are. They are known from now on."""
    for now in goals:
        name = now[0].id
        if not known.recalled(stage, name, now):
            before = known.parts(stage, name)
            known.keep(stage, name, now, True)
            yield before, now


def without_values(kpi: Kpi) -> tuple[Any, ...]:
    """What rules about the site see of a KPI besides its figures: neither its points nor its texts, nor where
    keys stand."""
    bare = replace(kpi, series=(), splits=(), body="", body_line=1, mentions=(), marks={})
    return bare, frozenset(kpi.marks)


def _seen(goal: Objective, figures: Any) -> Plain:
    return seen_of(plain_objective(goal), plain_figures(figures))


def _around(site: Site) -> tuple[Any, ...]:
    """What rules look at besides goals, of which it has the names; what there is most of as a digest."""
    corpus, graph, analysis = site.corpus, site.graph, site.analysis
    names = [[goal.id for goal in goals] for goals in (corpus.objectives, corpus.kpis)]
    edges = [
        (one.type, one.source, one.target, one.key_result, one.weight, one.confirmed, one.note, one.outside)
        for one in graph.edges
    ]
    others = (corpus.teams, corpus.people, corpus.cycles, corpus.missing)
    days = (analysis.as_of, analysis.current_cycle, analysis.cycle_is_over)
    plain = blake2b(repr((names, edges)).encode()).digest()
    return (site.config, days, plain, others, graph.asks, graph.measures, graph.formulas)
