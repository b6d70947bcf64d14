"""A feed as JSON Feed 1.1. Like Atom's it has links only where the site has an address."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from goalsite.exchange.days import moment
from goalsite.pages.addresses import address
from goalsite.pages.desk import Desk
from goalsite.pages.entries import Entry
from goalsite.pages.feeds import Feed

ENDING = ".json"


def json_feed(desk: Desk, feed: Feed, items: Iterable[str]) -> bytes:
    """The feed as a whole document in UTF-8, one item a line; `items` are its own, from `json_item`."""
    head = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": address(desk, feed.home),
        "feed_url": address(desk, feed.href + ENDING),
        "language": desk.language.tag,
        "authors": [{"name": desk.config.site_name}],
    }
    listed = ",\n".join(items)
    return f'{_text(head)[:-1]}, "items": [\n{listed}\n]}}\n'.encode()


def json_item(desk: Desk, one: Entry) -> str:
    """An entry: the same in every feed that holds it."""
    return _text(
        {
            "id": one.uri,
            "url": address(desk, one.href),
            "title": one.title,
            "content_text": one.text,
            "date_published": moment(one.day, desk.config.timezone),
            "authors": [{"name": one.by}] if one.by else [],
            "tags": list(one.tags),
        }
    )


def _text(data: dict[str, Any]) -> str:
    """What has a value, in characters that are no halves of one."""
    said = {key: value for key, value in data.items() if value}
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace").decode()
