"""Values of named fields, declared in either of two ways."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import pytest
from msgspec import Struct

from goalsite.core.values import fields_of, has_fields, replace, values_of


class Point(Struct, frozen=True):
    """A value as nearly all are declared."""

    x: int
    y: int = 0


class Nothing(Struct, frozen=True):
    """A value without a field."""


@dataclass(frozen=True, slots=True)
class Place:
    """A value with a field that is not compared."""

    kind: ClassVar[str] = "place"
    name: str
    line: int = field(default=0, compare=False)


@pytest.mark.parametrize(
    ("value", "names", "values"),
    [(Point(1, 2), ("x", "y"), (1, 2)), (Place("a", 3), ("name", "line"), ("a", 3)), (Nothing(), (), ())],
)
def test_a_value_has_its_fields_in_order(
    value: object, names: tuple[str, ...], values: tuple[object, ...]
) -> None:
    assert has_fields(type(value))
    assert fields_of(type(value)) == names
    assert values_of(type(value))(value) == values


@pytest.mark.parametrize("kind", [int, tuple, dict, type, type(Point)])
def test_no_other_type_has_named_fields(kind: type) -> None:
    assert not has_fields(kind)


def test_a_value_is_replaced_by_one_with_other_fields() -> None:
    assert replace(Point(1, 2), x=3) == Point(3, 2)
    assert replace(Place("a", 3), name="b").line == 3


@pytest.mark.parametrize("value", [Point(1), Place("a")])
def test_a_field_that_a_value_has_not_cannot_be_replaced(value: object) -> None:
    with pytest.raises(TypeError, match="colour"):
        replace(value, colour="red")
