"""The list of tags and the page of each."""

from __future__ import annotations

from goalsite.pages.finding_views import TagPage, TagsPage
from goalsite.pages.tag_pages import tag_pages
from tests.authored import goal
from tests.pages.desks import desk_of


def test_a_tag_lists_its_goals_with_what_they_are_and_where_they_stand() -> None:
    desk = desk_of(
        {
            "goals/ops/team.md": goal("title: Operations"),
            "goals/ops/2026-Q4/a.md": goal("title: Fewer alarms\nowner: ada\ntags: [calm]\nstatus: draft"),
            "goals/kpis/k.md": goal("title: Alarms\ntags: [calm]"),
        }
    )
    (index, around), (one, place) = tag_pages(desk)
    assert isinstance(index, TagsPage)
    assert isinstance(one, TagPage)
    assert [(link.text, link.href, link.note) for link in index.tags] == [("calm", "tags/calm/", "2 goals")]
    assert (around.path, place.path, one.title) == ("tags/", "tags/calm/", "Tag: calm")
    assert [(row.link.text, row.kind, row.status.word if row.status else "") for row in one.rows] == [
        ("Fewer alarms", "Objective", "draft"),
        ("Alarms", "KPI", "no data"),
    ]
    assert one.rows[0].unit is not None
    assert one.rows[0].unit.text == "Operations"
    assert one.rows[1].cycle is None


def test_no_page_of_tags_is_longer_than_500_entries() -> None:
    files = {f"goals/2026-Q4/g{at}.md": goal(f"tags: [all, t{at}]") for at in range(501)}
    pages = list(tag_pages(desk_of(files)))
    sizes = {frame.path: len(page.tags if isinstance(page, TagsPage) else page.rows) for page, frame in pages}
    assert [sizes[path] for path in ("tags/", "tags/_/2/", "tags/all/", "tags/all/_/2/")] == [500, 2, 500, 1]


def test_without_tags_there_is_a_page_that_says_how_to_write_one() -> None:
    ((page, _),) = tag_pages(desk_of({}))
    assert isinstance(page, TagsPage)
    assert page.tags == ()
