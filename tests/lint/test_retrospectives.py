"""Whether an objective has a retrospective."""

from __future__ import annotations

import pytest

from goalsite.lint.retrospectives import has_retrospective
from tests.authored import goal, read


def has(body: str = "", front: str = "title: A") -> bool:
    """Whether the objective of that text has one."""
    return has_retrospective(read({"goals/2026-Q4/a.md": goal(front, body)}).objective("2026-Q4/a"))


@pytest.mark.parametrize("heading", ["## Retrospective", "# RETRO", "### Our post-mortem", "## 复盘：结账"])
def test_a_heading_is_enough(heading: str) -> None:
    assert has(f"Why.\n\n{heading}\n\nWe learned.\n")


@pytest.mark.parametrize(
    "text", ["A retrospective follows.", "## Retrofit", "Why.\n\n    ## Retrospective", "#Retro"]
)
def test_other_text_is_none(text: str) -> None:
    assert not has(text)


def test_the_key_counts_where_it_says_something() -> None:
    assert has(front="retro: {learned: Ask earlier.}")
    assert not has(front="retro: {}")
