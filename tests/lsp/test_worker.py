from __future__ import annotations

import queue
import threading

from goalsite.lsp.worker import Worker

PATIENCE = 30


def test_of_questions_in_quick_succession_the_last_is_answered() -> None:
    answers: queue.Queue[tuple[int, int]] = queue.Queue()
    begun, go = threading.Event(), threading.Event()

    def answer(question: int) -> int:
        begun.set()
        assert go.wait(PATIENCE)
        return -question

    worker = Worker(answer, lambda question, found: answers.put((question, found)), lambda *_: None)
    worker.ask(1)
    assert begun.wait(PATIENCE)
    for question in range(2, 50):
        worker.ask(question)
    go.set()
    assert answers.get(timeout=PATIENCE) == (1, -1)
    assert answers.get(timeout=PATIENCE) == (49, -49)
    assert answers.empty()


def test_after_an_exception_the_next_question_is_answered() -> None:
    told: queue.Queue[str] = queue.Queue()

    def answer(question: int) -> float:
        return 1 / question

    worker = Worker(answer, lambda _, found: told.put(str(found)), lambda _, trouble: told.put(trouble))
    worker.ask(0)
    assert "ZeroDivisionError" in told.get(timeout=PATIENCE)
    worker.ask(2)
    assert told.get(timeout=PATIENCE) == "0.5"
