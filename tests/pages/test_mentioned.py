from __future__ import annotations

from goalsite.pages.person import person_pages
from goalsite.pages.review_views import MentionRow
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi


def mentions(handle: str, files: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """Link, place, day and text of what names somebody."""
    pages = {frame.path: page for page, frame in person_pages(desk_of(files))}
    rows: tuple[MentionRow, ...] = pages[f"people/{handle}/"].mentioned
    return [(row.link.text, row.where, row.date, row.text) for row in rows]


ADA = {"goals/people/ada.md": "---\nkind: person\nname: Ada\n---\nI am @ada.\n"}


def objective(front: str, body: str = "") -> dict[str, str]:
    return {"goals/2026-Q4/a.md": f"---\ntitle: A\n{front}---\n{body}"}


def test_bodies_notes_and_what_is_blocked_are_collected_newest_first() -> None:
    files = ADA | objective(
        "key_results:\n"
        "  - {id: x, title: X, metric: {target: 9}, checkins: ["
        '{date: 2026-11-02, value: 1, note: "@ada helped"}, '
        '{date: 2026-11-09, value: 2, blocked: "waits for @Ada"}]}\n',
        "# Why\n\nBecause **@ada** asked for it.\n",
    )
    assert mentions("ada", files) == [
        ("X", "Blocked", "9 Nov 2026", "waits for @Ada"),
        ("X", "Check-in", "2 Nov 2026", "@ada helped"),
        ("A", "in the text", "", "Because @ada asked for it."),
    ]


def test_of_a_table_the_row_that_names_somebody_is_told() -> None:
    table = "| Task | Owner |\n| --- | --- |\n| Design | @sam |\n| Review | **@ada** |\n"
    assert mentions("ada", ADA | objective("", table)) == [("A", "in the text", "", "Review · @ada")]


def test_units_pages_and_kpis_name_people_too() -> None:
    files = ADA | {
        "goals/core/team.md": "---\ntitle: Core\n---\nAsk @ada.\n",
        "goals/notes.md": "---\nkind: page\ntitle: Notes\n---\nSee @ada.\n",
        "goals/kpis/k.md": kpi("K", 'definition: "As @ada counts it"'),
    }
    assert sorted(row[:2] for row in mentions("ada", files)) == [
        ("Core", "in the text"),
        ("K", "Definition"),
        ("Notes", "in the text"),
    ]


def test_ones_own_profile_code_and_addresses_are_no_mention() -> None:
    files = ADA | objective("", "Write to me@ada or run `@ada`.\n")
    assert mentions("ada", files) == []


def test_chinese_goes_on_without_a_space() -> None:
    files = {"goals/people/王芳.md": "---\nkind: person\nname: 王芳\n---\n"}
    assert [row[3] for row in mentions("王芳", files | objective("", "请@王芳确认。\n"))] == ["请@王芳确认。"]


def test_a_long_paragraph_is_cut_around_the_name() -> None:
    text = "word " * 100 + "@ada " + "word " * 100
    ((_, _, _, shown),) = mentions("ada", ADA | objective("", text))
    assert "@ada" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 250
