"""Which texts of files are published, and where they stand."""

from __future__ import annotations

import re

from goalsite.core.config import Config
from goalsite.core.diagnostics import Mark
from goalsite.lint.published import Text, published_config, published_document
from goalsite.source.read import read_document


def texts(content: str) -> list[str]:
    """The texts of a Markdown file."""
    document, _ = read_document(content.encode(), "goals/a.md")
    return [text.text for text in published_document(document, lambda: content).texts]


def test_days_and_numbers_are_no_texts_but_where_words_stand() -> None:
    front = (
        "title: 2026\ntargets: [{from: 2026-01-01, target: 1200, text: 95%}]\nseries: [[2026-10-05, 3, up]]"
    )
    assert texts(f"---\n{front}\n---\n") == ["2026", "95%", "up"]


def test_names_of_links_are_texts_and_keys_are_not() -> None:
    assert texts("---\nlinks: {design: https://example.org}\n---\n") == ["design", "https://example.org"]


def test_each_line_of_the_body_is_a_text() -> None:
    assert texts("---\ntitle: A\n---\nOne\n\nTwo\n") == ["A", "One", "Two"]


def test_the_configuration_is_searched_for_what_stands_on_pages() -> None:
    raw = "site_name: Goals\nfooter: >-\n  Write to\n  Ada\n"
    published = published_config(Config(footer="Write to Ada"), "config.yaml", lambda: raw)
    ((text, match),) = published.matches(re.compile("Ada"))
    assert text == Text("Write to Ada", Mark())
    assert published.finding(text, match, "P401", "told").line == 4


def test_words_are_found_in_any_case() -> None:
    published = published_config(Config(footer="INTERNAL"), "config.yaml", lambda: "")
    assert published.says(("internal",))
    assert published.has(re.compile("^INT", re.MULTILINE))
    assert not published.says(("confidential",))
