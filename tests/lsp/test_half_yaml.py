from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.lsp.half_yaml import mapping
from tests.lsp.project import CARET, marked

KEY_RESULT = "key_results:\n  - id: p50\n"


def read(text: str) -> tuple[str, str, str]:
    """Where a place is, the path that leads there, and the word there as far as it is typed."""
    found = mapping(*marked(dedent(text)))
    return found.where, ".".join(found.path), found.typed


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("‸", ("key", "", "")),
        ("tit‸", ("key", "", "tit")),
        ("title: x\nown‸er: ada", ("key", "", "own")),
        ("owner:‸", ("value", "owner", "")),
        ("owner: a‸da", ("value", "owner", "a")),
        ("supports: [win, tr‸]", ("value", "supports.[]", "tr")),
        ("supports: [win,‸", ("value", "supports.[]", "")),
        ("supports: [\n  win,\n  tr‸", ("value", "supports.[]", "tr")),
        ("supports:\n  - wi‸", ("key", "supports.[]", "wi")),
        ("supports:\n- ‸", ("key", "supports.[]", "")),
        ("supports:\n  - win\n‸", ("key", "", "")),
        (KEY_RESULT + "    ‸", ("key", "key_results.[]", "")),
        (KEY_RESULT + "  - ti‸", ("key", "key_results.[]", "ti")),
        (KEY_RESULT + "    metric: {unit: min, k‸}", ("key", "key_results.[].metric", "k")),
        (KEY_RESULT + "    metric: {kpi: up‸, target: 5}", ("value", "key_results.[].metric.kpi", "up")),
        (KEY_RESULT + "    metric:\n      kpi: up‸", ("value", "key_results.[].metric.kpi", "up")),
        (KEY_RESULT + "    checkins:\n      - {by: ‸", ("value", "key_results.[].checkins.[].by", "")),
        (KEY_RESULT + "owner: ‸", ("value", "owner", "")),
        ("depends_on: [{goal: a,\n  te‸}]", ("key", "depends_on.[]", "te")),
        ('owner: "@a‸da"  # leads', ("value", "owner", "@a")),
        ('links: {"the design": ‸}', ("value", "links.the design", "")),
        ("title: [broken\nowner: a‸", ("value", "title.[]", "owner: a")),
        ("retro:\n  learned: |\n    owner: a‸", ("text", "", "")),
        ("retro:\n  learned: |\n    text\nowner: a‸", ("value", "owner", "a")),
        ("# owner: a‸", ("text", "", "")),
        ("owner: ada # and s‸", ("text", "", "")),
        ("tags: [a] ‸", ("text", "", "")),
    ],
)
def test_half_typed_yaml_says_what_a_place_is_for(text: str, where: tuple[str, str, str]) -> None:
    assert read(text) == where


def test_the_whole_word_around_a_place_is_told_with_its_span() -> None:
    found = mapping(*marked("supports: [客户/w‸in, b]"))
    assert (found.text, found.start, found.end) == ("客户/win", 11, 17)
    found = mapping(*marked("ow‸ner: ada"))
    assert (found.text, found.colon) == ("owner", True)


def test_keys_that_stand_before_in_the_same_mapping_are_known() -> None:
    assert mapping(*marked(KEY_RESULT + "    title: x\n    ‸")).given == {"id", "title"}
    assert mapping(*marked("metric: {unit: x, ‸}")).given == {"unit"}
    assert mapping(*marked(KEY_RESULT + "  - ‸")).given == frozenset()


@given(st.text(alphabet="ab: -[]{},\"'#|>\n\t😀客", max_size=80), st.integers(0, 80))
def test_any_text_has_a_context_within_its_line(text: str, place: int) -> None:
    lines, line, column = marked(text[:place] + CARET + text[place:])
    found = mapping(lines, line, column)
    assert 0 <= found.start <= found.end <= len(lines[line])
    assert lines[line][found.start : column].startswith(found.typed) or found.where == "text"


def test_long_lines_and_many_lines_take_linear_time() -> None:
    assert mapping(["a" + " " * 200_000 + "b"], 0, 5).where == "key"
    assert mapping(["[" * 50_000], 0, 50_000).where == "value"
    assert mapping(["  - a: b"] * 20_000, 19_999, 8).where == "value"
