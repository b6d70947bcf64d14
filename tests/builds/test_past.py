"""A build after edits makes what hangs on them, and comes to what a build from nothing would."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.builds import known, past
from goalsite.cli import main as cli
from goalsite.edition import Edition
from goalsite.memory.keep import FOLDER
from goalsite.pages.site import KINDS, Sheet
from tests.edits import FILES, Edit, edits, repository, write_file

DAY = "2026-11-16"
FAST = "goals/web/2026-Q4/fast.md"


pytestmark = pytest.mark.usefixtures("home")


def build(root: Path, *options: str, day: str = DAY) -> None:
    """A build that publishes whatever is wrong with the goals."""
    arguments = ["build", "-C", str(root), "--as-of", day, "--keep-going", *options]
    cli.goalsite.main(arguments, standalone_mode=False)


def is_verified(said: str) -> bool:
    return bool(re.search("verified, [0-9]+ files are as a build from nothing makes them", said))


@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.lists(edits, min_size=1, max_size=3), st.sampled_from((DAY, DAY, DAY, "2026-12-24"))),
        min_size=1,
        max_size=3,
    )
)
def test_after_any_edits_the_site_is_that_of_a_build_from_nothing(
    capsys: pytest.CaptureFixture[str], rounds: list[tuple[list[Edit], str]]
) -> None:
    with repository() as root:
        build(root)
        for together, day in rounds:
            for edit in together:
                edit(root)
            capsys.readouterr()
            build(root, "--verify", day=day)
            assert is_verified(capsys.readouterr().out)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The homes of all goals whose pages are made from now on."""
    homes: list[str] = []
    whole = Edition._print

    def spy(edition: Edition, sheet: Sheet) -> object:
        if sheet.home.startswith("goals/") and sheet.kind < len(KINDS):
            homes.append(sheet.home)
        return whole(edition, sheet)

    monkeypatch.setattr(Edition, "_print", spy)
    return homes


def test_only_the_pages_are_made_that_hang_on_an_edit(made: list[str]) -> None:
    with repository() as root:
        build(root)
        assert {"goals/web/2026-Q4/fast/", "goals/people/ada/2026-Q4/rust/"} <= set(made)
        made.clear()
        write_file(root, FAST, FILES[FAST].replace("value: 700,", "value: 350,"))
        build(root)
        assert "goals/web/2026-Q4/fast/" in made
        assert {"goals/people/ada/2026-Q4/rust/", "goals/web/app/2026-Q3/small/"}.isdisjoint(made)


def test_a_picture_that_comes_to_be_the_logo_is_on_every_page(capsys: pytest.CaptureFixture[str]) -> None:
    with repository() as root:
        write_file(root, "config.yaml", "site_name: Ours\ntheme: {logo: goals/logo.png}\n")
        build(root)
        (root / "goals/logo.png").write_bytes(b"a picture")
        build(root, "--verify")
        assert is_verified(capsys.readouterr().out)


def damage(root: Path) -> None:
    (root / "site/glossary/index.html").write_text("by hand", encoding="utf-8")


def forget(root: Path) -> None:
    (root / FOLDER / known._WHOLE).write_bytes(b"goalsite known 1\n" + bytes(64))


def cut(root: Path) -> None:
    file = root / FOLDER / past._LEAVES
    file.write_bytes(file.read_bytes()[:-9])


def from_elsewhere(root: Path) -> None:
    """What was handed on is that of another site than the one that lies there."""
    kept = (root / FOLDER / past._LEAVES).read_bytes()
    write_file(root, FAST, FILES[FAST].replace("value: 700,", "value: 350,"))
    build(root)
    (root / FOLDER / past._LEAVES).write_bytes(kept)


def without_site(root: Path) -> None:
    shutil.rmtree(root / "site")


@pytest.mark.parametrize("happen", [damage, forget, cut, from_elsewhere, without_site])
def test_what_happened_to_the_site_or_the_memory_is_mended(
    happen: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    with repository() as root:
        build(root)
        happen(root)
        write_file(root, FAST, FILES[FAST].replace("value: 700,", "value: 550,"))
        capsys.readouterr()
        build(root, "--verify")
        assert is_verified(capsys.readouterr().out)


def test_a_disk_that_takes_no_memory_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with repository() as root:
        (root / FOLDER).write_text("a file in the way", encoding="utf-8")
        build(root)
        write_file(root, FAST, FILES[FAST].replace("value: 700,", "value: 550,"))
        build(root, "--verify")
        assert is_verified(capsys.readouterr().out)


def test_of_very_many_goals_only_the_site_is_remembered(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], made: list[str]
) -> None:
    monkeypatch.setattr(past, "_MOST", 100)
    with repository() as root:
        build(root)
        assert {file.name for file in (root / FOLDER).iterdir()} >= {"build"}
        assert not [file for file in (root / FOLDER).iterdir() if file.name in {"known", "leaves"}]
        made.clear()
        build(root)
        assert not made
        write_file(root, FAST, FILES[FAST].replace("value: 700,", "value: 550,"))
        build(root, "--verify")
        assert is_verified(capsys.readouterr().out)
