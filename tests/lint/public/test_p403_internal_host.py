"""Which texts hold hosts that readers cannot reach, and which do not."""

from __future__ import annotations

import pytest

from goalsite.lint.public.p403_internal_host import check
from tests.lint.texts import said


@pytest.mark.parametrize(
    "text",
    [
        "http://localhost:3000",
        "http://wiki/page",
        "https://jira/browse/X-1",
        "http://10.1.2.3",
        "https://192.168.0.1/x",
        "http://172.20.1.1",
        "http://127.0.0.1:8000",
        "http://[::1]:80/",
        "http://[fd00::1]/",
        "http://[fe80::1]",
        "http://169.254.1.1",
        "https://a.local",
        "https://x.corp/",
        "https://x.lan",
        "https://pi.home.arpa",
        "https://wiki.internal.example.org/",
        "https://intranet.example.org",
        "https://user:pw@git.corp/x",
        "ssh://git@git.intranet/x",
        "HTTP://WIKI/x",
        "file://server/share",
        "http://api.localhost",
    ],
)
def test_a_host_of_the_inside_is_found(text: str) -> None:
    assert said(check, text) != []


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org",
        "https://internal-tools.example.org",
        "https://corp.example.com",
        "http://172.15.1.1",
        "http://172.32.1.1",
        "http://11.0.0.1",
        "https://example.org/localhost",
        "`http://localhost:3000`",
        "localhost",
        "file:///home/ada",
        "https://localhost.example.org",
        "//wiki/page",
        "https://github.com/org/internal",
        "http://192.0.2.1",
        "http:///x",
        "https://",
        "https://münchen.example",
        "http://999.1.1.1.example",
        "goals/10.0.0.1",
        "https://…",
    ],
)
def test_hosts_of_the_world_and_words_are_left_alone(text: str) -> None:
    assert said(check, text) == []


def test_a_message_does_not_name_the_host() -> None:
    assert said(check, "https://vault.secret.corp/x") == ["the link leads to a host of an internal network"]
