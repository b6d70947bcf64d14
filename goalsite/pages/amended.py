"""A desk on which one record says something else, and all that was made of the others is as it was."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from goalsite.analysis.figures import Analysis
from goalsite.core.values import replace
from goalsite.graph.references import references
from goalsite.model.amended import LISTS, Amendable, with_record
from goalsite.model.people import everybody
from goalsite.model.records import Kpi, Objective, Page, Person
from goalsite.pages.desk import ONCE, Desk
from goalsite.pages.titles import as_shown

_ROWS = ("objective row", "KPI row")


def stand_in(was: object, now: object, people: Container[str]) -> Amendable | None:
    """The record as it is `now`, if it lies, is called and refers where it did, and names none but these
    `people`: then what is made of others still stands, but for what they tell of it. Else None."""
    if not isinstance(was, Amendable) or not isinstance(now, Amendable) or type(was) is not type(now):
        return None
    is_same = (_place(was), _refers(was)) == (_place(now), _refers(now))
    return now if is_same and all(one.id in people for one in _named(now)) else None


def amended(desk: Desk, record: Amendable, analysis: Analysis) -> Desk:
    """The desk with this record in place of the one for which it is a `stand_in`, and these figures. Lists of
    events, tables of units and all else that is made of many goals stay as they were."""
    shown, name = as_shown(record), LISTS[type(record)]
    changes: dict[str, Any] = {
        "corpus": with_record(desk.corpus, shown),
        "analysis": analysis,
        name: getattr(desk, name) | {shown.id: shown},
    }
    group, key = _group(shown)
    groups = getattr(desk, group)
    if key in groups:
        changes[group] = groups | {key: _put(groups[key], shown)}
    now = replace(desk, **changes)
    # What was asked of the desk once stands, and where pages lie; of pieces only rows of goals that have no
    # edge to this one: a row names what its goal is exposed to, and what its status comes from.
    near = {edge.target for edge in now.edges_from.get(shown.id, ())} | {shown.id}
    near.update(edge.source for edge in now.edges_to.get(shown.id, ()))
    now.found.update(
        (name, one) for name, one in desk.found.items() if name in ONCE or not isinstance(name, str)
    )
    for kind in _ROWS:
        pieces = desk.found.get(kind, {})
        now.found[kind] = {whose: piece for whose, piece in pieces.items() if whose not in near}
    return now


def _put(records: tuple[Any, ...], record: Amendable) -> tuple[Any, ...]:
    """The records with this one in the place of the one of its name, if that is among them."""
    return tuple([record if one.id == record.id else one for one in records])


def _group(record: Amendable) -> tuple[str, Any]:
    """The group of a desk in which a record stands, and its key there."""
    if isinstance(record, Objective):
        if record.person:
            return "goals_of_person", record.person
        return "goals_of", (record.team, record.cycle)
    return ("kpis_of" if isinstance(record, Kpi) else "pages_of"), record.team


def _place(record: Amendable) -> tuple[Any, ...]:
    """Where a record is found, by name and by place, and whose it is."""
    said = {mention.text for mention in record.mentions if mention.kind == "goal"}
    common = (record.id, record.path, record.aliases, record.team, record.person, record.tags, said)
    if isinstance(record, Objective):
        results = tuple(result.id for result in record.key_results)
        return *common, record.cycle, record.order, record.state, results
    return common


def _named(record: Amendable) -> tuple[Person, ...]:
    """Whom a goal names."""
    objectives = (record,) if isinstance(record, Objective) else ()
    return everybody((), (), objectives, (record,) if isinstance(record, Kpi) else ())


def _refers(record: Amendable) -> tuple[Any, ...]:
    """What a goal refers to, wherever in its file that stands."""
    if isinstance(record, Page):
        return ()
    said = references(record)
    edges = tuple((one.type, one.ref.text, *one[2:]) for one in said.edges)
    asks = tuple((one.team.text, *one[1:]) for one in said.asks)
    measures = tuple((result, ref.text) for result, ref in said.measures)
    return edges, asks, measures, tuple(ref.text for ref in said.formulas)
