"""A feed as Atom (RFC 4287).

Texts are plain, escaped, and without the control characters that XML cannot hold. Without the address of
the site no link is given: an entry tells all there is, and a relative link would lead astray in many readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from goalsite.exchange.days import moment
from goalsite.pages.addresses import address
from goalsite.pages.desk import Desk
from goalsite.pages.entries import Entry
from goalsite.pages.feeds import Feed

ENDING = ".xml"
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def atom(desk: Desk, feed: Feed, entries: Iterable[str]) -> bytes:
    """The feed as a whole document in UTF-8; `entries` are its own, each as `atom_entry` writes it."""
    parts = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(desk.language.tag)}>',
        _element("id", feed.uri),
        _element("title", feed.title),
        _element("updated", moment(feed.updated, desk.config.timezone)),
        f"<author>{_element('name', desk.config.site_name)}</author>",
        _element("generator", "goalsite"),
        _link("self", "application/atom+xml", address(desk, feed.href + ENDING)),
        _link("alternate", "text/html", address(desk, feed.home)),
        *entries,
        "</feed>\n",
    )
    return "\n".join(part for part in parts if part).encode()


def atom_entry(desk: Desk, one: Entry) -> str:
    """An entry: the same in every feed that holds it."""
    parts = (
        "<entry>",
        _element("id", one.uri),
        _element("title", one.title),
        _element("updated", moment(one.day, desk.config.timezone)),
        f"<author>{_element('name', one.by)}</author>" if one.by else "",
        _link("alternate", "text/html", address(desk, one.href)),
        *(f"<category term={_quoted(tag)}/>" for tag in one.tags),
        _element("content", one.text),
        "</entry>",
    )
    return "\n".join(part for part in parts if part)


_SPACES = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
"""Space that would be plain in an attribute if it were not written so."""


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_clean(text), quote=False)}</{name}>"


def _link(relation: str, kind: str, url: str) -> str:
    return f'<link rel="{relation}" type="{kind}" href={_quoted(url)}/>' if url else ""


def _quoted(text: str) -> str:
    return f'"{escape(_clean(text)).translate(_SPACES)}"'


def _clean(text: str) -> str:
    """The text without what no XML document can hold, and without other control characters."""
    return _NOT_XML.sub("\ufffd", text)
