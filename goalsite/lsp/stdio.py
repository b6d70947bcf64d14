"""Serves one editor over standard input and output."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from goalsite.lsp.handlers import HANDLERS
from goalsite.lsp.server import GoalServer
from goalsite.lsp.workspace import Day


def serve(folder: Path | None, config_path: str, day: Day) -> bool:
    """Serve until the editor leaves; whether it took its leave in order.

    The project is in `folder`, or without one in the folder that the editor opened. Nothing but the protocol
    reaches standard output: what anything else prints goes to standard error.
    """
    sys.stdout.flush()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        if not os.environ.get("GOALSITE_DEBUG"):
            logging.getLogger("pygls").setLevel(logging.CRITICAL)
        server = GoalServer(folder, config_path, day)
        for method, (handler, options) in HANDLERS.items():
            server.feature(method, options)(handler)
        server.start_io(sys.stdin.buffer, output)
    return server.was_shut_down
