"""Regular front matter is read line by line, and says what the parser says, to the last mark."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.source import yaml
from goalsite.source.nodes import Node
from goalsite.source.regular import regular

REGULAR = """\
# what we want
title: Books are found in seconds [not minutes],#1
owner: ada
links: {board: https://example.org/b/1#c}
contributes: [{to: reading/2026-Q4/find-a-book, weight: 2}]
retro:

key_results:
- id: speed
  title: 'Median''s search time'
  metric: {unit: s, baseline: 30, levels: {commit: 20, target: 10, stretch: 5}}
  checkins:
    - {date: 2026-10-05, value: -2.5, confidence: 0.6, note: "Shelves, labelled"}
    - {date: 2026-10-12, value: 24, note: 书架#3}
-   id: calm
    binary: {}
    plan: [[2026-10-05, 1], [2026-10-12, 2]]
"""


def parsed(text: str) -> Node | None:
    """What the parser says of a text; None where it is wrong."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "regular", lambda *_: None)
        node, found = yaml.parse(text, "goals/a.md", 2)
    return None if found else node


def agrees(text: str) -> bool:
    """Whether a text is regular, which the parser reads the same then."""
    node = regular(text, 2)
    if node is not None:
        assert repr(node) == repr(parsed(text))
    return node is not None


def test_a_goal_is_regular() -> None:
    assert agrees(REGULAR)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "text\n",
        "- a: 1\n",
        "a: 1\na: 2\n",
        "a: {b: 1, b: 2}\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a: b: c\n",
        "a: b # c\n",
        "a: {b: c # d}\n",
        "a: >\n  b\n",
        'a: "b\\n"\n',
        "a: 'b\n",
        "a: &b c\n",
        "a: b\tc\n",
        "a:\n    b: 1\n  c: 2\n",
        "a:\n  - b\n c: 2\n",
        "a:\n-\n",
        "a: [b, c,]\n",
        "a: [b, c, ]\n",
        "a: [b c\n",
        "a: [b] c\n",
        "a: {b}\n",
        "a: [b: c]\n",
        "a: [b?]\n",
        "<<: b\n",
        "--- a\n",
        "a: 1\n---\nb: 2\n",
        "a:\n" + "".join("  " * level + "a:\n" for level in range(1, 30)),
    ],
)
def test_what_is_not_regular_is_left_to_the_parser(text: str) -> None:
    assert regular(text, 2) is None


WORDS = st.text("ab1-.,/#:'\"[]{}?& 中é😀", min_size=1, max_size=12)
KEYS = st.text("abc_1中-", min_size=1, max_size=5)
SCALARS = st.one_of(
    WORDS,
    WORDS.map(lambda word: f'"{word}"'),
    WORDS.map(lambda word: f"'{word}'"),
    st.sampled_from(["2026-10-05", "-2.5", "99.97", "ada", "a word", "12:30", "https://example.org/a#b"]),
)
WITHIN = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(st.tuples(KEYS, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        )
    ),
    max_leaves=6,
)
LINES = st.builds(
    lambda indent, dash, key, value: f"{' ' * indent}{dash}{key}{value}",
    st.sampled_from([0, 0, 0, 2, 2, 4, 1]),
    st.sampled_from(["", "", "- ", "-   "]),
    KEYS.map(lambda key: f"{key}: ") | st.just("") | KEYS.map(lambda key: f"{key}:"),
    WITHIN | st.just("") | st.just("# a comment"),
)


@given(st.lists(LINES, min_size=1, max_size=8).map("\n".join))
@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
def test_lines_of_any_values_are_read_as_the_parser_reads_them(text: str) -> None:
    agrees(text)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(REGULAR)),
            st.integers(0, 3),
            st.sampled_from(
                ["", " ", "\n", "\n  ", "\n- ", *":-,[]{}#&*!|>'\"%@`?\\.0a中", ": ", " #", "- "]
            ),
        ),
        min_size=1,
        max_size=3,
    )
)
@settings(max_examples=500)
def test_a_goal_with_slips_is_read_as_the_parser_reads_it(slips: list[tuple[int, int, str]]) -> None:
    text = REGULAR
    for at, gone, put in slips:
        text = text[:at] + put + text[at + gone :]
    agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "k: [" + "a" * 60_000 + ":",
        "k: [" + "a, " * 20_000 + "]",
        "k: [" + "{[" * 20_000 + "]",
        "k: " + "[" * 60_000,
        "k: ['" + "'" * 60_000,
        "k: " + "a #" * 20_000,
        "- " * 30_000,
        "a:\n" * 16_000,
    ],
)
def test_no_text_takes_long(text: str) -> None:
    begin = time.process_time()
    regular(text, 2)
    assert time.process_time() - begin < 1
