"""When a KPI was in amber or red, how far, and which objectives followed."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from goalsite.analysis.figures import KpiFigures, KpiPoint
from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link
from goalsite.pages.links import goal_link
from goalsite.pages.say import amount, badge
from goalsite.pages.sections import BreachRow

_MOST = 50
_FOLLOWS_WITHIN = timedelta(days=91)
"""An objective that improves the KPI is told as what followed when it was pursued during a breach, or began
within a quarter after it."""


def breaches(desk: Desk, kpi: Kpi, figures: KpiFigures) -> tuple[BreachRow, ...]:
    """The runs of points in amber or red, the latest first, at most 50."""
    runs = [tuple(run) for _, run in groupby(figures.points, lambda point: point.color)]
    bad = [run for run in runs if run[0].color in ("amber", "red")]
    last = runs[-1] if runs else ()
    return tuple(_row(desk, kpi, run, running=run is last) for run in reversed(bad[-_MOST:]))


def _row(desk: Desk, kpi: Kpi, run: tuple[KpiPoint, ...], *, running: bool) -> BreachRow:
    first, last = run[0].date, run[-1].date
    language = desk.language
    if running:
        window = language.text("since %(date)s", date=language.date(first))
    else:
        window = language.date(first) if first == last else language.window(first, last)
    return BreachRow(
        window, badge(desk, "health", run[0].color), _worst(desk, kpi, run), _followed(desk, kpi, run)
    )


def _worst(desk: Desk, kpi: Kpi, run: tuple[KpiPoint, ...]) -> str:
    """How far it went."""
    values = [point.value for point in run]
    language = desk.language
    if kpi.direction == "range":
        return language.text("last at %(value)s", value=amount(desk, values[-1], kpi.unit))
    if kpi.direction == "lower":
        return language.text("up to %(value)s", value=amount(desk, max(values), kpi.unit))
    return language.text("down to %(value)s", value=amount(desk, min(values), kpi.unit))


def _followed(desk: Desk, kpi: Kpi, run: tuple[KpiPoint, ...]) -> tuple[Link, ...]:
    found = []
    for edge in desk.edges_to.get(kpi.id, ()):
        if edge.type != "improves":
            continue
        window = desk.analysis.objectives[edge.source].window
        if window.start - run[-1].date <= _FOLLOWS_WITHIN and window.end >= run[0].date:
            found.append(goal_link(desk, edge.source))
    return tuple(found[:_MOST])
