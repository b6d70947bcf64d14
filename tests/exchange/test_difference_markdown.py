"""A difference as a comment on a pull request."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from goalsite.exchange.difference_markdown import LIMIT, MARKER, difference_markdown
from goalsite.pages.difference_views import DifferencePage, Entry, Section
from tests.exchange.differing import HOSTILE, PAGES, large

OWN = re.compile(r"</?(?:details|summary|sub)>|<!-- goalsite diff -->")


def tokens(markdown: str) -> list[Token]:
    """Everything that Markdown makes of a text, with what stands within its lines."""
    read = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = read.parse(markdown)
    return [one for token in found for one in (token, *(token.children or ()))]


def page(entry: Entry) -> DifferencePage:
    """A difference of one entry."""
    return DifferencePage("a → b", "Both sides.", (), (Section("Changed", (entry,)),), left_out="{n} more")


def is_harmless(markdown: str) -> None:
    """Nothing in it links, shows, opens or ends anything but what is ours, and nobody is mentioned."""
    found = tokens(markdown)
    kinds = {one.type for one in found}
    assert not kinds & {"link_open", "image", "table_open", "blockquote_open", "s_open", "ordered_list_open"}
    assert {one.tag for one in found if one.type == "heading_open"} <= {"h3", "h4"}
    markup = "".join(one.content for one in found if one.type in ("html_block", "html_inline"))
    assert OWN.sub("", markup).count("<") == 0
    visible = "\n".join([*(one.content for one in found if one.type == "text"), OWN.sub("", markup)])
    assert not re.search(r"@\w|#\d|https?://|\bwww\.\w", visible)


def is_balanced(markdown: str) -> None:
    """Every fold that is opened is ended."""
    markup = [one.content for one in tokens(markdown) if one.type in ("html_block", "html_inline")]
    depth = 0
    for end in re.findall(r"<(/?)details>", "".join(markup)):
        depth += -1 if end else 1
        assert depth >= 0
    assert depth == 0


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_strangers_write_is_shown_as_text(text: str) -> None:
    for entry in (
        Entry("*", text),
        Entry("*", "Title", note=text, by=text),
        Entry("*", "Title", effects=text, lines=(text,)),
        Entry("*", "Title", body=(f"+{text}", f"-{text}"), body_note="text"),
    ):
        told = difference_markdown(page(entry))
        is_harmless(told)
        is_balanced(told)


@settings(max_examples=40)  # each reads Markdown three times
@given(PAGES, st.integers(2_500, 20_000))
def test_it_keeps_to_its_limit_and_stays_well_formed(whole: DifferencePage, limit: int) -> None:
    told = difference_markdown(whole, limit)
    is_balanced(told)
    is_harmless(told)
    assert len(told) <= max(limit, 2_500 + 400 * (len(whole.gist) + 1) * 2)


@pytest.mark.parametrize("count", [1, 20, 300, 10_000])
def test_a_comment_is_never_longer_than_a_comment_may_be(count: int) -> None:
    told = difference_markdown(large(count))
    assert len(told) <= LIMIT
    is_balanced(told)


def test_what_has_no_room_is_counted() -> None:
    told = difference_markdown(large(10_000))
    shown = sum(line.startswith(("- ", "  - ")) for line in told.split("\n"))
    left = int(next(re.finditer(r"(\d+) more lines", told))[1])
    assert shown + left >= 10_000 * 5


def test_the_gist_stands_first_behind_the_mark_by_which_the_comment_is_found() -> None:
    told = difference_markdown(large(1))
    assert told.startswith(f"{MARKER}\n### main → working tree\n\nMuch.")


def test_long_sections_are_folded_and_short_ones_are_not() -> None:
    assert "<summary>Changed (300)</summary>" in difference_markdown(large(300))
    assert "#### Changed (1)" in difference_markdown(large(1))
