from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalsite.core.links import is_external, safe_url


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "HTTP://example.org/a?b=c#d",
        "mailto:team@example.org",
        "design.md",
        "../2026/win-trust.md#why",
        "/docs/设计.md",
        "#p50",
        "?q=ci",
        "a/b:c.md",
    ],
)
def test_web_mail_and_relative_urls_pass_unchanged(url: str) -> None:
    assert safe_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        "java\u200bscript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&Tab;script:alert(1)",
        "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:image/svg+xml,<svg/>",
        "file:///etc/passwd",
        "intent://scan/#Intent;end",
        "ms-word:ofe|u|https://example.org",
        "tel:123",
        "blob:https://example.org/1",
    ],
)
def test_any_other_scheme_is_refused_however_it_is_disguised(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    "url", ["//evil.example", "\\\\evil.example", "/\\evil.example", "\t//evil.example", "/\t/evil"]
)
def test_a_url_that_leaves_the_site_without_a_scheme_is_refused(url: str) -> None:
    assert safe_url(url) is None


@pytest.mark.parametrize(
    "url", ["https:evil", "http:/evil", "https://", "https:///path", "mailto:", "", "  ", "\x00"]
)
def test_a_url_without_a_host_or_address_is_refused(url: str) -> None:
    assert safe_url(url) is None


def test_control_characters_and_outer_spaces_are_taken_out() -> None:
    assert safe_url("  https://example.org/a\x00b\n") == "https://example.org/ab"


def test_only_the_web_is_external() -> None:
    assert is_external("https://example.org")
    assert is_external("HTTP://example.org")
    assert not is_external("https.md")
    assert not is_external("mailto:team@example.org")


URLISH = st.text(st.sampled_from("jJavscriptdhtpmlo:/\\#?&;.@ \t\n\x00\x01\u200b\ufeffTbcn106x"), max_size=30)


@given(URLISH | st.text())
def test_what_passes_is_read_by_a_browser_as_an_allowed_scheme_or_as_relative(url: str) -> None:
    safe = safe_url(url)
    if safe is not None:
        read = re.sub(r"[\t\n\r]", "", safe).strip("".join(map(chr, range(33))))
        scheme = re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", read)
        assert scheme is None or scheme[0].lower() in ("http", "https", "mailto")
        assert not re.match(r"[/\\]{2}", read)


@given(URLISH | st.text())
def test_a_safe_url_is_its_own_safe_url(url: str) -> None:
    safe = safe_url(url)
    assert safe is None or safe_url(safe) == safe
