from __future__ import annotations

from pathlib import Path

from goalsite.render.reference import tables_of_theme

ROOT = Path(__file__).parents[2]


def test_the_chapter_on_themes_lists_the_templates_blocks_and_fields_that_there_are() -> None:
    chapter = (ROOT / "docs" / "reference" / "theme.md").read_text(encoding="utf-8")
    assert chapter.endswith(tables_of_theme(ROOT / "themes" / "default")), "run: make manual"
