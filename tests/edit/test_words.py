from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.words import _JOINED, _SYNONYMS, choice_spellings, key_by_custom, key_spellings
from goalsite.model import key_results, kpis, measures, objectives, settings, units
from goalsite.model.shapes import Shape


def shapes() -> Iterator[Shape]:
    """Every shape of the model, those within others too."""
    for module in (key_results, kpis, measures, objectives, settings, units):
        yield from (one for one in vars(module).values() if isinstance(one, Shape))


KEYS = {key for shape in shapes() for key in shape.keys} | {"custom_dir"}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Title", "title"),
        ("key-results", "key_results"),
        ("Key Results", "key_results"),
        ("keyResults", "key_results"),
        ("KEYRESULTS", "key_results"),
        ("check-ins", "checkins"),
        ("depends-on", "depends_on"),
        ("“owner”", "owner"),
        ("ｏｗｎｅｒ", "owner"),
        ("sameAs", "same_as"),
    ],
)
def test_a_key_in_another_spelling_is_among_those_meant(written: str, key: str) -> None:
    assert key in key_spellings(written)


@pytest.mark.parametrize(
    ("written", "key"), [("KRs", "key_results"), ("due-date", "due"), ("check-in", "checkins")]
)
def test_a_key_by_custom_has_one_meaning(written: str, key: str) -> None:
    assert key_by_custom(written) == key


@pytest.mark.parametrize("written", ["ownr", "标题", "", "--", "note"])
def test_a_slip_of_the_fingers_is_left_to_the_author(written: str) -> None:
    assert not KEYS & set(key_spellings(written))
    assert key_by_custom(written) == ""


def test_every_key_of_several_words_is_found_without_what_joins_them() -> None:
    assert {key for key in KEYS if "_" in key} == set(_JOINED)


def test_customs_lead_to_keys_that_there_are_and_from_none() -> None:
    assert set(_SYNONYMS.values()) <= KEYS
    assert not set(_SYNONYMS) & KEYS


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("On Track", "on_track"),
        ("on-track", "on_track"),
        ("Aspirational", "aspirational"),
        ("Top Down", "top-down"),
        ("BOTTOM_UP", "bottom-up"),
        ("Front Office", "front office"),
    ],
)
def test_a_word_in_another_spelling_is_among_those_meant(written: str, word: str) -> None:
    assert word in choice_spellings(written)


@given(st.text())
def test_nothing_is_another_spelling_of_itself(written: str) -> None:
    assert written not in (*key_spellings(written), *choice_spellings(written))
