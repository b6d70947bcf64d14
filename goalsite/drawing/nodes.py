"""Goals as nodes of a graph, and what ties them: lines and heads told apart by form, not only by colour."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from goalsite.drawing.svg import Tone, esc, num

Head = Literal["open", "full", "bar", "none"]
Side = Literal["up", "down", "left", "right"]
Way = Literal["", "up", "down", "both"]
"""Who started an alignment: those below, those above, or both together; empty where nobody says."""


class Node(Struct, frozen=True):
    """A goal: `status` is its status in words, `tone` how that is judged. Without `href` it is no link.

    `exposed` is the word for a goal that something it depends on puts at risk.
    """

    id: str
    title: str
    href: str = ""
    status: str = ""
    tone: Tone = ""
    kind: Literal["objective", "key_result", "kpi", "outside"] = "objective"
    exposed: str = ""


class Edge(Struct, frozen=True):
    """From the goal that says so to the one it names, by their ids; `kind` is the key it is said with.

    `across` tells that it leads to a unit neither above nor below its own.
    """

    source: str
    target: str
    kind: str
    way: Way = ""
    across: bool = False


class EdgeForm(Struct, frozen=True):
    """How a kind of edge is drawn, and on which side of a goal those lie that it has, and that it gets."""

    head: Head
    outgoing: Side
    incoming: Side


EDGE_FORMS = {
    "supports": EdgeForm("open", "up", "down"),
    "contributes": EdgeForm("full", "up", "down"),
    "cascades_from": EdgeForm("full", "up", "down"),
    "depends_on": EdgeForm("open", "left", "right"),
    "continues": EdgeForm("open", "left", "right"),
    "same_as": EdgeForm("none", "left", "left"),
    "replaced_by": EdgeForm("full", "right", "left"),
    "improves": EdgeForm("full", "right", "left"),
    "guards": EdgeForm("bar", "right", "left"),
}
OTHER_FORM = EdgeForm("open", "right", "left")

_HEADS: dict[Head, dict[Side, str]] = {
    "open": {
        "up": "m-4 6l4-6 4 6",
        "down": "m-4-6l4 6 4-6",
        "left": "m6-4l-6 4 6 4",
        "right": "m-6-4l6 4-6 4",
    },
    "full": {
        "up": "l-4 7h8z",
        "down": "l-4-7h8z",
        "left": "l7-4v8z",
        "right": "l-7-4v8z",
    },
    "bar": {"up": "m-5 1.5h10", "down": "m-5-1.5h10", "left": "m1.5-5v10", "right": "m-1.5-5v10"},
    "none": {"up": "", "down": "", "left": "", "right": ""},
}


def edge_classes(kind: str, way: Way = "", *, across: bool = False) -> str:
    """The classes of a line of this kind; one that is not known looks plain."""
    classes = f"gs-edge gs-edge-{kind.replace('_', '-')}" if kind in EDGE_FORMS else "gs-edge"
    if way:
        classes += f" gs-way-{way}"
    return f"{classes} gs-across" if across else classes


def head_at(x: float, y: float, head: Head, to: Side, classes: str) -> str:
    """An arrow head whose tip is here, pointing `to` that side."""
    form = _HEADS[head][to]
    kind = "gs-head-full" if head == "full" else "gs-head"
    return f'<path class="{kind} {classes}" d="M{num(x)} {num(y)}{form}"/>' if form else ""


def bridge_at(x: float, y: float) -> str:
    """What stands on the middle of a line that leads across the organisation."""
    return f'<circle class="gs-bridge" cx="{num(x)}" cy="{num(y)}" r="3"/>'


def linked(node: Node, classes: str, inside: str) -> str:
    """What is drawn for a node as one link that says the whole title and the status."""
    said = " · ".join(part for part in (node.title, node.status, node.exposed) if part)
    kind = f"{classes} gs-kind-{node.kind.replace('_', '-')}"
    told = f"<title>{esc(said)}</title>{inside}"
    if not node.href:
        return f'<g class="{kind}">{told}</g>'
    return f'<a class="{kind}" href="{esc(node.href)}">{told}</a>'


def exposed_ring(x: float, y: float) -> str:
    """What stands around the sign of a goal that is exposed."""
    return f'<circle class="gs-exposed" cx="{num(x)}" cy="{num(y)}" r="7.5"/>'


def status_mark(x: float, y: float, tone: Tone) -> str:
    """The sign of a tone: a disc, a triangle, a diamond, a ring where nothing is judged."""
    classes = f"gs-sign gs-{tone}" if tone else "gs-sign gs-plain"
    forms = {
        "warn": f"M{num(x)} {num(y - 4.5)}l4.5 8h-9z",
        "bad": f"M{num(x)} {num(y - 4.8)}l4.8 4.8-4.8 4.8-4.8-4.8z",
    }
    form = forms.get(tone, f"M{num(x - 3.6)} {num(y)}a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0z")
    return f'<path class="{classes}" d="{form}"/>'
