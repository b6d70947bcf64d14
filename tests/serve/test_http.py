"""The server on a real socket: what it answers, what it refuses, and how it survives rude clients."""

from __future__ import annotations

import http.client
import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO

import pytest

from goalsite.serve.http import SiteServer
from goalsite.serve.live import Live
from goalsite.serve.outcome import BuildOutcome, Files, Finding, UnmadeError

FILES = {
    "index.html": b"<body>home</body>",
    "goals/更快/index.html": b"<body>goal</body>",
    "big.bin": b"x" * 3_000_000,
}


FINDING = Finding("look/base.html.j2:3:1", "S041", "the template <b> cannot be used", "mend it")


class Failing:
    """A site of which one file cannot be made, and one is broken by a bug."""

    def get(self, path: str) -> bytes | None:
        if path == "unmade/index.html":
            raise UnmadeError(FINDING)
        if path == "bug/index.html":
            raise KeyError("<i>goal")
        return FILES.get(path)


@dataclass
class Running:
    server: SiteServer
    lines: list[str] = field(default_factory=list)

    def request(self, method: str, path: str, host: str = "") -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request(method, path, headers={"Host": host} if host else {})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def raw(self, request: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.server.server_port), timeout=10) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.fixture
def site() -> Iterator[Running]:
    with serving(FILES) as running:
        yield running
    assert running.lines == []


@contextmanager
def serving(files: Files) -> Iterator[Running]:
    live, lines = Live("run"), list[str]()
    live.take(BuildOutcome(files))
    with SiteServer("127.0.0.1", 0, live, lines.append) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield Running(server, lines)
        live.close()
        server.shutdown()
        thread.join()


def test_a_page_comes_with_its_type_its_policy_and_no_cache(site: Running) -> None:
    response, body = site.request("GET", "/")
    assert response.status == 200
    assert body.startswith(b"<body>home<script src=")
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Server"] == "goalsite"


def test_head_is_get_without_the_body(site: Running) -> None:
    response, body = site.request("HEAD", "/")
    full = site.request("GET", "/")[1]
    assert body == b""
    assert response.headers["Content-Length"] == str(len(full))
    assert site.request("HEAD", "/_goalsite/events")[0].status == 200


def test_a_unicode_path_is_found_percent_encoded(site: Running) -> None:
    response, _ = site.request("GET", "/goals/%E6%9B%B4%E5%BF%AB")
    assert (response.status, response.headers["Location"]) == (302, "/goals/%E6%9B%B4%E5%BF%AB/")
    assert b"goal" in site.request("GET", "/goals/%E6%9B%B4%E5%BF%AB/")[1]


def test_a_large_file_arrives_whole(site: Running) -> None:
    assert site.request("GET", "/big.bin")[1] == FILES["big.bin"]


def test_one_connection_serves_many_requests(site: Running) -> None:
    request = f"GET / HTTP/1.1\r\nHost: localhost:{site.server.server_port}\r\n\r\n".encode()
    assert site.raw(request * 3).count(b"HTTP/1.1 200 OK") == 3


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "BREW"])
def test_other_methods_are_not_allowed(site: Running, method: str) -> None:
    response, _ = site.request(method, "/")
    assert response.status == 405
    assert response.headers["Allow"] == "GET, HEAD"


def test_a_foreign_host_name_is_refused(site: Running) -> None:
    for path in ("/", "/_goalsite/events", "/_goalsite/live.js"):
        response, body = site.request("GET", path, host=f"evil.example:{site.server.server_port}")
        assert response.status == 403
        assert site.server.url.encode() in body


@pytest.mark.parametrize(
    ("request_bytes", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b"403"),
        (b"GET / HTTP/1.1\r\nHost: localhost:%d\r\nHost: evil\r\n\r\n", b"403"),
        (b"GET /%%ff HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", b"400"),
        (b"GET / HTTP/9.9\r\n\r\n", b"505"),
        (b"rubbish\r\n\r\n", b"400"),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", b"400"),
        (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"431"),
        (b"GET //evil.example/%%2e%%2e/a HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", b"404"),
        (b"GET /../../../etc/passwd HTTP/1.1\r\nHost: localhost:%d\r\n\r\n", b"404"),
    ],
)
def test_a_broken_or_hostile_request_gets_a_plain_no(
    site: Running, request_bytes: bytes, status: bytes
) -> None:
    if b"%d" in request_bytes:
        request_bytes = request_bytes % site.server.server_port
    answer = site.raw(request_bytes)
    assert status in answer.partition(b"\r\n")[0]
    assert b"Traceback" not in answer


