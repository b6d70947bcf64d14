"""Who has something to come: the units and people with goals that are worked on now or soon."""

from __future__ import annotations

from msgspec import Struct

from goalsite.analysis.figures import Analysis
from goalsite.core.names import fold_handle
from goalsite.model.records import Corpus, Cycle, Objective
from goalsite.pages.newest import Above, places_of


class Expecting(Struct, frozen=True):
    """Units, with those above them and the site as the empty one, and people by folded handle."""

    units: frozenset[str]
    people: frozenset[str]


def expecting(corpus: Corpus, analysis: Analysis, above: Above) -> Expecting:
    """Those who have to do with an active objective of a cycle that lasts."""
    cycles = {cycle.id for cycle in corpus.cycles if is_lasting(cycle, analysis)}
    goals = [goal for goal in corpus.objectives if goal.state == "active" and goal.cycle in cycles]
    return Expecting(
        frozenset(place for goal in goals for place in places_of(goal, above)),
        frozenset(handle for goal in goals for handle in answerable(goal)),
    )


def is_lasting(cycle: Cycle, analysis: Analysis) -> bool:
    """Whether a cycle is the current one, or runs, or is to come."""
    return cycle.id == analysis.current_cycle or cycle.period.end >= analysis.as_of


def answerable(goal: Objective) -> tuple[str, ...]:
    """The folded handles of those who answer for it, for one of its key results or for work to be done."""
    named = [goal.owner, goal.person, *(result.owner for result in goal.key_results)]
    named += [work.owner for work in goal.initiatives if work.done is None]
    return tuple(dict.fromkeys(fold_handle(handle) for handle in named if handle))
