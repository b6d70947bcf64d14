from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.source.nodes import Document, Documents, Mapping, Table
from goalsite.source.read import (
    missing_goals,
    read_alone,
    read_document,
    read_documents,
    read_mapping,
    read_table,
)
from goalsite.source.tree import DiskTree, Entry, MemoryTree, Tree

GOAL = "---\ntitle: Grow\n---\nWith @ada\n"


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, str]]:
    return [(each.path, each.line, each.code) for each in found]


def broken(documents: Documents) -> list[str]:
    files: list[Document | Table] = [*documents.documents, *documents.tables]
    return [each.path for each in files if each.broken]


def test_markdown_tables_and_assets_are_told_apart_and_the_rest_is_ignored() -> None:
    files: dict[str, bytes | str] = {
        "config.yaml": "site_name: X",
        "README.md": "not a goal",
        "goals/team.md": GOAL,
        "goals/a/b.md": GOAL,
        "goals/kpis/a.csv": "date,value\n2026,1\n",
        "goals/a/map.PNG": b"\x89PNG",
        "goals/a/logo.svg": "<svg/>",
        "goals/a/run.sh": "rm -rf /",
        "goals/a/page.html": "<script>",
        "goals/a/notes": "x",
        "goals/.draft.md": GOAL,
        "goals/.obsidian/x.md": GOAL,
    }
    documents, found = read_documents(MemoryTree(files))
    assert found == ()
    assert [each.path for each in documents.documents] == ["goals/a/b.md", "goals/team.md"]
    assert [each.path for each in documents.tables] == ["goals/kpis/a.csv"]
    assert documents.assets == ("goals/a/logo.svg", "goals/a/map.PNG")


def test_a_document_has_front_matter_body_and_mentions() -> None:
    documents, _ = read_documents(MemoryTree({"goals/a.md": GOAL}))
    (read,) = documents.documents
    assert isinstance(read.front, Mapping)
    assert (read.body, read.body_line, read.mentions[0].text) == ("With @ada\n", 4, "ada")


def test_what_a_glob_excludes_is_not_even_read() -> None:
    files: dict[str, bytes | str] = {
        "goals/a.md": GOAL,
        "goals/old/b.md": b"\xff",
        "goals/x/drafts/c.md": b"\xff",
    }
    documents, found = read_documents(MemoryTree(files), "goals", ["goals/old", "**/drafts/*"])
    assert ([each.path for each in documents.documents], found) == (["goals/a.md"], ())


def test_another_folder_can_hold_the_goals() -> None:
    files = {"docs/okr/a.md": GOAL, "goals/b.md": GOAL, "docs/okrs.md": GOAL}
    documents, _ = read_documents(MemoryTree(files), "./docs/okr/")
    assert [each.path for each in documents.documents] == ["docs/okr/a.md"]


@pytest.mark.parametrize("goals_dir", ["..", "../other", "/etc", "goals/../.."])
def test_a_goals_folder_outside_the_repository_is_told(tmp_path: Path, goals_dir: str) -> None:
    documents, found = read_documents(DiskTree(tmp_path, goals_dir), goals_dir)
    assert (documents, told(found)) == (Documents((), (), ()), [(goals_dir, 1, "S038")])


def test_one_broken_file_stops_no_other() -> None:
    files: dict[str, bytes | str] = {
        "goals/a-yaml.md": "---\ntitle: a: b\n---\n",
        "goals/b-bytes.md": b"---\ntitle: A\n---\n\xff",
        "goals/c-nul.md": b"a\n\x00",
        "goals/d-open.md": "---\ntitle: A\n",
        "goals/e-list.md": "---\n- a\n---\n",
        "goals/f-deep.md": "---\n" + "[" * 50_000 + "\n---\n",
        "goals/g-line.md": "x\n" + "y" * 100_000,
        "goals/h-large.md": "x\n" * 600_000,
        "goals/i-front.md": "---\n" + "a: 1\n" * 14_000 + "---\n",
        "goals/j-empty.md": "",
        "goals/k-bytes.csv": b"date,value\n2026,\xff\n",
        "goals/l-cells.csv": "date,value\n2026\n",
        "goals/m-large.csv": "a\n" * 5_000_000,
        "goals/n-fine.md": GOAL,
    }
    documents, found = read_documents(MemoryTree(files))
    assert told(found) == [
        ("goals/a-yaml.md", 2, "S030"),
        ("goals/b-bytes.md", 4, "S037"),
        ("goals/c-nul.md", 2, "S037"),
        ("goals/d-open.md", 1, "S035"),
        ("goals/e-list.md", 2, "S036"),
        ("goals/f-deep.md", 2, "S033"),
        ("goals/g-line.md", 2, "S034"),
        ("goals/h-large.md", 1, "S034"),
        ("goals/i-front.md", 2, "S034"),
        ("goals/k-bytes.csv", 2, "S037"),
        ("goals/l-cells.csv", 2, "S039"),
        ("goals/m-large.csv", 1, "S034"),
    ]
    large = {one.path: one.message for one in found if one.path.endswith(("h-large.md", "m-large.csv"))}
    assert large == {
        "goals/h-large.md": "the file is 1172 kB, must be at most 256 kB",
        "goals/m-large.csv": "the file is 9766 kB, must be at most 2048 kB",
    }
    assert sorted(broken(documents)) == [path for path, _, _ in told(found)]
    assert documents.documents[-1].front is not None


