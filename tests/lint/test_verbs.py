"""Which titles begin with a verb of work, and which only look so."""

from __future__ import annotations

import pytest

from goalsite.lint.verbs import output_verb, says_done, task_verb


def shown(title: str, span: tuple[int, int] | None) -> str:
    """The words of a title that were found."""
    return title[slice(*span)] if span else ""


@pytest.mark.parametrize(
    ("title", "verb"),
    [
        ("Launch the new shop", "Launch"),
        ("launching in Asia", "launching"),
        ("To ship the new shop", "ship"),
        ("We will deliver a new app", "deliver"),
        ("We'll build the app", "build"),
        ("Our goal is to launch in Asia", "launch"),
        ("By the end of Q4: migrate all data", "migrate"),
        ("Successfully roll out single sign-on", "roll out"),
        ("1. Create a portal", "Create"),
        ("Build a world-class portal", "Build"),
        ("上线新版官网", "上线"),
        ("我们要推出会员体系", "推出"),
        ("本季度完成数据迁移", "完成"),
        ("在本季度，我们将搭建数据平台", "搭建"),
        ("成功发布移动端", "发布"),
        ("Q4 开发新一代平台", "开发"),
    ],
)
def test_a_title_may_begin_with_output(title: str, verb: str) -> None:
    assert shown(title, output_verb(title)) == verb


@pytest.mark.parametrize(
    "title",
    [
        "Build trust with every customer",
        "Create a culture of trust",
        "Deliver value to customers every week",
        "Complete confidence in our numbers",
        "Finish what we start",
        "Build times no longer slow anybody down",
        "Release notes are read with pleasure",
        "Release day is a day like any other",
        "Shipping is boring",
        "Builders love our tools",
        "Ship-shape docs for everyone",
        "Developers love our API",
        "Delivery never surprises us",
        "Creative work is fun again",
        "We build what customers love",
        "Customers notice every launch",
        "Kunden bauen auf uns",
        "开发者喜欢我们的平台",
        "发布流程不再让人紧张",
        "发布更快更稳",
        "部署不再令人紧张",
        "客户愿意再来",
        "上线后没有意外",
    ],
)
def test_a_title_about_outcomes_or_about_the_work_itself_is_left_alone(title: str) -> None:
    assert output_verb(title) is None


@pytest.mark.parametrize(
    ("title", "verb"),
    [
        ("Write the manual", "Write"),
        ("Phase 1: Implement dispatch", "Implement"),
        ("举办客户大会", "举办"),
        ("Design a new page", "Design"),
    ],
)
def test_a_task_begins_with_a_verb_of_work_perhaps_after_a_colon(title: str, verb: str) -> None:
    assert shown(title, task_verb(title)) == verb


@pytest.mark.parametrize(
    "title", ["Design is loved", "Run time of tests falls", "Review comments are kind", "Add-ons are used"]
)
def test_a_noun_of_work_is_no_task(title: str) -> None:
    assert task_verb(title) is None


@pytest.mark.parametrize(
    ("title", "word"),
    [("New checkout is live", "live"), ("Manual published", "published"), ("新版官网已上线", "上线")],
)
def test_a_title_may_end_by_saying_that_it_is_done(title: str, word: str) -> None:
    assert shown(title, says_done(title)) == word


@pytest.mark.parametrize(
    "title", ["Two machines publish identical bytes", "The live page is fast", "上线之后无人求助"]
)
def test_a_word_of_done_elsewhere_says_nothing(title: str) -> None:
    assert says_done(title) is None
