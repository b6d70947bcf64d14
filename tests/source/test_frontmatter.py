from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.source.frontmatter import Parts, document, mapping, split
from goalsite.source.nodes import Document, Mapping


def complaint(text: str) -> tuple[str, int, int, str]:
    read, (found,) = document(text, "goals/a.md")
    assert read.broken
    assert read.front is None
    return found.code, found.line, found.column, found.message


def test_front_matter_and_body_are_parted() -> None:
    assert split("---\ntitle: A\n---\nWhy\nit matters\n") == Parts("title: A\n", "Why\nit matters\n", 4)


def test_a_file_without_front_matter_is_all_body() -> None:
    assert split("# Page\n\n---\n") == Parts(None, "# Page\n\n---\n", 1)
    assert split("\n---\na: 1\n---\n").front is None
    assert split("----\na: 1\n----\n").front is None


def test_an_empty_file_is_a_document_without_front_matter() -> None:
    assert document("", "goals/a.md") == (Document("goals/a.md", None, "", 1), ())


@pytest.mark.parametrize("text", ["---\n---\n", "---\n---", "---\n\n---\n", "---\n# nothing yet\n---\n"])
def test_empty_front_matter_is_an_empty_mapping(text: str) -> None:
    read, found = document(text, "goals/a.md")
    assert read.front == Mapping((), Mark(1, 1))
    assert (read.broken, found) == (False, ())


@pytest.mark.parametrize("text", ["---", "---\n", "---\n...\n", "\n\n---"])
def test_a_configuration_of_nothing_but_a_marker_says_nothing(text: str) -> None:
    assert mapping(text, "config.yaml", "S041") == (Mapping((), Mark()), ())


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    plain = "---\ntitle: A\n---\nSee @ada\n"
    windows = "\ufeff" + plain.replace("\n", "\r\n")
    assert document(windows, "a.md") == document(plain, "a.md")


def test_space_after_the_dashes_is_fine() -> None:
    assert split("--- \ntitle: A\n---\t\nBody") == Parts("title: A\n", "Body", 4)


def test_the_first_closing_line_counts_and_rules_in_the_body_are_text() -> None:
    assert split("---\na: 1\n---\nb\n---\nc\n").body == "b\n---\nc\n"


def test_marks_count_from_the_first_line_of_the_file() -> None:
    read, _ = document("---\n\ntitle: 增长\n---\n\n说 @ada\n", "a.md")
    assert read.front is not None
    assert read.front.items[0][1].mark == Mark(3, 8)
    assert read.body_line == 5
    assert [mention.mark for mention in read.mentions] == [Mark(6, 3)]


def test_missing_closing_dashes_are_told() -> None:
    code, line, column, message = complaint("---\ntitle: A\n\nWhy it matters, @ada\n")
    assert (code, line, column) == ("S035", 1, 1)
    assert message == "the front matter that opens here is never closed"


@pytest.mark.parametrize("line", ["----", "—", "——", " ---", "...", "--"])
def test_a_line_that_almost_closes_is_pointed_out(line: str) -> None:
    _, (found,) = document(f"---\ntitle: A\n{line}\nWhy it matters.\n", "a.md")
    assert found.hint == f"write --- in line 3, which is {line.strip()}"


@pytest.mark.parametrize("line", ["-", "- --", "a --- b", "***", ""])
def test_what_only_looks_a_little_like_closing_is_not_pointed_out(line: str) -> None:
    _, (found,) = document(f"---\ntitle: A\n{line}\nWhy it matters.\n", "a.md")
    assert found.hint.startswith("close the front matter with a line of ---")


@pytest.mark.parametrize(
    ("front", "message"),
    [
        ("- title: a\n- b", "this is a list, must be keys with values"),
        ("just words", "this is a single text, must be keys with values"),
        ("~", "this is a single text, must be keys with values"),
    ],
)
def test_front_matter_that_is_no_mapping_is_told(front: str, message: str) -> None:
    assert complaint(f"---\n{front}\n---\nBody\n") == ("S036", 2, 1, message)


def test_a_missing_space_and_a_full_width_colon_are_recognised() -> None:
    _, (found,) = document("---\ntitle:Growth\n---\n", "a.md")
    assert (found.code, found.line, found.column) == ("S036", 2, 6)
    assert found.message == "a key is without its colon and space"
    assert found.hint == "put a space after the colon"
    _, (found,) = document("---\n\ntitle：增长\nowner：ada\n---\n", "a.md")
    assert (found.code, found.line, found.column) == ("S036", 3, 6)
    assert found.hint == "write a plain colon and a space after the key, not ："


def test_broken_front_matter_leaves_the_body_readable() -> None:
    read, (found,) = document("---\ntitle: [\n---\nBody of @ada\n", "a.md")
    assert (found.code, found.line, found.column) == ("S030", 2, 8)
    assert (read.front, read.body, read.broken) == (None, "Body of @ada\n", True)


def test_a_duplicate_key_leaves_the_rest_usable() -> None:
    read, (found,) = document("---\na: 1\na: 2\n---\n", "a.md")
    assert (found.code, found.line, read.broken) == ("S031", 3, False)
    assert read.front is not None


def test_a_mapping_that_is_none_has_the_code_of_its_place() -> None:
    _, (found,) = mapping("- a", "config.yaml", "S041")
    assert (found.code, found.line) == ("S041", 1)


LINES = st.lists(st.sampled_from(["---", "--- ", "a: 1", "text", "", "...", " ---", "---x"]))


@given(LINES.map("\n".join) | st.text())
def test_no_line_is_lost_or_moved(text: str) -> None:
    parts = split(text)
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if parts.closed:
        assert "\n".join(lines[parts.body_line - 1 :]) == parts.body
    if parts.front is not None:
        assert "\n".join([*lines[1 : parts.body_line - 2], ""]) == parts.front or parts.front == ""


@given(LINES.map("\n".join) | st.text())
def test_any_text_is_a_document_or_is_told_to_be_broken(text: str) -> None:
    read, found = document(text, "a.md")
    assert not read.broken or len(found) >= 1
