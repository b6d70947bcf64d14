from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.edit.changes import Value
from goalsite.edit.meaning import meaning_of_text, meaning_of_value
from goalsite.edit.writing import written, written_key, written_pairs

WORDS = st.text(st.sampled_from("ab1 好，：:#,[]{}\"'\\-?!&*|>%@`~\n\t."), max_size=12)
SCALARS = WORDS | st.booleans() | st.dates() | st.floats(-1e6, 1e6) | st.integers(-99, 99)
VALUES: st.SearchStrategy[Value] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@given(VALUES, st.booleans(), st.sampled_from(["", "'", '"', "|"]))
def test_what_is_written_is_read_as_what_was_meant(value: Value, flow: bool, style: str) -> None:
    text = written(value, flow, style)
    assert meaning_of_text(f"[{text}]" if flow else f"- {text}\n") == [meaning_of_value(value)]


@given(st.dictionaries(WORDS, SCALARS, min_size=1, max_size=4), st.booleans())
def test_keys_are_read_as_what_was_meant(value: dict[str, Value], flow: bool) -> None:
    if flow:
        text = (
            "{"
            + ", ".join(f"{written_key(key, True)}: {written(one, True)}" for key, one in value.items())
            + "}"
        )
    else:
        text = f"- {written_pairs(value, 2)}\n"
        assert meaning_of_text(text) == [meaning_of_value(value)]
        return
    assert meaning_of_text(text) == meaning_of_value(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2026-10-05", "2026-10-05"),
        (date(2026, 10, 5), "2026-10-05"),
        (0.7, "0.7"),
        (3, "3"),
        (True, "true"),
        ("null", '"null"'),
        ("", '""'),
        ("@ada", '"@ada"'),
        ("信任，很好", "信任，很好"),
        ("a: b", '"a: b"'),
        (["a, b", None], '["a, b", null]'),
        ({"date": "2026-10-05", "note": "好"}, "{date: 2026-10-05, note: 好}"),
    ],
)
def test_only_what_needs_quotes_gets_them(value: Value, text: str) -> None:
    assert written(value, False) == text
