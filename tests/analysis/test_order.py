"""Figures that need others are made once each, however deep the chain."""

from __future__ import annotations

from goalsite.analysis.order import solve


def test_what_is_needed_is_figured_first_and_once() -> None:
    needs = {"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}
    seen: list[str] = []
    done: dict[str, int] = {}

    def figure(key: str) -> int:
        seen.append(key)
        return 1 + sum(done[need] for need in needs[key])

    assert solve("a", needs.__getitem__, figure, done) == 5
    assert sorted(seen) == ["a", "b", "c", "d"]
    assert solve("b", needs.__getitem__, figure, done) == 2
    assert len(seen) == 4


def test_a_chain_may_be_deeper_than_the_stack() -> None:
    done: dict[int, int] = {}
    deep = 20_000
    assert (
        solve(deep, lambda key: [key - 1] if key else [], lambda key: key and done[key - 1] + 1, done) == deep
    )
