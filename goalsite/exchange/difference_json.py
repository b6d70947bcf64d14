"""A difference as JSON for other programs; `difference_schema` says what each field means."""

from __future__ import annotations

from typing import Any

from goalsite import __version__
from goalsite.analysis.change import Altered, Change, Difference
from goalsite.analysis.effects import Effect
from goalsite.core.diagnostics import Diagnostic
from goalsite.exchange.difference_schema import VERSION
from goalsite.model.records import Common
from goalsite.report.json_text import json_line, json_lines

Side = tuple[str, str | None]
"""What a side is called, and the id of its commit; None for the working tree."""


def difference_json(whole: Difference, sides: tuple[Side, Side], as_of: str) -> str:
    """The difference as one object, one goal a line; numbers are not rounded."""
    head: dict[str, Any] = {
        "version": VERSION,
        "generator": f"goalsite {__version__}",
        "as_of": as_of,
        "before": {"name": sides[0][0], "commit": sides[0][1]},
        "after": {"name": sides[1][0], "commit": sides[1][1]},
        "is_empty": whole.is_empty,
        "settings": [{"key": one.field, "before": one.before, "after": one.after} for one in whole.settings],
        "unreadable": [
            {"path": path, "side": "before" if mended else "after"} for path, mended in whole.unread
        ],
    }
    lists: dict[str, list[Any]] = {
        "goals": [_altered(one) for one in whole.goals],
        "others": [_altered(one) for one in whole.others],
        "units": [
            {"team": one.unit, "cycle": one.cycle, "effects": [_effect(each) for each in one.effects]}
            for one in whole.units
        ],
        "findings_new": [_finding(one) for one in whole.new],
        "findings_gone": [_finding(one) for one in whole.gone],
    }
    parts = [f"{json_line(name)}: {json_line(value)}" for name, value in head.items()]
    parts += [f"{json_line(name)}: {json_lines(values)}" for name, values in lists.items()]
    return "{" + ",\n".join(parts) + "}\n"


def _altered(one: Altered) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "change": one.change,
        "title": one.record.title,
        "before": _place(one.before),
        "after": _place(one.after),
        "edits": [_edit(change) for change in one.changes],
        "text": list(one.body),
        "effects": [_effect(each) for each in one.effects],
    }


def _place(record: Common | None) -> dict[str, str] | None:
    return {"id": record.id, "path": record.path} if record else None


def _edit(change: Change) -> dict[str, Any]:
    return {
        "part": list(change.part),
        "field": change.field,
        "before": change.before,
        "after": change.after,
    }


def _effect(each: Effect) -> dict[str, Any]:
    return {
        "key_result": each.result or None,
        "figure": each.figure,
        "before": each.before,
        "after": each.after,
    }


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": one.severity,
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "message": one.message,
    }
