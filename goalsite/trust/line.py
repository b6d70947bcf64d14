"""A connection to a host, which may say anything, as slowly as it likes and for ever."""

from __future__ import annotations

import socket
import time
from contextlib import suppress
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from io import BufferedReader, RawIOBase
from typing import Any
from urllib.parse import SplitResult

from goalsite import __version__

_PATIENCE = 20.0  # seconds for an answer to begin, and for each part of it
_LONGEST = 300.0  # seconds for all of it, however little comes at a time
_HEADERS = {
    "Accept-Encoding": "identity",
    "Cache-Control": "no-cache",
    "User-Agent": f"goalsite/{__version__}",
}


class GivenUpError(OSError):
    """A host is not heard any longer, and it is no use to ask it again."""


class Line:
    """A connection that is used again as long as it goes to the same place."""

    def __init__(self) -> None:
        self._connection: HTTPConnection | None = None
        self._socket: socket.socket | None = None
        self._answer: HTTPResponse | None = None
        self._to = ("", "")
        self._is_cut = False

    def ask(self, address: SplitResult) -> HTTPResponse:
        """The answer of a host. Raises OSError, HTTPException and ValueError, as reading it does."""
        to = (address.scheme, address.netloc)
        if self._to != to or (self._answer and not self._answer.isclosed()):
            self.drop()
        if self._is_cut:
            raise GivenUpError("nobody waits for it")
        if self._connection is None:
            make = HTTPSConnection if address.scheme == "https" else HTTPConnection
            self._connection, self._to = make(address.netloc, timeout=_PATIENCE), to
            self._connection.response_class = _Answer
        where = address.path + (f"?{address.query}" if address.query else "")
        self._connection.request("GET", where, headers=_HEADERS)
        self._socket = self._connection.sock
        self._answer = self._connection.getresponse()
        return self._answer

    def drop(self) -> None:
        """Hang up."""
        if self._connection is not None:
            self._connection.close()
        self._connection = self._socket = self._answer = None

    def cut(self) -> None:
        """Hang up for good, from another thread than the one that listens, which hears the end at once."""
        self._is_cut = True
        if (open_socket := self._socket) is not None:
            with suppress(OSError):
                open_socket.shutdown(socket.SHUT_RDWR)


class _Answer(HTTPResponse):
    """An answer that ends in time: its first line, its headers and its content."""

    def __init__(self, sock: socket.socket, *how: Any, **more: Any) -> None:
        super().__init__(sock, *how, **more)
        self.fp = BufferedReader(_Timed(self.fp.detach()))


class _Timed(RawIOBase):
    """What comes through a socket, up to a moment."""

    def __init__(self, heard: RawIOBase) -> None:
        self._heard, self._end = heard, time.monotonic() + _LONGEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        if time.monotonic() > self._end:
            raise GivenUpError(f"it takes more than {_LONGEST:.0f} s to send a file")
        return self._heard.readinto(buffer)

    def close(self) -> None:
        self._heard.close()
        super().close()
