from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.prose import section

NAMES = ("Retrospective", "复盘")


def test_a_section_is_taken_out_up_to_the_next_heading_of_its_level() -> None:
    text = "Why it matters.\n\n## Retrospective\n\nWe learned.\n\n### How\n\nSlowly.\n\n## Next\n\nMore."
    assert section(text, *NAMES) == (
        "Why it matters.\n\n## Next\n\nMore.",
        "We learned.\n\n### How\n\nSlowly.",
    )


def test_names_are_compared_without_case_and_in_every_language_given() -> None:
    assert section("为什么\n\n## 复盘：\n\n学到了", *NAMES) == ("为什么", "学到了")
    assert section("Why\n\nRETROSPECTIVE\n---\n\nWell.", *NAMES) == ("Why", "Well.")


def test_a_text_without_the_section_stays_as_it_is() -> None:
    text = "Why.\n\n## Retrospectives elsewhere\n\nNo.\n"
    assert section(text, *NAMES) == (text, "")


def test_a_heading_in_code_a_quote_or_a_list_is_none() -> None:
    text = "```\n## Retrospective\n```\n\n> ## Retrospective\n\n- ## Retrospective"
    assert section(text, *NAMES) == (text, "")


def test_link_definitions_serve_both_parts_wherever_they_stand() -> None:
    rest, taken = section("[a]\n\n[b]: x.md\n\n## Retrospective\n\n[b]\n\n[a]: y.md", *NAMES)
    assert rest.endswith("[a]: y.md")
    assert taken.endswith("[b]: x.md")


@given(st.text(), st.text(), st.sampled_from(["## Retrospective", "# 复盘", "### retrospective"]))
def test_no_word_of_any_text_is_lost(before: str, after: str, heading: str) -> None:
    text = f"{before}\n\n{heading}\n\n{after}"
    rest, taken = section(text, *NAMES)
    for word in (before + " " + after).split():
        assert word in rest or word in taken
