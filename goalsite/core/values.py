"""Values of named fields, whichever of two ways they are declared in.

Nearly all are a `msgspec.Struct`: it is declared, and one of it made, in a tenth of the time that a frozen
dataclass takes, and there are millions of them. A dataclass is what has a field that is not compared, is
filled in while work goes on, or keeps what was asked of it once.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import Any, TypeVar, cast

from msgspec import Struct, structs

V = TypeVar("V")


def replace(value: V, /, **changes: Any) -> V:
    """The value with other fields; a TypeError where it has none of such a name."""
    if isinstance(value, Struct):
        return structs.replace(value, **changes)
    return cast("V", dataclasses.replace(cast("Any", value), **changes))


def has_fields(kind: type) -> bool:
    """Whether a type is declared in either way, be it with no field at all."""
    return issubclass(kind, Struct) or dataclasses.is_dataclass(kind)


def fields_of(kind: type) -> tuple[str, ...]:
    """The names of the fields of such a type, in order."""
    if issubclass(kind, Struct):
        return kind.__struct_fields__
    return tuple(each.name for each in dataclasses.fields(cast("Any", kind)))


def values_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of the fields of one of such a type, in order."""
    names = fields_of(kind)
    if len(names) > 1:
        read: Callable[[Any], tuple[Any, ...]] = attrgetter(*names)
        return read
    return lambda value: tuple(getattr(value, name) for name in names)
