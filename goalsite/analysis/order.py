"""Figures that need other figures, without recursion: a chain of goals may be longer than a stack is deep."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def solve(key: K, needs: Callable[[K], Iterable[K]], figure: Callable[[K], V], done: dict[K, V]) -> V:
    """The figure of `key`, having put into `done` all that it needs first; the needs must hold no circle."""
    if key in done:
        return done[key]
    stack = [key]
    while stack:
        top = stack[-1]
        waiting = [need for need in needs(top) if need not in done] if top not in done else []
        if waiting:
            stack += waiting
            continue
        if top not in done:
            done[top] = figure(top)
        stack.pop()
    return done[key]
