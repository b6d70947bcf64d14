from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.splices import Splice, as_text, spliced, spliced_bytes

TEXTS = st.text(st.sampled_from("ab好\n\r\ufeff 😀"), max_size=40)


def test_each_replacement_counts_in_the_old_text() -> None:
    assert spliced("0123456789", [Splice(8, 9, "i"), Splice(0, 2, ""), Splice(4, 4, "--")]) == "23--4567i9"


def test_replacements_that_overlap_are_refused() -> None:
    assert spliced("0123456789", [Splice(0, 3, "a"), Splice(2, 4, "b")]) is None


def test_byte_order_mark_and_line_ends_stay_and_new_lines_end_as_the_first() -> None:
    data = "\ufeffa\r\n好: 1\nb\rc\r\n".encode()
    assert as_text(data) == "a\n好: 1\nb\nc\n"
    assert spliced_bytes(data, [Splice(5, 6, "2\n  x")]) == "\ufeffa\r\n好: 2\r\n  x\nb\rc\r\n".encode()


@given(TEXTS, st.data())
def test_all_that_is_not_replaced_is_the_same_byte_for_byte(raw: str, data: st.DataObject) -> None:
    text = as_text(raw.encode())
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = spliced_bytes(raw.encode(), [Splice(start, end, "X")])
    assert after is not None
    assert as_text(after) == text[:start] + "X" + text[end:]
    before, _, behind = after.decode().partition("X")
    assert raw.startswith(before)
    assert raw.endswith(behind)
