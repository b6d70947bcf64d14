from __future__ import annotations

from xml.etree import ElementTree

from goalsite.exchange.sitemap import sitemaps


def locations(text: str) -> list[str]:
    return [place.text or "" for place in ElementTree.fromstring(text).iter() if place.tag.endswith("}loc")]


def test_the_sitemap_lists_pages_by_whole_addresses_and_neither_errors_nor_cards() -> None:
    paths = ["", "goals/更快/", "404.html", "goals/a/_/card/"]
    ((path, text),) = sitemaps("https://goals.example.org/x", "zh/", paths)
    assert path == "zh/sitemap.xml"
    assert locations(text) == [
        "https://goals.example.org/x/zh/",
        "https://goals.example.org/x/zh/goals/%E6%9B%B4%E5%BF%AB/",
    ]


def test_a_long_sitemap_is_cut_in_parts_that_together_list_every_page_once() -> None:
    paths = [f"goals/g{number}/" for number in range(20_001)]
    files = dict(sitemaps("https://goals.example.org/", "", paths))
    listed = [f"https://goals.example.org/sitemap-{number}.xml" for number in (1, 2, 3)]
    assert locations(files.pop("sitemap.xml")) == listed
    assert [len(locations(part)) for part in files.values()] == [10_000, 10_000, 1]
    found = [place for part in files.values() for place in locations(part)]
    assert found == [f"https://goals.example.org/{path}" for path in paths]
