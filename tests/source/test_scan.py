from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from goalsite.core.diagnostics import Mark
from goalsite.source.nodes import Mention
from goalsite.source.scan import mentions


def found(body: str) -> list[str]:
    """The mentions as they stand in the text."""
    return [f"@{m.text}" if m.kind == "person" else f"[[{m.text}]]" for m in mentions(body)]


def test_goals_key_results_and_people_are_found_with_their_places() -> None:
    body = "Carries [[win-trust]].\n\n目标 🚀 [[a/b#p50]] 与@ada 和 @小明\n"
    assert mentions(body, 10) == (
        Mention("goal", "win-trust", Mark(10, 9)),
        Mention("goal", "a/b#p50", Mark(12, 6)),
        Mention("person", "ada", Mark(12, 19)),
        Mention("person", "小明", Mark(12, 26)),
    )


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("@ada", "ada"),
        ("(@ada)", "ada"),
        ("thanks @ada.", "ada"),
        ("@ada's plan", "ada"),
        ("**@ada**, then", "ada"),
        ("@ada-l.o_v3, and", "ada-l.o_v3"),
        ("owner:@ada", "ada"),
        ("由@李雷，完成", "李雷"),
        ("@Ζωή", "Ζωή"),
        ("@e\u0301mile", "e\u0301mile"),
        ("@अदा", "अदा"),
        ("![x](y)@ada", "ada"),
    ],
)
def test_a_handle_is(text: str, handle: str) -> None:
    assert found(text) == [f"@{handle}"]


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.org",
        "a.b-c@example.org",
        "名.x@example.org",
        "<ada@example.org>",
        "mailto:ada@example.org",
        "https://example.org/@ada",
        "https://ada@example.org/x?to=@lin",
        "see www.example.org/@ada",
        "[post](https://example.org/@ada)",
        "[post](/@ada)",
        "[post](@ada)",
        "[@ada]: https://example.org/ada",
        "@types/node",
        "@ada@example.social",
        "a @ b",
        "@",
        "@...",
        "@-x",
        r"\@ada",
        "`@ada`",
        "``x ` @ada``",
        "x `a\nb @ada` y",
        "<!-- @ada -->",
        "<!--\n\n@ada\n\n--> x",
        '<a title="@ada">',
    ],
)
def test_no_handle_is(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[[1]](https://example.org)",
        "[[1]][ref]",
        "`[[a]]`",
        r"\[[a]]",
        "[[]]",
        "[[ ]]",
        "[[a\nb]]",
        "[[a[b]]",
    ],
)
def test_no_goal_is(text: str) -> None:
    assert found(text) == []


def test_space_within_brackets_is_no_part_of_the_reference() -> None:
    assert found("[[ win-trust ]]") == ["[[win-trust]]"]


@pytest.mark.parametrize(
    "body",
    [
        "```\n@no\n```\n@yes",
        "~~~ text `x`\n@no\n```\n@no\n~~~~\n@yes",
        "````\n```\n@no\n````\n@yes",
        "- ```\n  @no\n\n  @no\n  ```\n- @yes",
        "- ```\n  @no\n\n@yes",  # the item ends, and its fence with it
        "1. x\n\n   ```\n   @no\n   ```\n@yes",
        "> ```\n> @no\n> ```\n> @yes",
        "> ```\n> @no\n\n@yes",
        "    @no\n\n    @no\n\n@yes",
        "# heading\n    @no\n@yes",
        "- x\n\n      @no\n\n  @yes",
        "text\n    @yes",  # a paragraph goes on
        "- x\n\n    @yes",  # an item goes on
        "1. x\n   - y\n\n     @yes",
        "- lone ` tick\n- @yes ` here",
        "lone ` tick\n\n@yes ` here",
        "# lone ` tick\n@yes ` here",
        "| lone ` | x |\n| @yes | ` |",
        r"\`@yes\`",
        "``` not ` a fence\n@yes",
        "`a` @yes `b`",
        "a <!-- b\n\n@yes",
        "<!-- a --> @yes",
        "x < y @yes > z",
        "> quoted @yes",
    ],
)
def test_code_ends_where_it_ends(body: str) -> None:
    assert found(body) == ["@yes"]


def test_an_unclosed_fence_reaches_to_the_end() -> None:
    assert found("@yes\n```\n@no\n\n@no") == ["@yes"]


PIECES = st.sampled_from(
    [
        "@ada",
        "[x](@no)",
        "`",
        "``",
        "```",
        "~~~",
        "text",
        "\n",
        "\n\n",
        " ",
        "    ",
        "- ",
        "> ",
        "# ",
        "1. ",
        "*",
        "@lin,",
        "a@b.c",
    ]
)


def by_engine(body: str) -> list[str]:
    """The handles in what a Markdown engine takes for text."""
    inline = (
        child
        for token in MarkdownIt("commonmark", {"html": False}).parse(body)
        for child in token.children or ()
    )
    return [
        name
        for child in inline
        if child.type == "text"
        for name in re.findall(r"(?<![\w.])@(ada|lin)\b", child.content)
    ]


def test_a_document_is_read_as_a_markdown_engine_reads_it() -> None:
    body = """\
# Plan of @ada

Asked `@no`, told ``@no ` @no``, wrote to a@b.c; see [@lin](https://example.org/@no).

1. first, @ada

   ```yaml
   owner: @no
   ```
   then @lin

        @no is code in an item

- [ ] @ada
    - @lin below
      goes on with @ada

> @lin said
> ~~~
> @no
> ~~~

    @no is code

Setext @ada
---
last @lin
"""
    assert by_engine(body) == [mention.text for mention in mentions(body)]
    assert len(mentions(body)) == 10


@pytest.mark.parametrize(
    "piece",
    [
        "`",
        "` ",
        "<!--",
        "<a ",
        "](",
        "[[",
        "[[a",
        "@a@",
        "@ ",
        "@中",
        r"\`",
        "``` ",
        "> ",
        "- ",
        "[[a]](",
        "\t",
        "[a",
        "<!--\n",
        "```\n",
    ],
)
def test_a_hostile_megabyte_takes_no_hostile_time(piece: str) -> None:
    lines = piece * (60_000 // len(piece)) + "\n"
    begin = time.process_time()
    mentions("@ada [[a]] " + lines * 16)
    assert time.process_time() - begin < 10


def test_many_runs_of_backticks_of_all_lengths_take_no_hostile_time() -> None:
    begin = time.process_time()
    mentions("@ada " + " ".join("`" * length for length in range(1, 1_400)))
    assert time.process_time() - begin < 10


@given(st.text() | st.lists(PIECES).map("".join))
def test_every_mention_stands_where_its_mark_says(body: str) -> None:
    lines = body.split("\n")
    marks = [mention.mark for mention in mentions(body)]
    assert marks == sorted(marks)
    for mention in mentions(body):
        rest = lines[mention.mark.line - 1][mention.mark.column - 1 :]
        if mention.kind == "person":
            assert rest.startswith(f"@{mention.text}")
        else:
            assert rest[2 : rest.index("]]")].strip() == mention.text
