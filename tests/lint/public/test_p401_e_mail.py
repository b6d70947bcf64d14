"""Which texts hold e-mail addresses, and which do not."""

from __future__ import annotations

import pytest

from goalsite.lint.public.p401_e_mail import check
from tests.lint.texts import said
from tests.lint.told import told


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.org",
        "a.b+c@sub.example.co.uk",
        "Mail: <ada@example.org>.",
        "联系ada@example.com。",
        "ada＠example.com",
        "zhang@163.com",
        "a@qq.com,b@x.org",
        "(ada@example.org)",
        "**ada@example.org**",
        "ada@example.org; x",
        "user%40? no ada@ex-ample.io",
    ],
)
def test_an_address_is_found_wherever_it_stands(text: str) -> None:
    assert said(check, text) != []


@pytest.mark.parametrize(
    "text",
    [
        "git@github.com:org/repo",
        "@ada",
        "see @ada.lovelace",
        "ssh://git@github.com/org",
        "actions/checkout@v4.1.0",
        "logo@2x.png",
        "pkg@1.2.3-beta.rc",
        "root@server",
        "https://medium.com/@ada/post",
        "@ada@example.social",
        "https://unpkg.com/pkg@next.js",
        "name at example dot com",
        "5 @ 3.50",
        "a@b",
    ],
)
def test_what_only_looks_like_an_address_is_not(text: str) -> None:
    assert said(check, text) == []


def test_a_message_shows_no_more_than_the_first_letter() -> None:
    assert said(check, "ada.lovelace@example.org") == ["the e-mail address a…@example.org would be published"]
    assert said(check, "al@example.org") == ["the e-mail address …@example.org would be published"]


def test_names_of_links_and_cells_of_a_log_are_read_too_and_a_log_tells_each_address_once() -> None:
    rows = "2026-11-09,,see ada@example.org\n2026-11-10,,again ada@example.org\n"
    files = {
        "goals/2026-Q4/a.md": "---\ntitle: A\nlinks: {ada@example.org: https://example.org}\n---\n",
        "goals/2026-Q4/a.checkins.csv": f"date,kr,note\n{rows}",
    }
    assert [one.rpartition(": ")[0] for one in told(files, "P401")] == [
        "goals/2026-Q4/a.checkins.csv:2:17",
        "goals/2026-Q4/a.md:3:9",
    ]


def test_people_units_and_pages_are_published_too() -> None:
    files = {
        "goals/people/ada.md": "---\nname: Ada\n---\nada@example.org\n",
        "goals/team.md": "---\ntitle: Us\n---\nada@example.org\n",
        "goals/about.md": "ada@example.org\n",
    }
    assert len(told(files, "P401")) == 3


def test_the_texts_of_the_configuration_are_published_too() -> None:
    files = {"config.yaml": "site_name: Goals\nfooter: Write to ada@example.org\n"}
    assert [one.rpartition(": ")[0] for one in told(files, "P401")] == ["config.yaml:2:18"]


def test_comments_of_yaml_are_not_published() -> None:
    assert told({"goals/2026-Q4/a.md": "---\ntitle: A # ada@example.org\n---\n"}, "P401") == []
