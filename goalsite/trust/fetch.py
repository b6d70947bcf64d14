"""The files of a site that lies behind an address. With `line` the only door to the network.

What a list names is asked for below the address alone: names become escaped paths, and only what the same
host says of itself is followed. Nothing is kept but a fingerprint, no cookie is sent or taken, and what is
too large or does not end is left.
"""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from http.client import HTTPException, HTTPResponse
from threading import local
from typing import TypeVar
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from goalsite.model.shapes import shorten
from goalsite.trust.line import GivenUpError, Line
from goalsite.trust.verdict import MISSING, Found

_AT_A_TIME = 6
_LARGEST = 1 << 30  # bytes
_CHUNK = 1 << 16
_FOUND, _GONE = 200, (404, 410)
_REDIRECTS = (301, 302, 303, 307, 308)
_MOST_REDIRECTS = 5
_MOST_TRIES = 3
_HINT = "look whether the address is right and the host is up, and try again"

T = TypeVar("T")


class FetchError(Exception):
    """A host does not answer, or nothing that can be understood: `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class _LeftError(Exception):
    """One file is left, for a reason that is told with its name."""


class WebSite:
    """A site behind an address that begins with http:// or https://. Raises FetchError."""

    def __init__(self, address: str) -> None:
        self._base = _base(address)
        self._own = local()
        self._lines: list[Line] = []

    def read(self, path: str, most: int) -> bytes | None:
        """The first `most` bytes of a file; None where there is none. Raises FetchError."""

        def once() -> bytes | None:
            answer = self._opened(path)
            content = bytearray()
            for chunk in _chunks(answer) if answer else ():
                content += chunk[: most - len(content)]
                if len(content) == most:
                    break
            return bytes(content) if answer else None

        try:
            return self._tried(once)
        except _LeftError as error:
            raise FetchError(f"{self._address(path)} {error}") from error
        finally:
            self._hang_up()

    def found(self, paths: Iterable[str]) -> Iterator[tuple[str, Found]]:
        """What lies at each path, some of them asked for at a time. Raises FetchError."""
        wanted = list(paths)
        pool = ThreadPoolExecutor(_AT_A_TIME)
        try:
            yield from zip(wanted, pool.map(self._found, wanted), strict=True)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            for line in self._lines:  # one may be in the middle of a file
                line.cut()
            pool.shutdown()
            self._hang_up()

    def _found(self, path: str) -> Found:
        def once() -> Found:
            answer = self._opened(path)
            if answer is None:
                return MISSING
            digest = sha256()
            for chunk in _chunks(answer):
                digest.update(chunk)
            return Found(digest.hexdigest())

        try:
            return self._tried(once)
        except _LeftError as error:
            return Found(trouble=str(error))

    def _line(self) -> Line:
        """The connection of this thread."""
        if not hasattr(self._own, "line"):
            self._own.line = Line()
            self._lines.append(self._own.line)
        line: Line = self._own.line
        return line

    def _hang_up(self) -> None:
        for line in self._lines:
            line.drop()

    def _address(self, path: str) -> str:
        """The address of a file, which lies below that of the site whatever its name."""
        return self._base + quote(path, safe="/")

    def _tried(self, once: Callable[[], T]) -> T:
        """What a question gives, which is asked again where a connection broke off."""
        for left in range(_MOST_TRIES - 1, -1, -1):
            try:
                return once()
            except (OSError, HTTPException, ValueError) as error:  # the last for numbers that are none
                self._line().drop()
                if not left or isinstance(error, ssl.SSLCertVerificationError | GivenUpError):
                    raise FetchError(*_told(urlsplit(self._base).netloc, error)) from error
        raise FetchError("nobody was asked")  # which cannot be: somebody is, at least once

    def _opened(self, path: str) -> HTTPResponse | None:
        """The answer that has a file in it, there or where the host sends us; None where there is no file."""
        address = self._address(path)
        for _ in range(_MOST_REDIRECTS):
            answer = self._line().ask(urlsplit(address))
            if answer.status in _REDIRECTS:
                address = _followed(address, answer.headers.get("Location", ""))
            elif answer.status in _GONE:
                return None
            elif answer.status == _FOUND:
                return answer
            else:
                raise _LeftError(f"is answered with {answer.status} by the host")
        raise _LeftError("is sent from one address to the next by the host")


def _base(address: str) -> str:
    """The address of a site, which ends in `/`. Raises FetchError."""
    parts = _parts(address)
    if (
        parts is None
        or parts.scheme not in ("http", "https")
        or not parts.hostname
        or parts.username is not None
    ):
        raise FetchError(f"{address} is no address of a site", "write it as https://example.org/goals/")
    path = quote(parts.path.removesuffix("manifest.json").rstrip("/"), safe="/%~")
    return f"{parts.scheme}://{parts.netloc}{path}/"


def _followed(address: str, where: str) -> str:
    """Where a host sends us, if it stays the same host and gets no less safe."""
    before, after = _parts(address), _parts(where, address) if where and where.isascii() else None
    if before and after:
        is_same = (before.scheme, before.netloc) == (after.scheme, after.netloc)
        is_safer = before.hostname == after.hostname and (before.scheme, after.scheme) == ("http", "https")
        if is_same or is_safer:
            return after._replace(fragment="").geturl()
    raise _LeftError(f"is sent to {shorten(where) or 'nowhere'} by the host")


def _parts(address: str, seen_from: str = "") -> SplitResult | None:
    """The parts of an address; None where it is none that a host could be asked for."""
    if not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(urljoin(seen_from, address))
        (parts.hostname or "").encode("idna")
        return parts if parts.port != 0 else None
    except (ValueError, UnicodeError):
        return None


def _chunks(answer: HTTPResponse) -> Iterator[bytes]:
    """A file bit by bit, as it was before it was packed to be sent."""
    packed = answer.headers.get("Content-Encoding", "identity").lower()
    if packed not in ("identity", "gzip"):
        raise _LeftError(f"is sent as {shorten(packed)}, which nobody asked for")
    size = 0
    for chunk in _unpacked(_sent(answer)) if packed == "gzip" else _sent(answer):
        size += len(chunk)
        if size > _LARGEST:
            raise _LeftError(f"has more than {_LARGEST >> 20} MB")
        yield chunk


def _sent(answer: HTTPResponse) -> Iterator[bytes]:
    """What a host sends."""
    while chunk := answer.read(_CHUNK):
        yield chunk
    if answer.length:
        raise HTTPException("it breaks off in the middle of a file")


def _unpacked(parts: Iterable[bytes]) -> Iterator[bytes]:
    """What was packed, in small pieces however much it becomes."""
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        for part in parts:
            chunk, rest = unpack.decompress(part, _CHUNK), unpack.unconsumed_tail
            yield chunk
            while rest or len(chunk) == _CHUNK:
                chunk, rest = unpack.decompress(rest, _CHUNK), unpack.unconsumed_tail
                yield chunk
    except zlib.error as error:
        raise _LeftError("is packed by the host in a way that cannot be undone") from error
    if not unpack.eof:
        raise _LeftError("is packed by the host, and breaks off")


def _told(host: str, error: Exception) -> tuple[str, str]:
    """What is wrong with a host, and what to do."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return (
            f"{host} has a certificate that nobody trusts: {error.verify_message}",
            "ask who keeps the host",
        )
    if isinstance(error, TimeoutError):
        return f"{host} does not answer", _HINT
    said = (getattr(error, "strerror", None) or str(error) or type(error).__name__).lower()
    return f"{host} cannot be asked: {said}", _HINT
