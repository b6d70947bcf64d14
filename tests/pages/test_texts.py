"""Markdown of a file as it reads from its page."""

from __future__ import annotations

from goalsite.pages.texts import headings, prose, without_retrospective
from tests.authored import goal
from tests.pages.desks import desk_of, one_goal, one_kpi

PATH = "goals/2026-Q4/trust/"


def markup(body: str, **others: str) -> str:
    """The HTML of an objective's text on its page."""
    desk = desk_of(one_goal("title: Trust\nowner: ada", body, **others))
    html = prose(desk, desk.objectives["2026-Q4/trust"], PATH, body)
    return html.markup if html else ""


def test_a_mention_leads_from_the_page_to_the_goal_by_its_title() -> None:
    assert '<a href="../../../kpis/kpis/speed/" class="goal-link">How fast</a>' in markup(
        "See [[speed]].", **{"goals/kpis/speed.md": goal("title: How fast")}
    )


def test_a_person_who_is_named_in_a_goal_is_linked() -> None:
    assert 'href="../../../people/ada/"' in markup("Ask @ada.")
    assert "<a" not in markup("Ask @nobody.")


def test_a_link_to_a_file_leads_to_its_page() -> None:
    files = {"goals/README.md": "# All\n", "goals/2026-Q4/pic.png": ""}
    assert 'href="../../../pages/"' in markup("[all](../README.md)", **files)
    assert 'src="../../../files/goals/2026-Q4/pic.png"' in markup("![pic](pic.png)", **files)


def test_html_of_a_text_is_shown_as_text() -> None:
    assert "<script" not in markup("<script>alert(1)</script>")


def test_headings_of_a_text_stand_below_the_sections_of_the_page() -> None:
    assert "<h3" in markup("# Why\n\nBecause.")


def test_no_text_is_nothing() -> None:
    desk = desk_of(one_kpi("unit: s"))
    assert prose(desk, desk.kpis["kpis/speed"], "kpis/kpis/speed/", " \n") is None


def test_the_retrospective_is_told_apart_in_either_language() -> None:
    assert without_retrospective("Why.\n\n## Retrospective\n\nLearnt.") == ("Why.", "Learnt.")
    assert without_retrospective("为什么。\n\n## 复盘\n\n学到了。") == ("为什么。", "学到了。")


def test_headings_are_links_within_the_page() -> None:
    desk = desk_of({"goals/how.md": "# How\n\n## First\n\n### Detail\n\n## Second\n"})
    text = "## First\n\n### Detail\n\n## Second\n"
    links = headings(desk, desk.pages["how"], "pages/how/", text)
    assert [(link.text, link.href) for link in links] == [("First", "#h-first"), ("Second", "#h-second")]
