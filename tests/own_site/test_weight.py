"""What a reader downloads stays small: the budgets of a page, compressed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.weight import KINDS, fullest, weigh

KB = 1000


@pytest.mark.parametrize("kind", KINDS)
def test_style_scripts_and_the_whole_of_a_page_keep_to_their_budgets(kind: str, own_site: Path) -> None:
    """The map draws, which takes scripts of its own: there the whole of the page counts."""
    page = dict(fullest(own_site))[kind]
    for path in (page, f"zh/{page}"):
        weight = weigh(own_site, path)
        assert weight.css <= 15 * KB
        assert kind == "map" or weight.js <= 10 * KB
        assert weight.whole <= 60 * KB


def test_a_script_or_style_that_a_page_asks_for_counts(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a" * 3, encoding="utf-8")
    (tmp_path / "a.js").write_text("b" * 3, encoding="utf-8")
    text = '<link rel="stylesheet" href="a.css"><script src="a.js"></script>'
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    weight = weigh(tmp_path, "index.html")
    assert (weight.css, weight.js, weight.data) == (23, 23, 0)
    assert weight.whole == weight.html + 46


def test_data_that_a_large_map_asks_for_with_a_click_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("a" * 3, encoding="utf-8")
    for mark, data in (("", 23), (" data-large", 0)):
        (tmp_path / "index.html").write_text(f'<div data-files="a.json"{mark}></div>', encoding="utf-8")
        assert weigh(tmp_path, "index.html").data == data
