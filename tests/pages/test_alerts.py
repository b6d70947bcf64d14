from __future__ import annotations

from goalsite.pages.alerts import alert_pages
from goalsite.pages.elements import Link
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result, said


def test_alerts_are_grouped_by_who_can_act_from_a_to_z() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", result("x", "2026-11-16", 1), head="owner: zoe"),
        "goals/2026-Q4/b.md": objective("B", result("x", "2026-11-16", 30), head="owner: ada"),
        "goals/2026-Q4/c.md": objective("C", result("x", "2026-11-16", 1), head="owner: ada"),
    }
    ((page, frame),) = alert_pages(desk_of(files))
    assert frame.path == "alerts/"
    assert [group.who.text for group in page.groups] == ["ada", "zoe"]
    assert [row.link.note for row in page.groups[0].rows] == ["C", "B"]
    assert all(row.who is None for group in page.groups for row in group.rows)
    assert said(page.sentence) == ["3 need a decision."]


def test_five_hundred_alerts_stand_on_a_page() -> None:
    files = {f"goals/2026-Q4/{at}.md": objective(str(at), result("x", "2026-11-16", 1)) for at in range(501)}
    pages = list(alert_pages(desk_of(files)))
    assert [frame.path for _, frame in pages] == ["alerts/", "alerts/_/2/"]
    assert [sum(len(group.rows) for group in page.groups) for page, _ in pages] == [500, 1]
    (first, _), (second, _) = pages
    assert first.pager is not None
    assert first.pager.following == Link("Next page", "alerts/_/2/")
    assert second.pager is not None
    assert second.pager.previous == Link("Previous page", "alerts/")


def test_without_alerts_there_is_one_empty_page() -> None:
    ((page, _),) = alert_pages(desk_of({}))
    assert (page.groups, page.sentence, page.pager) == ((), (), None)
