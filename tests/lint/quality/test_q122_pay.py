"""Words of pay, and those that only sound like them."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files, objective
from tests.lint.told import told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Half of the bonus depends on it.", "bonus"),
        ("Salaries follow the score.", "Salaries"),
        ("It counts towards the performance rating.", "performance rating"),
        ("This is tied to pay.", "tied to pay"),
        ("The pay rise depends on this.", "pay rise"),
        ("Variable pay follows the score.", "Variable pay"),
        ("Compensation review in December.", "Compensation"),
        ("完成即发放奖金。", "奖金"),
        ("与绩效工资挂钩", "绩效工资"),
        ("作为考核评级依据", "考核评级"),
    ],
)
def test_a_word_of_pay_is_found_in_the_body(text: str, word: str) -> None:
    column = text.index(word) + 1
    assert told(files(body=f"\n{text}\n"), "Q122") == [f'{PATH}:17:{column}: the OKR speaks of "{word}"']


@pytest.mark.parametrize(
    "text",
    [
        "Payments and payloads pay off; paid users pay more.",
        "Customers pay what they want to pay.",
        "Pay attention to the rating of the app: 4.5 stars.",
        "Bonus points in the game, and bonus levels.",
        "Motion compensation and carbon compensation.",
        "A performance review of the query planner.",
        "The score is not linked to any bonus.",
        "OKRs have nothing to do with salary.",
        "支付成功率，薪酬系统的用户，工资单查询",
        "目标与奖金无关。",
        "本目标不与薪酬挂钩。",
        "绩效不是这里的话题",
    ],
)
def test_innocent_words_and_denials_are_left_alone(text: str) -> None:
    assert told(files(body=f"\n{text}\n"), "Q122") == []


def test_titles_notes_and_logs_are_read_and_kpis_are_not() -> None:
    assert told(files(title="Everybody earns a bonus"), "Q122") == [f'{PATH}:2:26: the OKR speaks of "bonus"']
    log = "date,kr,note\n2026-11-11,questions,no salary for it\n2026-11-12,,then a bonus\n"
    path = "goals/2026-Q4/checkout.checkins.csv"
    assert told({PATH: objective(), path: log}, "Q122") == [f'{path}:3:20: the OKR speaks of "bonus"']
    kpi = {"goals/kpis/salaries.md": "---\ntitle: Salaries and bonus\n---\n"}
    assert told(files() | kpi, "Q122") == []
