"""Past states within a site: `goalsite build --snapshots`, where goals came, moved and went."""

from __future__ import annotations

import json
import posixpath
import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.commands import goalsite
from tests.conftest import GitRepo

CONFIG = """\
site_name: Acme
site_url: https://acme.example/goals/
repo_url: https://github.com/acme/goals
timezone: Europe/Berlin
languages: [en, zh]
theme: {logo: goals/logo.png}
outputs: {snapshots: cycles}
"""
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 24
PAGE = "goals/fast/index.html"
STATES = ["2026-08-31", "2026-09-30", "2026-10-31"]


def goal(title: str, current: float, head: str = "") -> str:
    return (
        f"---\ntitle: {title}\ncycle: 2026-Q3\nowner: ada\n{head}"
        f"key_results:\n  - id: p50\n    title: Median time to green\n    current: {current}\n"
        "    metric: {unit: min, baseline: 14, target: 5}\n---\n![Plan](plan.png)\n"
    )


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> GitRepo:
    """Goals of four months; the last commit of September is one of October in Berlin."""
    repo = GitRepo(tmp_path_factory.mktemp("past"))
    repo.git("init", "--quiet", "--initial-branch=main")
    repo.commit({"README.md": "Nothing yet."}, "2026-06-20T09:00:00+00:00")
    files: dict[str, str | bytes | None] = {
        "config.yaml": CONFIG,
        "goals/logo.png": PNG,
        "goals/plan.png": PNG,
        "goals/trust.md": goal("Trust <script>alert(1)</script>", 12),
        "goals/fast.md": goal("Fast builds", 12, "supports: [trust]\n"),
        "goals/half.md": "---\ntitle: [\n---\n",
    }
    repo.commit(files, "2026-08-20T09:00:00+00:00")
    repo.commit({"goals/fast.md": goal("Fast builds", 9, "supports: [trust]\n")}, "2026-09-10T09:00:00+00:00")
    repo.commit({"goals/half.md": None}, "2026-09-30T22:30:00+00:00")
    files = {"goals/trust.md": None, "goals/fast.md": None}
    files["goals/quick.md"] = goal("Quick builds", 7, "aliases: [fast]\n")
    repo.commit(files, "2026-11-05T09:00:00+00:00")
    return repo


def built(repo: GitRepo, *options: str, by: str = "months", day: str = "2026-11-16") -> str:
    """What a build says; its option counts more than the configuration, which wants cycles."""
    run = goalsite("build", "--snapshots", by, "--as-of", day, *options, cwd=repo.root)
    assert run.code == 0, run.err
    return run.out + run.err


@pytest.fixture(scope="module")
def site(repo: GitRepo) -> Path:
    """The site with the state of each month."""
    built(repo)
    return repo.root / "site"


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def data(site: Path, path: str) -> Any:
    return json.loads(read(site / path))


def test_a_state_has_the_files_of_the_commit_at_which_its_day_ended_and_the_figures_of_that_day(
    repo: GitRepo, site: Path
) -> None:
    commits = repo.git("rev-list", "--reverse", "main").split()
    states = {day: data(site, f"at/{day}/goals.json") for day in STATES}
    assert [path.name for path in sorted((site / "at").iterdir()) if path.name[0] == "2"] == STATES
    assert {day: (one["as_of"], one["commit"]) for day, one in states.items()} == {
        "2026-08-31": ("2026-08-31", commits[1]),
        "2026-09-30": ("2026-09-30", commits[2]),  # in Berlin the next came on 1 October
        "2026-10-31": ("2026-10-31", commits[3]),
    }
    goals = [{one["id"]: one for one in state["goals"]} for state in states.values()]
    assert [known["fast"]["progress"] for known in goals] == [
        pytest.approx(2 / 9),
        pytest.approx(5 / 9),
        pytest.approx(5 / 9),
    ]


def test_a_page_says_which_state_it_is_of_and_leads_to_itself_today_else_to_the_dashboard(site: Path) -> None:
    there, gone = read(site / "at/2026-08-31" / PAGE), read(site / "at/2026-08-31/zh/goals/trust/index.html")
    assert "As it was on 31 Aug 2026" in there
    assert '<meta name="robots" content="noindex">' in there
    assert '<link rel="canonical" href="https://acme.example/goals/goals/fast/">' in there
    assert 'href="../../../../goals/fast/"><bdi>This page today' in there
    assert "2026年8月31日的状态" in gone
    assert "此页面现已不存在。" in gone
    assert 'href="../../../../../zh/"' in gone
    assert 'rel="canonical"' not in gone
    assert not re.search('Edit this page|mailto:|class="follow"', there)


def test_a_state_shares_the_assets_and_has_nothing_to_follow(site: Path) -> None:
    state = site / "at/2026-09-30"
    names = {path.relative_to(state).parts[0] for path in state.rglob("*") if path.is_file()}
    assert not names & {"assets", "schema", "404.html", "sitemap.xml", "site.zip"}
    suffixes = {path.suffix for path in state.rglob("*") if path.is_file()}
    assert suffixes == {".html", ".json", ".png"}


def targets(site: Path, file: Path) -> Iterator[Path]:
    """The files that a page links and loads."""
    base = file.relative_to(site).as_posix()
    for link in re.findall(r'\s(?:href|src|action|data-index|data-today)="([^"]*)"', read(file)):
        url = urlsplit(unescape(link))
        if url.scheme or not url.path:
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(url.path)))
        yield site / path / "index.html" if url.path.endswith("/") else site / path


