"""Corpus -> who does what: for everybody the units, goals and key results that name them."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from goalsite.core.names import fold_handle
from goalsite.model.records import Corpus


class Roles(Struct, frozen=True):
    """What names one person, by ids in the corpus' order; `results` are `goal#kr` of goals of others."""

    leads: tuple[str, ...] = ()
    member_of: tuple[str, ...] = ()
    owns: tuple[str, ...] = ()
    results: tuple[str, ...] = ()
    kpis: tuple[str, ...] = ()
    contributes: tuple[str, ...] = ()


def roles(corpus: Corpus) -> dict[str, Roles]:
    """The roles of everybody who has one, by folded handle."""
    found: dict[str, dict[str, list[str]]] = {}
    for handle, role, name in _named(corpus):
        if handle:
            ids = found.setdefault(fold_handle(handle), {}).setdefault(role, [])
            if name not in ids[-1:]:
                ids.append(name)
    return {handle: Roles(**{role: tuple(ids) for role, ids in of.items()}) for handle, of in found.items()}


def _named(corpus: Corpus) -> Iterator[tuple[str | None, str, str]]:
    """Every handle with its role and what it has the role in; a personal goal needs no owner."""
    for team in corpus.teams:
        yield team.lead, "leads", team.id
        for member in team.members:
            yield member, "member_of", team.id
    for goal in corpus.objectives:
        if goal.person is None:
            yield goal.owner, "owns", goal.id
        for contributor in goal.contributors:
            yield contributor, "contributes", goal.id
        for result in goal.key_results:
            if result.owner and fold_handle(result.owner) != fold_handle(goal.owner or ""):
                yield result.owner, "results", f"{goal.id}#{result.id}"
    for kpi in corpus.kpis:
        yield kpi.owner or kpi.person, "kpis", kpi.id
