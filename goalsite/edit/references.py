"""References that go by an alias -> what they are called now. The alias stays, for links from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from goalsite.core.names import nfc, tails
from goalsite.edit.patch import Moved
from goalsite.model.objectives import goal_refs
from goalsite.model.records import Corpus, Kpi, Objective
from goalsite.model.shapes import Ref

Resolve = Callable[[Ref, str, Objective | Kpi], str | None]
"""The id that a reference means (without its key result) at a place such as `supports`, seen from a goal."""


def moved_references(corpus: Corpus, resolve: Resolve) -> tuple[Moved, ...]:
    """The references of all goals that go by an alias, in the order of the goals."""
    found = []
    for goal, place, ref in _references(corpus):
        name, sign, result = ref.text.partition("#")
        meant = resolve(ref, place, goal) if ":" not in name else None
        if meant is not None and nfc(name) not in (meant, *tails(meant)):
            found.append(Moved(goal.path, ref.mark, ref.text, meant + sign + result))
    return tuple(found)


def _references(corpus: Corpus) -> Iterator[tuple[Objective | Kpi, str, Ref]]:
    for objective in corpus.objectives:
        yield from ((objective, place, ref) for place, ref in goal_refs(objective))
        for result in objective.key_results:
            if isinstance(ref := getattr(result.measure, "kpi", None), Ref):
                yield objective, "kpi", ref
    for kpi in corpus.kpis:
        yield from ((kpi, "supports", ref) for ref in kpi.supports)
        if kpi.cascades_from:
            yield kpi, "cascades_from", kpi.cascades_from.kpi
