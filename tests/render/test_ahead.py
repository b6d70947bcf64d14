"""Templates that nobody knows yet are compiled by another process, in the midst of other work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from goalsite import workers
from goalsite.language.language import Language
from goalsite.memory.keep import nothing_remembered
from goalsite.render import ahead, compiled
from goalsite.render.ahead import compile_ahead
from goalsite.render.compiled import keep_compiled
from goalsite.render.engine import Engine
from goalsite.render.templates import Renderer
from goalsite.render.themes import DEFAULT, shipped
from goalsite.workers import aside
from tests.render.test_compiled import forget

FOLDERS = (shipped() / DEFAULT,)
BOTH = Language("en"), Language("zh")


class Started:
    """Counts the processes that are begun."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, work: Callable[..., Any], *arguments: Any) -> Callable[[], Any]:
        self.count += 1
        return aside(work, *arguments)


@pytest.fixture(autouse=True)
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Started:
    """A user with a cache folder of their own, in a process that knows no template."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(workers, "cores", lambda: 2)
    forget(monkeypatch)
    started = Started()
    monkeypatch.setattr(ahead, "aside", started)
    return started


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that this process compiles itself."""
    names: list[str] = []
    generate = Engine._generate

    def seen(self: Engine, source: Any, name: str | None, *others: Any, **how: Any) -> str:
        names.append(name or "")
        return generate(self, source, name, *others, **how)

    monkeypatch.setattr(Engine, "_generate", seen)
    return names


def compile_all(folders: tuple[Path, ...] = FOLDERS) -> None:
    for language in BOTH:
        assert Renderer(folders, language).compile() == ()


def test_what_was_compiled_ahead_is_not_compiled_again(here: list[str]) -> None:
    compile_ahead(FOLDERS, BOTH)
    compile_all()
    assert here == []


def test_the_code_is_the_one_that_is_compiled_here(monkeypatch: pytest.MonkeyPatch) -> None:
    compile_ahead(FOLDERS, BOTH)
    compile_all()
    from_elsewhere = dict(compiled._codes)
    forget(monkeypatch)
    compile_all()
    assert from_elsewhere == compiled._codes


def test_who_knows_the_templates_begins_nothing(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all()
    keep_compiled()
    forget(monkeypatch)
    compile_ahead(FOLDERS, BOTH)
    assert started.count == 0


def test_only_what_is_missing_is_compiled(here: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    Renderer(FOLDERS, BOTH[0]).compile()
    keep_compiled()
    forget(monkeypatch)
    here.clear()
    compile_ahead(FOLDERS, BOTH)
    compile_all()
    assert here == []


def test_who_is_to_remember_nothing_begins_nothing(started: Started) -> None:
    with nothing_remembered():
        compile_ahead(FOLDERS, BOTH)
    assert started.count == 0


def test_what_was_begun_for_a_build_that_made_no_page_serves_the_next_one(
    started: Started, here: list[str]
) -> None:
    compile_ahead(FOLDERS, BOTH)
    compile_ahead(FOLDERS, BOTH)
    compile_all()
    assert (started.count, here) == (1, [])


def test_a_process_that_is_lost_is_not_waited_for_and_all_is_compiled_here(
    here: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "_compiled", lambda *_: 1 / 0)
    compile_ahead(FOLDERS, BOTH)
    compile_all()
    assert "objective.html.j2" in here


def test_a_template_of_ones_own_that_cannot_be_used_is_told_where_it_is_needed(tmp_path: Path) -> None:
    (tmp_path / "objective.html.j2").write_text("{% if %}", encoding="utf-8")
    folders = (tmp_path, *FOLDERS)
    compile_ahead(folders, BOTH)
    (found,) = Renderer(folders, BOTH[0]).compile()
    assert found.code == "S041"
