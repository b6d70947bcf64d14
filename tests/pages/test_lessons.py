from __future__ import annotations

from goalsite.pages.lessons import carried_in, carried_over, count_rows, lessons, root_causes
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective


def closed(title: str, cause: str) -> str:
    return objective(title, head=f"status: closed\nretro: {{root_cause: {cause}}}")


def test_the_most_frequent_root_cause_comes_first() -> None:
    files = {f"goals/2026-Q3/{at}.md": closed("A", cause) for at, cause in enumerate(("b", "a", "B", "c"))}
    desk = desk_of(files)
    assert [(row.text, row.count.text) for row in root_causes(desk, desk.corpus.objectives)] == [
        ("b", "2"),
        ("a", "1"),
        ("c", "1"),
    ]


def test_counts_are_drawn_as_shares_of_their_total() -> None:
    rows = count_rows(desk_of({}), [("a", 3), ("b", 1)])
    assert [(row.bar.progress, row.bar.text) for row in rows] == [(0.75, "75%"), (0.25, "25%")]
    assert [row.bar.progress for row in count_rows(desk_of({}), [("a", 0)])] == [0.0]


def test_a_page_tells_a_hundred_lessons_at_most() -> None:
    desk = desk_of({f"goals/2026-Q3/{at:03}.md": closed(str(at), f"cause {at}") for at in range(101)})
    assert len(lessons(desk, desk.corpus.objectives)) == 100
    assert len(root_causes(desk, desk.corpus.objectives)) == 100


def test_what_goes_on_outside_the_site_is_not_told_as_carried() -> None:
    files = {"goals/2026-Q4/a.md": objective("A", head="continues: [https://example.org/old]")}
    desk = desk_of(files)
    assert carried_in(desk, desk.corpus.objectives) == carried_over(desk, desk.corpus.objectives) == ()
