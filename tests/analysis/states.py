"""Two states of a repository as an author writes them, and what differs between them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from goalsite.analysis.analyse import analyse
from goalsite.analysis.change import Altered, Difference
from goalsite.analysis.difference import difference
from goalsite.analysis.state import State, files_of
from goalsite.core.diagnostics import in_order
from goalsite.history.timeline import Timeline
from goalsite.history.versions import facts_of
from goalsite.source.tree import MemoryTree
from tests.analysis.authored import read

DAY = "2026-11-16"


def state(files: Mapping[str, str], other: Mapping[str, str], as_of: str = DAY) -> State:
    """Everything known of `files` on a day, with the facts of those that are others in `other`."""
    corpus, graph, config, found = read(files)
    analysis = analyse(corpus, graph, Timeline(), config, date.fromisoformat(as_of))
    kinds = {record.path: kind for kind, record in files_of(corpus)}
    facts = facts_of(MemoryTree(files), MemoryTree(other), kinds)
    return State(corpus, graph, analysis, config, "config.yaml", in_order(found), facts)


def differing(before: Mapping[str, str], after: Mapping[str, str], as_of: str = DAY) -> Difference:
    """What differs between two states."""
    return difference(state(before, after, as_of), state(after, before, as_of))


def told(whole: Difference) -> dict[str, list[tuple[object, ...]]]:
    """Every change of the goals that are on both sides, as (part, field, before, after), by id now."""
    return {one.record.id: [tuple(change) for change in one.changes] for one in whole.goals if one.changes}


def one_goal(whole: Difference, name: str) -> Altered:
    """What is told of the goal that is or was called so."""
    (found,) = (one for one in whole.goals if one.record.id == name)
    return found
