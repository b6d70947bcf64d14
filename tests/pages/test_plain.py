from __future__ import annotations

from goalsite.pages.plain import missing_pages, placeholder_pages, plain_pages, redirect_pages
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective


def test_a_plain_page_is_called_by_its_first_heading_and_does_not_repeat_it() -> None:
    text = "# How we work\n\nRead [this](2026-Q4/a.md).\n\n## Rhythm\n\nWeekly.\n\n## Review\n"
    files = {"goals/guide.md": text, "goals/2026-Q4/a.md": objective("A")}
    ((page, frame),) = plain_pages(desk_of(files))
    assert (page.title, frame.path, frame.title) == ("How we work", "pages/guide/", "How we work")
    assert "How we work" not in page.body.markup
    assert '<a href="../../goals/2026-Q4/a/">this</a>' in page.body.markup
    assert [link.text for link in page.headings] == ["Rhythm", "Review"]


def test_a_readme_is_the_page_of_its_folder() -> None:
    paths = [
        frame.path
        for _, frame in plain_pages(desk_of({"goals/README.md": "Hi.\n", "goals/a/index.md": "Hi.\n"}))
    ]
    assert paths == ["pages/", "pages/a/"]


def test_an_alias_of_a_goal_leads_there_from_both_kinds() -> None:
    files = {
        "goals/2026-Q4/a.md": objective("A", head="id: new\naliases: [old/name]"),
        "goals/kpis/k.md": kpi("K", "aliases: [speed]"),
    }
    found = {frame.path: page.target.href for page, frame in redirect_pages(desk_of(files))}
    assert found == {
        "goals/old/name/": "goals/new/",
        "kpis/old/name/": "goals/new/",
        "goals/speed/": "kpis/kpis/k/",
        "kpis/speed/": "kpis/kpis/k/",
    }


def test_aliases_of_units_people_and_pages_lead_from_their_own_folder() -> None:
    files = {
        "goals/core/team.md": "---\ntitle: Core\naliases: [platform]\n---\n",
        "goals/people/ada.md": "---\nname: Ada\naliases: [al]\n---\n",
        "goals/guide.md": "---\nkind: page\ntitle: Guide\naliases: [howto]\n---\n",
    }
    found = {frame.path: page.target.href for page, frame in redirect_pages(desk_of(files))}
    assert found == {
        "teams/platform/": "teams/core/",
        "people/al/": "people/ada/",
        "pages/howto/": "pages/guide/",
    }


def test_a_file_that_could_not_be_read_leaves_a_page_that_says_why() -> None:
    ((page, frame),) = placeholder_pages(desk_of({"goals/2026-Q4/a.md": "---\ntitle: [\n---\n"}))
    assert (page.title, frame.path) == ("a", "goals/2026-Q4/a/")
    assert page.sentence == "What should stand here is in goals/2026-Q4/a.md, which could not be read."
    assert [row.code for row in page.findings] == ["S030 yaml-syntax"]


def test_there_is_a_page_for_addresses_that_do_not_exist() -> None:
    ((page, frame),) = missing_pages(desk_of({}))
    assert (frame.path, page.title) == ("404.html", "Page not found")
