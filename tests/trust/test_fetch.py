"""A site behind an address, asked by real connections to a host that does all kinds of things."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from goalsite.trust import fetch, line
from goalsite.trust.fetch import FetchError, WebSite
from goalsite.trust.verdict import MISSING, Found

TEXT = b"Goals live in git. " * 10_000
PACKED = gzip.compress(TEXT)
ELSEWHERE = "http://127.0.0.1:9/"
OK = b"HTTP/1.1 200 OK\r\n"


class _Host(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[str]
    tries: dict[str, int]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        name = self.path.partition("/okr/")[2]
        number = self.tries[name] = self.tries.get(name, 0) + 1
        sent = {
            "plain": (200, {}, TEXT),
            "%E6%9B%B4%E5%BF%AB/a%20b%3F%23.html": (200, {}, b"name"),
            "packed": (200, {"Content-Encoding": "gzip"}, PACKED),
            "badly-packed": (200, {"Content-Encoding": "gzip"}, b"no zip at all"),
            "cut-pack": (200, {"Content-Encoding": "gzip"}, PACKED[:-20]),
            "br": (200, {"Content-Encoding": "br"}, b"x"),
            "moved/index.html": (301, {"Location": "./"}, b""),
            "moved/": (200, {}, b"moved"),
            "round": (302, {"Location": "round"}, b""),
            "away": (302, {"Location": f"{ELSEWHERE}secret"}, b""),
            "local": (302, {"Location": "file:///etc/passwd"}, b""),
            "nowhere": (302, {}, b""),
            "no-address": (302, {"Location": "http://[a"}, b""),
            "broken": (503, {}, b"later"),
            "cut": (200, {"Content-Length": "99"}, b"only this"),
            "flaky": (200, {"Content-Length": "5" if number > 1 else "99"}, b"flaky"),
        }
        status, headers, content = sent.get(name, (404, {}, b"<h1>Not here</h1>"))
        self.send_response(status)
        for key, value in ({"Content-Length": str(len(content))} | headers).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = "Content-Length" in headers

    def log_message(self, *_: object) -> None:
        """Say nothing: a test speaks by failing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of those who hang up."""


@pytest.fixture(scope="module")
def host() -> Iterator[tuple[str, list[str]]]:
    """The address of a site, and all that was ever asked of its host."""
    asked: list[str] = []
    made = type("Host", (_Host,), {"asked": asked, "tries": {}})
    server = _Server(("127.0.0.1", 0), made)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/okr", asked
    server.shutdown()
    server.server_close()


def of(content: bytes) -> Found:
    """What is found where a content lies."""
    return Found(sha256(content).hexdigest())


def test_what_a_host_has_is_found_however_it_is_sent(host: tuple[str, list[str]]) -> None:
    asked = {
        "plain": of(TEXT),
        "更快/a b?#.html": of(b"name"),
        "packed": of(TEXT),
        "moved/index.html": of(b"moved"),
        "flaky": of(b"flaky"),
        "no/such/file": MISSING,
    }
    assert dict(WebSite(host[0]).found(asked)) == asked
    site = WebSite(f"{host[0]}/manifest.json")
    assert site.read("plain", 5) == b"Goals"
    assert site.read("packed", 10**9) == TEXT
    assert site.read("no", 5) is None


def test_a_file_that_a_host_does_not_give_as_it_is_does_not_stop_the_others(
    host: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {
        "badly-packed": "is packed by the host in a way that cannot be undone",
        "cut-pack": "is packed by the host, and breaks off",
        "br": "is sent as br, which nobody asked for",
        "round": "is sent from one address to the next by the host",
        "away": f"is sent to {ELSEWHERE}secret by the host",
        "local": "is sent to file:///etc/passwd by the host",
        "nowhere": "is sent to nowhere by the host",
        "no-address": "is sent to http://[a by the host",
        "broken": "is answered with 503 by the host",
        "packed": "has more than 0 MB",
    }
    monkeypatch.setattr(fetch, "_LARGEST", len(TEXT) - 1)
    found = dict(WebSite(host[0]).found(told))
    assert {path: one.trouble for path, one in found.items()} == told


def test_nothing_beside_the_site_is_asked_for(host: tuple[str, list[str]]) -> None:
    address, asked = host
    for path in ("/etc", "//127.0.0.1:9/x", "\\..\\x", "a?b=c", "%2e%2e/x", "@127.0.0.1:9/", "x\r\nHost: y"):
        assert dict(WebSite(address).found([path])) == {path: MISSING}
    assert all(path.startswith("/okr/") for path in asked)


def test_a_host_that_breaks_off_or_does_not_answer_is_told(host: tuple[str, list[str]]) -> None:
    with pytest.raises(FetchError, match="breaks off in the middle"):
        list(WebSite(host[0]).found(["cut"]))
    with pytest.raises(FetchError, match=r"127\.0\.0\.1:9 cannot be asked: connection refused"):
        WebSite(ELSEWHERE).read("manifest.json", 10)


def _saying(begin: bytes, more: bytes = b"") -> Iterator[str]:
    """The address of a host that begins every answer with these words, and has more to say for ever; only
    the file `first` is soon there."""

    def speak(heard: socket.socket) -> None:
        with heard, suppress(OSError):
            if heard.recv(1 << 16).startswith(b"GET /first "):
                heard.sendall(OK + b"Content-Length: 0\r\n\r\n")
                return
            heard.sendall(begin)
            while more:
                time.sleep(0.01)
                heard.sendall(more)

    def listen(door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                threading.Thread(target=speak, args=(door.accept()[0],), daemon=True).start()

    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        threading.Thread(target=listen, args=(door,), daemon=True).start()
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        door.shutdown(socket.SHUT_RDWR)


SLOWLY = {
    "headers": (OK + b"X: ", b"x"),
    "content": (OK + b"Content-Length: 9999\r\n\r\n", b"x"),
    "last words": (OK + b"Connection: close\r\n\r\n", b"x"),
    "promises": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}


@pytest.mark.parametrize("what", SLOWLY)
def test_a_host_that_speaks_for_ever_is_left(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "_LONGEST", 0.2)
    for address in _saying(*SLOWLY[what]):
        with pytest.raises(FetchError, match="it takes more than 0 s to send a file"):
            list(WebSite(address).found(["a", "b"]))


@pytest.mark.parametrize("what", SLOWLY)
def test_nobody_waits_for_files_that_are_no_longer_wanted(what: str) -> None:
    for address in _saying(*SLOWLY[what]):
        found = WebSite(address).found(["first", *map(str, range(9))])
        assert isinstance(found, Generator)
        assert next(found) == ("first", of(b""))
        time.sleep(0.2)
        start = time.monotonic()
        found.close()
        assert time.monotonic() - start < 5


@pytest.mark.parametrize("said", [OK + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nabc", b"hello"])
def test_a_host_that_speaks_in_tongues_is_told(said: bytes) -> None:
    for address in _saying(said):
        with pytest.raises(FetchError, match="cannot be asked: "):
            list(WebSite(address).found(["a"]))


@pytest.mark.parametrize(
    "address",
    [
        "https://",
        "https:///x",
        "ftp://a.example/",
        "http://ada:secret@a.example/",
        "http://a.example:99999/",
        "http://a b.example/",
        "http://[::1/",
        "http://a\n.example/",
        f"http://{'a' * 64}.example/",
    ],
)
def test_what_is_no_address_is_never_asked(address: str) -> None:
    with pytest.raises(FetchError, match="is no address of a site"):
        WebSite(address)
