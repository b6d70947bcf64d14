"""A difference on a terminal."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from goalsite.exchange.difference_text import difference_text
from goalsite.pages.difference_views import DifferencePage, Entry, Section
from goalsite.report.safe import is_alive, width
from goalsite.report.text import COLORS
from tests.exchange.differing import PAGES


def shown(entry: Entry, columns: int | None = None) -> list[str]:
    """The lines about one entry."""
    page = DifferencePage("a → b", "Both sides.", ("One.",), (Section("Changed", (entry,)),))
    return difference_text(page, columns=columns).split("\n")[5:-1]


def test_an_entry_is_a_line_with_what_became_of_it_and_what_changed_below() -> None:
    entry = Entry(
        "*", "Trust", "Platform", "by lin", ("target 5 → 6",), "progress 50% → 56%", ("-a", "+b"), "text"
    )
    assert shown(entry) == [
        "Changed",
        "  * Trust  Platform · by lin",
        "      progress 50% → 56%",
        "      target 5 → 6",
        "      text",
        "        - a",
        "        + b",
    ]


def test_lines_are_broken_where_the_terminal_ends_between_words_or_chinese_characters() -> None:
    entry = Entry("*", "word " * 30, lines=("每位工程师都信任绿色构建" * 8,))
    lines = shown(entry, 50)
    assert max(map(width, lines)) <= 50
    assert "".join("".join(lines).split()).count("每位工程师都信任绿色构建") == 8


@settings(max_examples=30)  # each makes three texts
@given(PAGES, st.integers(1, 100))
def test_nothing_of_strangers_controls_the_terminal(page: DifferencePage, columns: int) -> None:
    for told in (difference_text(page), difference_text(page, columns=columns)):
        assert not any(is_alive(character) for line in told.split("\n") for character in line)
    coloured = difference_text(page, COLORS, columns)
    assert coloured.count("\x1b") == sum(coloured.count(code) for code in set(vars_of(COLORS)))


def vars_of(style: object) -> list[str]:
    """The escape sequences of a style."""
    names = ("error", "warning", "code", "faint", "end")
    return [getattr(style, name) for name in names]
