"""The sitemap: which pages there are, for search engines."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote
from xml.sax.saxutils import escape

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
)


def sitemap(site_url: str, prefix: str, paths: Iterable[str]) -> str:
    """The text of sitemap.xml for the pages at `paths` below `prefix` of the site, in their order.

    Error pages and cards are left out.
    """
    base = site_url.rstrip("/") + "/" + prefix
    urls = (f"{base}{quote(path, safe='/~')}" for path in paths if not path.endswith((".html", "/_/card/")))
    return _HEAD + "".join(f"<url><loc>{escape(url)}</loc></url>\n" for url in urls) + "</urlset>\n"
