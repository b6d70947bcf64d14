"""Inputs nobody would write, of which none is too much. `python -m fuzz` runs them by the million."""

from __future__ import annotations

import gc
import time
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fuzz.targets import TARGETS, as_json, from_json
from fuzz.whole import Files, check, told
from fuzz.worst import WORST

_EXAMPLES = {"whole": 60, "fixer": 40}
_SECONDS = (
    4.0  # what takes quadratic time takes minutes; what takes linear time, one at most on a quiet machine
)


@pytest.mark.parametrize("name", list(TARGETS))
def test_the_laws_hold_for_any_input(name: str) -> None:
    target = TARGETS[name]

    @settings(
        max_examples=_EXAMPLES.get(name, 100),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.randoms(use_true_random=False))
    def holds(random: Random) -> None:
        target.judge(target.make(random))

    holds()


def test_an_input_is_kept_as_text() -> None:
    for number in range(50):
        given_input = TARGETS["whole"].make(Random(number))
        assert from_json(as_json(given_input)) == given_input


@pytest.mark.parametrize("files", list(WORST.values()), ids=list(WORST))
def test_no_input_of_full_size_takes_long(files: Files) -> None:
    gc.collect()
    gc.disable()  # as the command does
    try:
        before = time.process_time()
        told(check(files, date(2026, 11, 22)))
        assert time.process_time() - before < _SECONDS
    finally:
        gc.enable()
