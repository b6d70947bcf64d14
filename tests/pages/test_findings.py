from __future__ import annotations

from goalsite.core.diagnostics import Mark, finding
from goalsite.pages.findings import finding_rows
from tests.pages.desks import desk_of
from tests.pages.goal_files import objective

FILES = {"goals/2026-Q4/a.md": objective("A")}
FOUND = [
    finding("goals/2026-Q4/a.md", Mark(3, 1), "S016", "no goal is called b", "write its id"),
    finding("config.yaml", Mark(1, 1), "S041", "wrong"),
]


def test_a_finding_leads_to_its_file_in_the_repository() -> None:
    files = FILES | {"config.yaml": "repo_url: https://github.com/us/goals\n"}
    row, _ = finding_rows(desk_of(files), FOUND)
    assert (row.code, row.severity, row.message, row.hint) == (
        "S016 broken-link",
        "warning",
        "no goal is called b",
        "write its id",
    )
    assert row.place.text == "goals/2026-Q4/a.md:3"
    assert row.place.href == "https://github.com/us/goals/edit/main/goals/2026-Q4/a.md"


def test_where_the_host_is_not_known_it_leads_to_the_files_page_or_stays_here() -> None:
    goal, config = finding_rows(desk_of(FILES), FOUND)
    assert (goal.place.href, config.place.href) == ("goals/2026-Q4/a/", "health/#findings")
