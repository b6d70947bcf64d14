"""A file of a site that is made when it is asked for is the one that a build writes."""

from __future__ import annotations

import gc
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from goalsite.core.diagnostics import Diagnostic
from goalsite.output.full_text import FOLDER
from goalsite.pages.frame import Frame
from goalsite.pages.views import Page
from goalsite.pipeline import Figured, figure
from goalsite.printing import render_site
from goalsite.project import open_project
from goalsite.render.templates import Renderer
from goalsite.serve.outcome import UnmadeError
from goalsite.serve.site import Site, site_of
from tests.commands import write
from tests.pages.test_site import ODD, own_goals

DAY = date(2026, 11, 16)
GOAL = "goals/2026-Q4/trust.md"
TEXT = "---\nid: trust\ntitle: Customers trust us\n---\n"
PAGE = "goals/trust/index.html"
PICTURE = "goals/2026-Q4/picture.png"
PLAIN = {"config.yaml": "site_name: Acme\n", GOAL: TEXT, PICTURE: "a picture"}
THEMED = PLAIN | {"config.yaml": "theme: {custom_dir: look}\n", "look/assets/own.css": "p {}\n"}
GLOSSARY = '{% extends "default/glossary.html.j2" %}{% block content %}Ours. {{ super() }}{% endblock %}\n'
EVERYTHING = (
    "languages: [en, zh]\ntheme: {accent: '#0a6'}\n"
    "outputs: {full_text: true, cards: true, badges: true, goal_feeds: true, goal_tables: true}\n"
)


@dataclass
class Author:
    """Somebody who writes goals in a folder, and the site that follows; `told` is what is said meanwhile."""

    folder: Path
    site: Site | None = None
    found: tuple[Diagnostic, ...] = ()
    told: list[Diagnostic] = field(default_factory=list)

    def saves(self, files: dict[str, str]) -> Site | None:
        """The site after a build with these files; None where there is none."""
        write(self.folder, files)
        site, self.found = site_of(self.figured(), self.site, self.told.extend)
        self.site = site or self.site
        return site

    def figured(self) -> Figured:
        return figure(open_project(self.folder), DAY, with_history=True)

    def get(self, path: str) -> bytes:
        """A file that the site has."""
        content = self.site.get(path) if self.site else None
        assert content is not None
        return content

    def fails(self, path: str) -> str:
        """What is wrong with a file that cannot be made."""
        try:
            self.get(path)
        except UnmadeError as error:  # pytest's way would hold on to the site
            return error.finding.message
        raise AssertionError(f"{path} is made")


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


