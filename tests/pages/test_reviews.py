from __future__ import annotations

from goalsite.pages.cycle import cycle_pages, unit_cycle_pages
from goalsite.pages.views import CyclePage
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective, result, said


def closed(title: str, score: float, head: str = "", day: str = "2026-09-28") -> str:
    """An aspirational objective that was closed with this score."""
    ended = f"status: closed\nclosed: {day}\noutcome: partly\nscore: {score}"
    return objective(title, result("x", day, 100 * score), head=f"commitment: aspirational\n{ended}\n{head}")


FILES = {
    "goals/core/team.md": "---\ntitle: Core\n---\n",
    "goals/web/team.md": "---\ntitle: Web\n---\n",
    "goals/core/2026-Q3/a.md": closed("A", 0.5),
    "goals/web/2026-Q3/b.md": closed("B", 0.9),
    "goals/core/2026-Q2/old.md": closed("Old", 0.7, "origin: bottom-up", "2026-06-28"),
    "goals/core/2026-Q4/next.md": objective("Next", result("x"), head="continues: [core/2026-Q3/a]"),
}


def pages(files: dict[str, str] = FILES) -> dict[str, CyclePage]:
    desk = desk_of(files)
    found = [*cycle_pages(desk), *unit_cycle_pages(desk)]
    return {frame.path: page for page, frame in found if isinstance(page, CyclePage)}


def test_a_cycle_says_what_it_came_to_in_each_unit() -> None:
    rows = pages()["cycles/2026-Q3/"].verdicts
    assert [(row.unit.text, row.closed, row.score and row.score.text) for row in rows] == [
        ("Core", "1 of 1", "0.5"),
        ("Web", "1 of 1", "0.9"),
    ]
    assert [row.verdict.word if row.verdict else "" for row in rows] == ["partial", "too safe"]
    assert rows[0].unit.href == "teams/core/_/cycles/2026-Q3/"


def test_while_nothing_is_scored_there_are_no_verdicts() -> None:
    assert pages()["cycles/2026-Q4/"].verdicts == ()


def test_a_units_review_is_the_cycles_with_its_own_objectives_only() -> None:
    page = pages()["teams/core/_/cycles/2026-Q3/"]
    assert page.title == "Core in 2026-Q3"
    assert said(page.sentence) == [
        "It ended on 30 Sep 2026.",
        "0 of 1 key result on track.",
        "1 of 1 objective closed.",
    ]
    assert [row.link.text for group in page.groups for row in group.rows] == ["A"]
    assert [link.href for link in page.places] == ["teams/core/", "cycles/2026-Q3/"]
    assert [row.new.text for row in page.carried_over] == ["Next"]
    assert page.verdicts == ()


def test_every_unit_has_a_review_of_every_cycle_it_was_in() -> None:
    assert sorted(path for path in pages() if path.startswith("teams/")) == [
        "teams/core/_/cycles/2026-Q2/",
        "teams/core/_/cycles/2026-Q3/",
        "teams/core/_/cycles/2026-Q4/",
        "teams/web/_/cycles/2026-Q3/",
    ]


def test_the_cycle_before_stands_beside_it_for_a_unit_as_for_all() -> None:
    whole, unit = pages()["cycles/2026-Q3/"], pages()["teams/core/_/cycles/2026-Q3/"]
    assert whole.compared is not None
    assert unit.compared is not None
    assert ("Mean score", "0.7", "0.7", "the same") in whole.compared.rows
    assert ("Mean score", "0.5", "0.7", "0.2 lower") in unit.compared.rows
    assert [link.href for link in whole.comparisons] == ["cycles/2026-Q3/_/compare/2026-Q2/"]


def test_a_first_cycle_has_nothing_beside_it() -> None:
    assert pages()["cycles/2026-Q2/"].compared is None
    assert pages()["cycles/2026-Q2/"].comparisons == ()
