from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goalsite.core.links import safe_url
from goalsite.prose import Markdown
from goalsite.prose.document import MOST_CHARACTERS
from tests.prose.page import GOALS, MARKDOWN, PEOPLE, Tags, html, tags

TEXT_TAGS = "a blockquote br code em h1 h2 h3 h4 h5 h6 hr img li ol p pre s section strong sup ul"
ALLOWED = frozenset(f"{TEXT_TAGS} table tbody td th thead tr".split())
ATTRIBUTES = frozenset(["alt", "class", "href", "id", "loading", "rel", "src", "start", "title"])


def test_tables_strikethrough_tasks_and_footnotes_are_those_of_github() -> None:
    assert "<td>1</td>" in html("| a |\n|---|\n| 1 |")
    assert html("~~old~~ new") == "<p><s>old</s> new</p>"
    assert "☐ open" in html("- [ ] open\n- [x] done")
    assert "☑ done" in html("- [ ] open\n- [x] done")
    assert 'href="#fn-h-1"' in html("so[^1]\n\n[^1]: because")


def test_a_range_with_a_tilde_is_not_struck_through() -> None:
    assert html("3~5 天，8~9 天") == "<p>3~5 天，8~9 天</p>"


def test_raw_html_is_shown_as_text() -> None:
    assert html("<script>alert(1)</script>") == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"
    assert html("<!-- note -->") == "<p>&lt;!-- note --&gt;</p>"


def test_columns_are_aligned_by_class_because_a_style_would_be_blocked() -> None:
    assert tags("| a | b |\n|:-:|--:|\n| 1 | 2 |", "td") == [
        {"class": "align-center"},
        {"class": "align-right"},
    ]


def test_two_texts_of_a_page_share_no_id_if_each_has_its_scope() -> None:
    text = "# Why\n\nso[^1]\n\n[^1]: because"
    ids = [
        attributes["id"]
        for scope in ("", "p50", "retro")
        for _, attributes in Tags(MARKDOWN.render(text, scope=scope)).found
        if "id" in attributes
    ]
    assert len(ids) == len(set(ids)) == 9


def test_headings_are_listed_as_they_are_rendered() -> None:
    text = "# Why [[faster-builds]]\n\n## `p50` *now*\n\n## `p50` *now*\n"
    listed = MARKDOWN.headings(text, 2, "x")
    assert [(heading.level, heading.text) for heading in listed] == [
        (3, "Why Every engineer trusts a green build"),
        (4, "p50 now"),
        (4, "p50 now"),
    ]
    rendered = Tags(MARKDOWN.render(text, 2, "x")).found
    assert [attributes["id"] for _, attributes in rendered if "id" in attributes] == [h.id for h in listed]


def test_what_lies_beyond_the_limit_is_shown_as_it_is_written() -> None:
    text = "*word*\n\n" * (MOST_CHARACTERS // 8) + "*<last>*"
    markup = MARKDOWN.render(text)
    assert markup.startswith("<p><em>word</em>")
    assert markup.endswith('<pre class="unrendered">*&lt;last&gt;*</pre>\n')


def test_one_line_beyond_the_limit_is_cut_where_the_limit_is() -> None:
    assert Tags(MARKDOWN.render("x" * (MOST_CHARACTERS + 3))).text.count("x") == MOST_CHARACTERS + 3


FRAGMENTS = st.sampled_from(
    [
        *("<script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "[a](<java\nscript:x>)"),
        *(
            "![a](data:text/html,x)",
            "<javascript:alert(1)>",
            "[a](//evil.example)",
            "[[faster-builds]]",
            "@ada",
        ),
        *(
            "[x]: javascript:alert(1)\n",
            "[x]",
            "](",
            "[",
            "![",
            "`",
            "```\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "[ ] ",
        ),
        *("|a|\n|-|\n", "[^1]", "[^1]: n\n", "\n", "\n\n", "    ", "*", "**", "_", "~~", "\\", "&colon;"),
        *("&#106;", "\x00", "\u202e", "http://a", 'https://e.org/"onclick=x', "=\n", "---\n", "a", "</p>"),
        *('"', "'", "<", ">", "[a](win-trust.md)", "![a](https://e.org/x.png)"),
    ]
)
TEXTS = st.text() | st.lists(FRAGMENTS).map("".join)


@given(TEXTS)
@example("[a](java&Tab;script:alert(1)) ![x](https://e.org/x.png) [![x](y)](javascript:x)")
def test_no_text_becomes_anything_active(text: str) -> None:
    page = Tags(MARKDOWN.render(text))
    assert page.open == []
    for tag, attributes in page.found:
        assert tag in ALLOWED
        assert attributes.keys() <= ATTRIBUTES
        assert safe_url(attributes.get("href", "#"))
        assert attributes.get("src", "../../files/img/cache%20hits.png").startswith("../../files/")


@given(TEXTS)
def test_no_link_stands_within_a_link(text: str) -> None:
    depth = 0
    for part in MARKDOWN.render(text).split("<"):
        depth += part.startswith(("a ", "a>")) - part.startswith("/a>")
        assert depth in (0, 1)


@given(TEXTS)
def test_headings_of_any_text_have_levels_of_their_own_and_ids_once(text: str) -> None:
    listed = MARKDOWN.headings(text)
    assert all(2 <= heading.level <= 6 for heading in listed)
    assert len({heading.id for heading in listed}) == len(listed)


LONG = 60_000


@pytest.mark.parametrize(
    "text",
    [
        "[" * LONG,
        "![" * LONG,
        "[a](" * LONG,
        "*a _b " * LONG,
        "`" * LONG + "a",
        "".join("`" * n + " " for n in range(300)),
        "> " * LONG,
        "- " * LONG,
        "[^a]: x\n\n" + "[^" * LONG,
        "[[a" * LONG,
        "@" * LONG,
        "http://" * LONG,
        ":" * LONG,
        "<" * LONG,
        "a\n" * LONG,
        "[a]: b '\n" * (LONG // 8),
        "# a\n" * (LONG // 4),
        "|" + "a|" * (LONG // 8) + "\n|" + "-|" * (LONG // 8) + "\n" + "|x|\n" * (LONG // 8),
        "".join(f"[r{n}]: /u\n" for n in range(LONG // 12)),
        "".join(" " * (2 * n) + "- a\n" for n in range(200)),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_texts_ask_no_more_questions_than_they_have_characters(text: str) -> None:
    asked = 0

    def resolve(_: str) -> None:
        nonlocal asked
        asked += 1

    markup = Markdown(resolve, resolve, resolve).render(text)
    assert asked <= len(text)
    assert len(markup) <= 20 * min(len(text), MOST_CHARACTERS) + len(text) * 5
    assert Tags(markup).open == []


def test_equal_texts_give_equal_pages() -> None:
    again = Markdown(GOALS.get, PEOPLE.get, {"win-trust.md": "../win-trust/"}.get)
    text = "# Why\n\n[[faster-builds]] @ada [plan](win-trust.md)\n"
    assert again.render(text) == MARKDOWN.render(text)


def test_a_scope_with_quotes_stays_within_its_attribute() -> None:
    page = Tags(MARKDOWN.render("# a[^1]\n\n[^1]: n", scope='"><b>'))
    assert all(tag in ALLOWED for tag, _ in page.found)
    ids = {attributes.get("id", "") for _, attributes in page.found}
    assert {'h-"><b>-a', 'fnref-h"><b>-1'} <= ids
