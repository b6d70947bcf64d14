"""Addresses of assets that tell their content, so that a browser need not ask for them again after each save.

What a page loads from `assets/` gets a mark of its content in its address. Under that a browser may keep it
for good: with other content, of another site at the same port too, it has another address.
"""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

from goalsite.memory.listing import mark_of
from goalsite.serve.outcome import Files

_LOADED = re.compile(rb'<(?:link|script)\b[^<>]*? (?:href|src)="((?:\.\./)*assets/[\w./-]+)(?=")')
_KEY = "v="


def with_marks(page: bytes, name: str, files: Files) -> bytes:
    """The page of that name, with a mark of its content behind each address of an asset that it loads."""

    def marked(found: re.Match[bytes]) -> bytes:
        content = files.get(normpath(join(dirname(name), found[1].decode())))
        return found[0] if content is None else found[0] + f"?{_query(content)}".encode()

    return _LOADED.sub(marked, page)


def is_lasting(query: str, content: bytes) -> bool:
    """Whether an address with that query tells this content."""
    return query.startswith(_KEY) and query == _query(content)


def _query(content: bytes) -> str:
    return _KEY + mark_of(content).hex()
