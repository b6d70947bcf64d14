"""Which settings of the configuration say something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from goalsite.analysis.change import Change
from goalsite.core.config import Config
from goalsite.core.periods import Period
from goalsite.core.values import fields_of, has_fields
from goalsite.history.records import Fact

_LOOKS = frozenset(("marks", "theme", "outputs", "comments"))
"""What neither figures nor findings hang on, and where settings stand."""


def settings_changed(before: Config, after: Config) -> tuple[Change, ...]:
    """The settings that differ, each by its key: `pace.at_risk`, `cycles.launch.period`."""
    was, now = dict(_said("", before)), dict(_said("", after))
    keys = dict.fromkeys((*was, *now))
    return tuple(Change((), key, was.get(key), now.get(key)) for key in keys if was.get(key) != now.get(key))


def _said(name: str, value: Any) -> Iterator[tuple[str, Fact]]:
    """What a setting says, key by key."""
    if isinstance(value, tuple) and value and all(hasattr(one, "id") for one in value):
        for one in value:
            yield from _said(f"{name}.{one.id}", one)
    elif has_fields(type(value)):
        for field in fields_of(type(value)):
            if field not in _LOOKS:
                yield from _said(f"{name}.{field}".strip("."), getattr(value, field))
    elif isinstance(value, (bool, int, float, str)) or value is None:
        yield name, value
    elif value != ():
        yield name, _text(value)


def _text(value: Any) -> str:
    if isinstance(value, Period):
        return f"{value.start.isoformat()}…{value.end.isoformat()}"
    if isinstance(value, tuple):
        return ", ".join(_text(one) for one in value)
    return str(value)
