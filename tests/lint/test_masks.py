"""How much of what is private a message may show."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.lint.masks import masked, masked_address


@given(st.text(min_size=1))
def test_three_quarters_stay_hidden(private: str) -> None:
    shown = masked(private).removesuffix("…")
    assert private.startswith(shown)
    assert len(shown) <= min(3, len(private) / 4)


def test_an_address_keeps_its_host() -> None:
    assert masked_address("ada.l@example.org") == "a…@example.org"
    assert masked_address("ada＠example.org") == "a…@example.org"
    assert masked_address("ad@example.org") == "…@example.org"
