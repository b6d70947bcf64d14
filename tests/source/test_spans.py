from __future__ import annotations

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.source.spans import MappingSpan, NodeSpan, ScalarSpan, SequenceSpan, spans


def scalars(node: NodeSpan | None) -> list[ScalarSpan]:
    """Every scalar, keys and values, in the order of the text."""
    if isinstance(node, ScalarSpan):
        return [node]
    if isinstance(node, SequenceSpan):
        return [one for item in node.items for one in scalars(item)]
    if isinstance(node, MappingSpan):
        return [one for pair in node.pairs for part in pair for one in scalars(part)]
    return []


TEXT = """title: 信任 # why
note: |
  一
  二

# later
tags: [ 'a b',"c" , {d: 1} ]
empty:
list:
    -   x
"""


def test_every_scalar_knows_where_it_stands() -> None:
    found = [(one.text, TEXT[one.start : one.end]) for one in scalars(spans(TEXT))]
    assert found == [
        ("title", "title"),
        ("信任", "信任"),
        ("note", "note"),
        ("一\n二\n", "|\n  一\n  二"),
        ("tags", "tags"),
        ("a b", "'a b'"),
        ("c", '"c"'),
        ("d", "d"),
        ("1", "1"),
        ("empty", "empty"),
        ("", ""),
        ("list", "list"),
        ("x", "x"),
    ]


def test_a_collection_ends_with_its_last_entry_or_its_bracket() -> None:
    root = spans(TEXT)
    assert isinstance(root, MappingSpan)
    tags, last = root.pairs[2][1], root.pairs[4][1]
    assert (TEXT[tags.start : tags.end], TEXT[last.start : last.end]) == (
        "[ 'a b',\"c\" , {d: 1} ]",
        "-   x",
    )
    assert isinstance(tags, SequenceSpan)
    assert tags.flow
    assert isinstance(last, SequenceSpan)
    assert not last.flow


def test_marks_count_from_the_first_line_that_is_said() -> None:
    assert [one.mark for one in scalars(spans("a:\n  - b\n", 2))] == [Mark(2, 1), Mark(3, 5)]


def test_a_key_that_stands_twice_is_there_twice() -> None:
    assert [one.text for one in scalars(spans("a: 1\na: 2\n"))] == ["a", "1", "a", "2"]


@pytest.mark.parametrize("text", ["", "# only a comment\n", "\n\n"])
def test_a_text_that_says_nothing_has_no_node(text: str) -> None:
    assert spans(text) is None
