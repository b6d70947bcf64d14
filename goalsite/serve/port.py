"""Opens the port to listen on, and says clearly when that cannot be."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable

from goalsite.serve.http import SiteServer
from goalsite.serve.live import Live

DEFAULT_PORT = 8000
_LAST_PORT = 8019


class ServeError(Exception):
    """The server cannot start: `message` says why, `hint` what to do instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def opened(host: str, port: int | None, live: Live, announce: Callable[[str], None]) -> SiteServer:
    """A server that holds the port already.

    Without a port it is 8000 or, where that is taken, the next free one; 0 is any free one. A ServeError says
    that a port the user asked for is taken, and names one that is not.
    """
    wanted = DEFAULT_PORT if port is None else port
    while True:
        try:
            return SiteServer(host, wanted, live, announce)
        except OverflowError as error:
            raise ServeError(f"{wanted} is no port", "ports are numbers from 0 to 65535") from error
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port is not None:
                raise _refusal(host, wanted, error) from error
        wanted = wanted + 1 if wanted < _LAST_PORT else 0


def _refusal(host: str, port: int, error: OSError) -> ServeError:
    if error.errno == errno.EADDRINUSE:
        return ServeError(f"port {port} is taken on {host}", f"port {_free_port(host)} is free: use --port")
    if error.errno == errno.EACCES:
        return ServeError(f"port {port} takes more rights than you have", "use a port from 1024 up")
    if error.errno == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return ServeError(f"{host} is no address of this machine", "leave out --host to use 127.0.0.1")
    return ServeError(f"cannot listen on {host} port {port}: {(error.strerror or str(error)).lower()}")


def _free_port(host: str) -> int:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
