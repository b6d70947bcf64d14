from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goalsite.language.language import Language
from goalsite.pages.paging import pager, part_path, parts


@given(st.lists(st.integers()), st.integers(1, 20))
def test_parts_hold_everything_once_in_order(items: list[int], most: int) -> None:
    made = parts(items, most)
    assert [item for part in made for item in part] == items
    assert all(len(part) <= most for part in made)
    assert made == ((),) or all(made)


def test_the_first_part_is_the_page_itself_and_the_others_lie_below_it() -> None:
    assert [part_path("goals/a/", number) for number in (1, 2)] == ["goals/a/", "goals/a/_/2/"]


def test_a_pager_leads_to_the_neighbours_and_says_where_one_is() -> None:
    middle = pager(Language("en"), "kpis/", 2, 3)
    assert middle is not None
    assert middle.text == "Page 2 of 3"
    assert middle.previous is not None
    assert middle.following is not None
    assert (middle.previous.href, middle.following.href) == ("kpis/", "kpis/_/3/")


def test_one_part_needs_no_pager() -> None:
    assert pager(Language("en"), "kpis/", 1, 1) is None
