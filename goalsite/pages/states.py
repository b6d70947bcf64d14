"""Past states: where each lies, how one gets from a page to another state, and all of them in a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from goalsite.core.values import replace
from goalsite.history.states import State
from goalsite.pages.addresses import address
from goalsite.pages.commits import commit_url
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure, Link, site_href
from goalsite.pages.say import badge, bar, progress
from goalsite.pages.state_views import PastState, StateRow, StatesPage, StateSwitch, Steps

STATES_PATH = "at/"
_DIGITS = 12
_HEALTH = ("red", "amber", "stale", "green")


class StateFigures(Struct, frozen=True):
    """What the list tells of a state: the cycle it was in, how many objectives that reported on and how far
    they were, how many KPIs had which health."""

    cycle: str
    objectives: int
    progress: float | None
    health: tuple[tuple[str, int], ...]


def figures_of(desk: Desk) -> StateFigures:
    """What the list tells of the state that a desk is of."""
    cycle = desk.analysis.current_cycle or ""
    side = desk.sides.get(cycle)
    found = Counter(desk.analysis.kpis[kpi.id].health for kpi in desk.corpus.kpis)
    return StateFigures(
        cycle=cycle,
        objectives=len(side.reported) if side else 0,
        progress=side.portfolio.progress if side else None,
        health=tuple((key, found[key]) for key in _HEALTH if found[key]),
    )


def state_path(day: date) -> str:
    """The folder of a state below the root of the site."""
    return f"{STATES_PATH}{day.isoformat()}/"


def to_site(desk: Desk) -> str:
    """The way from the root of the desk's language up to that of the site."""
    return ("../../" if desk.then else "") + ("" if desk.language == desk.languages[0] else "../")


def to_today(desk: Desk) -> str:
    """The way from the root of the desk's language to that of the same language today."""
    return to_site(desk) + _folder(desk) if desk.then else ""


def to_state(desk: Desk, day: date) -> str:
    """The way from the root of the desk's language to that of the same language in a state."""
    return to_site(desk) + state_path(day) + _folder(desk)


def _folder(desk: Desk) -> str:
    return "" if desk.language == desk.languages[0] else f"{desk.language.tag}/"


def state_switch(desk: Desk, path: str) -> StateSwitch | None:
    """The switch on the page at `path`; None on a site without past states."""
    if not desk.states:
        return None
    there = to_today(desk) + STATES_PATH
    every = Link(desk.language.text("All past states"), there)
    if desk.then is None:
        return StateSwitch(desk.language.text("Past states"), every, f"{there}index.json", site_href(path))
    day = desk.then.state.day
    name = desk.language.date(day)
    return StateSwitch(name, every, f"{there}index.json", _today(desk, path).href, day.isoformat())


def past_state(desk: Desk, path: str) -> PastState | None:
    """What the page at `path` says of the state it belongs to; None today."""
    if desk.then is None:
        return None
    state = desk.then.state
    return PastState(
        day=desk.language.date(state.day),
        commit=_commit(desk, state.commit),
        today=_today(desk, path),
        is_gone=path not in desk.then.still,
        up=to_site(desk),
    )


def _commit(desk: Desk, name: str) -> Link:
    return Link(name[:_DIGITS], commit_url(desk.config.repo_url, desk.config.edit_uri, name))


def _today(desk: Desk, path: str) -> Link:
    """The page at `path` as it is today, else the dashboard."""
    text, up = desk.language.text, to_today(desk)
    if desk.then and path in desk.then.still:
        return Link(text("This page today"), up + site_href(path))
    return Link(text("The site today"), up)


def canonical_of_past(desk: Desk, path: str) -> str:
    """The address of the page that stands for the one at `path` of a past state: today's, if there is one."""
    if desk.then is None or path not in desk.then.still:
        return ""
    today = replace(desk, config=replace(desk.config, site_url=desk.then.site_url))
    return address(today, site_href(path))


def steps(desk: Desk, path: str) -> Steps | None:
    """The ways from the page at `path`, which every state has, to the states before and after."""
    if not desk.states:
        return None
    days = [state.day for state in desk.states]
    here = days.index(desk.then.state.day) if desk.then else len(days)
    before = _step(desk, days[here - 1], path) if here else None
    if here + 1 < len(days):
        return Steps(before, _step(desk, days[here + 1], path))
    return Steps(before, Link(desk.language.text("Today"), to_today(desk) + path) if desk.then else None)


def _step(desk: Desk, day: date, path: str) -> Link:
    return Link(desk.language.date(day), to_state(desk, day) + path)


def states_page(desk: Desk, figures: Iterable[StateFigures]) -> StatesPage:
    """The list of all states, each with its figures, seen from today, which is the first."""
    commit = desk.timeline.commit or ""
    now = Link(desk.language.text("Today"), ""), desk.language.date(desk.as_of)
    past = zip(desk.states, figures, strict=True)
    rows = [_row(desk, _past_link(desk, state), known, state.commit) for state, known in past]
    text = desk.language.text(
        "The whole site as it was at the end of these days, from the commit of that time."
    )
    rows.append(_row(desk, now, figures_of(desk), commit))
    return StatesPage(desk.language.text("Past states"), (Figure(text),), tuple(reversed(rows)))


def _past_link(desk: Desk, state: State) -> tuple[Link, str]:
    """The link to a state, and which cycles ended on its day."""
    ended = tuple(_cycle(desk, name) for name in state.cycles)
    note = desk.language.text("%(cycles)s ended", cycles=desk.language.listed(ended)) if ended else ""
    return Link(desk.language.date(state.day), to_state(desk, state.day)), note


def _row(desk: Desk, place: tuple[Link, str], known: StateFigures, commit: str) -> StateRow:
    language = desk.language
    link, note = place
    return StateRow(
        link=link,
        note=note,
        cycle=_cycle(desk, known.cycle) if known.cycle else "",
        objectives=Figure(language.number(known.objectives)),
        progress=progress(desk, known.progress),
        bar=bar(desk, known.progress, None, ""),
        kpis=tuple((badge(desk, "health", key), language.number(count)) for key, count in known.health),
        commit=_commit(desk, commit),
    )


def _cycle(desk: Desk, name: str) -> str:
    cycle = desk.cycles.get(name)
    return cycle.title if cycle and cycle.title != cycle.id else desk.language.cycle(name)
