"""Feeds as files: Atom and JSON Feed say the same, whatever the texts hold."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.exchange.following import feed_files
from tests.pages.desks import all_of, desk_of
from tests.pages.goal_files import objective, result

ATOM = "{http://www.w3.org/2005/Atom}"
AT = "site_url: https://example.org/x/\ntimezone: Asia/Shanghai\nsite_name: Our <goals> & more\n"
FILES = {
    "config.yaml": AT,
    "goals/2026-Q4/win.md": objective(
        "Win <b>&amp; win</b>", result("a", "2026-11-09", 10), head="tags: ['a\"b', 中文]"
    ),
}


def files_of(files: Mapping[str, str] = FILES, language: str = "en") -> dict[str, bytes]:
    """The feeds by their path."""
    return dict(all_of(feed_files(desk_of(files, language=language))))


def text(element: ET.Element, name: str) -> str:
    """The text of the one child of that name."""
    (child,) = element.findall(ATOM + name)
    return child.text or ""


def check_atom(document: bytes) -> list[tuple[str, str, str]]:
    """What RFC 4287 asks of a feed; its entries as id, title and content."""
    root = ET.fromstring(document)
    assert root.tag == ATOM + "feed"
    assert text(root, "id").startswith("tag:")
    assert text(root, "title")
    (author,) = root.findall(ATOM + "author")
    assert text(author, "name")
    entries = root.findall(ATOM + "entry")
    moments = [datetime.fromisoformat(text(entry, "updated")) for entry in entries]
    assert datetime.fromisoformat(text(root, "updated")) == max(moments)
    assert moments == sorted(moments, reverse=True)
    names = [text(entry, "id") for entry in entries]
    assert len(set(names)) == len(names)
    relations = [link.get("rel") for link in root.findall(ATOM + "link")]
    assert relations in ([], ["self", "alternate"])
    for link in root.iter(ATOM + "link"):
        assert re.match("https?://", link.get("href", ""))
    return [(text(entry, "id"), text(entry, "title"), text(entry, "content")) for entry in entries]


def items(document: bytes) -> list[tuple[str, str, str]]:
    """The items of a JSON Feed 1.1 as id, title and content."""
    data: dict[str, Any] = json.loads(document)
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert data["title"]
    return [(item["id"], item["title"], item["content_text"]) for item in data["items"]]


def test_both_formats_tell_the_same_entries() -> None:
    published = files_of()
    feeds = [path for path in published if path.endswith(".xml")]
    assert len(published) == 2 * len(feeds) > 2
    for path in feeds:
        assert check_atom(published[path]) == items(published[path.removesuffix(".xml") + ".json"])


def test_an_entry_names_its_day_its_goal_and_where_more_is_found() -> None:
    published = files_of()
    entry = ET.fromstring(published["feed.xml"]).findall(ATOM + "entry")[0]
    assert text(entry, "id") == "tag:example.org,2026-11-09:x/2026-Q4/win#checkin"
    assert text(entry, "updated") == "2026-11-09T00:00:00+08:00"
    assert text(entry, "title") == "Check-in: Win <b>&amp; win</b>"
    assert [tag.get("term") for tag in entry.findall(ATOM + "category")] == ['a"b', "中文"]
    (link,) = entry.findall(ATOM + "link")
    assert link.get("href") == "https://example.org/x/goals/2026-Q4/win/#kr-a"
    item = json.loads(published["feed.json"])["items"][0]
    assert (item["url"], item["tags"]) == (link.get("href"), ['a"b', "中文"])
    assert json.loads(published["feed.json"])["feed_url"] == "https://example.org/x/feed.json"


def test_without_an_address_there_is_no_link_and_the_feeds_stay_valid() -> None:
    published = files_of(FILES | {"config.yaml": ""})
    for path, document in published.items():
        assert b"http" not in document.replace(b"http://www.w3.org/2005/Atom", b"").replace(
            b"https://jsonfeed.org", b""
        )
        if path.endswith(".xml"):
            check_atom(document)
    assert "home_page_url" not in json.loads(published["feed.json"])


def test_a_feed_says_its_language() -> None:
    published = files_of(language="zh")
    assert b'xml:lang="zh"' in published["feed.xml"]
    assert json.loads(published["feed.json"])["language"] == "zh"


@pytest.mark.parametrize("path", ["feed.xml", "feed.json"])
def test_the_same_goals_give_the_same_bytes_on_a_later_day_without_news(path: str) -> None:
    later = dict(all_of(feed_files(desk_of(FILES, "2026-11-30"))))
    assert later[path] == files_of()[path]


@given(st.text(max_size=60).map(lambda text: text.replace("\x00", "")))
def test_no_text_breaks_a_feed(note: str) -> None:
    quoted = json.dumps(note, ensure_ascii=True)
    front = f"---\ntitle: {quoted}\ntags: [{quoted}]\nreviews: [{{date: 2026-11-02, text: {quoted}}}]\n---\n"
    for path, document in files_of({"goals/2026-Q4/odd.md": front, "config.yaml": AT}).items():
        if path.endswith(".xml"):
            check_atom(document)
        else:
            items(document)
