"""What an indexer reads of a page."""

from __future__ import annotations

import json

import pytest

from goalsite.exchange.full_text import Place, document, places
from goalsite.exchange.search import search_files
from tests.authored import goal
from tests.pages.desks import desk_of

FILES = {
    "goals/team.md": goal("title: Acme"),
    "goals/2026-Q4/a.md": goal("title: First\ntags: [speed]\nkey_results: [{id: r, title: Result}]"),
    "goals/kpis/b.md": goal("title: Second"),
    "goals/people/ada.md": goal("name: Ada"),
    "goals/notes.md": "# Notes\n",
}


def test_pages_are_numbered_as_the_rows_that_a_browser_holds() -> None:
    """Those of key results and tags are left out, as they have no page of their own."""
    desk = desk_of(FILES)
    data = {path: json.loads(content) for path, content in search_files(desk)}
    rows = data["search/_/goals-1.json"]["titles"] + [
        title for kind, title, *_ in data["search/_/more-1.json"]["others"] if kind != "tag"
    ]
    assert [place.title for place in places(desk).values()] == rows
    assert [place.number for place in places(desk).values()] == list(range(len(rows)))
    assert list(places(desk)) == [
        "goals/2026-Q4/a/",
        "kpis/kpis/b/",
        "teams/",
        "people/ada/",
        "cycles/2026-Q4/",
        "pages/notes/",
    ]


def read(page: str, title: str = "Title") -> tuple[str, str]:
    """What is indexed by words, and what by characters."""
    made = document(Place(7, title), page)
    return made.spaced, made.unspaced


def test_only_what_people_wrote_is_read() -> None:
    spaced, unspaced = read("Status<!--text-->One<!--/text--><i>late</i><!--text--><p>Two</p><!--/text-->")
    assert "<div>One</div>\n<div><p>Two</p></div>" in spaced
    assert "Status" not in spaced
    assert "late" not in spaced
    assert unspaced == ""


def test_labels_of_facts_are_not_read_but_lists_of_terms_are() -> None:
    facts = "<dl><div><dt>Learnt</dt><dd>Ask</dd></div></dl>"
    terms = "<dl><dt>Term</dt><dd>Sense</dd></dl>"
    spaced, _ = read(f"<!--text-->{facts}{terms}<!--/text-->")
    assert "Learnt" not in spaced
    assert all(word in spaced for word in ("Ask", "Term", "Sense"))


@pytest.mark.parametrize("text", ["", "–", "<p>…</p>", "&amp;&#34;&lt;"])
def test_a_page_on_which_nobody_wrote_a_word_is_not_read(text: str) -> None:
    assert read(f"<main>Status<!--text-->{text}<!--/text--></main>") == ("", "")


def test_a_title_stays_text() -> None:
    spaced, _ = read("<!--text-->A<!--/text-->", "<img src=x> & more")
    assert '<h1 data-pagefind-meta="title">&lt;img src=x&gt; &amp; more</h1>' in spaced


def test_chinese_is_read_twice_once_with_seams_between_scripts() -> None:
    spaced, unspaced = read("<!--text-->提升NPS至60分<!--/text-->", "提升NPS")
    assert "提升 NPS 至 60 分" in spaced
    assert ">提升 NPS<" in spaced
    assert "提升NPS至60分" in unspaced
