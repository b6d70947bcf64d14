"""Small drawings: the course of a value in a line of text, and the alignment around one goal."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from goalsite.analysis.figures import KpiFigures
from goalsite.drawing.network import NetworkWords, network
from goalsite.drawing.nodes import Edge, Node
from goalsite.drawing.sparkline import sparkline
from goalsite.drawing.svg import Formats, Tone
from goalsite.language.language import Language
from goalsite.model.records import Kpi
from goalsite.pages.desk import Desk
from goalsite.pages.edges import standing
from goalsite.pages.elements import Svg
from goalsite.pages.links import goal_link
from goalsite.pages.say import is_short

TONES: dict[str, Tone] = {
    "on_track": "ok",
    "achieved": "ok",
    "green": "ok",
    "at_risk": "warn",
    "amber": "warn",
    "off_track": "bad",
    "red": "bad",
    "stale": "muted",
    "no_data": "muted",
    "no_target": "muted",
    "planned": "muted",
    "unscored": "muted",
    "dropped": "muted",
    "replaced": "muted",
}
"""How a status or health is judged in a drawing."""

_SPARK_POINTS = 24


def formats(desk: Desk, unit: str = "", *, share: bool = False) -> Formats:
    """How charts write values of `unit`, or shares of 1 in per cent, and dates."""
    return _formats(desk.language, unit, share=share)


@lru_cache(1 << 10)  # every chart and word-sized drawing asks for one
def _formats(language: Language, unit: str, *, share: bool) -> Formats:
    short = unit if is_short(unit) else ""

    def value(number: float) -> str:
        return language.percent(number) if share else language.number(number, short)

    def tick(day: date, step: str) -> str:
        names = {"year": f"{day.year:04}", "month": f"{day.year:04}-{day.month:02}"}
        return language.cycle(names[step]) if step in names else language.day(day)

    return Formats(value, language.date, tick)


def spark(
    desk: Desk,
    points: Sequence[tuple[date, float]],
    key: str,
    *,
    unit: str = "",
    share: bool = False,
    bounds: tuple[float | None, float | None] = (None, None),
) -> Svg | None:
    """The last points in the size of a word, coloured by the status or health `key`; None of fewer than 2."""
    shown = points[-_SPARK_POINTS:]
    if len(shown) < 2:
        return None
    write = formats(desk, unit, share=share)
    (first, before), (last, now) = shown[0], shown[-1]
    label = desk.language.text(
        "%(before)s on %(first)s, %(now)s on %(last)s",
        before=write.value(before),
        first=desk.language.date(first),
        now=write.value(now),
        last=desk.language.date(last),
    )
    return Svg(sparkline(shown, label, low=bounds[0], high=bounds[1], tone=TONES.get(key, "")))


def kpi_spark(desk: Desk, kpi: Kpi, figures: KpiFigures) -> Svg | None:
    """A KPI's last points, with the range that its level target wants kept."""
    target = figures.in_force
    bounds: tuple[float | None, float | None] = (None, None)
    if target is not None and target.period is None:
        if kpi.direction == "range":
            bounds = target.low, target.high
        else:
            bounds = (target.target, None) if kpi.direction == "higher" else (None, target.target)
    points = [(point.date, point.value) for point in figures.points[-_SPARK_POINTS:]]
    return spark(desk, points, figures.health, unit=kpi.unit, bounds=bounds)


def alignment(desk: Desk, name: str) -> Svg | None:
    """The graph one step around a goal; None where nothing leads from or to it."""
    out, back = desk.edges_from.get(name, ()), desk.edges_to.get(name, ())
    counted = {(edge.source, edge.target) for edge in (*out, *back) if edge.type == "contributes"}
    edges = [
        Edge(edge.source, edge.target, edge.type)
        for edge in (*out, *back)
        if edge.type != "supports" or (edge.source, edge.target) not in counted  # which says it already
    ]
    others = dict.fromkeys(edge.target if edge.source == name else edge.source for edge in edges)
    language = desk.language

    def said(kind: str, outgoing: bool) -> str:
        before, after = language.edge(kind, outgoing)
        return f"{before} … {after}" if before and after else before or after

    words = NetworkWords(
        title=language.text("What it is aligned with"),
        outgoing=lambda kind: said(kind, True),
        incoming=lambda kind: said(kind, False),
        more=lambda count: language.plural("%(n)s more", "%(n)s more", count),
    )
    nodes = [_node(desk, name, other) for other in others]
    drawing = network(_node(desk, name, name), nodes, edges, words)
    return Svg(drawing) if drawing else None


def _node(desk: Desk, centre: str, name: str) -> Node:
    """A goal as a node; its link leads from the page of `centre`, the centre itself has none."""
    link, status = goal_link(desk, name), standing(desk, name)
    outside = ":" in name
    up = "" if outside else "../" * (centre.count("/") + 2)
    return Node(
        id=name,
        title=link.text,
        href="" if name == centre else up + link.href,
        status=status.word if status else "",
        tone=TONES.get(status.key, "") if status else "",
        kind="outside" if outside else "kpi" if name in desk.kpis else "objective",
    )
