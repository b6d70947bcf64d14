from __future__ import annotations

import pytest

from goalsite.core.text import Suggestions, any_of, did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "option"), [("onwer", "owner"), ("Owner", "owner"), ("key_result", "key_results"), ("zzz", "")]
)
def test_the_nearest_option_is_found_whatever_its_case(word: str, option: str) -> None:
    assert nearest(word, ["owner", "title", "key_results"]) == option


def test_a_suggestion_is_a_question_or_nothing() -> None:
    assert did_you_mean("onwer", ["owner"]) == 'did you mean "owner"?'
    assert did_you_mean("onwer", []) == ""


def test_words_are_listed_with_or_before_the_last() -> None:
    assert any_of(["a"]) == "a"
    assert any_of(["a", "b"]) == "a or b"
    assert any_of(["a", "b", "c"]) == "a, b or c"


def test_suggestions_end_where_nobody_would_read_them_any_more() -> None:
    suggestions = Suggestions()
    assert suggestions.did_you_mean("ownr", ["owner", "team"]) == 'did you mean "owner"?'
    for _ in range(100):
        suggestions.did_you_mean("x", ["owner"] * 100)
    assert suggestions.did_you_mean("ownr", ["owner", "team"]) == ""