def test_every_link_of_every_page_of_a_state_and_of_the_list_leads_somewhere(site: Path) -> None:
    pages = [*(site / "at").rglob("*.html"), site / "zh/at/index.html", site / "map/index.html"]
    lost = {(page, target) for page in pages for target in targets(site, page) if not target.is_file()}
    assert len(pages) > 100
    assert lost == set()


def test_what_could_not_be_read_then_is_told_in_its_state_and_harms_no_build_of_today(site: Path) -> None:
    assert "half.md" in read(site / "at/2026-08-31/goals/half/index.html")
    assert "S030" in read(site / "at/2026-08-31/health/index.html")
    assert not (site / "at/2026-10-31/goals/half").exists()
    assert "<script>alert(1)" not in read(site / "at/2026-08-31/goals/trust/index.html")


def test_the_list_has_the_figures_of_each_state_and_scripts_learn_which_page_is_in_which(site: Path) -> None:
    listed = re.findall(r'href="([^"]*)"><bdi>\d+ \w+ 2026<', read(site / "at/index.html"))
    assert listed == [f"../at/{day}/" for day in reversed(STATES)]
    known = data(site, "zh/at/index.json")
    assert [one["root"] for one in known["states"]] == [f"../../at/{day}/zh/" for day in STATES]
    assert (known["pages"], known["firsts"]) == ("../../at/_/pages-", [""])
    places = data(site, "at/_/pages-1.json")
    assert (places[""], places["goals/fast/"], places["goals/half/"]) == (0b111, 0b111, 0b011)
    assert "goals/quick/" not in places


def test_what_lies_there_already_is_not_made_again_and_what_somebody_changed_is(
    repo: GitRepo, site: Path
) -> None:
    assert " 0 files written" in built(repo)
    page = site / "at/2026-08-31" / PAGE
    before = page.read_bytes()
    page.write_bytes(before + b"forged")
    assert " 1 files written" in built(repo)
    assert page.read_bytes() == before


def test_a_page_that_comes_today_changes_the_states_that_lead_to_it_alone(
    repo: GitRepo, site: Path, tmp_path: Path
) -> None:
    copy = GitRepo(tmp_path / "copy")
    shutil.copytree(repo.root, copy.root)
    copy.write({"goals/trust.md": goal("Trust", 6)})
    built(copy)
    changed = {
        path.relative_to(site).as_posix()
        for path in (site / "at/2026-08-31").rglob("*.html")
        if path.read_bytes() != (copy.root / "site" / path.relative_to(site)).read_bytes()
    }
    assert changed == {f"at/2026-08-31/{language}goals/trust/index.html" for language in ("", "zh/")}


@pytest.fixture
def page(browser: Browser, serve_folder: Callable[[Path], str]) -> Iterator[Page]:
    """A browser that is told nothing while it looks at the states; it leaves before the server does."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    yield page
    context.close()
    assert told == []


def test_the_switch_offers_the_same_page_in_each_state_and_the_overview_where_it_is_not(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    root = serve_folder(site)
    page.goto(f"{root}goals/quick/")
    page.get_by_text("Past states", exact=True).click()
    entry = page.get_by_role("link", name="30 Sep 2026")
    expect(entry).to_contain_text("Overview")
    page.goto(f"{root}at/2026-10-31/zh/goals/trust/")
    page.locator(".states summary").click()
    entries = page.locator(".states .state a")
    expect(entries).to_have_count(4)
    found = [(it.get_attribute("aria-current"), it.evaluate("it => it.href")) for it in entries.all()]
    places = ["zh/", *(f"at/{day}/zh/goals/trust/" for day in reversed(STATES))]
    assert found == [("page" if at == 1 else None, root + place) for at, place in enumerate(places)]


def test_the_map_steps_through_time_and_keeps_what_one_looks_at(
    site: Path, page: Page, serve_folder: Callable[[Path], str]
) -> None:
    root = serve_folder(site)
    page.goto(f"{root}at/2026-09-30/map/?focus=fast&at=1,2,1")
    slider = page.get_by_role("slider", name="Point in time")
    expect(slider).to_have_attribute("aria-valuetext", "30 Sep 2026")
    page.get_by_role("link", name="31 Oct 2026").click()
    page.wait_for_url(re.compile(r"/at/2026-10-31/map/\?focus=fast"))
    slider.press("ArrowLeft")
    page.wait_for_url(re.compile(r"/at/2026-09-30/map/\?focus=fast"))
    slider.press("Home")
    page.wait_for_url(re.compile(r"/at/2026-08-31/map/\?focus=fast"))
    with page.expect_event("framenavigated", lambda it: "/at/2026-10-31/map/?focus=fast" in it.url):
        page.get_by_role("button", name="Play").click()  # from here on it goes by itself, whoever looks
        page.wait_for_url(re.compile(r"/at/2026-09-30/map/\?focus=fast"))
        expect(page.get_by_role("button", name="Stop")).to_be_visible()


def test_a_site_on_a_disk_has_its_states_too(repo: GitRepo, browser: Browser, tmp_path: Path) -> None:
    built(repo, "--offline", "--site-dir", str(tmp_path / "disk"), by="cycles")
    page = browser.new_page()
    page.goto((tmp_path / "disk/at/2026-09-30" / PAGE).as_uri())
    page.locator(".states summary").click()
    page.get_by_role("link", name="Today", exact=True).click()
    page.wait_for_url("**/disk/goals/quick/index.html")  # as it is called now
    page.close()
