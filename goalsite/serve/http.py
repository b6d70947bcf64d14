"""The sockets: reads requests, writes answers, and opens a port."""

from __future__ import annotations

import socket
import socketserver
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from goalsite.serve import events
from goalsite.serve.answer import POLICY, Answer, answer, broken, path_of, plain
from goalsite.serve.hosts import is_welcome, url_of
from goalsite.serve.live import Live, Shown
from goalsite.serve.outcome import UnmadeError, bug
from goalsite.serve.overlay import assets


class Handler(BaseHTTPRequestHandler):
    """One connection; only GET and HEAD, and only under a name the server answers to."""

    server: SiteServer
    protocol_version = "HTTP/1.1"
    timeout = 60
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answers with the file."""
        self._reply()

    def do_HEAD(self) -> None:
        """Answers as to GET, without the file."""
        self._reply()

    def _reply(self) -> None:
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or not is_welcome(hosts[0], self.server.host, self.server.server_port):
            self._send(plain(HTTPStatus.FORBIDDEN, f"This server answers to {self.server.url} only."))
            return
        path = path_of(self.path)
        if path is None:
            self._send(plain(HTTPStatus.BAD_REQUEST))
        elif path == events.PATH:
            self._send_events()
        else:
            self._send(self._made(path))

    def _made(self, path: str) -> Answer:
        """The answer with a file, which may be made for it; what breaks that is told once for each build."""
        live, shown = self.server.live, self.server.live.shown
        try:
            return answer(shown, path, self.path.partition("?")[2], self.server.extra)
        except UnmadeError as error:
            finding = error.finding
            live.add(shown, finding)
        except Exception as error:
            finding = bug("this page", error)
            if live.add(shown, finding):
                self.server.announce(traceback.format_exc().rstrip())
        return broken(shown, finding)

    def _mark(self, shown: Shown) -> str:
        """The mark that the page has which listens; nothing where it cannot be made, which it is to tell."""
        query = self.path.partition("?")[2]
        with suppress(Exception):
            path = path_of(query) if query.startswith("/") else None
            return "" if path is None else answer(shown, path, "", {}).mark
        return ""

    def _is_heard(self) -> bool:
        """Whether whoever asked is there yet. Who says that nothing more is to come, as a browser does that
        leaves, is taken for gone."""
        self.connection.settimeout(0)
        try:
            return bool(self.connection.recv(1, socket.MSG_PEEK))
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            self.connection.settimeout(self.timeout)

    def _send(self, reply: Answer) -> None:
        self._send_head(reply.status, reply.content_type, reply.policy, reply.is_lasting)
        self.send_header("Content-Length", str(len(reply.body)))
        if reply.location:
            self.send_header("Location", reply.location)
        if reply.status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def _send_events(self) -> None:
        self.close_connection = True
        self._send_head(HTTPStatus.OK, events.CONTENT_TYPE, POLICY, is_lasting=False)
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            events.send(self.server.live, self.wfile.write, self._mark, self._is_heard)

    def _send_head(self, status: HTTPStatus, content_type: str, policy: str, is_lasting: bool) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Security-Policy", policy)
        self.send_header("Cache-Control", "max-age=31536000, immutable" if is_lasting else "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def send_error(self, code: int, *_reason: object) -> None:
        """Answers a request that could not be read; a method that nobody knows is one that is not allowed."""
        is_method = code == HTTPStatus.NOT_IMPLEMENTED
        self.request_version = self.protocol_version  # else what is no HTTP is answered without a status line
        self.close_connection = True
        self._send(plain(HTTPStatus.METHOD_NOT_ALLOWED if is_method else HTTPStatus(code)))

    def version_string(self) -> str:
        """The name of the server, without versions."""
        return "goalsite"

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for what the builds found."""


class SiteServer(ThreadingHTTPServer):
    """Serves what is live; a thread for each connection, none of which keeps the process from ending."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, host: str, port: int, live: Live, announce: Callable[[str], None]) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.host = host
        self.live = live
        self.extra = assets()
        self.announce = announce
        super().__init__((host, port), Handler)

    @property
    def url(self) -> str:
        """The address to open, which ends in `/`."""
        return url_of(self.host, self.server_port)

    def server_bind(self) -> None:
        """Opens the port, without asking the network for this machine's name as the base class does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.host, self.server_address[1]

    def handle_error(self, _request: object, _client_address: object) -> None:
        """Passes over browsers that went away, and tells of anything else."""
        error = sys.exception()
        if not isinstance(error, ConnectionError | TimeoutError):
            self.announce(f"a bug of ours, while answering a request: {error!r}")
