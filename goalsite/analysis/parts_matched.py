"""Which part of a goal is which: a key result, milestone or initiative that was renamed is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from goalsite.analysis.matching import Pairs, each_once, shared, words
from goalsite.history.parts import Facts
from goalsite.history.records import Part
from goalsite.model.records import Common, Milestones, Objective

_OF_RESULTS = ("key_result", "milestone", "checkin")
_ALIKE = 0.5
"""From here on two parts with different titles are one that was reworded."""
_COMPARED = 10_000
"""So many pairs of parts of one goal are compared."""


class Named(NamedTuple):
    """A part of a goal: the key it goes by, whether its author chose that, its title."""

    key: str
    is_chosen: bool
    title: str


def matched_parts(before: Sequence[Named], after: Sequence[Named]) -> Pairs:
    """The parts of one goal that are on both sides: by chosen key, by title, by likeness."""
    found = each_once(_pairs(before, after, lambda part: part.key if part.is_chosen else None))
    found |= _rest(before, after, found, lambda part: part.title)
    gone = [part for part in before if part.key not in found]
    new = [part for part in after if part.key not in set(found.values())]
    if len(gone) * len(new) <= _COMPARED:
        said = {part: words(part.title) for part in (*gone, *new)}
        scored = [(-shared(said[one], said[its]), one, its) for one in gone for its in new]
        alike = [
            (score, sorted((one.key, its.key)), one.key, its.key)
            for score, one, its in scored
            if -score >= _ALIKE
        ]
        found |= each_once((key, other) for _, _, key, other in sorted(alike))
    gone = [part for part in before if part.key not in found]
    new = [part for part in after if part.key not in set(found.values())]
    if len(gone) == len(new) == 1 and not gone[0].is_chosen and not new[0].is_chosen:
        found[gone[0].key] = new[0].key
    return found


def _rest(
    before: Sequence[Named], after: Sequence[Named], found: Pairs, key: Callable[[Named], str | None]
) -> Pairs:
    taken = set(found.values())
    gone = [part for part in before if part.key not in found]
    return each_once(_pairs(gone, [part for part in after if part.key not in taken], key))


def _pairs(
    before: Sequence[Named], after: Sequence[Named], key: Callable[[Named], str | None]
) -> Iterator[tuple[str, str]]:
    """Those with the same key, which is not None, in their order."""
    known: dict[str, list[str]] = defaultdict(list)
    for part in reversed(after):
        if (its := key(part)) is not None:
            known[its].append(part.key)
    for part in before:
        its = key(part)
        if its is not None and known.get(its):
            yield part.key, known[its].pop()


def in_names_of(was: Facts, now: Facts, before: Common, after: Common, results: Pairs) -> Facts:
    """What was said, its parts as they are called now, and without the name that is an alias now."""
    steps = _steps(before, after, results)
    works = matched_parts(_works(before), _works(after))
    taken = {part for part, _ in now}

    def called(part: Part) -> Part:
        if part[:1] == ("milestone",):
            return steps.get(part, part)
        if part[:1] == ("initiative",):
            return ("initiative", works.get(part[1], part[1]))
        if part and part[0] in _OF_RESULTS and part[1]:
            there = (part[0], results.get(part[1], part[1]), *part[2:])
            # one that went is no other that came since and goes by its name
            return there if part[1] in results or there not in taken else (part[0], f"{part[1]} ", *part[2:])
        return part

    found = {(called(part), name): said for (part, name), said in was.items()}
    _drop_alias(found, after.id)
    _drop_alias(now, before.id)
    return found


def _drop_alias(facts: Facts, name: str) -> None:
    said = facts.get(((), "aliases"))
    if isinstance(said, tuple) and name in said:
        rest = tuple(alias for alias in said if alias != name)
        facts[(), "aliases"] = rest
        if not rest:
            del facts[(), "aliases"]


def _works(record: Common) -> list[Named]:
    works = record.initiatives if isinstance(record, Objective) else ()
    return [Named(title, False, title) for title in dict.fromkeys(work.title for work in works)]


def _steps(before: Common, after: Common, results: Pairs) -> dict[Part, Part]:
    """What the milestones of before are called now."""
    if not isinstance(before, Objective) or not isinstance(after, Objective):
        return {}
    later = {result.id: result.measure for result in after.key_results}
    found: dict[Part, Part] = {}
    for result in before.key_results:
        now = later.get(results.get(result.id, ""))
        if isinstance(result.measure, Milestones) and isinstance(now, Milestones):
            name = results[result.id]
            pairs = matched_parts(_titles(result.measure), _titles(now))
            for step in result.measure.steps:
                said = step.title
                found["milestone", result.id, said] = ("milestone", name, pairs.get(said, said))
    return found


def _titles(measure: Milestones) -> list[Named]:
    return [Named(title, False, title) for title in dict.fromkeys(step.title for step in measure.steps)]
