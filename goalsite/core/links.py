"""Which URLs may become links: the one allow-list, for Markdown and for front matter alike.

A URL is judged as the most lenient browser would read it: entities decoded, control characters, white
space and invisible characters gone, `\\` as `/`. What is not plainly allowed is refused.
"""

from __future__ import annotations

import html
import re

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_UNSEEN = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_WEB = re.compile(r"https?://[^/?#]")


def safe_url(url: str) -> str | None:
    """The URL without control characters and outer white space if it may become a link, else None.

    That is http, https, mailto or relative. Relative are paths, queries and fragments of this site; `//host`
    is not, and neither is a first segment with a colon. An empty URL is None.
    """
    cleaned = _CONTROLS.sub("", url).strip()
    read = _UNSEEN.sub("", html.unescape(cleaned)).replace("\\", "/").lower()
    if not read or read.startswith("//"):
        return None
    scheme, colon, rest = read.partition(":")
    if not colon or any(mark in scheme for mark in "/?#"):
        return cleaned
    if scheme == "mailto":
        return cleaned if rest else None
    return cleaned if _WEB.match(read) else None


def is_external(url: str) -> bool:
    """Whether a URL that `safe_url` let pass leads to another host."""
    return url[:8].lower().startswith(("http:", "https:"))
