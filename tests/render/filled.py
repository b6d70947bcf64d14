"""Views with every field filled in: what the tests of templates share."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from functools import cache
from inspect import Parameter, signature
from typing import Any

from goalsite.core.values import fields_of, replace
from goalsite.pages import choices, elements, frame, rows, sections, state_views, views

PAGES: tuple[type, ...] = typing.get_args(views.Page)

# What a field takes where not every text would do.
_FIXED: dict[tuple[type, str], Any] = {
    (elements.Link, "href"): "goals/a/",
    (elements.Badge, "key"): "on_track",
    (elements.Bar, "key"): "on_track",
    (elements.Trend, "direction"): "up",
    (elements.Trend, "effect"): "better",
    (rows.EdgeRow, "direction"): "up",
    (choices.Key, "name"): "unit",
    (choices.Facet, "name"): "unit",
    (choices.Filters, "keys"): ("unit",),
    (frame.Site, "language"): "en",
    (frame.Site, "base_path"): "/base/",
    (frame.Discussion, "host"): "https://comments.example",
    (frame.Discussion, "url"): "https://comments.example/widget",
    (state_views.PastState, "up"): "",
    (state_views.StateSwitch, "index"): "",
}


@cache
def _types(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def filled(kind: type, text: Callable[[str], str], where: str = "") -> Any:
    """A `kind` with no field empty: each text is what `text` makes of its place, tuples have one member."""
    values: dict[str, Any] = {}
    for name in fields_of(kind):
        place = f"{where}.{name}" if where else f"{kind.__name__}.{name}"
        if (kind, name) in _FIXED:
            values[name] = _FIXED[kind, name]
        elif kind is sections.TreeNode and name == "children" and where.count("children") > 1:
            values[name] = ()
        else:
            values[name] = _value(_types(kind)[name], text, place)
    return kind(**values)


def _value(hint: Any, text: Callable[[str], str], place: str) -> Any:
    if isinstance(hint, types.UnionType):
        hint = next(option for option in typing.get_args(hint) if option is not type(None))
    if typing.get_origin(hint) is tuple:
        members = [member for member in typing.get_args(hint) if member is not Ellipsis]
        return tuple(_value(member, text, place) for member in members)
    if hint is str:
        return text(place)
    if hint is float:
        return 0.5
    if hint is bool:
        return True
    return filled(hint, text, place)


def empty(kind: type, text: Callable[[str], str]) -> Any:
    """A `kind` with nothing but what it cannot be without."""
    names = (name for name, value in signature(kind).parameters.items() if value.default is Parameter.empty)
    return kind(**{name: _value(_types(kind)[name], text, name) for name in names})


def surroundings(path: str, text: Callable[[str], str]) -> frame.Frame:
    """A frame with every field filled in, of the page at `path`."""
    whole: frame.Frame = filled(frame.Frame, text)
    return replace(whole, path=path)
