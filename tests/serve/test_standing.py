"""A site that lies there is shown as it was published, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

from goalsite.output.artifact import Artifact
from goalsite.output.publish import publish
from goalsite.serve.standing import Lying


def test_the_files_that_were_published_are_there_and_no_others(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    publish(folder, [Artifact("index.html", b"home"), Artifact("zh/a.html", b"page")])
    (folder / "other.html").write_text("by hand", encoding="utf-8")
    (tmp_path / "secret").write_text("outside", encoding="utf-8")
    site = Lying(folder)
    assert (site.get("index.html"), site.get("zh/a.html")) == (b"home", b"page")
    assert [site.get(path) for path in ("other.html", "zh", "", "../secret", "zh/../index.html")] == [
        None
    ] * 5


def test_a_file_that_went_away_is_none(tmp_path: Path) -> None:
    publish(tmp_path / "site", [Artifact("index.html", b"home")])
    site = Lying(tmp_path / "site")
    (tmp_path / "site" / "index.html").unlink()
    assert site.get("index.html") is None
