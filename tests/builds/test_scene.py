"""The versions of the libraries are those that Python's own library tells."""

from __future__ import annotations

import sys
import zipfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from goalsite.builds.scene import LIBRARIES, libraries


def told() -> list[str]:
    """The versions as Python's own library tells them."""
    versions = []
    for name in LIBRARIES:
        try:
            versions.append(version(name))
        except PackageNotFoundError:
            versions.append("")
    return versions


def test_installed_libraries_have_their_versions() -> None:
    assert list(libraries())[:-1] == told()


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        ("MarkupSafe-99.1.dist-info", "METADATA"),
        ("mdit_py_plugins-99.1.dist-info", "METADATA"),
        ("PyYAML.egg-info", "PKG-INFO"),
        ("networkx-99.1-py3.11.egg-info", "PKG-INFO"),
    ],
)
@pytest.mark.parametrize("is_archive", [False, True])
def test_a_library_that_is_found_first_counts(
    folder: str, file: str, *, is_archive: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"Metadata-Version: 2.1\nName: {folder.partition('-')[0].partition('.')[0]}\nVersion: 99.1\n"
    place = tmp_path / "place"
    if is_archive:
        with zipfile.ZipFile(place, "w") as archive:
            archive.writestr(f"{folder}/{file}", text)
    else:
        (place / folder).mkdir(parents=True)
        (place / folder / file).write_text(text)
    monkeypatch.setattr(sys, "path", [str(place), str(tmp_path / "nowhere"), *sys.path])
    assert "99.1" in libraries()
    assert list(libraries())[:-1] == told()
