"""Namespaces that note what they are asked, so that an answer can be given again while no name changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from goalsite.model.names import Ambiguous, Named, Namespace

Plain = tuple[Any, ...]

SPACES = ("goals", "units", "people", "pages")


class Asking:
    """The namespaces of a site, made when a question needs them; the questions of one file after another.

    `build` makes one of the namespaces; `said` are the questions of the present file with their answers,
    `known` those of its last reading that still hold.
    """

    def __init__(self, build: Callable[[str], Namespace]) -> None:
        self._build = build
        self._whole: dict[str, Namespace] = {}
        self.known: dict[Plain, Plain] = {}
        self.said: dict[Plain, Plain] = {}

    def begin(self, known: Plain = ()) -> None:
        """Turn to another file, of which `known` are questions and answers that still hold."""
        self.known, self.said = dict(known), {}

    def spaces(self) -> dict[str, Namespace]:
        """The namespaces as reading and resolving take them."""
        return {space: _Asked(space, self) for space in SPACES}

    def whole(self, space: str) -> Namespace:
        """The namespace itself."""
        if space not in self._whole:
            self._whole[space] = self._build(space)
        return self._whole[space]

    def renew(self) -> None:
        """Make the namespaces anew where the next question needs them: names became known."""
        self._whole.clear()

    def answer(self, question: Plain) -> Plain:
        """The answer to a question, which is noted."""
        if question in self.said:
            return self.said[question]
        answer = self.known[question] if question in self.known else self.ask(question)
        self.said[question] = answer
        return answer

    def ask(self, question: Plain) -> Plain:
        """The answer of the namespaces as they are now."""
        what, space, *rest = question
        whole = self.whole(space)
        match what:
            case "in":
                return (rest[0] in whole,)
            case "near":
                return (whole.suggestion(*rest),)
        found = whole.resolve(*rest)
        if found is None:
            return ()
        if isinstance(found, Ambiguous):
            return (found.ids,)
        return (found.id, found.kind, found.folder, found.unit)


class _Asked(Namespace):
    """One namespace; what it is asked is noted."""

    def __init__(self, space: str, asking: Asking) -> None:
        self._space, self._asking = space, asking

    def __contains__(self, name: str) -> bool:
        return bool(self._asking.answer(("in", self._space, name))[0])

    def kind(self, name: str) -> str:
        return self._asking.whole(self._space).kind(name)

    def resolve(
        self, written: str, kinds: Collection[str], folder: str = "", unit: str = ""
    ) -> Named | Ambiguous | None:
        answer = self._asking.answer(("is", self._space, written, tuple(kinds), folder, unit))
        match answer:
            case ():
                return None
            case (ids,):
                return Ambiguous(ids)
        return Named(*answer)

    def suggestion(self, written: str, kinds: Collection[str]) -> str:
        near: str = self._asking.answer(("near", self._space, written, tuple(kinds)))[0]
        return near
