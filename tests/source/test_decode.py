from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Mark
from goalsite.source.decode import LINE_CHARACTERS, decode, first_unprintable, place, plain_lines


def complaint(data: bytes) -> tuple[str, int, int, str]:
    text, (found,) = decode(data, "goals/a.md")
    assert text is None
    return found.code, found.line, found.column, found.message


def test_line_ends_of_windows_and_a_byte_order_mark_disappear() -> None:
    assert decode(b"\xef\xbb\xbfone\r\ntwo\rthree\n", "a.md") == ("one\ntwo\nthree\n", ())


def test_the_first_byte_that_is_not_utf8_is_told_with_its_place_in_characters() -> None:
    data = "目标\r\n增长 ".encode() + b"\xff"
    assert complaint(data) == ("S037", 2, 4, "byte 0xff is not UTF-8")


def test_a_file_in_gbk_is_told() -> None:
    assert complaint("title: 增长".encode("gbk"))[:3] == ("S037", 1, 8)


def test_a_character_cut_off_at_the_end_is_told() -> None:
    assert complaint("a\n长".encode()[:-1])[:3] == ("S037", 2, 1)


def test_utf16_is_called_by_its_name() -> None:
    assert complaint("title: a".encode("utf-16")) == ("S037", 1, 1, "the file is UTF-16, must be UTF-8")


def test_a_nul_byte_is_told_with_its_place() -> None:
    assert complaint(b"title: a\nb\x00") == ("S037", 2, 2, "the file holds a NUL byte, must be text")


def test_a_line_of_ten_megabytes_is_told_by_its_number() -> None:
    code, line, _, message = complaint(b"short\n" + b"x" * 10_000_000)
    assert (code, line) == ("S034", 2)
    assert message == f"the line has 10000000 characters, must have at most {LINE_CHARACTERS}"


def test_the_longest_line_allowed_is_fine_among_many() -> None:
    text = ("长" * LINE_CHARACTERS + "\n") * 3
    assert decode(text.encode(), "a.md") == (text, ())


def test_places_count_characters_not_bytes() -> None:
    assert place("𝒜中\n中𝒜x", 5) == Mark(2, 3)


def test_control_characters_and_invisible_line_breaks_are_unprintable_but_tabs_and_chinese_are_not() -> None:
    assert first_unprintable("title:\t增长 🚀\n“ok”…") is None
    for character in "\x00\x07\x1b\x7f\x85\x9b\u2028\u2029\ud800\ufeff\uffff\r":
        assert first_unprintable(f"ab{character}") == 2


@given(st.binary())
def test_any_bytes_give_text_or_exactly_one_finding(data: bytes) -> None:
    text, found = decode(data, "a.md")
    assert (text is None) == (len(found) == 1)


@given(st.text(alphabet="a\r\n\ufeff"))
def test_making_lines_plain_twice_changes_nothing_more(text: str) -> None:
    once = plain_lines(text)
    assert "\r" not in once
    assert plain_lines(once) == once
