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


ROWS = """\
---
checkins:
  - {date: 2026-10-05, value: 3, note: "It's, well", blocked: 2026}
  - {date: 2026-10-12, value: n/a, by: ada}
links:
  - {board: https://example.org/1, 2026: https://example.org/2}
---
"""


def test_rows_in_braces_have_the_texts_that_rows_in_blocks_have() -> None:
    blocks = (
        ROWS.replace("{", "").replace("}", "").replace(", ", "\n    ").replace("It's\n    well", "It's, well")
    )
    assert texts(ROWS) == texts(blocks) == [
        *("It's, well", "2026", "n/a", "ada"),
        *("board", "2026", "https://example.org/1", "https://example.org/2"),
    ]  # fmt: skip


def test_what_is_looked_at_first_holds_every_text() -> None:
    document, _ = read_document(ROWS.encode(), "goals/a.md")
    published = published_document(document, lambda: ROWS)
    assert all(text.text in published.whole for text in published.texts)
    assert [text.text for text in published.among(lambda text: "2026" in text)] == ["2026", "2026"]


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
