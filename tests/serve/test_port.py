"""A taken port is said to be taken, and another is offered or used."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from goalsite.serve.live import Live
from goalsite.serve.port import ServeError, opened


def ignore(_line: str) -> None:
    """Nobody listens."""


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_that_was_asked_for_and_is_taken_is_told_with_a_free_one(taken: int) -> None:
    with pytest.raises(ServeError, match=f"port {taken} is taken on 127.0.0.1") as caught:
        opened("127.0.0.1", taken, Live("run"), ignore)
    free = int(caught.value.hint.split()[1])
    with opened("127.0.0.1", free, Live("run"), ignore) as server:
        assert server.server_port == free


def test_without_a_port_the_next_free_one_is_used_and_then_any() -> None:
    with ExitStack() as stack:
        servers = [stack.enter_context(opened("127.0.0.1", None, Live("run"), ignore)) for _ in range(22)]
        ports = [server.server_port for server in servers]
    usual = [port for port in ports if port <= 8019]
    assert usual == sorted(set(usual)) == ports[: len(usual)]
    assert usual[0] >= 8000
    assert ports[-1] > 8019


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_an_address_that_is_not_this_machines_is_told(host: str) -> None:
    with pytest.raises(ServeError, match="is no address of this machine"):
        opened(host, 0, Live("run"), ignore)


def test_a_number_that_is_no_port_is_told() -> None:
    with pytest.raises(ServeError, match="70000 is no port"):
        opened("127.0.0.1", 70000, Live("run"), ignore)


def test_the_server_listens_on_ipv6_too() -> None:
    with opened("::1", 0, Live("run"), ignore) as server:
        assert server.url == f"http://[::1]:{server.server_port}/"
