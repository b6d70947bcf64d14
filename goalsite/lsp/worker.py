"""Computes the latest that was asked for, in a thread of its own, once nobody has asked for a moment."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

QUIET = 0.2
"""Seconds without a new question after which the last one is answered."""


class Worker(Generic[A, B]):
    """Answers questions by `answer` and hands each answer to `done`, in its own thread.

    Of questions that come while one is being answered only the last counts. An exception is handed to
    `failed` as text, and the next question is answered all the same.
    """

    def __init__(
        self, answer: Callable[[A], B], done: Callable[[A, B], None], failed: Callable[[A, str], None]
    ) -> None:
        self._answer, self._done, self._failed = answer, done, failed
        self._asked = threading.Event()
        self._question: A | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)

    def ask(self, question: A) -> None:
        """Have `question` answered, in place of any that still waits."""
        self._question = question
        self._asked.set()
        if not self._thread.is_alive():
            self._thread.start()

    def _run(self) -> None:
        is_first = True
        while self._asked.wait():
            self._asked.clear()
            if not is_first and self._asked.wait(QUIET):
                continue
            is_first = False
            question = self._question
            if question is None:
                continue
            try:
                answer = self._answer(question)
            except Exception:
                self._failed(question, traceback.format_exc())
            else:
                self._done(question, answer)
