"""Titles as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.pages.objective import objective_page
from goalsite.pages.plain import plain_pages
from goalsite.pages.titles import shown_title
from tests.pages.desks import desk_of, one_goal


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Stabilise `cargo-script`", "Stabilise cargo-script"),
        ("`a`/`b` split", "a/b split"),
        ("Write ``code`` once", "Write code once"),
        ("A lone ` stays", "A lone ` stays"),
        ("``unlike` stays", "``unlike` stays"),
        ("", ""),
    ],
)
def test_code_in_a_title_is_shown_without_its_marks(written: str, shown: str) -> None:
    assert shown_title(written) == shown


@given(st.text(st.sampled_from("`a ")))
def test_nothing_but_backticks_is_taken_away(title: str) -> None:
    assert shown_title(title).replace("`", "") == title.replace("`", "")


def test_very_many_backticks_are_read_at_once() -> None:
    assert shown_title("`" * 200_000) == "`" * 200_000


def test_goals_key_results_units_and_pages_are_called_as_they_are_shown() -> None:
    front = "title: Faster `rustc`\nkey_results: [{id: a, title: '`a` is done', binary: {}}]"
    unit = {"goals/team.md": "---\ntitle: The `core`\n---\n", "goals/README.md": "# About `it`\n\nText.\n"}
    desk = desk_of(one_goal(front) | unit)
    (goal,) = desk.corpus.objectives
    page, frame = objective_page(desk, goal)
    assert (page.title, page.key_results[0].title) == ("Faster rustc", "a is done")
    assert frame.sidebar is not None
    assert frame.sidebar.here.text == "The core"


def test_a_page_does_not_tell_its_title_a_second_time() -> None:
    ((page, _),) = plain_pages(desk_of({"goals/README.md": "# About `it`\n\nText.\n"}))
    assert (page.title, page.body.markup) == ("About it", "<p>Text.</p>\n")
