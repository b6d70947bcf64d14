from __future__ import annotations

import pytest

from goalsite.prose import Heading
from goalsite.prose.headings import Slugs, slug
from tests.prose.page import MARKDOWN, html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Why it matters", "why-it-matters"),
        ("What's next?", "whats-next"),
        ("为什么重要：信任", "为什么重要信任"),
        ("p50 / p95_time", "p50--p95_time"),
        ("!?", ""),
    ],
)
def test_a_slug_is_what_github_makes_of_a_heading(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_the_highest_heading_of_a_text_comes_below_the_title_of_the_page() -> None:
    assert html("# A\n\n## B") == '<h2 id="h-a">A</h2>\n<h3 id="h-b">B</h3>'


def test_a_text_that_begins_at_the_second_level_skips_none() -> None:
    assert html("## A\n\n### B") == '<h2 id="h-a">A</h2>\n<h3 id="h-b">B</h3>'


def test_no_heading_is_below_the_sixth_level() -> None:
    levels = [heading.level for heading in MARKDOWN.headings("# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6")]
    assert levels == [2, 3, 4, 5, 6, 6]


def test_a_text_that_skips_levels_has_none_skipped_on_the_page() -> None:
    levels = [heading.level for heading in MARKDOWN.headings("### 1\n# 2\n#### 3\n## 4")]
    assert levels == [2, 2, 3, 3]


def test_a_heading_without_words_is_a_section() -> None:
    assert MARKDOWN.headings("# !?\n# ") == (Heading(2, "h-section", "!?"), Heading(2, "h-section-1", ""))


def test_equal_headings_are_numbered_and_never_take_the_id_of_another() -> None:
    ids = [heading.id for heading in MARKDOWN.headings("# a-1\n# a\n# a\n# a")]
    assert ids == ["h-a-1", "h-a", "h-a-2", "h-a-3"]


def test_eight_thousand_equal_headings_are_tried_once_each() -> None:
    slugs = Slugs()
    for _ in range(8000):
        slugs.next("Update")
    assert slugs.counts == {"update": 7999}


def test_an_id_has_at_most_a_line_of_characters() -> None:
    assert len(slug("word " * 1000)) == 80
