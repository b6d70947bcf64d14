from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.render.offline import file_of_page, naming_files


@pytest.mark.parametrize(
    ("link", "named"),
    [
        ("./", "./index.html"),
        ("../..", "../../index.html"),
        ("../goals/a/#kr-p50", "../goals/a/index.html#kr-p50"),
        ("search/?q=a/", "search/index.html?q=a/"),
    ],
)
def test_a_link_to_a_folder_names_the_page_in_it(link: str, named: str) -> None:
    assert file_of_page(link) == named


@pytest.mark.parametrize(
    "link",
    ["", "#kr-p50", "?unit=a/", "assets/site.css", "feed.xml#/", "https://example.org/", "mailto:a@b.org/"],
)
def test_any_other_link_stays_as_it_is(link: str) -> None:
    assert file_of_page(link) == link


@given(st.from_regex(r"(\.\./){0,3}([a-z%0-9é]+/){0,3}(\?[a-z=/]*)?(#[a-z/]*)?", fullmatch=True))
def test_a_server_shows_the_same_page_for_both_links(link: str) -> None:
    here = "https://example.org/a/b/c/d/"
    assert urljoin(here, file_of_page(link)).replace("/index.html", "/") == urljoin(here, link)


def test_links_forms_and_redirects_of_a_page_are_led_to_files_and_its_text_is_not_touched() -> None:
    page = (
        '<meta http-equiv="refresh" content="0; url=../b/"><form action="../search/" data-root="../">'
        '<a class="x" href="../a%27b/?q=1&amp;r=2">href=&#34;../&#34;</a><svg><a href="../c/"></a></svg>'
    )
    assert naming_files(page) == (
        '<meta http-equiv="refresh" content="0; url=../b/index.html">'
        '<form action="../search/index.html" data-root="../">'
        '<a class="x" href="../a%27b/index.html?q=1&amp;r=2">href=&#34;../&#34;</a>'
        '<svg><a href="../c/index.html"></a></svg>'
    )
