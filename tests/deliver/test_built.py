"""Only what a build wrote is published, byte by byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goalsite.deliver.built import built_site
from goalsite.output.errors import PublishError
from tests.deliver.conftest import Make


def test_a_site_knows_its_files_its_list_and_what_is_none_of_it(built: Make) -> None:
    site = built({"index.html": "a", "goals/a/index.html": "b"})
    (site.folder / "goals/CNAME").write_text("example.org", encoding="utf-8")
    assert {one.path for one in site.artifacts()} == {"index.html", "goals/a/index.html", "manifest.json"}
    assert site.strangers() == ("goals/CNAME",)
    assert site.origin.as_of == "2026-11-20"


@pytest.mark.parametrize(("change", "said"), [("c", "is not what the build wrote"), (None, "is gone")])
def test_a_file_that_changed_since_is_named_and_not_published(
    built: Make, change: str | None, said: str
) -> None:
    site = built({"index.html": "a", "goals/a/index.html": "b"})
    page = site.folder / "goals/a/index.html"
    page.unlink()
    if change:
        page.write_text(change, encoding="utf-8")
    with pytest.raises(PublishError, match=re.escape(f"{page} {said}")):
        list(site.artifacts())


@pytest.mark.parametrize("content", [None, "{}", '{"name": "a web app", "icons": []}'])
def test_a_folder_without_a_list_holds_no_site(tmp_path: Path, content: str | None) -> None:
    if content:
        (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(PublishError, match="holds no built site"):
        built_site(tmp_path)
