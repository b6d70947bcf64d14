"""Where a page or file of the site is found on the web, and by which name it is known there for good."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit

from goalsite.core.names import id_from_path
from goalsite.pages.desk import Desk

_SITES = 16
"""How many sites' names are remembered, which every entry of a feed has in its own."""

_NAMED_SINCE = date(2026, 1, 1)
"""A tag: URI holds a day on which its name was one's own; for what is not of a day any that never changes."""


def address(desk: Desk, href: str) -> str:
    """The absolute URL of what is at `href` from the root of the desk's language; empty without site_url."""
    if not desk.config.site_url:
        return ""
    return f"{desk.config.site_url.rstrip('/')}/{_folder(desk)}{href}"


def _folder(desk: Desk) -> str:
    """The folder of the desk's language below the site's root."""
    return "" if desk.language == desk.languages[0] else f"{desk.language.tag}/"


def tag_uri(desk: Desk, subject: str, key: str, day: date) -> str:
    """The name (RFC 4151) of what `key` says of the goal `subject` on a day: the same in every language."""
    specific = f"{_path(desk)}{quote(subject, safe='/~')}#{quote(key, safe='/~', errors='replace')}"
    return f"tag:{site_name(desk)},{day.isoformat()}:{specific}"


def feed_uri(desk: Desk, path: str) -> str:
    """The name of the feed at `path` below the root of the desk's language."""
    return f"tag:{site_name(desk)},{_NAMED_SINCE}:{_path(desk)}{_folder(desk)}{quote(path, safe='/~')}"


def unique_id(desk: Desk, key: str) -> str:
    """The name of one of the site's occasions among all calendars: the same in every language."""
    return f"{_path(desk)}{quote(key, safe='/~#', errors='replace')}@{site_name(desk)}"


def site_name(desk: Desk) -> str:
    """The host of the site, in ASCII; without site_url its name as a host could be called."""
    return _host(desk.config.site_url) or _slug(desk.config.site_name)


@lru_cache(_SITES)
def _slug(site_name: str) -> str:
    slug = id_from_path(site_name.lower()).replace("/", "-").strip("-._")
    return quote(slug, safe="").replace("%", "-").lower() or "goals"


@lru_cache(_SITES)
def _host(site_url: str) -> str:
    try:
        return (urlsplit(site_url).hostname or "").encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        return ""


def _path(desk: Desk) -> str:
    """The site's path on its host, since a host can have several sites."""
    return _path_of(desk.config.site_url)


@lru_cache(_SITES)
def _path_of(site_url: str) -> str:
    path = site_url.partition("://")[2].partition("/")[2].strip("/")
    return quote(path, safe="/~%") + "/" if path else ""
