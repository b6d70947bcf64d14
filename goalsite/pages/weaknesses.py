"""Goals and units that share a weakness of the system: what it is, who has it, what helps."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.model.records import Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link
from goalsite.pages.links import goal_link, unit_link
from goalsite.pages.sections import HealthList

_MOST = 100
"""How many goals one list names."""


def weaknesses(desk: Desk, goals: Iterable[Objective]) -> tuple[HealthList, ...]:
    """The lists of the health page over these objectives, all KPIs and all units."""
    live = [goal for goal in goals if goal.state == "active"]
    text = desk.language.text
    orphans = [goal.id for goal in live if goal.team and not desk.ties.is_aligned(goal.id)]
    idle = [kpi.id for kpi in desk.corpus.kpis if kpi.person is None and kpi.id not in desk.ties.serving]
    unowned = [record.id for record in (*live, *desk.corpus.kpis) if not record.owner and not record.person]
    return (
        _of_goals(
            desk,
            "orphans",
            text("Objectives that serve nothing"),
            text("They do not say what they support or improve. Say why they exist, or let them go."),
            orphans,
            "map/",
        ),
        _of_goals(
            desk,
            "idle-kpis",
            text("KPIs that no strategy needs"),
            text(
                "They support nothing, and no objective supports, improves or guards them."
                " Say what they are for, or stop counting."
            ),
            idle,
            "kpis/",
        ),
        _silos(desk, live),
        _of_goals(
            desk,
            "unowned",
            text("Goals without an owner"),
            text("Nobody answers for them. Name one person under owner: in each."),
            unowned,
            "alerts/",
        ),
    )


def _of_goals(desk: Desk, name: str, title: str, meaning: str, found: list[str], more: str) -> HealthList:
    links = tuple(goal_link(desk, goal) for goal in found[:_MOST])
    return HealthList(name, title, meaning, links, rest=_rest(desk, len(found), more))


def _rest(desk: Desk, count: int, href: str) -> Link | None:
    if count <= _MOST:
        return None
    return Link(desk.language.plural("%(n)s more", "%(n)s more", count - _MOST), href)


def _silos(desk: Desk, live: list[Objective]) -> HealthList:
    """Units with objectives of which no edge and no ask leads to or from another unit."""
    units, homes = {goal.team for goal in live}, desk.ties.homes
    tied: set[str] = set()
    for edge in desk.graph.edges:
        source, target = homes.get(edge.source), homes.get(edge.target)
        if source is not None and target is not None and source != target:
            tied |= {source, target}
    for ask in desk.graph.asks:
        source = homes.get(ask.source)
        if source is not None and source != ask.team:
            tied |= {source, ask.team}
    alone = sorted(units - tied) if len(desk.corpus.teams) > 1 else []
    return HealthList(
        "silos",
        desk.language.text("Units on their own"),
        desk.language.text(
            "No goal of theirs serves, needs or is needed by another unit. Ask them what they wait for."
        ),
        tuple(unit_link(desk, unit) for unit in alone[:_MOST]),
        rest=_rest(desk, len(alone), "teams/"),
    )
