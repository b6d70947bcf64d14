"""How the smallest pieces of a page are declared: frozen for whoever writes code, cheap for who runs it.

A frozen dataclass sets every field through `object.__setattr__`, and so takes three times as long to make. A
large site has millions of pieces. That nobody sets a field of one again is left to mypy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def piece(kind: type[T]) -> type[T]:
    """The class as a dataclass with slots, compared and hashed by its values."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