@pytest.mark.parametrize(
    "files",
    [own_goals(), PLAIN | ODD | {"config.yaml": EVERYTHING}, {"config.yaml": "site_name: Acme\n"}],
    ids=["own", "odd", "empty"],
)
def test_every_file_is_the_one_that_a_build_writes_and_there_are_no_others(
    author: Author, files: dict[str, str]
) -> None:
    site = author.saves(files)
    assert site
    built = {artifact.path: artifact.content for artifact in render_site(author.figured()).artifacts}
    asked = sorted(built, key=lambda path: (len(path), path))  # in another order than a build makes them
    assert [path for path in asked if site.get(path) != built[path]] == []
    others = ("", "nowhere", "zh", "zh/", "zh/nowhere", "files/goals", f"{FOLDER}x", f"zh/{FOLDER}x")
    assert [path for path in others if site.get(path)] == []
    assert author.told == []


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where the pages lie that are made from now on."""
    made: list[str] = []
    render = Renderer.render

    def seen(self: Renderer, page: Page, frame: Frame) -> str:
        made.append(frame.path)
        return render(self, page, frame)

    monkeypatch.setattr(Renderer, "render", seen)
    return made


def test_what_was_made_is_not_made_again(author: Author, made: list[str]) -> None:
    author.saves(PLAIN)
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(author.get, [PAGE] * 40 + ["kpis/index.html"] * 40))
    assert len(set(found)) == 2
    assert sorted(made) == ["goals/trust/", "kpis/"]


def test_the_page_that_was_asked_for_last_is_there_before_the_next_site_is(
    author: Author, made: list[str]
) -> None:
    author.saves(PLAIN)
    author.get("kpis/index.html")
    author.get(PAGE)
    author.get("assets/site.css")
    author.get("404.html")
    made.clear()
    author.saves({GOAL: TEXT.replace("Customers", "All")})
    assert made == ["goals/trust/"]
    assert b"All trust us" in author.get(PAGE)
    assert made == ["goals/trust/"]


def test_a_page_that_is_gone_or_cannot_be_made_does_not_stop_the_next_site(author: Author) -> None:
    author.saves(PLAIN | {"config.yaml": "theme: {custom_dir: look}\n"})
    author.get(PAGE)
    assert author.saves({"look/objective.html.j2": "{{ nothing }}"})
    same = author.site
    assert author.saves({}) is same
    assert author.told == []
    assert "nothing" in author.fails(PAGE)
    assert author.saves(
        {"look/objective.html.j2": "{{ nothing.more }}", GOAL: TEXT.replace("trust", "other")}
    )
    assert "nothing" in author.fails("goals/other/index.html")


def test_a_save_that_changes_nothing_leaves_the_site_as_it_is(author: Author) -> None:
    before = author.saves(THEMED)
    assert author.saves({name: THEMED[name] for name in THEMED if name != PICTURE}) is before


@pytest.mark.parametrize(
    "changed",
    [
        {GOAL: TEXT.replace("us\n", "us all\n")},
        {"config.yaml": "theme: {custom_dir: look, accent: '#0a6'}\n"},
        {"look/glossary.html.j2": GLOSSARY},
        {"look/assets/own.css": "p { color: red }\n"},
        {PICTURE: "another picture"},
    ],
    ids=["goal", "configuration", "template", "style", "picture"],
)
def test_a_save_that_changes_something_makes_another_site(author: Author, changed: dict[str, str]) -> None:
    before = author.saves(THEMED)
    assert author.saves(changed) is not before


def test_what_is_gone_since_the_build_is_not_there(author: Author) -> None:
    site = author.saves(PLAIN)
    assert site
    (author.folder / PICTURE).unlink()
    assert site.get(f"files/{PICTURE}") is None


def test_a_template_that_cannot_be_compiled_is_told_at_the_build(author: Author) -> None:
    author.saves(THEMED)
    assert author.saves({"look/glossary.html.j2": "\n{% if %}", "look/own-piece.html.j2": "{{"}) is None
    assert [(Path(one.path).name, one.line, one.code) for one in author.found] == [
        ("glossary.html.j2", 2, "S041"),
        ("own-piece.html.j2", 1, "S041"),
    ]


def test_a_template_that_fails_is_told_once_by_the_pages_that_need_it(author: Author) -> None:
    author.saves(THEMED | {"look/glossary.html.j2": "{{ 1 / 0 }}"})
    for _ in range(2):
        assert author.fails("glossary/index.html").endswith("ZeroDivisionError: division by zero")
    assert b"Customers trust us" in author.get(PAGE)
    assert len(author.told) == 1
    author.saves({"look/glossary.html.j2": GLOSSARY})
    assert b"Ours." in author.get("glossary/index.html")


def test_after_something_failed_a_save_is_another_try(author: Author) -> None:
    before = author.saves(THEMED | {"look/glossary.html.j2": "{{ 1 / 0 }}"})
    author.fails("glossary/index.html")
    assert author.saves({}) is not before


def test_an_index_that_cannot_be_made_is_told_once_and_not_tried_again(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries: list[object] = []
    author.saves(PLAIN | {"config.yaml": "outputs: {full_text: true}\n", GOAL: f"{TEXT}They do.\n"})
    monkeypatch.setattr("goalsite.output.full_text._run", lambda *asked: tries.append(asked))
    for name in ("pagefind.js", "places.json"):
        assert author.fails(f"{FOLDER}en/{name}") == "pagefind ended well, and wrote no index"
    assert len(tries) == len(author.told) == 1
    assert b"Customers trust us" in author.get(PAGE)


def test_whoever_asks_for_a_page_has_it_while_the_index_is_made(author: Author) -> None:
    goals = {f"goals/2026-Q4/goal-{n}.md": f"---\ntitle: Goal {n}\n---\nText.\n" for n in range(150)}
    site = author.saves(PLAIN | goals | {"config.yaml": "outputs: {full_text: true}\n"})
    assert site
    site.get("index.html")
    making = threading.Thread(target=site.get, args=[f"{FOLDER}en/places.json"])
    making.start()
    author.get(PAGE)
    assert making.is_alive()
    making.join()


def test_an_index_for_which_there_is_a_newer_site_is_not_made_to_the_end(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    render = Renderer.render

    def seen(self: Renderer, page: Page, frame: Frame) -> str:
        made.append(frame.path)
        author.saves({GOAL: TEXT.replace("us\n", "us all\n")})
        return render(self, page, frame)

    goals = {f"goals/2026-Q4/goal-{n}.md": f"---\ntitle: Goal {n}\n---\nText.\n" for n in range(60)}
    site = author.saves(PLAIN | goals | {"config.yaml": "outputs: {full_text: true}\n"})
    assert site
    monkeypatch.setattr(Renderer, "render", seen)
    site.get(f"{FOLDER}en/places.json")
    assert len(made) < 60


def test_of_many_sites_one_is_alive(author: Author) -> None:
    glossary = "look/glossary.html.j2"
    alive = weakref.WeakSet[Site]()
    gc.collect()
    gc.disable()  # so that nothing is left to those who look for circles
    try:
        for number in range(6):
            piece = "{{ 1 / 0 }}" if number % 2 else GLOSSARY
            title = TEXT.replace("us\n", f"us {number}\n")
            site = author.saves(THEMED | {GOAL: title, glossary: piece})
            assert site
            alive.add(site)
            for path in (PAGE, "index.html", "goals.json", "teams/_/cycles/2026-Q4/_/objectives.csv"):
                author.get(path)
            if number % 2:
                author.fails("glossary/index.html")
        assert list(alive) == [author.site]
    finally:
        gc.enable()
