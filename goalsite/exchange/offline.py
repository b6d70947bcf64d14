"""What scripts ask for -> scripts that say it: a page from a disk may run these, but ask for nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

from goalsite.pages.search import SEARCH_PATH

SCRIPT = ".js"
"""What the name of a script has that says what a file of another name holds."""

File = tuple[str, bytes]


def as_script(path: str, content: bytes) -> File:
    """The script in place of the JSON at `path`, which says it to `assets/offline.js`."""
    return f"{path}{SCRIPT}", b"goalsiteOffline.said(" + content.strip() + b");\n"


def scripts_of_page(path: str, content: bytes) -> Iterator[File]:
    """The script that says what the page in the file at `path` holds, where other pages ask for it."""
    if path == f"{SEARCH_PATH}index.html":
        yield as_script(path, json.dumps(content.decode(), ensure_ascii=False).encode())
