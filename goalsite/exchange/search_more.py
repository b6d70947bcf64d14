"""Key results, people, units, tags, cycles and pages -> what the search looks through besides goals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from goalsite.model.records import Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.links import cycle_name, result_anchor
from goalsite.pages.paths import page_path
from goalsite.pages.standing import result_standing
from goalsite.pages.tags import tag_count, tags_in_use


class Entry(NamedTuple):
    """Something to be found: what stands beside its title, and what it is also found by."""

    kind: str
    title: str
    path: str
    note: str = ""
    key: str = ""


def entries(desk: Desk) -> Iterator[Entry]:
    """Units, people, tags, cycles and pages."""
    for team in desk.corpus.teams:
        yield Entry("unit", team.title, page_path("team", team.id), team.id, team.id)
    for person in desk.corpus.people:
        handle = f"@{person.handle}"
        title, note = (person.name, handle) if person.name else (person.handle, "")
        yield Entry("person", title, page_path("person", person.id), note, handle)
    for tag in tags_in_use(desk).values():
        yield Entry("tag", tag.name, tag.path, tag_count(desk, tag))
    for cycle in desk.corpus.cycles:
        name = cycle_name(desk, cycle.id)
        note = cycle.id if name != cycle.id else ""
        yield Entry("cycle", name, page_path("cycle", cycle.id), note, cycle.id)
    for page in desk.corpus.pages:
        yield Entry("page", page.title, page_path("page", page.id))


def more_part(desk: Desk, goals: Sequence[Objective | Kpi], others: Sequence[Entry]) -> dict[str, Any]:
    """`others`, and the key results of the objectives among `goals`.

    `counts` says how many each objective has, in the order of the goals; `anchors` where each stands on its
    objective's page; `standing` is a place in the list `standings`.
    """
    counts: list[int] = []
    titles: list[str] = []
    anchors: list[str] = []
    standing: list[int] = []
    places: dict[str, int] = {}
    for goal in goals:
        if isinstance(goal, Objective):
            counts.append(len(goal.key_results))
            titles += (result.title for result in goal.key_results)
            anchors += (result_anchor(result.id) for result in goal.key_results)
            figures = desk.analysis.objectives[goal.id].key_results
            standing += (places.setdefault(result_standing(goal, one), len(places)) for one in figures)
    results = {"counts": counts, "titles": titles, "anchors": anchors}
    return {"results": {**results, "standings": list(places), "standing": standing}, "others": others}
