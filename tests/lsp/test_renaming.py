from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from goalsite.edit.patch import RefusedError
from goalsite.lsp.renaming import Edit, renamable, rename
from goalsite.lsp.workspace import State
from tests.commands import write
from tests.lsp.project import FILES, GREEN, TRUST, UPTIME, known, mark, pointed, workspace

LOG = GREEN.replace(".md", ".checkins.csv")
SHARE = "goals/kpis/share.md"


def edits(state: State, path: str, text: str, new: str) -> tuple[Edit, ...]:
    """What renames the marked name."""
    return rename(state, renamable(state, pointed(state, path, text)).what, new)


def applied(state: State, made: tuple[Edit, ...]) -> Mapping[str, str]:
    """The texts of the files that edits change."""
    texts: dict[str, str] = {}
    for edit in sorted(made, key=lambda one: (one.path, one.span), reverse=True):
        lines = texts.get(edit.path, state.text(edit.path)).splitlines(keepends=True)
        line = lines[edit.span.line]
        lines[edit.span.line] = line[: edit.span.start] + edit.text + line[edit.span.end :]
        texts[edit.path] = "".join(lines)
    return texts


def renamed(
    folder: Path, path: str, part: str, new: str, files: dict[str, str] | None = None
) -> Mapping[str, str]:
    """The files that change when the name at `part` of a file is renamed; the result has no findings."""
    everything = FILES | (files or {})
    state = known(folder, files)
    changed = applied(state, edits(state, path, mark(everything[path], part), new))
    write(folder, dict(changed))
    assert workspace(folder).read({}).diagnostics == ()
    return changed


def test_a_goal_named_by_its_path_gets_an_id_and_its_references_follow(tmp_path: Path) -> None:
    changed = renamed(tmp_path, GREEN, "win-trust", "2026-Q4/be-trusted")
    assert changed == {
        TRUST: FILES[TRUST].replace("---\n", "---\nid: 2026-Q4/be-trusted\n", 1),
        GREEN: FILES[GREEN].replace("win-trust", "be-trusted"),
    }


def test_a_reference_stays_as_short_as_it_was_where_that_is_unambiguous(tmp_path: Path) -> None:
    other = {"goals/2026/be-trusted.md": "---\ntitle: The year's\n---\n"}
    changed = renamed(tmp_path, GREEN, "win-trust", "2026-Q4/be-trusted", other)
    assert "[2026-Q4/be-trusted#nps]" in changed[GREEN]
    assert "[[2026-Q4/be-trusted]]" in changed[GREEN]


def test_a_kpi_is_renamed_in_measures_formulas_and_texts(tmp_path: Path) -> None:
    changed = renamed(tmp_path, GREEN, "uptime", "up")
    assert set(changed) == {UPTIME, GREEN, SHARE}
    assert "guards: [up]" in changed[GREEN]
    assert "{kpi: up, min" in changed[GREEN]
    assert "[[ up ]]" in changed[GREEN]
    assert '"[[up]] / 100"' in changed[SHARE]


@pytest.mark.parametrize(
    ("formula", "new", "wanted"),
    [
        ("platform/kpis/uptime * 2", "a-b", "formula: a-b * 2"),
        ("2 * platform/kpis/uptime", "a-b", "formula: 2 * [[a-b]]"),
        ("(platform/kpis/uptime)", "2026", "formula: ([[2026]])"),
        ("'platform/kpis/uptime'", "2026", "formula: '[[2026]]'"),
    ],
)
def test_a_formula_takes_the_new_id_as_it_reads_ids(
    tmp_path: Path, formula: str, new: str, wanted: str
) -> None:
    files = {SHARE: f"---\ntitle: Share\nformula: {formula}\n---\n"}
    assert wanted in renamed(tmp_path, GREEN, "uptime", new, files)[SHARE]


def test_an_explicit_id_is_changed_where_it_stands(tmp_path: Path) -> None:
    named = FILES[TRUST].replace("---\n", "---\nid: 'trust' # ours\n", 1)
    files = {TRUST: named, GREEN: FILES[GREEN].replace("win-trust", "trust")}
    changed = renamed(tmp_path, TRUST, "trust", "信任", files)
    assert "id: '信任' # ours\n" in changed[TRUST]
    assert "supports: [信任#nps]" in changed[GREEN]


def test_aliases_and_references_by_them_stay(tmp_path: Path) -> None:
    files = {TRUST: FILES[TRUST].replace("---\n", "---\naliases: [win-trust]\n", 1)}
    changed = renamed(tmp_path, GREEN, "win-trust", "trust", files)
    assert set(changed) == {TRUST}


