"""The metric library."""

from __future__ import annotations

from goalsite.pages.library import library_pages
from tests.authored import goal
from tests.pages.desks import desk_of


def test_every_kpi_stands_under_its_unit_the_north_star_first() -> None:
    desk = desk_of(
        {
            "goals/kpis/a.md": goal("title: A"),
            "goals/kpis/z.md": goal("title: Z\nnorth_star: true"),
            "goals/ops/team.md": goal("title: Operations"),
            "goals/ops/kpis/b.md": goal("title: B\nleading: true"),
            "goals/people/ada/kpis/c.md": goal("title: C"),
        }
    )
    ((page, frame),) = library_pages(desk)
    rows = [(group.title.text, [(row.link.text, row.role) for row in group.rows]) for group in page.groups]
    assert rows == [
        ("Goals", [("Z", "north star"), ("A", ""), ("C", "personal")]),
        ("Operations", [("B", "leading indicator")]),
    ]
    assert [figure.text for figure in page.sentence] == ["4 KPIs:", "4 no data."]
    assert frame.path == "kpis/"


def test_no_page_of_it_is_longer_than_500_entries() -> None:
    desk = desk_of({f"goals/kpis/k{n}.md": goal() for n in range(501)})
    pages = list(library_pages(desk))
    assert [sum(len(group.rows) for group in page.groups) for page, _ in pages] == [500, 1]
    assert [frame.path for _, frame in pages] == ["kpis/", "kpis/_/2/"]
    assert pages[0][0].pager is not None


def test_without_kpis_there_is_a_page_that_says_so() -> None:
    ((page, _),) = library_pages(desk_of({}))
    assert (page.groups, page.sentence) == ((), ())
