"""Looking for words takes time in proportion to the text, whatever a stranger writes."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from goalsite.core.diagnostics import Mark
from goalsite.lint.activity import activity
from goalsite.lint.published import Published, Text
from goalsite.lint.quality import q122_pay, q128_placeholder
from goalsite.lint.verbs import output_verb, says_done, task_verb
from goalsite.lint.words import length, numbers
from goalsite.model.records import Manual, Metric
from tests.lint.quality.a_goal import PATH

HOSTILE = [
    pattern * (20_000 // len(pattern))
    for pattern in (
        *(
            "7",
            "十",
            " ",
            "a",
            "a ",
            "1 ",
            "`",
            "`a",
            "<add ",
            "x ",
            "?",
            "pay ",
            "bonus",
            "待",
            "TODO",
            "build ",
            "the ",
        ),
        *("we ", "in ", "1.", "Q", "培训", "call ", "api ", "上线", "don't pay ", "X %", "bonus not ", "to "),
    )
]


def published(text: str) -> Published:
    """A file of an objective that holds this one line."""
    return Published(PATH, (Text(text, Mark()),), lambda: text, "objective")


@pytest.mark.parametrize(
    "look",
    [
        *(numbers, length, output_verb, task_verb, says_done),
        lambda text: activity(text, Manual()),
        lambda text: activity(text, Metric(baseline=0.0, target=9.0)),
        lambda text: list(q122_pay.check(published(text)))[:1],
        lambda text: list(q128_placeholder.check(published(text)))[:1],
    ],
)
def test_no_text_takes_long(look: Callable[[str], object]) -> None:
    for text in HOSTILE:
        for hostile in (text, f"We will build {text}", f"上线{text}"):
            before = time.thread_time()
            look(hostile)
            assert time.thread_time() - before < 1, hostile[:20]
