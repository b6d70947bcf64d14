"""The course of some values in the size of a word, without axes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goalsite.drawing.points import thinned
from goalsite.drawing.scale import Plot, extent
from goalsite.drawing.svg import Tone, esc, num, path_through

_WIDTH, _HEIGHT, _EDGE = 96.0, 24.0, 3.5


def sparkline(
    points: Sequence[tuple[date, float]],
    label: str,
    *,
    low: float | None = None,
    high: float | None = None,
    tone: Tone = "",
) -> str:
    """A line through the points, sorted by date, with a disc on the last one; `label` says it in words.

    `low` and `high` are bounds that the values are to keep: a faint band, open where one is absent.
    """
    parts = [f"<title>{esc(label)}</title>"]
    if points:
        parts += _course(points, low, high, tone)
    else:
        parts.append('<line class="gs-spark-none" x1="3.5" y1="12" x2="92.5" y2="12"/>')
    size = f'width="{num(_WIDTH)}" height="{num(_HEIGHT)}" viewBox="0 0 {num(_WIDTH)} {num(_HEIGHT)}"'
    return f'<svg class="gs-spark" {size} role="img">{"".join(parts)}</svg>'


def _value_of(point: tuple[date, float]) -> float:
    return point[1]


def _course(
    points: Sequence[tuple[date, float]], low: float | None, high: float | None, tone: Tone
) -> list[str]:
    bounds = [bound for bound in (low, high) if bound is not None]
    plot = Plot(
        (_EDGE, _EDGE, _WIDTH - _EDGE, _HEIGHT - _EDGE),
        (points[0][0], points[-1][0]),
        extent([value for _, value in points] + bounds, 0.0),
    )
    parts = []
    if bounds:
        top = plot.top if high is None else plot.y(high)
        height = max((plot.bottom if low is None else plot.y(low)) - top, 1.0)
        parts.append(
            f'<rect class="gs-spark-band" x="0" y="{num(top)}" width="{num(_WIDTH)}" height="{num(height)}"/>'
        )
    drawn = [(plot.x(day), plot.y(value)) for day, value in thinned(points, _value_of, 60)]
    if len(drawn) > 1:
        parts.append(f'<path class="gs-spark-line" d="{path_through(drawn)}"/>')
    x, y = drawn[-1]
    classes = f"gs-spark-end gs-{tone}" if tone else "gs-spark-end"
    parts.append(f'<circle class="{classes}" cx="{num(x)}" cy="{num(y)}" r="2.5"/>')
    return parts
