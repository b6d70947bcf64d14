"""References that came, went, or carry something else, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from goalsite.history.records import Fact
from goalsite.language.language import Language
from goalsite.language.messages import message
from goalsite.model.shapes import shorten
from goalsite.pages.changed_values import Called, number, quoted

_MOST = 12
_LONGEST = 100
"""Characters of a text that are told."""
_LABELS = {"ask": message("ask"), "size": message("size"), "note": message("note")}


class _Edge(NamedTuple):
    """One reference: what it names, and what it carries. One goal may ask several things of a unit."""

    goal: str
    weight: float = 1.0
    confirmed: bool | None = None
    ask: str = ""
    size: str = ""
    note: str = ""


def edges_clause(kind: str, before: Fact, after: Fact, names: Called, language: Language) -> str:
    """What became of a goal's references of one kind: `new: supports “Customers trust us”`."""
    was, now = Counter(_edges(before)), Counter(_edges(after))
    went, came = [*(was - now).elements()], [*(now - was).elements()]
    told = []
    for edge in came:
        earlier = _earlier(edge, went, came)
        if earlier is None:
            told.append(language.text("new: %(said)s", said=_said(kind, edge, names, language)))
        else:
            went.remove(earlier)
            told.append(_carried(kind, earlier, edge, names, language))
    told += [language.text("no longer: %(said)s", said=_said(kind, edge, names, language)) for edge in went]
    if len(told) > _MOST:
        told = [*told[:_MOST], language.plural("%(n)s more", "%(n)s more", len(told) - _MOST)]
    return language.text("; ").join(told)


def _earlier(edge: _Edge, went: list[_Edge], came: list[_Edge]) -> _Edge | None:
    """What a reference was before: one that asks the same, else where there is but one that it can be."""
    others = [one for one in went if one.goal == edge.goal]
    same = [one for one in others if one.ask == edge.ask]
    if same:
        return same[0]
    rivals = sum(one.goal == edge.goal for one in came)
    return others[0] if len(others) == rivals == 1 else None


def _edges(said: Fact) -> list[_Edge]:
    """The references of a fact: one, or a list; each a name, or a name with what it carries."""
    if said is None or isinstance(said, (bool, int, float)):
        return []
    return [_edge(one) for one in said] if isinstance(said, tuple) else [_Edge(str(said))]


def _edge(said: Fact) -> _Edge:
    match said:
        case (name, bool() | None as confirmed, ask, size, note):
            return _Edge(str(name), 1.0, confirmed, str(ask or ""), str(size or ""), str(note or ""))
        case (name, float() | int() as weight):
            return _Edge(str(name), weight)
        case (name, *_):
            return _Edge(str(name))
    return _Edge(str(said))


def _sentence(kind: str, edge: _Edge, names: Called, language: Language) -> str:
    """The sentence about an edge: `supports “Customers trust us”`."""
    before, after = language.edge(kind, outgoing=True)
    goal = names.units.get(edge.goal) or names.goal(edge.goal, language)
    space = "" if language.tag == "zh" else " "
    return space.join(part for part in (before, goal, after) if part)


def _said(kind: str, edge: _Edge, names: Called, language: Language) -> str:
    """The same with what it carries: `depends on Operations: “A second cluster”, size large, agreed`."""
    text = language.text
    carried = (
        _weight(edge, language) if edge.weight != 1 else "",
        _shown("ask", edge.ask, language),
        f"{text(_LABELS['size'])} {edge.size}" if edge.size else "",
        _answer(edge, language) if edge.confirmed is not None else "",
    )
    what, told = _sentence(kind, edge, names, language), text(", ").join(filter(None, carried))
    return text("%(what)s: %(said)s", what=what, said=told) if told else what


def _carried(kind: str, before: _Edge, after: _Edge, names: Called, language: Language) -> str:
    """What an edge carries since, which it did not."""
    what = _sentence(kind, after, names, language)
    if after.ask and after.ask == before.ask:
        asked = _shown("ask", after.ask, language)
        what = language.text("%(what)s: %(said)s", what=what, said=asked)
    told = language.text("; ").join(_differences(before, after, language))
    return language.text("%(what)s: %(said)s", what=what, said=told)


def _differences(before: _Edge, after: _Edge, language: Language) -> Iterator[str]:
    for known in (_weight, _answer):
        was, now = known(before, language), known(after, language)
        if was != now:
            yield language.text("%(before)s → %(after)s", before=was, after=now)
    for field, label in _LABELS.items():
        was, now = getattr(before, field), getattr(after, field)
        if was != now:
            yield _changed(
                language.text(label), _shown(field, was, language), _shown(field, now, language), language
            )


def _changed(label: str, was: str, now: str, language: Language) -> str:
    if not was:
        return language.text("%(label)s now %(value)s", label=label, value=now)
    if not now:
        return language.text("%(label)s %(value)s taken out", label=label, value=was)
    if was == now:  # as far as there is room for it
        return language.text("%(label)s rewritten", label=label)
    return language.text("%(label)s %(before)s → %(after)s", label=label, before=was, after=now)


def _shown(field: str, said: str, language: Language) -> str:
    """A text between quotation marks; a size as it is, and nothing of nothing."""
    return said if field == "size" or not said else quoted(shorten(said, _LONGEST), language)


def _answer(edge: _Edge, language: Language) -> str:
    """What was answered to what is asked."""
    key = "open" if edge.confirmed is None else "yes" if edge.confirmed else "no"
    return language.word("confirmed", key).word


def _weight(edge: _Edge, language: Language) -> str:
    return language.text("weight %(weight)s", weight=number(edge.weight, "number", "", language))
