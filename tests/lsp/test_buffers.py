from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.lsp.buffers import Buffer, Buffers


@pytest.mark.parametrize(
    "path", ["goals/a.md", "goals/客户/目标 1.md", "goals/100%.md", "goals/a#b?.md", "config.yaml"]
)
def test_a_file_is_found_by_its_address_and_back(tmp_path: Path, path: str) -> None:
    buffers = Buffers(tmp_path)
    assert buffers.path((tmp_path / path).as_uri()) == path
    assert buffers.path(buffers.uri(path)) == path


def test_an_open_file_keeps_the_address_its_editor_gave(tmp_path: Path) -> None:
    buffers = Buffers(tmp_path)
    uri = (tmp_path / "goals/a.md").as_uri().replace("a.md", "%61.md")
    assert buffers.put(Buffer(uri, 1, "text")) == "goals/a.md"
    assert buffers.uri("goals/a.md") == uri
    assert buffers.texts() == {"goals/a.md": "text"}
    assert buffers.drop(uri) == "goals/a.md"
    assert buffers.texts() == {}
    assert buffers.drop(uri) is None


@pytest.mark.parametrize(
    "uri",
    ["untitled:Untitled-1", "file:///", "file:///etc/passwd", "", "a:b", "file:///%00", "file:///a/../b"],
)
def test_what_is_no_file_of_the_project_is_none(tmp_path: Path, uri: str) -> None:
    buffers = Buffers(tmp_path)
    assert buffers.path(uri) is None
    assert buffers.put(Buffer(uri, 1, "text")) is None
    assert buffers.path((tmp_path / "goals/../../x.md").as_uri()) is None


def test_a_project_behind_a_symlink_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "real/goals").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")
    assert Buffers(tmp_path / "real").path((tmp_path / "link/goals/a.md").as_uri()) == "goals/a.md"
    assert Buffers(tmp_path / "link").path((tmp_path / "real/goals/a.md").as_uri()) == "goals/a.md"
