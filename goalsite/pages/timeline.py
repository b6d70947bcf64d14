"""The timeline: objectives of all cycles along one axis, those that go on in another in one row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from goalsite.core.periods import Period
from goalsite.drawing.timeline import Axis, Span, timeline_axis, timeline_row
from goalsite.model.records import Objective
from goalsite.pages.chains import Chain, chains
from goalsite.pages.dashboard_objectives import KEYS
from goalsite.pages.desk import Desk, once
from goalsite.pages.drawn import TONES, formats
from goalsite.pages.elements import Link, Svg, site_href
from goalsite.pages.filters import filters, objective_keys
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.links import cycle_name, goal_link, unit_link
from goalsite.pages.paging import MOST, pager, part_path, parts
from goalsite.pages.review_views import TimelineGroup, TimelinePage, TimelineRow
from goalsite.pages.standing import standing_badge

_PATH = "timeline/"
_BACK, _AHEAD = timedelta(days=3 * 366), timedelta(days=2 * 366)
"""How far the axis reaches at most: one day in the year 9999 would leave nothing to see of the rest."""

_MOST_EARLIER = 6
_MOST_WAITS = 3


Row = tuple[str, ...]
"""The ids of a chain."""


class Part(NamedTuple):
    """What stands on one of so many `pages`: of each unit these rows, on the axis that all share; and how
    many objectives lie outside of that."""

    axis: Axis
    units: tuple[tuple[str, tuple[Row, ...]], ...]
    left_out: int
    pages: int


def timeline_pages(desk: Desk, chosen: Sequence[int] | None = None) -> Iterator[tuple[TimelinePage, Frame]]:
    """The timeline, units from the root down, at most 500 rows to a page; or the chosen ones of its pages."""
    laid = timeline_laid(desk)
    for number in laid if chosen is None else chosen:
        yield _page(desk, number, laid[number])


def timeline_place(number: int) -> str:
    """Where such a page lies."""
    return part_path(_PATH, number)


def _page(desk: Desk, number: int, part: Part) -> tuple[TimelinePage, Frame]:
    title, axis = desk.language.text("Timeline"), part.axis
    note = ""
    if part.left_out:
        note = desk.language.plural(
            "%(n)s objective lies before or after these years.",
            "%(n)s objectives lie before or after these years.",
            part.left_out,
        )
    groups = tuple(_group(desk, unit, rows, axis) for unit, rows in part.units)
    drawn = Svg(timeline_axis(axis, desk.language.text("today"), formats(desk))) if groups else None
    page = TimelinePage(
        title=title,
        window=desk.language.window(axis.first, axis.last) if groups else "",
        axis=drawn,
        groups=groups,
        filters=filters(desk, (row.keys for group in groups for row in group.rows), KEYS),
        note=note,
        pager=pager(desk.language, _PATH, number, part.pages),
    )
    return page, frame(desk, timeline_place(number), title, "cycles/")


@once
def timeline_places(desk: Desk) -> dict[str, str]:
    """Where each unit stands on the timeline, as an href; of one cut in parts the first."""
    found: dict[str, str] = {}
    for number, part in timeline_laid(desk).items():
        for unit, _ in part.units:
            found.setdefault(unit, site_href(timeline_place(number), _anchor(unit)))
    return found


def _anchor(unit: str) -> str:
    return f"unit-{unit}" if unit else "unit"


@once
def timeline_laid(desk: Desk) -> dict[int, Part]:
    """The rows of each page, in the order of the units, then of time, on the axis that they share."""
    found = chains(desk)
    windows = [_window(desk, goal) for chain in found for goal in chain]
    axis = _axis(desk, windows)
    shown = [chain for chain in found if any(_is_seen(_window(desk, goal), axis) for goal in chain)]
    by_unit: dict[str, list[Chain]] = {}
    for chain in shown:
        by_unit.setdefault(chain[-1].team, []).append(chain)
    pages: list[list[tuple[str, tuple[Row, ...]]]] = [[]]
    room = MOST
    for team in desk.corpus.teams:
        rows = sorted(
            by_unit.get(team.id, ()), key=lambda chain: (_window(desk, chain[-1]).start, chain[-1].id)
        )
        for part in parts(rows) if rows else ():
            if len(part) > room:
                pages.append([])
                room = MOST
            pages[-1].append((team.id, tuple(tuple(goal.id for goal in chain) for chain in part)))
            room -= len(part)
    left_out = len(found) - len(shown)
    return {number: Part(axis, tuple(page), left_out, len(pages)) for number, page in enumerate(pages, 1)}


def _window(desk: Desk, goal: Objective) -> Period:
    return desk.analysis.objectives[goal.id].window


def _axis(desk: Desk, windows: list[Period]) -> Axis:
    today = desk.as_of
    first = min((one.start for one in windows), default=today)
    last = max((one.end for one in windows), default=today)
    earliest = type(today).fromordinal(max(1, today.toordinal() - _BACK.days))
    latest = type(today).fromordinal(min(type(today).max.toordinal(), today.toordinal() + _AHEAD.days))
    return Axis(min(max(first, earliest), today), max(min(last, latest), today), today)


def _is_seen(window: Period, axis: Axis) -> bool:
    return window.start <= axis.last and window.end >= axis.first


def _group(desk: Desk, unit: str, rows: tuple[Row, ...], axis: Axis) -> TimelineGroup:
    chained = (tuple(desk.objectives[name] for name in row) for row in rows)
    return TimelineGroup(
        _anchor(unit), unit_link(desk, unit), tuple(_row(desk, chain, axis) for chain in chained)
    )


def _row(desk: Desk, chain: Chain, axis: Axis) -> TimelineRow:
    goal = chain[-1]
    window = _window(desk, goal)
    status = standing_badge(desk, goal)
    spans = [_span(desk, one) for one in chain if _is_seen(_window(desk, one), axis)]
    return TimelineRow(
        link=goal_link(desk, goal.id),
        status=status,
        spans=Svg(timeline_row(spans, axis)),
        words=desk.language.window(window.start, window.end),
        earlier=tuple(_earlier(desk, one) for one in reversed(chain[:-1]))[:_MOST_EARLIER],
        waits=_waits(desk, goal),
        keys=objective_keys(desk, goal, status),
    )


def _earlier(desk: Desk, goal: Objective) -> Link:
    """The cycle in which an objective was before, as a link to what it was then."""
    link = goal_link(desk, goal.id)
    return Link(cycle_name(desk, goal.cycle), link.href, standing_badge(desk, goal).word)


def _waits(desk: Desk, goal: Objective) -> tuple[Link, ...]:
    """The goals it depends on."""
    edges = desk.edges_from.get(goal.id, ())
    needs = dict.fromkeys(edge.target for edge in edges if edge.type == "depends_on" and not edge.outside)
    return tuple(goal_link(desk, name) for name in list(needs)[:_MOST_WAITS])


def _span(desk: Desk, goal: Objective) -> Span:
    figures = desk.analysis.objectives[goal.id]
    status = standing_badge(desk, goal)
    window = figures.window
    label = desk.language.text(
        "%(goal)s: %(window)s, %(status)s",
        goal=goal.title,
        window=desk.language.window(window.start, window.end),
        status=status.word,
    )
    return Span(window.start, window.end, label, TONES.get(status.key, "muted"), figures.progress)
