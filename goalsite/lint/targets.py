"""The targets of a KPI as they are written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalsite.core.days import read_day
from goalsite.core.diagnostics import Mark
from goalsite.lint.written import Written
from goalsite.model.records import Target
from goalsite.model.shapes import span
from goalsite.source.nodes import Mapping, Node, Scalar, Sequence


class WrittenTarget(NamedTuple):
    """One entry of `targets:`: where it begins, and its values by key, without those that say nothing."""

    mark: Mark
    said: dict[str, Node]

    def text(self, key: str) -> str:
        """What a key says, on one line; empty where it says nothing, or a list."""
        node = self.said.get(key)
        return " ".join(node.text.split()) if isinstance(node, Scalar) else ""

    @property
    def start(self) -> date | None:
        """The day that `from` says."""
        return read_day(self.text("from"))

    @property
    def plan(self) -> Iterator[Scalar]:
        """The dates of its plan, in the order of the file."""
        plan = self.said.get("plan")
        for point in plan.items if isinstance(plan, Sequence) else ():
            when = _said(point).get("date") if isinstance(point, Mapping) else None
            if isinstance(when, Scalar):
                yield when


def written_targets(written: Written) -> list[WrittenTarget]:
    """The entries of `targets:`, in the order of the file."""
    return [WrittenTarget(entry.mark, _said(entry)) for entry in written.entries("targets")]


def place(target: Target, written: Written) -> tuple[Mark, int]:
    """Where a target's number stands and how long it is; of a range its first bound."""
    for entry in reversed(written_targets(written)):
        if (entry.start, entry.text("period")) == (target.start, target.period_name):
            for key in ("target", "min", "max"):
                if key in entry.said:
                    return entry.said[key].mark, span(entry.text(key))
    return written.key("targets"), len("targets")


def _said(entry: Mapping) -> dict[str, Node]:
    return {
        key.text: value for key, value in entry.items if not (isinstance(value, Scalar) and value.is_null)
    }
