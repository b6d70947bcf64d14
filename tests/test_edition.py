"""A site is the same whoever makes its batches."""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor
from typing import Any

import pytest

from goalsite import workers
from goalsite.core.diagnostics import Mark, finding
from goalsite.edition import Edition
from goalsite.language.language import Language
from goalsite.pages.desk import Desk
from goalsite.render.templates import Renderer, ThemeError
from tests.pages.desks import desk_of
from tests.pages.test_site import ODD, own_goals
from tests.render.sites import FOLDERS, RENDERERS

FILES = {f"goals/2026-Q4/goal-{n}.md": f"---\ntitle: Goal number {n}\n---\nText.\n" for n in range(40)} | {
    "goals/index.md": "# A page\n",
    "goals/README.md": "# Another page that wants the same address\n",
    "goals/speed.md": "---\ntitle: Speed\nkind: kpi\nowner: ada\n---\n",
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    """A desk with a few batches of pages."""
    return desk_of(FILES)


def test_two_processes_make_what_one_makes(desk: Desk) -> None:
    edition = Edition(desk, RENDERERS["en"])
    alone = list(edition.printed(1))
    assert list(edition.printed(2)) == alone
    assert [file.path for file in alone].count("pages/index.html") == 1


def test_an_edition_that_is_sent_elsewhere_is_the_same(desk: Desk) -> None:
    edition = Edition(desk, RENDERERS["en"], offline=True)
    alone = list(edition.printed())  # so that it holds what was found on the way, which is not sent
    assert list(pickle.loads(pickle.dumps(edition)).printed()) == alone


def test_processes_that_inherit_nothing_make_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def spawned(jobs: int, begin: Callable[..., None], *arguments: Any) -> Executor:
        return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), begin, arguments)

    edition = Edition(desk, Renderer(FOLDERS, Language("zh")))
    alone = list(edition.printed())
    monkeypatch.setattr(workers.done, "__defaults__", (spawned, workers.nothing))
    assert list(edition.printed(2)) == alone


EVERYTHING = {"config.yaml": "outputs: {cards: true, badges: true, goal_feeds: true, goal_tables: true}\n"}
NOWHERE = (
    *("", "index", "index.html/", "/index.html", "goals/index.html/index.html", "goals//index.html"),
    *("../index.html", "404", "404.html/index.html", "nowhere/index.html", "Index.html", "goals.json"),
    *("map/_/", "map/_/goals-99.json", "search/_/goals-0.json", "search/_/full/places.json"),
    *("xfeed.xml", "nowhere/_/feed.json", "feed", "nowhere/_/calendar.ics", "nowhere/_/badge.svg"),
    *("nowhere/_/tables.xlsx", "kpis/_/nothing.csv", ".csv", "assets/site.css", "sitemap.xml"),
)


@pytest.mark.parametrize("offline", [False, True], ids=["served", "offline"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("files", [own_goals(), FILES | ODD | EVERYTHING, {}], ids=["own", "odd", "empty"])
def test_a_file_that_is_asked_for_alone_is_the_one_that_the_site_has_there(
    files: dict[str, str], language: str, offline: bool
) -> None:
    whole, apart = (
        Edition(desk_of(files, language=language), RENDERERS[language], offline=offline) for _ in range(2)
    )
    printed = {file.path: file for file in whole.printed()}
    assert [name for name, file in printed.items() if apart.at(name) != file] == []
    others = {*NOWHERE, *(f"{name}x" for name in printed), *(f"zh/{name}" for name in printed)}
    assert [name for name in others - set(printed) if apart.at(name)] == []


def test_what_is_wrong_with_a_theme_comes_whole_from_another_process() -> None:
    error = ThemeError(finding("look/a.html.j2", Mark(3, 1), "S041", "the template cannot be used"))
    assert pickle.loads(pickle.dumps(error)).diagnostic == error.diagnostic
    assert str(error) == "the template cannot be used"
