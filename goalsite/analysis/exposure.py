"""Which goals are exposed to what they depend on."""

from __future__ import annotations

from collections import deque

from goalsite.analysis.objectives import GoalDesk


def exposure(desk: GoalDesk) -> dict[str, tuple[str, ...]]:
    """For every exposed goal by what: ids of goals, or `team:unit` where a unit said no.

    An active goal is exposed when something it depends on is active and off track or stale, or closed with
    another outcome than achieved, or was denied; or when a goal it depends on, or an active contributing
    child, is exposed.
    """
    causes: dict[str, set[str]] = {}
    followers: dict[str, set[str]] = {}
    for edge in desk.graph.edges:
        if edge.type == "depends_on":
            if not edge.outside:
                followers.setdefault(edge.target, set()).add(edge.source)
            if edge.confirmed is False or (not edge.outside and _lets_down(desk, edge.target)):
                causes.setdefault(edge.source, set()).add(edge.target)
        elif edge.type == "contributes" and not edge.outside and desk.goals[edge.source].state == "active":
            followers.setdefault(edge.source, set()).add(edge.target)
    for ask in desk.graph.asks:
        if ask.confirmed is False:
            causes.setdefault(ask.source, set()).add(f"team:{ask.team}")
    return _spread(desk, causes, followers)


def _lets_down(desk: GoalDesk, name: str) -> bool:
    goal = desk.goals[name]
    if goal.state == "active":
        return desk.status(name, desk.as_of) in ("off_track", "stale")
    return goal.state == "closed" and goal.outcome not in (None, "achieved")


def _spread(
    desk: GoalDesk, causes: dict[str, set[str]], followers: dict[str, set[str]]
) -> dict[str, tuple[str, ...]]:
    """Exposure handed on from active goal to active goal until nothing changes."""
    exposed = {name: why for name, why in causes.items() if desk.goals[name].state == "active"}
    waiting = deque(sorted(exposed))
    while waiting:
        name = waiting.popleft()
        for follower in sorted(followers.get(name, ())):
            if desk.goals[follower].state != "active":
                continue
            if follower not in exposed:
                exposed[follower] = set()
                waiting.append(follower)
            exposed[follower].add(name)
    return {name: tuple(sorted(why)) for name, why in exposed.items()}
