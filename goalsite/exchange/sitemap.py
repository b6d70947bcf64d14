"""The sitemap: which pages there are, for search engines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import quote

from goalsite.pages.paging import parts

_SCHEMA = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_MOST = 10_000
"""How many addresses one file holds; engines take 50,000."""


def sitemaps(site_url: str, prefix: str, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The sitemap of the pages at `paths` below `prefix` of the site, in their order: files by path.

    Of more than 10,000 pages it is a list of parts, and the parts. Error pages and cards are left out.
    """
    base = site_url.rstrip("/") + "/" + prefix
    urls = [base + quote(path, safe="/~") for path in paths if not path.endswith((".html", "/_/card/"))]
    if len(urls) <= _MOST:
        yield f"{prefix}sitemap.xml", _listed("urlset", "url", urls)
        return
    pieces = parts(urls, _MOST)
    names = [f"sitemap-{number}.xml" for number in range(1, len(pieces) + 1)]
    for name, part in zip(names, pieces, strict=True):
        yield prefix + name, _listed("urlset", "url", part)
    yield f"{prefix}sitemap.xml", _listed("sitemapindex", "sitemap", [base + name for name in names])


def _listed(whole: str, one: str, urls: Iterable[str]) -> str:
    lines = "".join(f"<{one}><loc>{escape(url, quote=False)}</loc></{one}>\n" for url in urls)
    return f"{_HEAD}<{whole} {_SCHEMA}>\n{lines}</{whole}>\n"
