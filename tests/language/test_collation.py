from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.language.collation import letter, sort_key


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada", "A"),
        ("ada", "A"),
        ("Élodie", "E"),
        ("王芳", "W"),
        ("陈晓岚", "C"),
        ("张三", "Z"),
        ("7bit", "#"),
        ("", "#"),
    ],
)
def test_a_name_stands_under_its_letter_chinese_ones_by_pinyin(name: str, expected: str) -> None:
    assert letter(name) == expected


def test_latin_and_chinese_names_are_sorted_together() -> None:
    names = ["张三", "Zed", "ada", "Åsa", "李四", "Bob", "王五", "陈六", "Ωmega"]
    assert sorted(names, key=sort_key) == [
        "ada",
        "Åsa",
        "Bob",
        "陈六",
        "李四",
        "王五",
        "Zed",
        "张三",
        "Ωmega",
    ]


@given(st.lists(st.text()))
def test_any_names_can_be_sorted_and_the_order_does_not_depend_on_how_they_came(names: list[str]) -> None:
    keys = sorted(map(sort_key, names))
    assert keys == sorted(map(sort_key, reversed(names)))
    assert all(letter(name) in "#ABCDEFGHIJKLMNOPQRSTUVWXYZ" for name in names)
