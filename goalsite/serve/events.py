"""Server-sent events: tells an open page of the last build, of what is found later, and of the next ones."""

from __future__ import annotations

import json
from collections.abc import Callable

from msgspec.structs import asdict

from goalsite.serve.live import Live, Shown
from goalsite.serve.outcome import counted

PATH = "_goalsite/events"
CONTENT_TYPE = "text/event-stream"

_HEARTBEAT = 10.0
"""Seconds after which a silent connection is tried: so a page that was closed is noticed."""

_MOST_FINDINGS = 100


def message(shown: Shown, page: str = "") -> bytes:
    """The event that describes what is shown, to a page that has the mark `page` in it."""
    findings = [asdict(finding) for finding in shown.findings[:_MOST_FINDINGS]]
    build = {
        "build": shown.build,
        "pages": shown.pages,
        "since": shown.since,
        "page": page,
        "failed": shown.failed,
        "old": shown.are_old,
        "summary": counted(shown.findings),
        "findings": findings,
        "more": len(shown.findings) - len(findings),
    }
    return f"event: build\ndata: {json.dumps(build)}\n\n".encode()


def send(
    live: Live,
    write: Callable[[bytes], object],
    mark: Callable[[Shown], str],
    is_heard: Callable[[], bool],
) -> None:
    """Writes events until the server ends or nobody listens any more, which `is_heard` tells, or `write` does
    by raising; `mark` is that of the page that listens, in what is shown."""
    write(b"retry: 500\n\n")
    shown: Shown | None = live.shown
    while shown and is_heard():  # the page is made for the mark: not for a browser that is gone
        write(message(shown, mark(shown) if shown.since else ""))
        told = shown
        while (shown := live.after(told, _HEARTBEAT)) is told:
            write(b":\n\n")
