"""A site in a folder that a web server shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from goalsite.deliver.folder import publish_to_folder
from goalsite.output.errors import PublishError
from tests.deliver.conftest import Make


def files(folder: Path) -> dict[str, str]:
    """What readers find there."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".goalsite" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def test_a_dry_run_changes_nothing_and_foresees_all_that_is_done(built: Make, tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    publish_to_folder(built({"index.html": "old", "goals/a/index.html": "old", "x": "old"}), web)
    (web / "CNAME").write_text("mine", encoding="utf-8")
    site, before = built({"index.html": "new", "goals/a/index.html": "old", "x/y": "new"}), files(tmp_path)
    foreseen = publish_to_folder(site, web, dry_run=True)
    assert files(tmp_path) == before
    assert publish_to_folder(site, web) == foreseen
    assert files(web) == files(site.folder) | {"CNAME": "mine"}


@pytest.mark.parametrize(
    ("place", "told"),
    [("nowhere", "there is no folder"), ("site", "holds the built site"), (".", "holds the built site")],
)
def test_a_folder_that_cannot_be_meant_is_refused(built: Make, tmp_path: Path, place: str, told: str) -> None:
    site = built({"index.html": "new"})
    before = files(tmp_path)
    with pytest.raises(PublishError, match=told):
        publish_to_folder(site, tmp_path / place)
    assert files(tmp_path) == before
