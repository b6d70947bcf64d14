"""Addresses of a site, and names that stay."""

from __future__ import annotations

from datetime import date

import pytest

from goalsite.core.values import replace
from goalsite.language.language import Language
from goalsite.pages.addresses import address, feed_uri, tag_uri, unique_id
from goalsite.pages.desk import Desk
from tests.pages.desks import desk_of

DAY = date(2026, 11, 9)


def desk_at(site_url: str, name: str = "Our goals") -> Desk:
    """A desk of a site in English and Chinese at that address."""
    return desk_of({"config.yaml": f'site_url: "{site_url}"\nsite_name: "{name}"\nlanguages: [en, zh]\n'})


def test_an_address_is_absolute_or_nothing() -> None:
    assert address(desk_at("https://example.org/goals/"), "kpis/a/") == "https://example.org/goals/kpis/a/"
    assert address(desk_at(""), "kpis/a/") == ""


def test_a_further_language_lies_in_its_folder() -> None:
    chinese = replace(desk_at("https://example.org"), language=Language("zh"))
    assert address(chinese, "kpis/a/") == "https://example.org/zh/kpis/a/"


@pytest.mark.parametrize(
    ("site_url", "name", "authority"),
    [
        ("https://Example.org:8080/", "x", "example.org"),
        ("https://example.org/a%20b/c", "x", "example.org"),
        ("https://bücher.example/", "x", "xn--bcher-kva.example"),
        ("", "Our goals", "our-goals"),
        ("", "目标", "-e7-9b-ae-e6-a0-87"),
        ("", "///", "goals"),
    ],
)
def test_names_begin_with_the_host_or_the_name_of_the_site(site_url: str, name: str, authority: str) -> None:
    uri = tag_uri(desk_at(site_url, name), "a/目标", "checkin", DAY)
    assert uri.startswith(f"tag:{authority},2026-11-09:")
    assert uri.endswith("a/%E7%9B%AE%E6%A0%87#checkin")


def test_two_sites_of_one_host_have_different_names() -> None:
    first, second = desk_at("https://example.org/a"), desk_at("https://example.org/b")
    assert tag_uri(first, "x", "checkin", DAY) != tag_uri(second, "x", "checkin", DAY)
    assert unique_id(first, "x") != unique_id(second, "x")


def test_an_entry_has_one_name_in_every_language_and_a_feed_one_for_each() -> None:
    english = desk_at("https://example.org/")
    chinese = replace(english, language=Language("zh"))
    assert tag_uri(english, "x", "checkin", DAY) == tag_uri(chinese, "x", "checkin", DAY)
    assert feed_uri(english, "feed") == "tag:example.org,2026-01-01:feed"
    assert feed_uri(chinese, "feed") == "tag:example.org,2026-01-01:zh/feed"
