from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.lsp.half_text import cells, markdown, operand, table
from tests.lsp.project import CARET, marked

FRONT = "---\ntitle: x\n---\n"


@pytest.mark.parametrize(
    ("text", "where", "typed", "whole"),
    [
        (FRONT + "See [[win‸-trust]].", "link", "win", "win-trust"),
        (FRONT + "See [[win‸", "link", "win", "win"),
        (FRONT + "See [[‸ and more", "link", "", ""),
        (FRONT + "See [[a]] and [[b#k‸]]", "link", "b#k", "b#k"),
        (FRONT + "See [[a]] ‸", "text", "", ""),
        (FRONT + "Ask @a‸da.", "person", "a", "ada"),
        (FRONT + "请@李‸雷看", "person", "李", "李雷看"),
        (FRONT + "Mail a@b‸.org", "text", "", ""),
        ("No front matter: [[x‸]]", "link", "x", "x"),
        ("---\nowner: a‸da\n---\n", "value", "a", "ada"),
        ("---\nowner: a‸", "value", "a", "a"),
        ("---‸\n", "text", "", ""),
        ("---\ntitle: x\n---‸\n", "text", "", ""),
    ],
)
def test_a_markdown_file_says_what_a_place_is_for(text: str, where: str, typed: str, whole: str) -> None:
    found = markdown(*marked(text))
    assert (found.where, found.typed, found.text) == (where, typed, whole)


@pytest.mark.parametrize(
    ("text", "where", "path", "whole"),
    [
        ("da‸te,kr\n", "column", (), "date"),
        ("date,kr\n2026-10-12,p5‸0", "cell", ("kr",), "p50"),
        ("date,kr\n2026-10-12,‸", "cell", ("kr",), ""),
        ('date,note,by\n2026-10-12,"a, b",a‸da', "cell", ("by",), "ada"),
        ("date\n1,2,‸3", "cell", (), "3"),
    ],
)
def test_a_table_says_what_a_place_is_for(text: str, where: str, path: tuple[str, ...], whole: str) -> None:
    found = table(*marked(text))
    assert (found.where, found.path, found.text) == (where, path, whole)


@pytest.mark.parametrize(
    ("line", "typed", "whole"),
    [
        ("formula: orders / vi‸sits", "vi", "visits"),
        ('formula: "[[a/b‸-c]] + d"', "a/b", "a/b-c"),
        ("formula: (orders‸ + d)", "orders", "orders"),
        ("formula: orders / ‸", "", ""),
    ],
)
def test_the_operand_of_a_formula_is_told_apart(line: str, typed: str, whole: str) -> None:
    lines, number, column = marked(f"---\n{line}\n---\n")
    found = operand(markdown(lines, number, column), lines[number])
    assert (found.typed, found.text) == (typed, whole)


def test_cells_are_split_at_commas_outside_of_quotes() -> None:
    assert cells('a, "b, c" ,') == [(0, 1, "a"), (2, 10, "b, c"), (11, 11, "")]
    assert cells('a,"open') == [(0, 1, "a"), (2, 7, "open")]


@given(st.text(alphabet='-: a[]@",\n客😀#', max_size=60), st.integers(0, 60))
def test_any_text_has_a_context_within_its_line(text: str, place: int) -> None:
    lines, line, column = marked(text[:place] + CARET + text[place:])
    for read in (markdown, table):
        found = read(lines, line, column)
        assert 0 <= found.start <= found.end <= len(lines[line])
