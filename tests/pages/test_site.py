"""The registry: every page of the site, each at its own address, in the same order every time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from goalsite.core.config import Theme
from goalsite.exchange.beside import file_batches
from goalsite.language.language import Language
from goalsite.pages.site import page_at, site_pages
from goalsite.render.templates import Renderer
from goalsite.render.themes import theme_assets, theme_folders
from tests.authored import goal
from tests.pages.desks import desk_of
from tests.pages.goal_files import kpi, objective, result

ROOT = Path(__file__).parents[2]
FOLDERS, _ = theme_folders(Theme(), ROOT, "config.yaml", {})
RENDERERS = {tag: Renderer(FOLDERS, Language(tag)) for tag in ("en", "zh")}
FIXED = [
    "",
    "alerts/",
    "changes/",
    "cycles/",
    "glossary/",
    "health/",
    "kpis/",
    "map/",
    "people/",
    "teams/",
    "timeline/",
    "search/",
    "a-z/",
    "a-z/_/kpis/",
    "a-z/_/units/",
    "tags/",
    "404.html",
]
NOT_OURS = ("goals.json", "files/goals/images/flow.svg")
"""What other parts of a build make."""
OTHER_LANGUAGES = ("zh/",)


def own_goals() -> dict[str, str]:
    """This project's own goals."""
    files = {"config.yaml": (ROOT / "config.yaml").read_text(encoding="utf-8")}
    for path in sorted((ROOT / "goals").rglob("*")):
        if path.suffix in (".md", ".csv"):
            files[path.relative_to(ROOT).as_posix()] = path.read_text(encoding="utf-8")
    return files


def rendered(files: dict[str, str], language: str = "en") -> dict[str, str]:
    """Every page's HTML by the address of its file below the site's root."""
    desk = desk_of(files, language=language)
    renderer = Renderer(FOLDERS, desk.language)
    return {
        frame.path if frame.path.endswith(".html") else f"{frame.path}index.html": renderer.render(
            page, frame
        )
        for page, frame in site_pages(desk)
    }


def test_an_empty_repository_has_every_page_that_does_not_need_a_goal() -> None:
    assert sorted(frame.path for _, frame in site_pages(desk_of({}))) == sorted(FIXED)


def test_every_record_has_its_page_and_no_address_is_given_twice() -> None:
    desk = desk_of(own_goals())
    paths = Counter(frame.path for _, frame in site_pages(desk))
    assert {path for path, count in paths.items() if count > 1} == set()
    assert {f"goals/{goal.id}/" for goal in desk.corpus.objectives} <= set(paths)
    assert {f"kpis/{kpi.id}/" for kpi in desk.corpus.kpis} <= set(paths)
    assert {f"teams/{team.id}/".replace("//", "/") for team in desk.corpus.teams} <= set(paths)
    assert {f"people/{person.id}/" for person in desk.corpus.people} <= set(paths)
    assert {f"cycles/{cycle.id}/" for cycle in desk.corpus.cycles} <= set(paths)


def test_of_two_files_that_want_one_address_the_first_has_it() -> None:
    files = {"goals/a/README.md": "# One\n", "goals/a/index.md": "# Two\n"}
    assert [frame.path for _, frame in site_pages(desk_of(files))].count("pages/a/") == 1


ODD = {
    "goals/README.md": "# Home\n",
    "goals/a/README.md": "# One\n",
    "goals/a/index.md": "# Two\n",
    "goals/a/team.md": "---\naliases: [b]\n---\n",
    "goals/a/a/team.md": "---\ntitle: Inner\n---\n",
    "goals/a/2026-Q4/broken.md": "---\ntitle: [\n---\n",
    "goals/a/2026-Q4/目标.md": goal("title: 目标\naliases: [old, a/2026-Q4/目]\ncycle: 2026-Q4"),
    "goals/2026-Q4/one.md": goal("title: One\ncycle: 2026-Q4\nsupports: [目标]"),
    "goals/people/lin.md": goal("name: Lin"),
}


@pytest.mark.parametrize("files", [own_goals(), ODD, {}], ids=["own", "odd", "empty"])
def test_a_page_that_is_asked_for_alone_is_the_one_that_the_site_has_there(files: dict[str, str]) -> None:
    desk, apart = desk_of(files), desk_of(files)
    for page, around in site_pages(desk):
        assert page_at(apart, around.path) == (page, around)
    for path in ("nowhere/", "goals/nowhere/", "teams/a/_/2/", "goals", "/", "teams", "changes/_/2/"):
        assert page_at(apart, path) is None


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_link_within_the_site_leads_to_a_page_and_an_anchor_that_are_there(language: str) -> None:
    desk = desk_of(own_goals())
    pages = rendered(own_goals(), language)
    assets = {name for name, _ in theme_assets(FOLDERS)} | {f"files/{path}" for path in desk.corpus.assets}
    assets |= {path for batch in file_batches(desk) for *_, make in batch for path, _ in make()}
    anchors = {path: set(re.findall(r'\sid="([^"]+)"', text)) for path, text in pages.items()}
    dead = []
    for path, text in pages.items():
        base = "/" if path == "404.html" else f"/{path}"
        for link in set(re.findall(r'(?:href|src)="([^"]*)"', text)):
            where = urlsplit(urljoin(f"https://site{base}", link.replace("&amp;", "&")))
            target = unquote(where.path).removeprefix("/")
            file = f"{target}index.html" if target.endswith("/") or not target else target
            elsewhere = where.netloc != "site" or file in assets or target in NOT_OURS
            lost = file not in pages or (where.fragment and unquote(where.fragment) not in anchors[file])
            if not elsewhere and lost and not file.startswith(OTHER_LANGUAGES):
                dead.append(f"{path} -> {link}")
    assert dead == []


def test_whatever_titles_say_pages_keep_their_elements() -> None:
    results = f"key_results:\n{result('x', '2026-11-16', 1)}"

    def site(text: str) -> dict[str, str]:
        return {
            "goals/team.md": f"---\ntitle: {text!r}\nlead: ada\n---\n",
            "goals/2026-Q4/a.md": f"---\ntitle: {text!r}\nowner: ada\n{results}---\n",
            "goals/kpis/k.md": f"---\ntitle: {text!r}\nseries: [[2026-11-09, 1]]\n---\n",
            "goals/page.md": f"---\nkind: page\ntitle: {text!r}\n---\n",
        }

    plain, hostile = rendered(site("t")), rendered(site("<img src=x onerror=alert(1)>{{ 7*7 }}</title>"))
    assert hostile.keys() == plain.keys()
    for path, text in hostile.items():
        assert "<img src=x" not in text
        assert Counter(re.findall(r"<[a-z]+", text)) == Counter(re.findall(r"<[a-z]+", plain[path])), path


def test_the_same_goals_make_the_same_pages_in_whatever_order_they_are_read() -> None:
    files = {f"goals/2026-Q4/{name}.md": objective(name, result("x", "2026-11-16", 1)) for name in "abc"}
    files |= {"goals/kpis/k.md": kpi("K", "supports: [a]")}
    assert rendered(files) == rendered(dict(reversed(files.items())))


def test_a_long_chain_of_goals_has_its_pages() -> None:
    count = 1_500
    files = {
        f"goals/2026-Q4/g{at}.md": objective(
            f"G{at}", head=f"id: g{at}\nsupports: [g{at - 1}]" if at else "id: g0"
        )
        for at in range(count)
    }
    assert sum(1 for _ in site_pages(desk_of(files))) > count
