"""Repositories in which a coach finds nothing to say, and neither does a check.

From two people with one goal to a company of four units; in English, Chinese and both; with every kind of
measure, logs and series beside the goals, closed goals, drafts, parts of KPIs, own and fiscal cycles.
"""

from __future__ import annotations

import pytest

from tests.lint.repositories import SOUND, checked, repository


@pytest.mark.parametrize("name", sorted(path.stem for path in SOUND.glob("*.txt")))
def test_a_sound_repository_is_well(name: str) -> None:
    assert checked(repository(name)) == ()
