"""How alike titles are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.lint.likeness import likeness, signs, words

TITLES = st.text(max_size=40) | st.sampled_from(
    ["Customers come back", "让客户放心下单", "让 客户 come back"]
)


def test_small_words_case_width_and_plurals_carry_no_meaning() -> None:
    assert words("The Customers of the ＳＨＯＰ") == words("customer shop") == ("customer", "shop")
    assert words("About us") == ("about",)
    assert words("Is it us?") == ("is", "it", "us")  # nothing else is there


def test_a_chinese_character_is_a_word_and_a_pair_of_them_a_sign() -> None:
    assert words("提升NPS得分") == ("提", "升", "nps", "得", "分")
    assert signs(words("提升NPS得分")) == {"提升", "nps", "得分"}


def test_order_is_irrelevant_and_forms_of_a_word_are_one() -> None:
    assert likeness(words("builds are trusted"), words("trusted builds")) == 1
    assert likeness(words("Everybody quickly finds it"), words("Everybody quick finds it")) == 1


def test_each_with_a_word_of_its_own_is_not_alike() -> None:
    assert likeness(words("northern shops sell fresh bread"), words("southern shops sell fresh bread")) == 0


def test_little_in_common_is_not_alike() -> None:
    assert likeness(words("Customers renew"), words("Large customers renew")) == 0


@given(TITLES, TITLES)
def test_likeness_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    mine, its = words(one), words(other)
    assert likeness(mine, mine) == 1
    assert 0 <= likeness(mine, its) <= 1
    assert likeness(mine, its) == likeness(its, mine)
