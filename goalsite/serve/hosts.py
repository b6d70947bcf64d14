"""To which names the server answers: a page of another site cannot make it answer under that site's name."""

from __future__ import annotations

import re
from ipaddress import ip_address

_HOST = re.compile(r"(?:\[([0-9a-f:.]+)\]|([^:\[\]]+))(?::([0-9]{1,5}))?", re.IGNORECASE)
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def is_welcome(header: str, host: str, port: int) -> bool:
    """Whether a server that listens on `host` and `port` answers a request with this Host header.

    On the machine's own loopback address the header has to name that, and the port. Where the user opened the
    server to other machines, any address will do, on any port, as a container maps it; of names only `host`.
    """
    match = _HOST.fullmatch(header)
    if match is None:
        return False
    name = (match[1] or match[2]).lower()
    if _is_loopback(host):
        return name in _LOOPBACK | {host.lower()} and int(match[3] or 80) == port
    return name in {"localhost", host.lower()} or _is_address(name)


def url_of(host: str, port: int) -> str:
    """The address to open in a browser on this machine, which ends in `/`."""
    if _is_address(host) and ip_address(host).is_unspecified:
        host = "localhost"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
