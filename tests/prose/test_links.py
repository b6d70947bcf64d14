from __future__ import annotations

import pytest

from tests.prose.page import html, links, tags


def test_a_file_of_the_repository_is_linked_where_it_is_published() -> None:
    assert html("[plan](win-trust.md)") == '<p><a href="../win-trust/">plan</a></p>'
    assert links("[cache](img/cache%20hits.png)") == ["../../files/img/cache%20hits.png"]
    assert links("[cache](<img/cache hits.png>)") == ["../../files/img/cache%20hits.png"]


def test_a_link_that_leads_out_of_what_is_published_is_reduced_to_its_text() -> None:
    assert html("see [the *secret*](../../etc/passwd) now") == "<p>see the <em>secret</em> now</p>"
    assert html("[a](img%00.png)") == "<p>a</p>"


def test_a_link_to_another_host_names_it_and_gives_it_no_credit() -> None:
    assert tags("[x](https://example.org)", "a") == [
        {"href": "https://example.org", "rel": "noopener nofollow ugc"}
    ]


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "java&#x73;cript:alert(1)",
        "//evil.example",
        "ms-word:x",
        "intent:x",
        "data:image/png,x",
    ],
)
def test_a_link_that_is_not_allowed_is_text(target: str) -> None:
    assert links(f"[x]({target}) <{target}>\n\n[r]\n\n[r]: {target}") == []


def test_a_heading_of_this_text_is_linked_by_the_name_github_gives_it() -> None:
    assert links("[below](#why-it-matters)\n\n## Why it matters") == ["#h-why-it-matters"]
    assert links("[下](#为什么)\n\n## 为什么") == ["#h-为什么"]


def test_any_other_fragment_is_left_as_it_is() -> None:
    assert links("[p50](#p50)") == ["#p50"]


def test_a_heading_of_another_file_is_linked_by_its_name() -> None:
    assert links("[why](win-trust.md#Why-it-matters)") == ["../win-trust/#h-why-it-matters"]


def test_an_image_of_the_repository_is_shown() -> None:
    assert tags("![hits](img/cache%20hits.png 'Title')", "img") == [
        {"src": "../../files/img/cache%20hits.png", "alt": "hits", "title": "Title", "loading": "lazy"}
    ]


def test_an_image_of_another_host_is_a_link_to_it() -> None:
    assert tags("![chart](https://example.org/x.png)", "img") == []
    assert links("![chart](https://example.org/x.png)") == ["https://example.org/x.png"]


def test_an_image_that_is_not_published_is_its_description() -> None:
    assert html("![the *chart*](secret.png) ![x](data:image/png;base64,AA)") == "<p>the chart x</p>"


def test_a_remote_image_within_a_link_leaves_one_link() -> None:
    assert links("[![build](https://e.org/b.svg)](https://e.org)") == ["https://e.org"]


def test_a_footnote_is_linked_there_and_back() -> None:
    assert links("so[^n]\n\n[^n]: [plan](win-trust.md)") == ["#fn-h-1", "../win-trust/", "#fnref-h-1"]
