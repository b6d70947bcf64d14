"""What builds keep of what is known, edit by edit, is all that is known after the last one."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goalsite.builds import known as kept
from goalsite.builds.known import Memory
from goalsite.core.known import Held, Known, alike
from goalsite.memory.keep import FOLDER
from goalsite.pages import revisions
from goalsite.pages.surveys import Changes, Survey, survey
from goalsite.pipeline import Before, figure
from goalsite.printing import open_site
from goalsite.project import open_project
from goalsite.source.nodes import KeptDocument
from tests.edits import FILES, Edit, edits, repository, write_file

DAY = date(2026, 11, 16)
FAR = 4_000_000_000_000_000_000  # a time at which no file is fresh
FAST = "goals/web/2026-Q4/fast.md"


pytestmark = pytest.mark.usefixtures("home")


def build(root: Path, of: int, *, published: bool = True) -> tuple[Held, Survey]:
    """What is known after a build of the project, which goes on from what is kept and keeps it again."""
    memory = Memory(root / FOLDER)
    known = Known.of(memory.held)
    before = Before(lambda: FAR, known)
    seen = survey(open_site(figure(open_project(root), DAY, with_history=True, before=before)))
    memory.wait(of, known.held(), (seen,), tuple(map(Changes, memory.surveys, (seen,))))
    memory.settle(published=published)
    return known.held(), seen


def edited(root: Path, value: int) -> None:
    write_file(root, FAST, FILES[FAST].replace("value: 700,", f"value: {value},"))


def is_kept(root: Path, held: Held, seen: Survey) -> bool:
    memory = Memory(root / FOLDER)
    (survey_kept,) = memory.surveys
    for name, (_, value) in memory.held.items():
        if name[0] == "file" and isinstance(value[0], KeptDocument):
            value[0].read_by(partial(value_of, held[name]))
    is_same = memory.held.keys() == held.keys() and all(is_as(memory.held[name], held[name]) for name in held)
    return is_same and Changes(survey_kept, seen).none and survey_kept.size == seen.size


def value_of(entry: tuple[object, Any]) -> Any:
    return entry[1]


def is_as(one: object, other: object) -> bool:
    """Whether two values say the same: what is read when it is asked for is alike none but itself."""
    return alike(one, other) or said(one) == said(other)


def said(value: object) -> str:
    return repr(value).replace("KeptDocument(", "Document(")


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.lists(edits, min_size=1, max_size=2), min_size=1, max_size=4), st.sampled_from((0, 1, 8)))
def test_after_any_edits_all_is_kept(
    monkeypatch: pytest.MonkeyPatch, rounds: list[list[Edit]], most: int
) -> None:
    monkeypatch.setattr(kept, "_MOST", most)
    monkeypatch.setattr(revisions, "_LONG", 1)
    with repository() as root:
        build(root, 1)
        for of, together in enumerate(rounds, 2):
            for edit in together:
                edit(root)
            assert is_kept(root, *build(root, of))


def test_an_edit_leaves_the_whole_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    with repository() as root:
        build(root, 1)
        whole = (root / FOLDER / "known").read_bytes()
        for of, value in enumerate((600, 500, 400), 2):
            edited(root, value)
            assert is_kept(root, *build(root, of))
            assert len((root / FOLDER / "since").read_bytes()) < len(whole) / 3 * (of - 1)
        assert (root / FOLDER / "known").read_bytes() == whole
        assert Memory(root / FOLDER).of == 4


def test_edits_that_come_to_much_are_kept_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    with repository() as root:
        monkeypatch.setattr(kept, "_MOST", 1)
        build(root, 1)
        edited(root, 600)
        build(root, 2)
        monkeypatch.setattr(kept, "_MOST", 10_000)
        edited(root, 500)
        assert is_kept(root, *build(root, 3))
        assert not list((root / FOLDER).glob(".*nown")) + list((root / FOLDER).glob(".since"))
        edited(root, 400)
        assert is_kept(root, *build(root, 4))


def test_what_was_not_published_is_not_kept() -> None:
    with repository() as root:
        held, seen = build(root, 1)
        edited(root, 600)
        build(root, 2, published=False)
        assert is_kept(root, held, seen)


@pytest.mark.parametrize("name", ["known", "since"])
def test_a_damaged_memory_is_not_believed(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    with repository() as root:
        held, seen = build(root, 1)
        edited(root, 600)
        build(root, 2)
        file = root / FOLDER / name
        file.write_bytes(file.read_bytes()[:-1] + b"?")
        if name == "since":
            assert is_kept(root, held, seen)
        else:
            assert (Memory(root / FOLDER).held, Memory(root / FOLDER).surveys) == ({}, ())


def test_edits_of_another_whole_are_not_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 1)
    with repository() as root:
        build(root, 1)
        edited(root, 600)
        build(root, 2)
        since = (root / FOLDER / "since").read_bytes()
        (root / FOLDER / "known").unlink()
        held, seen = build(root, 3)
        (root / FOLDER / "since").write_bytes(since)
        assert is_kept(root, held, seen)