def test_a_symlink_is_an_error_wherever_it_points(tmp_path: Path) -> None:
    (tmp_path / "goals/sub").mkdir(parents=True)
    (tmp_path / "goals/a.md").write_text(GOAL)
    (tmp_path / "goals/inside.md").symlink_to("a.md")
    (tmp_path / "goals/outside.csv").symlink_to("/etc/passwd")
    (tmp_path / "goals/folder").symlink_to("sub")
    (tmp_path / "goals/picture.png").symlink_to("gone.png")
    documents, found = read_documents(DiskTree(tmp_path))
    assert told(found) == [
        ("goals/folder", 1, "S038"),
        ("goals/inside.md", 1, "S038"),
        ("goals/outside.csv", 1, "S038"),
        ("goals/picture.png", 1, "S038"),
    ]
    assert {one.message for one in found} == {
        "this is a symlink or leads out of the repository, must be a file of its own"
    }
    assert broken(documents) == ["goals/inside.md", "goals/outside.csv"]
    assert documents.assets == ()
    assert documents.documents[1] == Document("goals/inside.md", None, "", 1, broken=True)


def test_a_goals_folder_that_is_a_symlink_is_told(tmp_path: Path) -> None:
    (tmp_path / "goals").symlink_to("/etc")
    assert told(read_documents(DiskTree(tmp_path))[1]) == [("goals", 1, "S038")]
    (tmp_path / "docs").symlink_to("/etc")
    assert told(read_documents(DiskTree(tmp_path, "docs/goals"), "docs/goals")[1]) == [("docs", 1, "S038")]


def test_what_is_no_file_and_what_cannot_be_listed_is_told(tmp_path: Path) -> None:
    (tmp_path / "goals").mkdir()
    os.mkfifo(tmp_path / "goals/pipe.md")
    os.mkfifo(tmp_path / "goals/ignored.sock")
    _, found = read_documents(DiskTree(tmp_path))
    assert told(found) == [("goals/pipe.md", 1, "S043")]
    assert found[0].message == "this is no regular file"
    (tmp_path / "file").write_text("x")
    _, found = read_documents(DiskTree(tmp_path, "file"), "file")
    assert told(found) == [("file", 1, "S043")]
    assert found[0].message == "the folder cannot be listed"


