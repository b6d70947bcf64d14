"""A site in an object store: only what changed, nothing of others, whole after any kill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from goalsite.deliver.built import Built
from goalsite.deliver.store import NOTE, publish_to_store
from goalsite.output.errors import PublishError
from tests.deliver.conftest import Make

PLACE = "memory://bucket/goals"
OLD = {"index.html": "old", "goals/a/index.html": "old", "goals/b/index.html": "old", "assets/a.css": "old"}
NEW = {"index.html": "new", "goals/a/index.html": "new", "goals/c/index.html": "old", "assets/b.css": "new"}
OTHER = OLD | {"index.html": "new"}
MINE = {"CNAME": "mine", "goals/b/notes.txt": "mine", "blog/index.html": "mine"}


class Killed(BaseException):
    """The process is gone."""


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Callable[..., dict[str, str]]:
    """A function that puts files into an empty store, and without any tells what is in it."""
    monkeypatch.setattr(MemoryFileSystem, "store", {})
    monkeypatch.setattr(MemoryFileSystem, "pseudo_dirs", [""])
    driver = MemoryFileSystem()

    def held(files: dict[str, str] | None = None) -> dict[str, str]:
        for path, text in (files or {}).items():
            driver.pipe_file(f"/bucket/goals/{path}", text.encode())
        found = driver.find("/bucket/goals")
        return {path.removeprefix("/bucket/goals/"): driver.cat_file(path).decode() for path in found}

    return held


@pytest.fixture
def dies(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """A function by which a process dies before it has changed the store so many times more."""
    left = [-1]

    def dying(change: Callable[..., Any]) -> Callable[..., Any]:
        def changed(*arguments: Any, **options: Any) -> Any:
            left[0] -= 1
            if left[0] == -1:
                raise Killed
            return change(*arguments, **options)

        return changed

    for name in ("pipe_file", "rm_file"):
        monkeypatch.setattr(MemoryFileSystem, name, dying(getattr(MemoryFileSystem, name)))

    def after(count: int) -> None:
        left[0] = count

    return after


def without_list(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path != "manifest.json"}


def test_only_what_changed_is_written_and_only_what_is_goalsite_s_removed(
    built: Make, store: Callable[..., dict[str, str]]
) -> None:
    publish_to_store(built(OLD), PLACE)
    store(MINE)
    site = built(NEW)
    foreseen = publish_to_store(site, PLACE, dry_run=True)
    assert without_list(store()) == OLD | MINE
    done = publish_to_store(site, PLACE)
    assert done == foreseen
    assert done.written == (
        "assets/b.css",
        "goals/a/index.html",
        "goals/c/index.html",
        "index.html",
        "manifest.json",
    )
    assert done.removed == ("assets/a.css", "goals/b/index.html")
    assert without_list(store()) == NEW | MINE
    assert publish_to_store(site, PLACE).written == ()


def test_what_others_changed_or_took_away_is_set_again(
    built: Make, store: Callable[..., dict[str, str]]
) -> None:
    site = built(OLD)
    publish_to_store(site, PLACE)
    store({"index.html": "somebody's"})
    MemoryFileSystem().rm_file("/bucket/goals/assets/a.css")
    assert publish_to_store(site, PLACE).written == ("assets/a.css", "index.html")
    assert without_list(store()) == OLD


def test_a_file_of_others_in_the_way_stops_it_before_anything_changed(
    built: Make, store: Callable[..., dict[str, str]]
) -> None:
    there = {"index.html": "another site", "goals/a/index.html": "old", "manifest.json": '{"name": "an app"}'}
    store(there)
    with pytest.raises(PublishError) as refusal:
        publish_to_store(built(OLD), PLACE)
    assert refusal.value.paths == ("index.html", "manifest.json")
    assert store() == there


def test_a_site_that_was_touched_since_it_was_built_changes_nothing_there(
    built: Make, store: Callable[..., dict[str, str]]
) -> None:
    publish_to_store(built(OLD), PLACE)
    before, site = store(), built(OLD | {"assets/a.css": "new"})
    (site.folder / "goals/b/index.html").write_text("half", encoding="utf-8")
    with pytest.raises(PublishError, match="is not what the build wrote"):
        publish_to_store(site, PLACE)
    assert store() == before


def assert_in_order(found: dict[str, str]) -> None:
    """Assets before pages, deeper pages first, nothing of the old gone before all of the new is there."""
    steps = ["assets/b.css", "goals/a/index.html", "index.html"]
    done = [found.get(path) == "new" for path in steps]
    assert done == sorted(done, reverse=True)
    assert {*OLD} <= {*found} or found.items() >= NEW.items()


def test_killed_twice_at_any_two_moments_it_is_whole_and_the_next_publish_finishes(
    built: Make, store: Callable[..., dict[str, str]], dies: Callable[[int], None]
) -> None:
    old, new, other = built(OLD, "old"), built(NEW, "new"), built(OTHER, "other")

    def publish(site: Built, changes: int = -1) -> bool:
        dies(changes)
        try:
            publish_to_store(site, PLACE)
        except Killed:
            return False
        finally:
            dies(-1)
        return True

    ended, first = False, -1
    while not ended:
        first, again, second = first + 1, False, -1
        while not again:
            publish(old)
            ended, second = publish(new, first), second + 1
            assert_in_order(store())
            again = publish(other, second)
            publish(other)
            assert without_list(store(MINE)) == OTHER | MINE
    assert first > 8


def test_a_disk_behind_a_driver_gets_its_folders(built: Make, tmp_path: Path) -> None:
    publish_to_store(built(NEW), f"local://{tmp_path}/www/goals")
    assert (tmp_path / "www/goals/goals/a/index.html").read_text(encoding="utf-8") == "new"
    assert not (tmp_path / "www/goals" / NOTE).exists()


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("s3://", "the address names no place"),
        ("oss://bucket/goals", "the driver for oss:// is missing"),
        ("nowhere://bucket", "Protocol not known: nowhere"),
        ("http://ada:s3cret@127.0.0.1:9/goals", "http"),
    ],
)
def test_an_address_that_is_none_is_told_without_its_password(built: Make, address: str, told: str) -> None:
    with pytest.raises(PublishError, match=told) as refusal:
        publish_to_store(built(OLD), address)
    assert "s3cret" not in f"{refusal.value.message} {refusal.value.hint}"
