"""The script is put into each page once, at the end of its body."""

from __future__ import annotations

import pytest

from goalsite.serve.live import Shown
from goalsite.serve.overlay import assets, with_script

SHOWN = Shown({}, "run-2", 3)
SCRIPT = b'<script src="/_goalsite/live.js?pages=run-2&amp;build=3&amp;page=ab" defer></script>'


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<body>a</body></html>", b"<body>a" + SCRIPT + b"</body></html>"),
        (b"<p>no body's end", b"<p>no body's end" + SCRIPT),
        (b"a</body>b</body>", b"a</body>b" + SCRIPT + b"</body>"),
    ],
)
def test_the_script_stands_before_the_last_end_of_the_body(page: bytes, expected: bytes) -> None:
    assert with_script(page, SHOWN, "ab") == expected


def test_the_script_writes_text_only() -> None:
    script = assets()["_goalsite/live.js"].decode()
    assert not any(
        word in script for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval")
    )
