from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.lines import mended
from goalsite.source import frontmatter


def read(text: str) -> str | None:
    """The text put right."""
    outcome = mended(text)
    return outcome.text if outcome else None


def test_lines_with_a_full_width_colon_are_put_right_one_after_the_other() -> None:
    text = "title：信任\nowner: ada\nkey_results：\n  - id：p50\n    title：快\n    weight: 2\n"
    assert read(text) == "title: 信任\nowner: ada\nkey_results:\n  - id: p50\n    title: 快\n    weight: 2\n"


def test_a_mapping_of_one_line_is_put_right() -> None:
    assert read("title：信任\n") == "title: 信任\n"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("metric: ｛unit: min，target: 5｝\n", "metric: {unit: min, target: 5}\n"),
        ("metric：｛unit: min，target: 5｝  \n", "metric: {unit: min, target: 5}  \n"),
        ("reviews:\n  - {date: 2026-10-09，by: ada}\n", "reviews:\n  - {date: 2026-10-09, by: ada}\n"),
        ("note: ｛who knows，x: y｝\n", None),
        ("note: ｛a: b｝ and more: c\n", None),
    ],
)
def test_braces_with_plain_colons_and_full_width_commas_are_put_right(wrong: str, right: str | None) -> None:
    assert read(wrong) == right


def test_a_tab_becomes_as_many_spaces_as_leave_one_reading() -> None:
    text = "key_results:\n  - id: p50\n\ttitle: quick\n"
    assert read(text) == "key_results:\n  - id: p50\n    title: quick\n"


def test_a_tab_that_could_be_of_two_widths_is_left_alone() -> None:
    assert read("a:\n  b:\n    c: 1\n\td: 2\n") is None


def test_a_tab_within_a_text_stays() -> None:
    text = "note: |\n  a\n  \tb\ntitle：x\ncycle: 2026\n"
    assert read(text) == text.replace("：", ": ")


@pytest.mark.parametrize(("blank", "width"), [("\u3000", 2), ("\t", 2), ("\u00a0\u00a0", 2), ("\u2003", 1)])
def test_lines_that_are_said_to_be_at_fault_are_indented_with_spaces(blank: str, width: int) -> None:
    outcome = mended(f"metric:\n{blank}unit: min\n{blank}target: 5\n", (2, 3))
    assert outcome is not None
    assert outcome.text == f"metric:\n{' ' * width}unit: min\n{' ' * width}target: 5\n"
    assert outcome.lines == {2, 3}


@pytest.mark.parametrize(
    "text",
    [
        "title: x\n",
        "title: [a\n",
        "title: 'x\n",
        "a: b: c\n",
        "标题：x\nowner: ada\n",
        "title：a: b\n",
        "- a\n- b\n",
        "title: x\n---\nmore: y\n",
        "",
        "note: &anchor x\n",
        "".join(f"k{n}：1\n" for n in range(1000)),
    ],
)
def test_what_can_be_read_or_is_broken_otherwise_is_left_alone(text: str) -> None:
    assert mended(text) is None


LINES = st.lists(
    st.sampled_from(
        [
            "title：x",
            "owner: ada",
            "list：",
            "  - id：a",
            "    b: 1",
            "\tb: 1",
            "\u3000c: 2",
            "- d",
            "# c",
            "",
            "e：",
        ]
    ),
    max_size=8,
)


@given(LINES)
def test_what_is_put_right_is_read_and_only_the_lines_named_differ(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    outcome = mended(text)
    if outcome is None:
        return
    assert frontmatter.mapping(outcome.text, "", "S036")[0] is not None
    assert mended(outcome.text) is None
    differing = {
        number
        for number, (old, new) in enumerate(zip(text.split("\n"), outcome.text.split("\n"), strict=True), 1)
        if old != new
    }
    assert differing == outcome.lines


def test_text_in_other_columns_is_not_what_was_meant() -> None:
    text = dedent("""\
        list:
          - id: a
        \u3000\u3000b: 1
        """)
    outcome = mended(text, (3,))
    assert outcome is not None
    assert outcome.text == "list:\n  - id: a\n    b: 1\n"
