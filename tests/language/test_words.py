from __future__ import annotations

import pytest

from goalsite.language.catalogue import tags
from goalsite.language.language import Language
from goalsite.language.words import EDGES, WORDS

STATUSES = "on_track at_risk off_track stale no_data planned achieved unscored dropped replaced exposed"
FAMILIES = {
    "status": STATUSES,
    "state": "draft proposed active paused closed",
    "outcome": "achieved partly missed dropped replaced",
    "health": "green amber red stale no_data no_target",
    "mode": "okr kpi hybrid",
    "commitment": "committed aspirational",
    "origin": "top-down bottom-up negotiated",
    "direction": "higher lower range",
    "aggregate": "sum mean last min max weighted",
    "tier": "input output outcome impact",
    "perspective": "financial customer process growth",
    "layer": "front middle back",
    "decision": "keep modify abandon",
    "trend": "up down flat",
    "level": "commit target stretch",
}


@pytest.mark.parametrize(("family", "keys"), FAMILIES.items())
def test_every_key_of_the_model_has_a_word(family: str, keys: str) -> None:
    assert set(WORDS[family]) == set(keys.split())


@pytest.mark.parametrize("tag", tags())
def test_words_that_a_reader_must_tell_apart_differ(tag: str) -> None:
    for family in WORDS:
        words = [Language(tag).word(family, key).word for key in WORDS[family]]
        assert len(set(words)) == len(words), family


@pytest.mark.parametrize("kind", EDGES)
def test_an_edge_is_said_from_both_ends_and_names_the_other_goal_once(kind: str) -> None:
    assert [phrase.count("{goal}") for phrase in EDGES[kind]] == [1, 1]
