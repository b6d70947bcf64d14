"""References that came, went, or carry something else, in words."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.history.records import Fact
from goalsite.language.language import Language
from goalsite.model.shapes import shorten
from goalsite.pages.changed_values import Called, number

_MOST = 12


class _Edge(NamedTuple):
    """One reference: what it names, and what it carries (a weight; what is asked, and the answer)."""

    goal: str
    carried: tuple[Fact, ...] = ()


def edges_clause(kind: str, before: Fact, after: Fact, names: Called, language: Language) -> str:
    """What became of a goal's references of one kind: `new: supports “Customers trust us”`."""
    was, now = _edges(before), _edges(after)
    known = {edge.goal: edge for edge in was}
    later = {edge.goal for edge in now}
    told = []
    for edge in now:
        earlier = known.get(edge.goal)
        if earlier is None:
            told.append(language.text("new: %(said)s", said=_said(kind, edge, names, language)))
        elif earlier != edge:
            told.append(_carried(kind, earlier, edge, names, language))
    told += [
        language.text("no longer: %(said)s", said=_said(kind, edge, names, language))
        for edge in was
        if edge.goal not in later
    ]
    if len(told) > _MOST:
        told = [*told[:_MOST], language.plural("%(n)s more", "%(n)s more", len(told) - _MOST)]
    return language.text("; ").join(told)


def _edges(said: Fact) -> list[_Edge]:
    """The references of a fact: one, or a list; each a name, or a name with what it carries."""
    if said is None or isinstance(said, (bool, int, float)):
        return []
    if not isinstance(said, tuple):
        return [_Edge(str(said))]
    entries = [
        _Edge(str(one[0]), one[1:]) if isinstance(one, tuple) and one else _Edge(str(one)) for one in said
    ]
    return list(dict.fromkeys(entries))


def _said(kind: str, edge: _Edge, names: Called, language: Language) -> str:
    """The sentence about an edge: `supports “Customers trust us”`."""
    before, after = language.edge(kind, outgoing=True)
    goal = names.units.get(edge.goal) or names.goal(edge.goal, language)
    space = "" if language.tag == "zh" else " "
    return space.join(part for part in (before, goal, after) if part)


def _carried(kind: str, before: _Edge, after: _Edge, names: Called, language: Language) -> str:
    """What an edge carries since, which it did not."""
    what = _said(kind, after, names, language)
    was, now = _load(before, language), _load(after, language)
    return language.text(
        "%(what)s: %(said)s",
        what=what,
        said=language.text("%(before)s → %(after)s", before=was, after=now),
    )


def _load(edge: _Edge, language: Language) -> str:
    """What an edge carries, in words: `weight 2`, or an answer and what is asked."""
    match edge.carried:
        case (float() | int() as weight,):
            return language.text("weight %(weight)s", weight=number(weight, "number", "", language))
        case (confirmed, *rest):
            key = "open" if confirmed is None else "yes" if confirmed else "no"
            told = [language.word("confirmed", key).word, *(shorten(str(one)) for one in rest if one)]
            return language.text(", ").join(told)
    return language.text("weight %(weight)s", weight="1")
