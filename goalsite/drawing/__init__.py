"""Values -> SVG: charts and graphs as text, drawn when the site is built.

The same values give the same bytes. A drawing has no `style` attribute, no script and no id, only classes;
every text is escaped, every label comes in the reader's language, and values are finite. A drawing is as
wide as its place (within a `.gs-figure`, which tells it how large to set its labels); sparklines and the map
of all goals have sizes of their own.

Classes, all coloured by the theme (`charts.css`):

- whole drawings: gs-chart, gs-bar, gs-spark, gs-network, gs-tree
- hues by meaning, beside others: gs-ok, gs-warn, gs-bad, gs-muted, gs-accent, gs-plain
- words: gs-label (gs-label-target, gs-label-level, gs-label-baseline, gs-label-bound), gs-value, gs-name,
  gs-more
- lines: gs-axis, gs-grid, gs-leader, gs-today, gs-plan, gs-line, gs-line-gap, gs-forecast,
  gs-guide (with gs-target, gs-level, gs-baseline, gs-bound or gs-limit)
- areas: gs-band-green, gs-band-amber, gs-band-red, gs-fan
- marks: gs-point; gs-period (with gs-met, gs-missed or gs-open), gs-cross; gs-due, gs-done, gs-span
- bars: gs-bar-track, gs-bar-fill, gs-bar-tick, gs-bar-gap, gs-bar-over, gs-bar-under, gs-bar-none
- time (`timeline.css`): gs-timeline, gs-timeline-axis, gs-stretch, gs-stretch-done, gs-joint
- sparklines: gs-spark-line, gs-spark-band, gs-spark-end, gs-spark-none
- signs of the map: gs-exposed, gs-bridge; gs-across, gs-way-up, gs-way-down, gs-way-both
- graphs: gs-node (with gs-centre), gs-leaf, gs-hit, gs-sign;
  gs-kind-objective, gs-kind-key-result, gs-kind-kpi, gs-kind-outside;
  gs-edge, gs-extra, gs-head, gs-head-full (with gs-edge-supports, gs-edge-contributes, gs-edge-cascades-from,
  gs-edge-depends-on, gs-edge-continues, gs-edge-same-as, gs-edge-replaced-by, gs-edge-improves,
  gs-edge-guards)
"""

from goalsite.drawing.bands import Target
from goalsite.drawing.bar import progress_bar
from goalsite.drawing.key_result import key_result_chart
from goalsite.drawing.kpi import KpiSeries, kpi_chart
from goalsite.drawing.milestones import Milestone, MilestoneSeries, milestones_chart
from goalsite.drawing.network import NetworkWords, network
from goalsite.drawing.nodes import Edge, Node
from goalsite.drawing.points import Point
from goalsite.drawing.sparkline import sparkline
from goalsite.drawing.svg import Formats, Tone
from goalsite.drawing.timeline import Axis, Span, timeline_axis, timeline_row
from goalsite.drawing.tree import tree_map
from goalsite.drawing.values import Forecast, Guide, Period, ValueSeries

__all__ = [
    "Axis",
    "Edge",
    "Forecast",
    "Formats",
    "Guide",
    "KpiSeries",
    "Milestone",
    "MilestoneSeries",
    "NetworkWords",
    "Node",
    "Period",
    "Point",
    "Span",
    "Target",
    "Tone",
    "ValueSeries",
    "key_result_chart",
    "kpi_chart",
    "milestones_chart",
    "network",
    "progress_bar",
    "sparkline",
    "timeline_axis",
    "timeline_row",
    "tree_map",
]
