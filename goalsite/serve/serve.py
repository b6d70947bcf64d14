"""Serves the site while its goals are being written. Decisions: docs/adr/0006-serve.md."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from goalsite.serve.http import SiteServer
from goalsite.serve.live import Live
from goalsite.serve.port import DEFAULT_PORT, opened
from goalsite.serve.rebuild import Builds, Rebuilding
from goalsite.serve.watch import Watch

_SWITCH = 0.001
"""Seconds after which a thread that figures lets another go on that answers: a fifth of what is usual."""


def serve(
    builds: Builds,
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
    sys.setswitchinterval(_SWITCH)
    try:
        with running(builds, watch, announce, host, port, ignored) as url:
            announce(f"serving {url} (Ctrl-C ends it)")
            threading.Event().wait()
    except KeyboardInterrupt:
        announce("ended")


@contextmanager
def running(
    builds: Builds,
    watch: Sequence[Path],
    announce: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int | None = None,
    ignored: Sequence[Path] = (),
) -> Iterator[str]:
    """Within it the site is served and kept up to date; the value is its address."""
    live = Live(run=os.urandom(4).hex())
    rebuilding = Rebuilding(builds, live, announce)
    with ExitStack() as cleanup:
        server = cleanup.enter_context(opened(host, port, live, announce))
        if port is None and server.server_port != DEFAULT_PORT:
            announce(f"port {DEFAULT_PORT} is taken, so it is {server.server_port}")
        watching = Watch(watch, ignored, changed=rebuilding.changed, failed=announce)
        cleanup.callback(watching.end)
        watching.start()
        cleanup.enter_context(_undisturbed())
        rebuilding.start()
        cleanup.callback(rebuilding.end)
        cleanup.callback(live.close)
        cleanup.enter_context(_answering(server))
        yield server.url


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A stretch of work in which nobody looks for values that went out of use: that takes a third of the time
    of a build, and everything else stops meanwhile.

    Most of what the first build makes is there to the end: it is not to be looked at again. What later ones
    make goes when its last user does; the rest is looked for when nothing is to be done.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.enable()


@contextmanager
def _answering(server: SiteServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
