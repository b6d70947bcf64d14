from __future__ import annotations

import pytest

from tests.prose.page import GOALS, PEOPLE, html, links


def test_a_goal_in_double_brackets_is_shown_by_its_title() -> None:
    href, title = GOALS["faster-builds"]
    assert html("see [[faster-builds]]") == f'<p>see <a href="{href}" class="goal-link">{title}</a></p>'


def test_a_key_result_and_a_goal_of_any_script_can_be_meant() -> None:
    assert links("[[faster-builds#p50]] [[ 可用性 ]]") == [GOALS["faster-builds#p50"][0], GOALS["可用性"][0]]


def test_a_goal_that_nobody_knows_stays_text() -> None:
    assert html("see [[nothing]]") == "<p>see [[nothing]]</p>"


@pytest.mark.parametrize("text", ["`[[faster-builds]] @ada`", "    [[faster-builds]] @ada", "```\n@ada\n```"])
def test_code_is_left_alone(text: str) -> None:
    assert links(text) == []


def test_what_a_backslash_escapes_is_text() -> None:
    assert html("\\[[faster-builds]] \\@ada") == "<p>[[faster-builds]] @ada</p>"


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("@ada", "ada"),
        ("(@ada)", "ada"),
        ("@ada.", "ada"),
        ("**@ada**: hello", "ada"),
        ("请@张三看一下", "张三"),
        ("@ada，你好", "ada"),
        ("感谢@ada的帮助", "ada"),
        ("@j.doe", "j.doe"),
    ],
)
def test_a_person_is_linked_by_handle(text: str, handle: str) -> None:
    assert links(text) == [PEOPLE[handle]]
    assert f">@{handle}</a>" in html(text)


@pytest.mark.parametrize(
    "text", ["mail x@ada or a@b", "npm i @ada/core", "@adaline", "@@ada", "https:/@ada", "@", "@."]
)
def test_an_address_a_scope_or_another_name_is_no_person(text: str) -> None:
    assert links(text) == []


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("见https://example.org/x，谢谢", "https://example.org/x"),
        ("https://example.org/@ada", "https://example.org/@ada"),
    ],
)
def test_a_bare_url_is_a_link_without_the_punctuation_after_it(text: str, url: str) -> None:
    assert links(text) == [url]


@pytest.mark.parametrize(
    "text", ["http://", "ahttp://example.org", "ftp://example.org", "javascript://example.org"]
)
def test_other_schemes_and_halves_of_urls_stay_text(text: str) -> None:
    assert links(text) == []


def test_an_e_mail_address_is_not_made_a_link_for_harvesters() -> None:
    assert links("ada@example.org") == []


def test_within_a_link_the_goal_is_the_link() -> None:
    assert links("[see [[faster-builds]] there](win-trust.md)") == [GOALS["faster-builds"][0]]
    assert links("[ask @ada](win-trust.md)") == ["../win-trust/"]


def test_double_brackets_before_a_target_are_an_ordinary_link() -> None:
    assert html("[[faster-builds]](win-trust.md)") == '<p><a href="../win-trust/">[faster-builds]</a></p>'
