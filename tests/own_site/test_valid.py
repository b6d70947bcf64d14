"""Every page of the site is valid HTML."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.weight import fullest
from tests.own_site.markup import Markup

PAGE = "<html><head><title>a</title></head><body><h1>a</h1>{}</body></html>"
# The elements that a browser makes of a text, each with how deep it stands; where one is not closed or stands
# where it may not, this is another tree than the one that was written.
BUILT = """(texts) => texts.map((text) => {
  const tree = [], walk = (node, depth) => {
    for (const child of (node.localName === "template" ? node.content : node).children) {
      tree.push(depth + " " + child.tagName.toLowerCase());
      walk(child, depth + 1);
    }
  };
  walk(new DOMParser().parseFromString(text, "text/html"), 0);
  return tree;
})"""


def read(path: Path) -> Markup:
    """The page of a file."""
    return Markup(path.read_text(encoding="utf-8"))


def test_no_page_has_an_element_id_reference_or_heading_where_it_may_not_be(own_site: Path) -> None:
    told = {path: read(path).problems for path in own_site.rglob("*.html")}
    assert len(told) > 200
    assert {path: problems for path, problems in told.items() if problems} == {}


def test_a_browser_builds_of_each_kind_of_page_the_very_tree_that_is_written(
    own_site: Path, browser: Browser
) -> None:
    written = {kind: read(own_site / path) for kind, path in fullest(own_site)}
    page = browser.new_page()
    built = page.evaluate(BUILT, [markup.text for markup in written.values()])
    page.close()
    assert dict(zip(written, built, strict=True)) == {kind: markup.tree for kind, markup in written.items()}


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("<p>a<p>b", "<p> in <p>"),
        ("<p><b>a</p>", "</p> within html body p b"),
        ("<ul><p>a</p></ul>", "<p> in <ul>"),
        ("<ul>a</ul>", "text in <ul>: a"),
        ("<table><tr><td>a</td></tr></table>", "<tr> in <table>"),
        ("<span><div>a</div></span>", "<div> in <span>"),
        ("<p><a href='#'><div>a</div></a></p>", "<div> in <a>"),
        ("<a href='#'><button>a</button></a>", "<button> in <a>"),
        ("<p id='a'>a</p><p id='a'>b</p>", "the id a is there 2 times"),
        ("<p id='a b'>a</p>", "<p> has an id with a space"),
        ("<section aria-labelledby='none'>a</section>", "aria-labelledby leads to no none"),
        ("<h3>a</h3>", "<h3> follows a heading of level 1"),
        ("<p class='a' class='b'>a</p>", "<p> has an attribute twice"),
        ("<blink>a</blink>", "<blink> in <body>"),
        ("<div>a", "</body> within html body div"),
    ],
)
def test_what_is_wrong_with_a_page_is_seen(part: str, problem: str) -> None:
    assert problem in Markup(PAGE.format(part)).problems


def test_nothing_is_wrong_with_what_is_right() -> None:
    right = (
        "<p><a href='#b'><b>a</b></a><br></p><ul><li><p>b</p></li></ul><svg><path d='M0 0'/></svg>"
        "<dl><div><dt>a</dt><dd id='b'>c</dd></div></dl><table><tbody><tr><th>a</th></tr></tbody></table>"
        "<h2>b</h2><h3>c</h3>"
    )
    assert Markup(PAGE.format(right)).problems == []
