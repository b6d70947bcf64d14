"""The server answers under this machine's names only, so that no other site can read from it."""

from __future__ import annotations

import pytest

from goalsite.serve.hosts import is_welcome, url_of


@pytest.mark.parametrize("header", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LocalHost:8000"])
def test_a_local_name_with_the_port_is_welcome(header: str) -> None:
    assert is_welcome(header, "127.0.0.1", 8000)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example:8000",
        "localhost.evil.example:8000",
        "127.0.0.1.evil.example:8000",
        "localhost",
        "localhost:80",
        "localhost:8001",
        "localhost:8000:8000",
        "localhost:",
        "user@localhost:8000",
        "192.168.1.5:8000",
        "[::1:8000",
        "localhost:٨٠٠٠",
    ],
)
def test_any_other_name_or_port_is_not(header: str) -> None:
    assert not is_welcome(header, "127.0.0.1", 8000)


def test_port_80_goes_without_saying() -> None:
    assert is_welcome("localhost", "127.0.0.1", 80)


@pytest.mark.parametrize("header", ["192.168.1.5:9000", "[fe80::1]:80", "localhost:9000", "box.lan"])
def test_a_server_open_to_others_answers_to_addresses_and_its_own_name(header: str) -> None:
    assert is_welcome(header, "box.lan", 8000)


def test_a_server_open_to_others_answers_to_no_name_from_outside() -> None:
    assert not is_welcome("evil.example:8000", "0.0.0.0", 8000)


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("0.0.0.0", "http://localhost:8000/"),
        ("::", "http://localhost:8000/"),
        ("box.lan", "http://box.lan:8000/"),
    ],
)
def test_the_address_is_one_that_a_browser_opens(host: str, url: str) -> None:
    assert url_of(host, 8000) == url
