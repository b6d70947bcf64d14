"""Objectives found by titles that are like a given one, without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from goalsite.lint.likeness import likeness, signs
from goalsite.model.records import Objective

_COMMON = 20  # a sign that more titles have does not tell which of them are alike
_SIGNS = 3  # by how many of its rarest signs a title is found

Words = tuple[str, ...]


@dataclass(slots=True)
class Titles:
    """The objectives so far by the words of their titles, and those words by their rarest signs; `rarity`
    says how many titles have a sign."""

    rarity: Counter[str]
    goals: dict[Words, list[Objective]] = field(default_factory=dict)
    by_sign: dict[str, list[Words]] = field(default_factory=dict)

    @classmethod
    def of(cls, titles: Iterable[Words]) -> Titles:
        """No objectives yet, of those that have these titles."""
        return cls(Counter(sign for title in set(titles) for sign in signs(title)))

    def add(self, goal: Objective, title: Words) -> None:
        """Add an objective with that title."""
        if title not in self.goals:
            for sign in self._rarest(title):
                self.by_sign.setdefault(sign, []).append(title)
        same = self.goals.setdefault(title, [])
        if len(same) < _COMMON:
            same.append(goal)

    def like(self, title: Words, least: float) -> Iterator[Objective]:
        """The objectives whose titles are at least so much like that one."""
        found = [title, *(one for sign in self._rarest(title) for one in self.by_sign.get(sign, ()))]
        for one in dict.fromkeys(found):
            if one in self.goals and likeness(one, title) >= least:
                yield from self.goals[one]

    def _rarest(self, title: Words) -> list[str]:
        own = [sign for sign in signs(title) if self.rarity[sign] <= _COMMON]
        return sorted(own, key=lambda sign: (self.rarity[sign], sign))[:_SIGNS]