def test_a_client_that_hangs_up_is_no_bug(site: Running) -> None:
    for path in (b"/big.bin", b"/_goalsite/events"):
        with socket.create_connection(("127.0.0.1", site.server.server_port)) as connection:
            connection.sendall(
                b"GET %s HTTP/1.1\r\nHost: localhost:%d\r\n\r\n" % (path, site.server.server_port)
            )
            connection.recv(10)
    assert site.request("GET", "/")[0].status == 200


def test_what_cannot_be_made_is_a_page_that_says_why_and_open_pages_are_told() -> None:
    with serving(Failing()) as site:
        for _ in range(2):
            response, body = site.request("GET", "/unmade/")
            assert (response.status, response.headers["Content-Type"]) == (500, "text/html; charset=utf-8")
            assert b"This page could not be made" in body
            assert b"look/base.html.j2:3:1" in body
            assert b"the template &lt;b&gt; cannot be used" in body
            assert b"live.js?pages=run-1&amp;build=1" in body
        assert site.request("GET", "/")[0].status == 200
        shown = site.server.live.shown
        assert (shown.findings, shown.failed, shown.are_old) == ((FINDING,), True, False)
    assert site.lines == []  # whoever made it has told of it


def test_a_bug_in_making_a_page_is_told_once_and_no_traceback_goes_to_the_browser() -> None:
    with serving(Failing()) as site:
        for path in ("/bug/", "/bug/", "/bug"):
            response, body = site.request("GET", path)
            assert response.status == 500
            assert b"a bug of ours broke this page: KeyError: &#x27;&lt;i&gt;goal&#x27;" in body
            assert b"Traceback" not in body
    assert len(site.lines) == 1
    assert site.lines[0].startswith("Traceback")
    assert len(site.server.live.shown.findings) == 1


@contextmanager
def listening(running: Running, query: str) -> Iterator[IO[bytes]]:
    port = running.server.server_port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(
            f"GET /_goalsite/events{query} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
        )
        with connection.makefile("rb") as stream:
            yield stream


def next_event(stream: IO[bytes]) -> dict[str, object]:
    line = next(line for line in stream if line.startswith(b"data: "))
    told = json.loads(line.removeprefix(b"data: "))
    assert isinstance(told, dict)
    return told


def event_of(running: Running, query: str) -> dict[str, object]:
    with listening(running, query) as stream:
        return next_event(stream)


def test_a_page_that_listens_hears_the_mark_that_it_has_in_its_address() -> None:
    with serving({"index.html": b"<body>old</body>"}) as running:
        running.server.live.renew(FILES)
        page = running.request("GET", "/goals/%E6%9B%B4%E5%BF%AB/")[1].decode()
        mark = page.partition("&amp;page=")[2].partition('"')[0]
        assert len(mark) == 32
        assert event_of(running, "?/goals/%E6%9B%B4%E5%BF%AB/")["page"] == mark
        assert event_of(running, "?/")["page"] not in ("", mark)
        assert running.lines == []


def test_for_a_page_that_was_left_nothing_is_made_any_more() -> None:
    asked: list[str] = []

    class Asked(Failing):
        def get(self, path: str) -> bytes | None:
            asked.append(path)
            return super().get(path)

    before = set(threading.enumerate())
    with serving(FILES) as running, listening(running, "?/goals/%E6%9B%B4%E5%BF%AB/") as staying:
        with listening(running, "?/") as left:
            assert next_event(left) == next_event(staying)
        running.server.live.take(BuildOutcome(Asked(), alike=True))
        next_event(staying)
    for answering in set(threading.enumerate()) - before:
        answering.join(10)
    assert asked == ["goals/更快/index.html"]


@pytest.mark.parametrize(
    "query", ["", "?", "?index.html", "?http://[", "?/nowhere/", "?/unmade/", "?/bug/", "?/%FF"]
)
def test_who_listens_without_a_page_is_told_of_builds_all_the_same(query: str) -> None:
    with serving(FILES) as running:
        running.server.live.renew(Failing())
        assert event_of(running, query)["page"] == ""
        assert running.lines == []
