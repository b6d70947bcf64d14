"""Building what a repository may hold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Goalsite

Write = Callable[[dict[str, str]], Path]


def test_an_asset_is_published_in_the_composed_form_of_its_name(goalsite: Goalsite, written: Write) -> None:
    root = written({"goals/cafe\u0301.txt": "tea", "goals/about.md": "[menu](cafe\u0301.txt)\n"})
    assert goalsite("build").code == 0
    assert (root / "site/files/goals/caf\u00e9.txt").read_text(encoding="utf-8") == "tea"
    page = (root / "site/pages/about/index.html").read_text(encoding="utf-8")
    assert 'href="../../files/goals/caf%C3%A9.txt"' in page


def test_a_language_named_twice_is_built_once(goalsite: Goalsite, written: Write) -> None:
    root = written({"config.yaml": "languages: [en, zh, zh, en]\n"})
    assert goalsite("build").code == 0
    assert (root / "site/zh/index.html").exists()
    assert not (root / "site/en").exists()


def test_the_time_zone_is_never_that_of_the_machine(goalsite: Goalsite, written: Write) -> None:
    written({"config.yaml": "timezone: localtime\n"})
    assert "S041" in goalsite("check").err
