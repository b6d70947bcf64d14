"""What refers to what, resolved: the values of this stage."""

from __future__ import annotations

from msgspec import Struct, field

from goalsite.core.diagnostics import Mark

EDGE_TYPES = (
    "cascades_from",
    "continues",
    "contributes",
    "depends_on",
    "guards",
    "improves",
    "replaced_by",
    "same_as",
    "supports",
)


class Edge(Struct, frozen=True, order=True):
    """From one goal to another, or to `outside` (a URL, or `site:goal`): linked and drawn, never counted.

    `key_result` names the one meant of the target; `weight` is that of `contributes`, or a cascade's share;
    `mark` is where its source's file says it.
    """

    type: str
    source: str
    target: str
    key_result: str = ""
    weight: float = 1.0
    confirmed: bool | None = None
    note: str = ""
    outside: bool = False
    mark: Mark = Mark()

    @property
    def to(self) -> str:
        """The target as authors write it: `goal`, or `goal#kr`."""
        return f"{self.target}#{self.key_result}" if self.key_result else self.target


class Ask(Struct, frozen=True, order=True):
    """What a goal needs of a unit."""

    source: str
    team: str
    ask: str = ""
    size: str = ""
    note: str = ""
    confirmed: bool | None = None


class Graph(Struct, frozen=True):
    """The edges by (type, source, target), and what else is resolved.

    `measures` gives the KPI a key result reads, by (goal, key result); `formulas` the KPIs a formula reads,
    by (KPI, reference as written); `mentions` the goal (or `goal#kr`) a `[[…]]` means, by (path, text).
    `tangled` holds the edges on circles that no figure follows, as (type, source, target), with the type
    `reads` for values of KPIs.
    """

    edges: tuple[Edge, ...] = ()
    asks: tuple[Ask, ...] = ()
    measures: dict[tuple[str, str], str] = field(default_factory=dict)
    formulas: dict[tuple[str, str], str] = field(default_factory=dict)
    mentions: dict[tuple[str, str], str] = field(default_factory=dict)
    tangled: frozenset[tuple[str, str, str]] = frozenset()

    def counted(self, kind: str) -> list[Edge]:
        """The edges of one type that figures may follow: inside this site, on no circle."""
        return [
            edge
            for edge in self.edges
            if edge.type == kind
            and not edge.outside
            and (edge.type, edge.source, edge.target) not in self.tangled
        ]