def test_names_that_are_not_utf8_are_told_once_for_each_folder(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/goals/caf\xe9"))
    folder.mkdir(parents=True)
    (folder / "a.md").write_text(GOAL)
    (folder / "b.md").write_text(GOAL)
    (tmp_path / "goals/c.md").write_text(GOAL)
    documents, found = read_documents(DiskTree(tmp_path))
    assert told(found) == [("goals/caf\\udce9", 1, "S037")]
    assert found[0].message == "the name is not UTF-8"
    assert [each.path for each in documents.documents] == ["goals/c.md"]


class _Changing:
    """A tree in which a file was removed, and one has grown, since they were listed."""

    def entries(self) -> tuple[Entry, ...]:
        return Entry("goals/gone.md", 1, "file"), Entry("goals/grown.md", 1, "file")

    def exists(self, path: str) -> bool:
        return path == "goals"

    def read(self, path: str) -> bytes:
        if path == "goals/gone.md":
            raise FileNotFoundError(2, "No such file or directory", path)
        return b"x" * 2_000_000


def test_a_file_that_changes_under_our_hands_is_told() -> None:
    tree: Tree = _Changing()
    _, found = read_documents(tree)
    assert told(found) == [("goals/gone.md", 1, "S043"), ("goals/grown.md", 1, "S034")]
    assert found[0].message == "the file cannot be read: no such file or directory"


def test_the_configuration_is_read_as_a_mapping() -> None:
    read, found = read_mapping(MemoryTree({"config.yaml": "site_name: 目标\n"}), "config.yaml")
    assert read is not None
    assert ([key.text for key, _ in read.items], found) == (["site_name"], ())


def test_an_empty_configuration_is_an_empty_mapping_and_a_missing_one_none() -> None:
    comment = MemoryTree({"config.yaml": b"\xef\xbb\xbf# x\r\n"})
    assert read_mapping(comment, "config.yaml") == (Mapping((), Mark()), ())
    assert read_mapping(MemoryTree({}), "config.yaml") == (None, ())


@pytest.mark.parametrize(
    ("content", "line", "code"),
    [
        ("- a", 1, "S041"),
        ("a: 1\nb: [\n\n", 2, "S030"),
        (b"a: 1\n\xff", 2, "S037"),
        ("a: 1\n---\nb: 2", 2, "S030"),
    ],
)
def test_a_broken_configuration_is_told(content: str | bytes, line: int, code: str) -> None:
    read, found = read_mapping(MemoryTree({"config.yaml": content}), "config.yaml")
    assert (read, told(found)) == (None, [("config.yaml", line, code)])


def test_a_configuration_outside_the_repository_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("a: 1")
    (tmp_path / "repo").mkdir()
    (tmp_path / "repo/config.yaml").symlink_to("../secret.yaml")
    tree = DiskTree(tmp_path / "repo")
    assert told(read_mapping(tree, "../secret.yaml")[1]) == [("../secret.yaml", 1, "S038")]
    assert told(read_mapping(tree, "config.yaml")[1]) == [("config.yaml", 1, "S038")]


def test_a_tree_that_gives_no_file_so_large_says_so(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text("a: 123456789")
    _, found = read_mapping(DiskTree(tmp_path, limit=5), "config.yaml")
    assert told(found) == [("config.yaml", 1, "S034")]


@given(st.binary() | st.binary().map(lambda data: b"---\n" + data + b"\n---\n"))
def test_any_bytes_are_a_document_or_told_to_be_broken(data: bytes) -> None:
    read, found = read_document(data, "a.md")
    assert isinstance(read, Document)
    assert not read.broken or found


@given(st.binary())
def test_any_bytes_are_a_table_or_told_to_be_broken(data: bytes) -> None:
    read, found = read_table(data, "a.csv")
    assert isinstance(read, Table)
    assert read.broken == bool(found)


def test_a_missing_goals_folder_is_told_and_an_empty_one_is_not() -> None:
    (found,) = missing_goals(MemoryTree({"aims/a.md": "x"}), "goals", "config.yaml", None, ())
    assert (found.path, found.code) == ("config.yaml", "S050")
    assert found.message == "there is no folder goals here"
    assert (found.line, found.column, found.length) == (1, 1, 1)
    (found,) = missing_goals(MemoryTree({}), "aims", "config.yaml", Mark(2, 12), ())
    assert (found.line, found.column, found.length) == (2, 12, 4)
    assert missing_goals(MemoryTree({"goals/a.md": "x"}), "goals", "config.yaml", None, ()) == ()
    assert missing_goals(_Changing(), "goals", "config.yaml", None, ()) == ()


@pytest.mark.parametrize("path", ["goals/a.md", "goals/a.csv", "goals/late.md", "goals/gone.md"])
def test_a_file_that_is_read_alone_is_as_among_all(path: str) -> None:
    tree = MemoryTree({"goals/a.md": GOAL, "goals/a.csv": "date,value\n2026,1\n", "goals/late.md": b"\xff"})
    documents, found = read_documents(tree)
    everything: list[Document | Table] = [*documents.documents, *documents.tables]
    among_all = {each.path: each for each in everything}
    alone, wrong = read_alone(tree, path)
    if path in among_all:
        assert (alone, wrong) == (among_all[path], tuple(one for one in found if one.path == path))
    else:
        assert (alone.broken, told(wrong)) == (True, [(path, 1, "S043")])
