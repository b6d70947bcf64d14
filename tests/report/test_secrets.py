"""Passwords in addresses are told to nobody."""

from __future__ import annotations

import pytest

from goalsite.report.secrets import without_secrets


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("fatal: 'https://ada:s3cret@example.org/x.git/'", "fatal: 'https://***@example.org/x.git/'"),
        ("https://ghp_token@example.org", "https://***@example.org"),
        ("""fatal: 'https://ada:it's"s3cret@example.org/'""", "fatal: 'https://***@example.org/'"),
        ("sftp://ada:p@ss@host/a and s3://k:v@b", "sftp://***@host/a and s3://***@b"),
        ("https://example.org/@ada git@example.org:x", "https://example.org/@ada git@example.org:x"),
    ],
)
def test_only_who_may_log_in_is_taken_out_of_an_address(said: str, told: str) -> None:
    assert without_secrets(said) == told
