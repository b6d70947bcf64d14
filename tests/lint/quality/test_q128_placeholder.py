"""Placeholders, and texts that only hold the same letters."""

from __future__ import annotations

import pytest

from tests.lint.quality.a_goal import PATH, files
from tests.lint.told import told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("To be filled: TBD.", "TBD"),
        ("tbd", "tbd"),
        ("TODO: write it", "TODO"),
        ("A sentence (FIXME)", "FIXME"),
        ("XXX ask Lin", "XXX"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Grows by X %", "X %"),
        ("Grows by XX%", "XX%"),
        ("Grows from X to Y", "from X to Y"),
        ("Ask <your name here>", "<your name here>"),
        ("Then <...>", "<...>"),
        ("???", "???"),
        ("目标待定", "待定"),
        ("原因待补充", "待补充"),
        ("增长XX万", "XX万"),
    ],
)
def test_a_placeholder_is_found(text: str, word: str) -> None:
    column = text.index(word) + 1
    assert told(files(body=f"\n{text}\n"), "Q128") == [f'{PATH}:17:{column}: "{word}" is still to be written']


@pytest.mark.parametrize(
    "text",
    [
        "A TODO list, and the TODOs of others",
        "We count TODO comments",
        "Is this still TODO?",
        "In code: `TBD` and ``TODO: x``",
        "```\nTODO: x\n```",
        "https://example.org/TODO/TBD",
        "Superbowl XXXV and 50x% and max %",
        "<br> and <https://example.org> and Vec<T>",
        "What? Why?",
        "待定系数法",
        "等待补贴到账",
        "我们不会期待定价上涨",
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert told(files(body=f"\n{text}\n"), "Q128") == []


def test_front_matter_and_kpis_are_read_too() -> None:
    assert told(files(front="owner: ada\nretro: {learned: TBD}\nstatus: draft"), "Q128") == [
        f'{PATH}:4:18: "TBD" is still to be written'
    ]
    kpi = "---\ntitle: Answers\ndefinition: TBD\n---\n"
    assert told({"goals/kpis/a.md": kpi}, "Q128") == ['goals/kpis/a.md:3:13: "TBD" is still to be written']
    assert told({"goals/README.md": "# How we write\n\nTBD\n"}, "Q128") == []
