from __future__ import annotations

import re

from goalsite.pages.review_views import TimelinePage
from goalsite.pages.timeline import timeline_pages, timeline_places
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result

FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/core/2026-Q3/old.md": objective("Old", head="status: closed\nclosed: 2026-09-28\noutcome: partly"),
    "goals/core/2026-Q4/new.md": objective(
        "New", result("x", "2026-11-16", 60), head="continues: [core/2026-Q3/old]\ndepends_on: [2026/year]"
    ),
    "goals/2026/year.md": objective("Year"),
    "goals/people/ada/2026-Q4/own.md": objective("Own"),
}


def pages(files: dict[str, str], as_of: str = "2026-11-16") -> dict[str, TimelinePage]:
    return {frame.path: page for page, frame in timeline_pages(desk_of(files, as_of))}


def test_objectives_stand_by_unit_on_one_axis_and_what_goes_on_is_one_row() -> None:
    page = pages(FILES)["timeline/"]
    assert page.window == "1 Jan – 31 Dec 2026"
    assert [(group.id, [row.link.text for row in group.rows]) for group in page.groups] == [
        ("unit", ["Year"]),
        ("unit-core", ["New"]),
    ]
    (row,) = page.groups[1].rows
    assert (row.words, row.status.word) == ("1 Oct – 31 Dec 2026", "on track")
    assert [(link.text, link.note) for link in row.earlier] == [("2026-Q3", "partly")]
    assert [link.text for link in row.waits] == ["Year"]
    assert row.spans.markup.count("<g>") == 2


def test_hovering_tells_of_each_stretch_what_and_when_it_was() -> None:
    (row,) = pages(FILES)["timeline/"].groups[1].rows
    assert re.findall("<g><title>(.*?)</title>", row.spans.markup) == [
        "Old: 1 Jul – 30 Sep 2026, partly",
        "New: 1 Oct – 31 Dec 2026, on track",
    ]


def test_one_far_day_does_not_flatten_the_rest() -> None:
    """Three years back and two ahead are shown; what lies outside is counted."""
    files = FILES | {
        "goals/2020-Q1/ancient.md": objective("Ancient"),
        "goals/2026-Q4/forever.md": objective("Forever", head="due: 9999-12-31"),
    }
    page = pages(files)["timeline/"]
    assert page.window == "14 Nov 2023 – 17 Nov 2028"
    assert page.note == "1 objective lies before or after these years."
    assert "Ancient" not in [row.link.text for group in page.groups for row in group.rows]


def test_five_hundred_rows_stand_on_a_page_and_units_stay_together() -> None:
    files = {f"goals/{unit}/team.md": f"---\ntitle: {unit}\n---\n" for unit in "abc"}
    for unit, count in (("a", 300), ("b", 300), ("c", 501)):
        files |= {f"goals/{unit}/2026-Q4/{at}.md": objective(str(at)) for at in range(count)}
    found = pages(files)
    sizes = [[(group.title.text, len(group.rows)) for group in page.groups] for page in found.values()]
    assert sizes == [[("a", 300)], [("b", 300)], [("c", 500)], [("c", 1)]]
    assert list(found) == ["timeline/", "timeline/_/2/", "timeline/_/3/", "timeline/_/4/"]
    assert timeline_places(desk_of(files)) == {
        "a": "timeline/#unit-a",
        "b": "timeline/_/2/#unit-b",
        "c": "timeline/_/3/#unit-c",
    }


def test_without_objectives_there_is_an_empty_timeline() -> None:
    assert pages({}) == {"timeline/": TimelinePage("Timeline")}
