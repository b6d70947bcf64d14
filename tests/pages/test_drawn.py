"""Small drawings."""

from __future__ import annotations

from datetime import date

from goalsite.pages.drawn import alignment, formats, spark
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal

POINTS = [(date(2026, 10, 1), 0.2), (date(2026, 11, 1), 0.5)]


def test_a_sparkline_says_in_words_where_it_begins_and_ends() -> None:
    drawing = spark(desk_of({}), POINTS, "at_risk", share=True)
    assert drawing is not None
    assert "20% on 1 Oct 2026, 50% on 1 Nov 2026" in drawing.markup
    assert "gs-warn" in drawing.markup


def test_one_point_is_no_course() -> None:
    assert spark(desk_of({}), POINTS[:1], "at_risk") is None


def test_dates_under_an_axis_are_told_as_the_language_has_it() -> None:
    day = date(2026, 10, 1)
    english, chinese = formats(desk_of({})), formats(desk_of({}, language="zh"))
    assert [english.tick(day, unit) for unit in ("day", "month", "year")] == ["1 Oct", "2026-10", "2026"]
    assert chinese.tick(day, "month") == "2026年10月"


def test_the_graph_links_the_neighbours_from_the_page_it_stands_on() -> None:
    files = one_goal("title: Trust\nsupports: [top, 'https://example.org/x']") | {
        "goals/2026/top.md": goal("title: Top <b>")
    }
    drawing = alignment(desk_of(files), "2026-Q4/trust")
    assert drawing is not None
    assert 'href="../../../goals/2026/top/"' in drawing.markup
    assert 'href="https://example.org/x"' in drawing.markup
    assert "Top &lt;b&gt;" in drawing.markup


def test_a_goal_that_stands_alone_has_no_graph() -> None:
    assert alignment(desk_of(one_goal("title: Trust")), "2026-Q4/trust") is None
