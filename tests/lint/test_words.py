"""How long a text is, and how many numbers it has."""

from __future__ import annotations

import pytest

from goalsite.lint.words import is_wide, length, numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Customers come back", (3, "words")),
        ("Customers – come back!", (3, "words")),
        ("A state-of-the-art page", (3, "words")),
        ("客户愿意再来", (6, "characters")),
        ("客户，愿意再来。", (6, "characters")),
        ("让 API 更可信", (7, "characters")),
        ("お客様がまた来たくなる", (11, "characters")),
        ("고객이 다시 찾는다", (3, "words")),
        ("Kunden kommen gern wieder", (4, "words")),
        ("ลูกค้ากลับมา", None),
    ],
)
def test_a_text_is_counted_in_the_measure_of_its_script(text: str, expected: tuple[int, str] | None) -> None:
    assert length(text) == expected


def test_a_sentence_with_one_chinese_name_is_counted_in_words() -> None:
    assert not is_wide("The people of 上海 trust our maps")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paying is quick", 0),
        ("Q4 in 2026 with HTTP/2 and B2B", 0),
        ("From 14 to 5 minutes", 2),
        ("Within two days", 1),
        ("95 % are on time", 2),
        ("转化率提升30%", 2),
        ("投诉减半", 1),
        ("三天内答复", 1),
        ("增长到1.2万", 1),
    ],
)
def test_numbers_are_figures_and_words_for_them_and_no_years_or_names(text: str, expected: int) -> None:
    assert numbers(text) == expected
