"""Serves the site while its goals are being written. Decisions: docs/adr/0006-serve.md."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from goalsite.serve.http import SiteServer
from goalsite.serve.live import Live
from goalsite.serve.outcome import BuildOutcome
from goalsite.serve.port import DEFAULT_PORT, opened
from goalsite.serve.rebuild import keep_rebuilding, rebuild
from goalsite.serve.watch import Watch


def serve(
    build: Callable[[], BuildOutcome],
    watch: Sequence[Path],
    announce: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int | None = None,
    ignored: Sequence[Path] = (),
) -> None:
    """Builds, serves, and builds again after each change to `watch`, until Ctrl-C; returns then.

    Files and folders of `watch` may come and go; dot files and what lies below `ignored` do not count.
    Without a port it is 8000 or the next that is free. What happens is told to `announce`, from several
    threads, in words that may hold what the author wrote. A ServeError says why the server cannot start.
    """
    try:
        with running(build, watch, announce, host, port, ignored) as url:
            announce(f"serving {url} (Ctrl-C ends it)")
            threading.Event().wait()
    except KeyboardInterrupt:
        announce("ended")


@contextmanager
def running(
    build: Callable[[], BuildOutcome],
    watch: Sequence[Path],
    announce: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int | None = None,
    ignored: Sequence[Path] = (),
) -> Iterator[str]:
    """Within it the site is served and kept up to date; the value is its address."""
    live = Live(run=os.urandom(4).hex())
    asked, ended = threading.Event(), threading.Event()
    once = partial(rebuild, build, live, announce)
    with ExitStack() as cleanup:
        server = cleanup.enter_context(opened(host, port, live, announce))
        if port is None and server.server_port != DEFAULT_PORT:
            announce(f"port {DEFAULT_PORT} is taken, so it is {server.server_port}")
        watching = Watch(watch, ignored, changed=asked.set, failed=announce)
        cleanup.callback(watching.end)
        watching.start()
        once()
        builder = threading.Thread(target=keep_rebuilding, args=(asked, ended, once), daemon=True)
        builder.start()
        cleanup.callback(_end_building, asked, ended)
        cleanup.callback(live.close)
        cleanup.enter_context(_answering(server))
        yield server.url


@contextmanager
def _answering(server: SiteServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()


def _end_building(asked: threading.Event, ended: threading.Event) -> None:
    """A build under way is not waited for: its thread ends with the process."""
    ended.set()
    asked.set()
