"""The APIs of hosts in small, on this machine: they keep comments, and remember what they were asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple


class Asked(NamedTuple):
    """A request: its method, its path with what is behind the question mark, its headers, what it brought."""

    method: str
    path: str
    headers: dict[str, str]
    content: Any


class Answer(NamedTuple):
    """What is answered: a value as JSON, bytes as they are, or where else to ask."""

    content: Any = None
    elsewhere: str = ""


@contextmanager
def host(answer: Callable[[Asked], Answer]) -> Iterator[str]:
    """The address of a server that answers so."""

    class Handler(BaseHTTPRequestHandler):
        def _do(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            content = json.loads(self.rfile.read(length)) if length else None
            said = answer(Asked(self.command, self.path, dict(self.headers), content))
            body = said.content if isinstance(said.content, bytes) else json.dumps(said.content).encode()
            self.send_response(302 if said.elsewhere else 200)
            if said.elsewhere:
                self.send_header("Location", said.elsewhere)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self) -> None:
            self._do()

        def do_POST(self) -> None:
            self._do()

        def do_PATCH(self) -> None:
            self._do()

        def do_PUT(self) -> None:
            self._do()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: a test speaks by failing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
