"""How long a title may be."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files
from tests.lint.told import told


@pytest.mark.parametrize(
    "title",
    [
        "Delight every customer",
        " ".join(["word"] * 18),
        "客户愿意来",
        "客" * 40,
        "ลูกค้ากลับมา",
        "Kunden kommen wieder",
        "고객이 다시 온다",
    ],
)
def test_titles_within_the_bounds_are_sound(title: str) -> None:
    assert told(files(title=title), "Q105") == []


@pytest.mark.parametrize(
    ("title", "message"),
    [
        ("Growth", "the title has 1 word, fewer than 3"),
        (" ".join(["word"] * 19), "the title has 19 words, more than 18"),
        ("增长快", "the title has 3 characters, fewer than 5"),
        ("客" * 41, "the title has 41 characters, more than 40"),
    ],
)
def test_titles_beyond_the_bounds_are_told(title: str, message: str) -> None:
    assert told(files(title=title), "Q105") == [f"{PATH}:2:8: {message}"]


def test_the_words_of_a_file_s_name_stand_between_hyphens() -> None:
    assert told({"goals/2026-Q4/buying-takes-no-thought.md": "---\nowner: ada\n---\n"}, "Q105") == []
    assert told({"goals/2026-Q4/checkout.md": "---\nowner: ada\n---\n"}, "Q105") == [
        f"{PATH}:1:1: the title has 1 word, fewer than 3"
    ]


def test_the_bounds_are_thresholds() -> None:
    config = {"config.yaml": "rules: {thresholds: {Q105: {min_words: 1, min_characters: 2}}}\n"}
    assert told(files(title="Growth") | config, "Q105") == []
    assert told(files(title="增长") | config, "Q105") == []
