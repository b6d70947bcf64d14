from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from goalsite.core.diagnostics import Diagnostic
from goalsite.lsp.workspace import State
from goalsite.pipeline import figure
from goalsite.project import open_project
from tests.commands import write
from tests.lsp.project import FILES, GREEN, TRUST, known, workspace

DAY = date(2026, 11, 16)


def said(state: State) -> list[tuple[str, str]]:
    """The findings by path and code."""
    return [(one.path, one.code) for one in state.diagnostics]


def checked(folder: Path) -> tuple[Diagnostic, ...]:
    """The findings of `goalsite check`."""
    return figure(open_project(folder), DAY).diagnostics


BROKEN = {
    "config.yaml": "site_nam: Example\n",
    GREEN: "---\ntitle: x\nowner: [\n---\n",
    "goals/a.md": "---\ntitle: no cycle\n---\nWrite to ada@example.org\n",
    "goals/2026/b.md": "---\ntitle: nothing there\nsupports: [nobody]\n---\n[[nowhere]]\n",
    "goals/kpis/k.csv": "date,value\n",
    "goals/kpis/pixel.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
    "goals/kpis/latin.md": "---\ntitle: x\n---\n",
}


def test_a_sound_project_has_no_findings(tmp_path: Path) -> None:
    assert said(known(tmp_path)) == []


def test_findings_are_those_of_the_check(tmp_path: Path) -> None:
    state = known(tmp_path, BROKEN)
    assert state.diagnostics == checked(tmp_path)
    assert {"S001", "S030", "S013", "S003", "S016", "S044", "S049"} <= {one.code for one in state.diagnostics}


def test_a_buffer_counts_in_place_of_its_file(tmp_path: Path) -> None:
    state = known(tmp_path, buffers={TRUST: FILES[TRUST].replace("owner: lin", "supports: [nobody]")})
    assert said(state) == [(TRUST, "S003")]


def test_a_buffer_of_a_new_file_is_a_file(tmp_path: Path) -> None:
    state = known(tmp_path, buffers={"goals/2026-Q4/new.md": "---\ntitle: New\nsupports: [nobody]\n---\n"})
    assert said(state) == [("goals/2026-Q4/new.md", "S003")]


def test_a_buffer_of_the_configuration_counts(tmp_path: Path) -> None:
    state = known(tmp_path, buffers={"config.yaml": "site_nam: x\nrules: {ignore: [Q, R, K]}\n"})
    assert said(state) == [("config.yaml", "S001")]


@pytest.mark.parametrize("path", ["README.md", "goals/.hidden.md", "goals/drafts/x.md", "other/x.md"])
def test_a_buffer_outside_the_goals_is_ignored(tmp_path: Path, path: str) -> None:
    config = {"config.yaml": "exclude: [goals/drafts/**]\nrules: {ignore: [Q, R, K]}\n"}
    assert said(known(tmp_path, config, {path: "---\nsupports: [nobody]\n---\n"})) == []


def test_a_folder_without_a_project_has_no_findings(tmp_path: Path) -> None:
    state = workspace(tmp_path).read({"notes.md": "---\ntitle: [\n"})
    assert state.diagnostics == ()


def test_a_configuration_without_goals_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"config.yaml": ""})
    assert said(workspace(tmp_path).read({})) == [("config.yaml", "S050")]


def test_every_reading_gives_what_the_check_gives(tmp_path: Path) -> None:
    """Whatever happens between two readings: edits, new files, files that go, another configuration."""
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    project.read({})
    for files in (
        BROKEN,
        {GREEN: FILES[GREEN]},
        {"config.yaml": "exclude: [goals/a.md]\n"},
        {"goals/b.md": "x"},
    ):
        write(tmp_path, files)
        assert project.read({}).diagnostics == checked(tmp_path)
    (tmp_path / TRUST).unlink()
    assert project.read({}).diagnostics == checked(tmp_path)


def test_an_unchanged_file_is_not_read_again(tmp_path: Path) -> None:
    """A file that cannot be opened any more, though nobody has touched it, is still known."""
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    before = project.read({})
    first = {document.path: document for document in before.documents.documents}
    after = project.read({GREEN: FILES[GREEN] + "\nMore.\n"})
    again = {document.path: document for document in after.documents.documents}
    assert [path for path in again if again[path] is not first[path]] == [GREEN]


def test_a_file_that_is_written_with_the_same_size_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    project.read({})
    status = (tmp_path / TRUST).stat()
    write(tmp_path, {TRUST: FILES[TRUST].replace("owner: lin", "ownre: lin")})
    os.utime(tmp_path / TRUST, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert said(project.read({})) == [(TRUST, "S001")]


def test_a_goal_whose_file_is_broken_just_now_is_still_known(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    project.read({})
    state = project.read({TRUST: "---\ntitle: [half\n---\n"})
    assert state.goals["2026-Q4/win-trust"].title == "客户信任我们"
    assert "2026-Q4/win-trust" in state.figures
    assert ("2026-Q4/win-trust" in {goal.id for goal in state.corpus.objectives}) is False


def test_a_broken_goal_is_forgotten_with_its_file(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    project.read({TRUST: "---\ntitle: [half\n---\n"})
    (tmp_path / TRUST).unlink()
    assert "2026-Q4/win-trust" not in project.read({}).goals


@pytest.mark.parametrize(
    "text", ["", "\ufeff", "---\n", "---\n\x00\n---", "\ud800", "---\n" + "[" * 5000, "a" * 2_000_000]
)
@pytest.mark.parametrize("path", [GREEN, "config.yaml", "goals/platform/kpis/uptime.csv"])
def test_any_buffer_can_be_read(tmp_path: Path, path: str, text: str) -> None:
    state = known(tmp_path, buffers={path: text})
    assert all(one.line >= 1 for one in state.diagnostics)


def test_a_changed_file_that_cannot_be_read_is_told_before_the_rest_is_known(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    half = {TRUST: "---\ntitle: [half\n---\n", "README.md": "---\n[\n---\n", GREEN: FILES[GREEN] + "\n"}
    assert list(project.unreadable(half)) == []
    project.read({})
    assert [(path, one.code) for path, found in project.unreadable(half) for one in found] == [
        (TRUST, "S030")
    ]
    project.read(half)
    assert list(project.unreadable(half)) == []
