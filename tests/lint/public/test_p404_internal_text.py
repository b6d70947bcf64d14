"""Which texts hold marks of what is internal, and which do not."""

from __future__ import annotations

import pytest

from goalsite.lint.public.p404_internal_text import check
from tests.lint.texts import said
from tests.lint.told import told


@pytest.mark.parametrize(
    "text",
    [
        "internal: x",
        "Internal: x",
        "Internal only",
        "[internal] x",
        "> [!INTERNAL]",
        "**Internal:** x",
        "**Internal**: x",
        "(internal only)",
        "Confidential",
        "confidential: x",
        "Strictly confidential",
        "内部：x",
        "【内部】x",
        "仅供内部使用",
        "机密",
        "## Internal",
        "## 内部",
        "::: internal",
        ":::internal",
        "<!-- x -->",
        "for internal use only",
        "x [confidential] y",
        "(confidential)",
        "机密：x",
        "- internal: a",
        "（机密）",
        "Internal use only: x",
    ],
)
def test_a_mark_is_found_however_it_is_written(text: str) -> None:
    assert said(check, text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Internal tools are better",
        "We keep internal docs",
        "confidentiality matters",
        "[internal](https://x)",
        "[internal][x]",
        "[internal]: https://x",
        "customers (internal)",
        "内部工具更快",
        "internal",
        "机密计算上线",
        "Confidential computing works",
        "## Internal customers",
        "`<!-- x -->`",
        "the internal: no",
        "internals: x",
        "international: x",
        "保密协议",
        "internal/external: both",
        "Non-confidential: x",
    ],
)
def test_the_word_in_a_sentence_is_no_mark(text: str) -> None:
    assert said(check, text) == []


def test_tables_are_read_and_code_may_show_a_comment() -> None:
    files = {
        "goals/2026-Q4/a.checkins.csv": "date,kr,note\n2026-11-09,,[internal] the bank leaves\n",
        "goals/2026-Q4/a.md": "---\ntitle: A\n---\n\n```html\n<!-- shown -->\n```\n<!-- not -->\n",
    }
    assert [one.rpartition(": ")[0] for one in told(files, "P404")] == [
        "goals/2026-Q4/a.checkins.csv:2:13",
        "goals/2026-Q4/a.md:8:1",
    ]
