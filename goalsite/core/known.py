"""What was made before, and of what, so that it is not made again of the same."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

from goalsite.core.values import has_fields, values_of

V = TypeVar("V")

Held = dict[tuple[str, Hashable], tuple[tuple[Any, ...], Any]]
"""Values by what they are and whose, each with the parts that it was made of."""

Asked = tuple[tuple[Any, Any], ...]
"""Questions with their answers, in plain values."""

_PLAIN = (str, bytes, int, bool, date, frozenset)
"""Types whose equal values are the same in every way, which those of floats (0 and -0) are not."""


class Known:
    """Values by what they are (`stage`) and whose, each with the parts that it was made of.

    One round of work follows another: what a round does not ask for is forgotten when the next one begins.
    One that `keeps` nothing knows nothing either.
    """

    def __init__(self, *, keeps: bool = True) -> None:
        self._keeps = keeps
        self._before: Held = {}
        self._now: Held = {}

    def __len__(self) -> int:
        """How many values are held."""
        return len(self._before.keys() | self._now.keys())

    def held(self) -> Held:
        """What this round made or took over, to be handed to `Known.of` later."""
        return self._now

    def drawn(self) -> Held:
        """What this round made or took over since it was last drawn, for whoever is to `take` it."""
        drawn, self._now = self._now, {}
        return drawn

    def take(self, held: Held) -> None:
        """Know also what another made in this round, or took over."""
        if self._keeps:
            self._now |= held

    @classmethod
    def of(cls, held: Held) -> Known:
        """Values that were held by another."""
        known = cls()
        known._now = held
        return known

    def forget(self) -> None:
        """Know nothing any more."""
        self._before, self._now = {}, {}

    def begin(self) -> None:
        """Begin a round; what the one before made is known."""
        self._before, self._now = self._now, {}

    def made(self, stage: str, whose: Hashable, parts: tuple[Any, ...], make: Callable[[], V]) -> V:
        """The value made of alike parts before, else what `make` gives, which the parts alone decide."""
        value = self.recalled(stage, whose, parts)
        if value is None:
            value = make()
            self.keep(stage, whose, parts, value)
        return cast("V", value)

    def recalled(self, stage: str, whose: Hashable, parts: tuple[Any, ...]) -> Any:
        """The value made of alike parts before; None where there is none."""
        known = self._before.get((stage, whose))
        if known is None or not alike(known[0], parts):
            return None
        self._now[stage, whose] = known
        return known[1]

    def parts(self, stage: str, whose: Hashable) -> tuple[Any, ...] | None:
        """What the value before was made of; None where there is none."""
        known = self._before.get((stage, whose))
        return None if known is None else known[0]

    def keep(self, stage: str, whose: Hashable, parts: tuple[Any, ...], value: object) -> None:
        """Know the value that was made of these parts."""
        if self._keeps:
            self._now[stage, whose] = parts, value

    def told(
        self,
        stage: str,
        whose: Hashable,
        parts: tuple[Any, ...],
        make: Callable[[], tuple[V, Asked]],
        answer: Callable[[Any], Any],
    ) -> V:
        """The same where making it asks questions, which `make` gives with their answers: the value made
        before stands as long as each has still the same `answer`."""
        known = self.recalled(stage, whose, parts)
        if known is None or any(answer(question) != said for question, said in known[1]):
            known = make()
            self.keep(stage, whose, parts, known)
        return cast("V", known[0])

    def same(self, stage: str, whose: Hashable, value: V) -> V:
        """The value of the round before where that is alike, so that it is one object; else the value."""
        known = self._before.get((stage, whose))
        if known is None or not alike(known[1], value):
            self.keep(stage, whose, (), value)
            return value
        self._now[stage, whose] = known
        return cast("V", known[1])


NOTHING = Known(keeps=False)
"""For work that is done once."""


def alike(one: Any, other: Any) -> bool:
    """Whether two values cannot be told apart by anything that is made of them.

    Plain values are compared, tuples, mappings and dataclasses by what they hold; any other thing is only
    alike itself.
    """
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return False
    if kind in _PLAIN:
        return bool(one == other)
    if kind is float:
        return bool(one == other) and str(one) == str(other)
    held = _held(cast("Hashable", kind))
    if held is None:
        return False
    mine, others = held(one), held(other)
    return len(mine) == len(others) and all(map(alike, mine, others))


@cache
def _held(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives the values that those of a kind hold; None where nobody knows all of them, as of a kind that
    says that it `is_lazy`."""
    if getattr(kind, "is_lazy", False):
        return None
    if has_fields(kind):
        return values_of(kind)
    if kind is dict:
        return _items
    return tuple if issubclass(kind, tuple) and not kind.__dictoffset__ else None


def _items(value: dict[Any, Any]) -> tuple[Any, ...]:
    return tuple(value.items())
