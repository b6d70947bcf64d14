"""`outputs` and `comments` of config.yaml."""

from __future__ import annotations

import pytest

from goalsite.core.config import Comments, Config, Outputs
from goalsite.core.diagnostics import Diagnostic
from goalsite.model.settings import read_config
from goalsite.source import yaml

WHOLE = "comments: {provider: giscus, repo: acme/goals, repo_id: R_1, category: Goals, category_id: C_1}\n"


def config_of(text: str) -> tuple[Config, list[Diagnostic]]:
    """What a config.yaml says, and what is wrong with it."""
    node, found = yaml.parse(text, "config.yaml")
    config, more = read_config(node, "config.yaml", frozenset({"UTC"}))
    return config, [*found, *more]


def test_what_is_not_said_of_outputs_has_its_default() -> None:
    config, found = config_of("outputs: {feeds: false, cards: true}\n")
    assert found == []
    assert config.outputs == Outputs(feeds=False, cards=True)
    assert config.outputs.calendars
    assert not config.outputs.full_text


def test_outputs_without_a_value_are_the_default() -> None:
    assert config_of("outputs:\n")[0].outputs == Outputs()


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("outputs: {feed: true}\n", "S001", 'outputs has no key "feed"'),
        ("outputs: {feeds: often}\n", "S002", 'feeds is "often", must be true or false'),
        ("outputs: [feeds]\n", "S002", "outputs is a list, must be a mapping"),
        ("discussion: wiki\n", "S041", 'discussion is "wiki", must begin with https:// or http://'),
        (WHOLE.replace("giscus", "disqus"), "S008", 'provider is "disqus", must be giscus'),
        (WHOLE.replace(", repo_id: R_1", ""), "S006", 'comments has no "repo_id"'),
        (
            WHOLE.replace("acme/goals", "https://github.com/acme/goals"),
            "S041",
            'repo is "https://github.com/acme/goals", must be the owner and name of a repository on GitHub',
        ),
    ],
)
def test_a_mistake_is_told_once_and_leaves_the_rest(text: str, code: str, message: str) -> None:
    config, found = config_of(text)
    assert [(one.code, one.message) for one in found] == [(code, message)]
    assert config.comments is None
    assert config.outputs == Outputs()
    assert config.discussion == ""


def test_comments_name_their_repository() -> None:
    config, found = config_of(WHOLE)
    assert found == []
    assert config.comments == Comments("acme/goals", "R_1", "Goals", "C_1")
