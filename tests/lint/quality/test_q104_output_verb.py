"""Titles that begin with output, in their file; which verbs there are is tested with them."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files
from tests.lint.told import findings, told


@pytest.mark.parametrize(
    ("title", "column", "word"),
    [
        ("Launch the shop", 8, "Launch"),
        ('"Launch the shop: at last"', 9, "Launch"),
        ("We will build the shop", 16, "build"),
        ("上线新商城", 8, "上线"),
        ("我们要发布新商城", 11, "发布"),
    ],
)
def test_the_verb_is_underlined(title: str, column: int, word: str) -> None:
    (one,) = (one for one in findings(files(title=title)) if one.code == "Q104")
    assert (one.path, one.line, one.column, one.length) == (PATH, 2, column, len(word))
    assert f'"{word}"' in one.message


def test_a_title_from_the_heading_is_found_there() -> None:
    assert told({PATH: "---\nowner: ada\n---\n\n# Launch the shop\n"}, "Q104") == [
        f'{PATH}:5:3: the title begins with "Launch", which names work and not what it changes'
    ]


def test_a_reason_sets_it_aside() -> None:
    assert (
        told(files(title="Launch the shop", front="lint: {Q104: The launch is what we are for.}"), "Q104")
        == []
    )
