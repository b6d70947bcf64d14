"""Where a cycle, its objectives and KPIs stand, in clauses: each a figure with what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from goalsite.model.records import Cycle, Kpi, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure
from goalsite.pages.links import cycle_name
from goalsite.pages.sides import counted

_WEEK = 7
_IN_WEEKS_FROM = 14
"""Days; a shorter cycle is told in days."""

SAFE = ("on_track", "achieved")
"""The statuses of a key result that ask for nobody."""

_TOLD = ("achieved", "on_track", "at_risk", "off_track", "stale", "no_data", "planned")


def window(desk: Desk, cycle: Cycle) -> str:
    """From when to when a cycle goes."""
    return desk.language.window(cycle.period.start, cycle.period.end)


def cycle_clause(desk: Desk, cycle: Cycle) -> Figure:
    """How far a cycle is: `Week 7 of 13.`, when it starts, or that it is over."""
    text, period = desk.language.text, cycle.period
    meaning = f"{cycle_name(desk, cycle.id)}{text(': ')}{window(desk, cycle)}"
    if desk.as_of < period.start:
        return Figure(
            text("It starts %(when)s.", when=desk.language.in_days((period.start - desk.as_of).days)), meaning
        )
    if desk.as_of > period.end:
        ended = desk.language.date(period.end)
        return Figure(text("It ended on %(date)s.", date=ended), meaning)
    gone = (desk.as_of - period.start).days
    if period.days < _IN_WEEKS_FROM:
        return Figure(text("Day %(day)s of %(days)s.", day=gone + 1, days=period.days), meaning, "cycle")
    weeks = round(period.days / _WEEK)
    return Figure(
        text("Week %(week)s of %(weeks)s.", week=min(gone // _WEEK + 1, weeks), weeks=weeks), meaning, "cycle"
    )


def result_statuses(desk: Desk, goals: Iterable[Objective]) -> Counter[str]:
    """How many counted key results of these goals have which status."""
    counts: Counter[str] = Counter()
    for goal in goals:
        counts.update(dict(desk.analysis.objectives[goal.id].counts))
    return counts


def results_clause(desk: Desk, goals: Iterable[Objective]) -> tuple[Figure, ...]:
    """`12 of 31 key results on track.`, with all statuses behind it; nothing without key results."""
    counts = result_statuses(desk, goals)
    total = sum(counts.values())
    if not total:
        return ()
    safe = sum(counts[status] for status in SAFE)
    clause = desk.language.plural(
        "%(safe)s of %(n)s key result on track.",
        "%(safe)s of %(n)s key results on track.",
        total,
        safe=desk.language.number(safe),
    )
    return (Figure(clause, spread(desk, counts), "key-result", f"{safe}/{total}"),)


def spread(desk: Desk, counts: Counter[str]) -> str:
    """`9 on track, 3 achieved, 5 at risk`: what the number is made of."""
    parts = tuple(
        desk.language.text(
            "%(n)s %(status)s",
            n=desk.language.number(counts[status]),
            status=desk.language.word("status", status).word,
        )
        for status in _TOLD
        if counts[status]
    )
    return desk.language.listed(parts)


def summary(desk: Desk, goals: Iterable[Objective]) -> str:
    """The same as a plain text for under a heading."""
    return "".join(figure.text for figure in results_clause(desk, counted(goals)))


def unscored_clause(desk: Desk, goals: Iterable[Objective]) -> tuple[Figure, ...]:
    """How many objectives are over and wait to be scored and closed; nothing where none does."""
    waiting = sum(desk.analysis.objectives[goal.id].status == "unscored" for goal in goals)
    if not waiting:
        return ()
    clause = desk.language.plural(
        "%(n)s objective waits to be scored.", "%(n)s objectives wait to be scored.", waiting
    )
    return (Figure(clause, desk.language.word("status", "unscored").meaning, "score", str(waiting)),)


def units_clause(desk: Desk, goals: Iterable[Objective]) -> tuple[Figure, ...]:
    """How many units have an objective at risk or off track, and which."""
    troubled = sorted(
        {goal.team for goal in goals if desk.analysis.objectives[goal.id].status in ("at_risk", "off_track")}
    )
    if not troubled:
        return ()
    titles = tuple(desk.teams[unit].title for unit in troubled[:10])
    clause = desk.language.plural("%(n)s unit at risk.", "%(n)s units at risk.", len(troubled))
    meaning = desk.language.text(
        "Units with an objective at risk or off track: %(units)s.", units=desk.language.listed(titles)
    )
    return (Figure(clause, meaning, "status", str(len(troubled))),)


def kpis_clause(desk: Desk, kpis: Iterable[Kpi]) -> tuple[Figure, ...]:
    """How many KPIs are red, and since when; how many are out of date; that all is well where nothing is."""
    figures = [desk.analysis.kpis[kpi.id] for kpi in kpis]
    if not figures:
        return ()
    clauses = []
    red = [one for one in figures if one.health == "red"]
    late = [one for one in figures if one.health == "stale"]
    language = desk.language
    if red:
        since = max((one.since for one in red if one.since), default=None)
        if since is None:
            clause = language.plural("%(n)s KPI red.", "%(n)s KPIs red.", len(red))
        else:
            clause = language.plural(
                "%(n)s KPI red since %(date)s.",
                "%(n)s KPIs red, the latest since %(date)s.",
                len(red),
                date=language.date(since),
            )
        titles = tuple(desk.kpis[one.id].title for one in red[:10])
        clauses.append(Figure(clause, language.listed(titles), "health", str(len(red))))
    elif any(one.health in ("green", "amber") for one in figures):
        meaning = language.text("No KPI with current data is past its red line.")
        clauses.append(Figure(language.text("No KPI red."), meaning, "health", "0"))
    if late:
        clause = language.plural("%(n)s KPI out of date.", "%(n)s KPIs out of date.", len(late))
        clauses.append(Figure(clause, language.word("health", "stale").meaning, "health", str(len(late))))
    return tuple(clauses)
