"""Objectives, KPIs and units from A to Z."""

from __future__ import annotations

from goalsite.pages.index_pages import index_pages
from tests.authored import goal
from tests.pages.desks import desk_of


def test_everything_stands_under_its_letter_and_what_has_none_comes_last() -> None:
    files = {
        "goals/2026-Q4/a.md": goal("title: zebra"),
        "goals/2026-Q4/b.md": goal("title: 中文"),
        "goals/2026-Q4/c.md": goal("title: 10 pages"),
        "goals/2026-Q4/d.md": goal("title: Éclair"),
        "goals/2026-Q4/e.md": goal("title: Ясно"),
    }
    page, frame = next(index_pages(desk_of(files)))
    assert frame.path == "a-z/"
    assert [(group.letter, [row.link.text for row in group.rows]) for group in page.groups] == [
        ("E", ["Éclair"]),
        ("Z", ["zebra", "中文"]),
        ("#", ["10 pages", "Ясно"]),
    ]
    assert [(link.text, link.href) for link in page.letters] == [
        ("E", "a-z/#letter-e"),
        ("Z", "a-z/#letter-z"),
        ("#", "a-z/#letter-other"),
    ]


def test_each_list_leads_to_the_others_and_says_how_long_they_are() -> None:
    files = {"goals/ops/team.md": goal("title: Operations\nlead: ada"), "goals/ops/kpis/k.md": goal()}
    pages = {frame.path: page for page, frame in index_pages(desk_of(files))}
    assert list(pages) == ["a-z/", "a-z/_/kpis/", "a-z/_/units/"]
    assert [(one.link.text, one.link.note, one.here) for one in pages["a-z/_/kpis/"].lists] == [
        ("Objectives", "0", False),
        ("KPIs", "1", True),
        ("Units", "2", False),
        ("People", "1", False),
    ]
    units = [row for group in pages["a-z/_/units/"].groups for row in group.rows]
    assert [(row.link.text, row.unit and row.unit.text, row.owner and row.owner.text) for row in units] == [
        ("Goals", None, None),
        ("Operations", "Goals", "ada"),
    ]


def test_a_letter_leads_to_the_page_on_which_it_begins() -> None:
    files = {f"goals/2026-Q4/a{at}.md": goal(f"title: A {at}") for at in range(501)}
    files["goals/2026-Q4/b.md"] = goal("title: B")
    pages = [(page, frame.path) for page, frame in index_pages(desk_of(files)) if "Obj" in page.title]
    assert [path for _, path in pages] == ["a-z/", "a-z/_/2/"]
    assert [sum(len(group.rows) for group in page.groups) for page, _ in pages] == [500, 2]
    for page, _ in pages:
        assert [link.href for link in page.letters] == ["a-z/#letter-a", "a-z/_/2/#letter-b"]
