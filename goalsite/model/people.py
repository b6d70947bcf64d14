"""Everybody who is named in a goal or unit, with a profile or without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goalsite.core.names import fold_handle
from goalsite.model.records import Kpi, Objective, Person, Team


def everybody(
    profiles: Iterable[Person], teams: Iterable[Team], objectives: Iterable[Objective], kpis: Iterable[Kpi]
) -> tuple[Person, ...]:
    """The profiles and one person without a profile for every other handle, sorted by id.

    Handles are the same in any case; shown is the spelling that the first file by path uses.
    """
    spelt: dict[str, tuple[str, str]] = {}
    for path, handle in (*_of_teams(teams), *_of_objectives(objectives), *_of_kpis(kpis)):
        name = fold_handle(handle)
        if name not in spelt or (path, handle) < spelt[name]:
            spelt[name] = path, handle
    people = {person.id: person for person in profiles}
    for name, (_, handle) in spelt.items():
        if name not in people:
            people[name] = Person(id=name, path="", title=handle, handle=handle)
    return tuple(people[name] for name in sorted(people))


def _of_teams(teams: Iterable[Team]) -> Iterator[tuple[str, str]]:
    for team in teams:
        for handle in (team.lead, *team.members):
            if handle:
                yield team.path, handle


def _of_objectives(objectives: Iterable[Objective]) -> Iterator[tuple[str, str]]:
    for goal in objectives:
        handles = [goal.owner, *goal.contributors]
        handles += [result.owner for result in goal.key_results]
        handles += [work.owner for work in goal.initiatives]
        for handle in handles:
            if handle:
                yield goal.path, handle
        if goal.person:
            yield goal.path, goal.person


def _of_kpis(kpis: Iterable[Kpi]) -> Iterator[tuple[str, str]]:
    for kpi in kpis:
        if kpi.owner:
            yield kpi.path, kpi.owner
        if kpi.person:
            yield kpi.path, kpi.person
