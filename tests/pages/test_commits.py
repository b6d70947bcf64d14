from __future__ import annotations

import pytest

from goalsite.pages.commits import commit_url

ID = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("repository", "edit_uri", "place"),
    [
        ("https://github.com/acme/goals", "", "https://github.com/acme/goals/commit/"),
        ("https://gitlab.example/acme/goals/", "", "https://gitlab.example/acme/goals/-/commit/"),
        ("https://gitee.com/acme/goals", "", "https://gitee.com/acme/goals/commit/"),
        ("https://bitbucket.org/acme/goals", "", "https://bitbucket.org/acme/goals/commits/"),
        ("https://codeberg.org/acme/goals", "", "https://codeberg.org/acme/goals/commit/"),
        ("https://git.example/goals", "-/edit/trunk/", "https://git.example/goals/-/commit/"),
        ("https://git.example/goals", "_edit/main/", "https://git.example/goals/commit/"),
    ],
)
def test_a_commit_is_found_where_its_host_shows_it(repository: str, edit_uri: str, place: str) -> None:
    assert commit_url(repository, edit_uri, ID) == place + ID


@pytest.mark.parametrize(
    ("repository", "edit_uri"),
    [
        ("", ""),
        ("https://git.example/goals", ""),
        ("https://git.example/goals", "https://elsewhere.example/"),
    ],
)
def test_where_nobody_knows_the_host_there_is_no_link(repository: str, edit_uri: str) -> None:
    assert commit_url(repository, edit_uri, ID) == ""
