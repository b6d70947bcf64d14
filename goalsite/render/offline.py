"""A page as a web server shows it -> the same page for a folder on a disk, where nobody adds `index.html`.

Every link of a page passes here, whoever made it: a template, the Markdown of an author, a drawing.
"""

from __future__ import annotations

import html
import re

_LINK = re.compile(r'(\s(?:href|action)="|<meta http-equiv="refresh" content="0; url=)([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_PARTS = re.compile(r"([^?#]*)(.*)", re.DOTALL)


def naming_files(page: str) -> str:
    """The HTML of a page with every link to a folder of the site naming the page in it."""
    return _LINK.sub(_named, page)


def _named(link: re.Match[str]) -> str:
    target = html.unescape(link[2])
    named = file_of_page(target)
    return link[0] if named == target else f'{link[1]}{html.escape(named)}"'


def file_of_page(target: str) -> str:
    """The relative URL `target` with `index.html` where its path ends in a folder; any other as it is."""
    found = _PARTS.match(target)
    if found is None or _ELSEWHERE.match(target):
        return target
    path, rest = found.groups()
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return f"{path}index.html{rest}" if path.endswith("/") else target