def test_a_reference_that_the_new_id_would_take_over_is_written_out(tmp_path: Path) -> None:
    files = {"goals/2026-Q4/more.md": "---\ntitle: More\nsupports: [green-builds]\n---\n"}
    changed = renamed(tmp_path, GREEN, "win-trust", "green-builds", files)
    assert "supports: [platform/2026-Q4/green-builds]" in changed["goals/2026-Q4/more.md"]


def test_a_key_result_is_renamed_in_its_file_its_log_and_wherever_it_is_named(tmp_path: Path) -> None:
    assert renamed(tmp_path, LOG, "p90", "p99") == {
        GREEN: FILES[GREEN].replace("p90", "p99"),
        LOG: FILES[LOG].replace("p90", "p99"),
    }
    changed = renamed(tmp_path, GREEN, "nps", "recommended")
    assert "- id: recommended\n" in changed[TRUST]
    assert "[[win-trust#recommended]]" in changed[GREEN]


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    state = known(tmp_path)
    (tmp_path / TRUST).write_bytes(FILES[TRUST].replace("\n", "\r\n").encode())
    state = workspace(tmp_path).read({})
    made = edits(state, GREEN, mark(FILES[GREEN], "win-trust"), "trust")
    assert [edit.text for edit in made if edit.path == TRUST] == ["\r\nid: trust"]


def test_a_goal_without_front_matter_gets_one(tmp_path: Path) -> None:
    plain = {"goals/kpis/plain.md": "# Plain\n", SHARE: "---\ntitle: Share\nformula: plain / 2\n---\n"}
    changed = renamed(tmp_path, SHARE, "plain", "simple", plain)
    assert changed["goals/kpis/plain.md"] == "---\nid: simple\n---\n# Plain\n"


@pytest.mark.parametrize("new", ["null", "-x", "~a"])
def test_an_id_that_yaml_reads_otherwise_is_quoted_or_refused(tmp_path: Path, new: str) -> None:
    if new == "~a":
        with pytest.raises(RefusedError, match="holds"):
            renamed(tmp_path, GREEN, "win-trust", new)
    else:
        assert f'id: "{new}"' in renamed(tmp_path, GREEN, "win-trust", new)[TRUST]


@pytest.mark.parametrize(
    ("path", "part", "new", "why"),
    [
        (GREEN, "win-trust", "", "is empty"),
        (GREEN, "win-trust", "a b", "holds a space"),
        (
            GREEN,
            "win-trust",
            "platform/2026-q4/green-builds",
            "taken by goals/platform/2026",
        ),
        (GREEN, "p50", "p90", "has a key result"),
        (GREEN, "p50", "a/b", "one segment"),
        (GREEN, "ada", "bob", "a person is not renamed here"),
        (GREEN, "Median", "x", "there is no id here"),
        (GREEN, "owner", "x", "there is no id here"),
    ],
)
def test_what_cannot_be_renamed_says_why(tmp_path: Path, path: str, part: str, new: str, why: str) -> None:
    state = known(tmp_path)
    with pytest.raises(RefusedError, match=why):
        edits(state, path, mark(FILES[path], part), new)


def test_a_goal_whose_file_is_broken_is_not_renamed(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    project = workspace(tmp_path)
    project.read({})
    state = project.read({TRUST: "---\ntitle: [\n---\n"})
    with pytest.raises(RefusedError, match="cannot be read"):
        edits(state, GREEN, mark(FILES[GREEN], "win-trust"), "x")


def test_a_name_written_by_escapes_is_not_renamed(tmp_path: Path) -> None:
    files = {GREEN: FILES[GREEN].replace("[win-trust#nps]", '["win\\x2dtrust"]')}
    state = known(tmp_path, files)
    with pytest.raises(RefusedError, match="green-builds"):
        edits(state, GREEN, mark(files[GREEN], "win-trust"), "x")


def test_a_key_result_without_an_id_is_not_renamed(tmp_path: Path) -> None:
    unnamed = FILES[TRUST].replace("id: nps\n    title", "title")
    files = {TRUST: unnamed, GREEN: FILES[GREEN].replace("win-trust#nps", "win-trust#1")}
    state = known(tmp_path, files)
    with pytest.raises(RefusedError, match="no id of its own"):
        edits(state, GREEN, mark(files[GREEN], "win-trust#1", 11), "x")
