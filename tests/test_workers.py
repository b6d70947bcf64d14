"""Parts of a work come back in order, whatever becomes of the processes that do them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalsite import workers
from goalsite.workers import aside, done, processes


def doubled(add: int, part: int) -> tuple[int, int]:
    return part * 2 + add, os.getpid()


def slow_first(_: None, part: int) -> int:
    time.sleep(0.05 if part == 0 else 0)
    return part


def lost_once(state: tuple[Path, int], part: int) -> int:
    lost, first = state
    if os.getpid() != first and not lost.exists():
        lost.touch()
        os._exit(1)
    return part


def failing(_: None, part: int) -> int:
    if part == 2:
        raise ValueError("the third is bad")
    return part


@settings(max_examples=8, deadline=None)
@given(parts=st.lists(st.integers(), max_size=40), jobs=st.integers(1, 3))
def test_results_are_those_of_one_process_in_the_order_of_the_parts(parts: list[int], jobs: int) -> None:
    assert [result for result, _ in done(doubled, 1, parts, jobs)] == [part * 2 + 1 for part in parts]


def waiting(_: None, part: int) -> int:
    time.sleep(0.005)
    return os.getpid()


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_this_process_does_it_and_as_many_others_as_are_asked_for(jobs: int) -> None:
    pids = set(done(waiting, None, range(60), jobs))
    assert len(pids) == jobs
    assert os.getpid() in pids


def test_after_many_parts_other_processes_begin_anew_and_what_is_done_meanwhile_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "_ROUND", 20)
    did: list[int] = []
    pids = list(done(waiting, None, range(61), 2, meanwhile=lambda: did.append(1)))
    assert [len({*pids[start : start + 20]} - {os.getpid()}) for start in (0, 20, 40)] == [1, 1, 1]
    assert len(set(pids)) in (4, 5)  # the last part alone may be done by either
    assert did == [1]


def test_an_error_in_this_process_comes_in_its_turn_too() -> None:
    with pytest.raises(ValueError, match="here"):
        list(done(failing_in, os.getpid(), range(40), 2))
    assert not multiprocessing.active_children()


def failing_in(pid: int, part: int) -> int:
    time.sleep(0.005)
    if os.getpid() == pid:
        raise ValueError("here")
    return part


def test_a_slow_part_does_not_change_the_order() -> None:
    assert list(done(slow_first, None, range(30), 2)) == list(range(30))


def test_the_part_of_a_lost_process_is_done_again(tmp_path: Path) -> None:
    lost = tmp_path / "was lost"
    assert list(done(lost_once, (lost, os.getpid()), range(12), 2)) == list(range(12))
    assert lost.exists()


def lost_at_the_tenth(first: int, part: int) -> int:
    time.sleep(0.002)
    if os.getpid() != first and part >= 10:
        os._exit(1)
    return part


def test_a_lost_process_leaves_no_other_behind_and_nothing_to_wait_for() -> None:
    """While this process does parts, too."""
    assert list(done(lost_at_the_tenth, os.getpid(), range(60), 3)) == list(range(60))
    assert not multiprocessing.active_children()


def test_where_all_processes_are_lost_nothing_is_left_out() -> None:
    results = done(doubled, 0, range(200), 2)
    taken = [next(results) for _ in range(5)]
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    time.sleep(0.2)  # until the executor knows of it, and takes no part any more
    assert [result for result, _ in (*taken, *results)] == [part * 2 for part in range(200)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_this_process_does_something_else_meanwhile_once_and_first(jobs: int) -> None:
    did: list[int] = []
    results = done(doubled, 0, range(300), jobs, meanwhile=lambda: did.append(os.getpid()))
    assert not did
    next(results)
    assert did == [os.getpid()]
    assert len(list(results)) == 299
    assert did == [os.getpid()]


def test_where_the_system_has_no_room_for_another_process_this_one_does_it_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_fork() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(os, "fork", no_fork)
    assert {pid for _, pid in done(doubled, 0, range(9), 2)} == {os.getpid()}


def test_what_is_done_meanwhile_is_done_where_nothing_else_is_and_where_processes_are_lost(
    tmp_path: Path,
) -> None:
    did: list[str] = []
    assert not list(done(doubled, 0, (), 2, meanwhile=lambda: did.append("nothing")))
    state = tmp_path / "was lost", os.getpid()
    assert list(done(lost_once, state, range(12), 2, meanwhile=lambda: did.append("lost")))
    assert did == ["nothing", "lost"]


def test_an_error_meanwhile_is_raised_and_leaves_no_process() -> None:
    def fails() -> None:
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        list(done(doubled, 0, range(300), 2, meanwhile=fails))
    assert not multiprocessing.active_children()


def test_an_error_comes_in_its_turn() -> None:
    with pytest.raises(ValueError, match="the third is bad"):
        list(done(failing, None, range(9), 2))
    results = done(failing, None, range(9), 2)
    assert [next(results), next(results)] == [0, 1]


def _spawned(jobs: int, begin: Callable[..., None], *arguments: Any) -> Executor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), begin, arguments)


def _threads(jobs: int, begin: Callable[..., None], *arguments: Any) -> Executor:
    return ThreadPoolExecutor(jobs, initializer=begin, initargs=arguments)


class _AtOnce(Executor):
    """One that does each part before it takes the next."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def _at_once(jobs: int, begin: Callable[..., None], *arguments: Any) -> Executor:
    begin(*arguments)
    return _AtOnce()


@pytest.mark.parametrize("engine", [processes, _spawned, _threads, _at_once])
def test_any_executor_serves(engine: Callable[..., Executor]) -> None:
    assert list(done(slow_first, None, range(400), 2, engine)) == list(range(400))


def test_who_takes_no_more_leaves_no_process() -> None:
    results = done(doubled, 0, range(1000), 2)
    next(results)
    results.close()
    deadline = time.monotonic() + 30
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert multiprocessing.active_children() == []


def told(text: str, end: Path | None = None) -> str:
    if end is not None:
        end.touch()
        os._exit(1)
    if not text:
        raise ValueError("nothing is said")
    return f"{text} by {os.getpid()}"


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
def test_what_is_done_aside_is_done_by_another_process() -> None:
    result = aside(told, "a word")()
    assert result
    assert result.startswith("a word by ")
    assert not result.endswith(f" {os.getpid()}")


@pytest.mark.usefixtures("two_cores")
def test_of_what_failed_or_was_lost_aside_nothing_comes(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert aside(told, "")() is None
    assert aside(told, "a word", tmp_path / "lost")() is None
    assert (tmp_path / "lost").exists()
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("refused", ["cores", "fork"])
def test_without_another_process_nothing_is_done_aside(monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    def no_fork() -> int:
        raise BlockingIOError("no more processes")

    monkeypatch.setattr(workers, "cores", lambda: 1 if refused == "cores" else 2)
    if refused == "fork":
        monkeypatch.setattr(os, "fork", no_fork)
    assert aside(told, "a word")() is None


LEFT = """
import os, signal, sys, time
from goalsite import workers
workers.cores = lambda: 2
def much(size):
    print(os.getpid(), flush=True)
    return b"x" * size
workers.aside(much, 5_000_000)
time.sleep(60)
"""


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGKILL])
def test_what_is_done_aside_does_not_outlast_who_asked_for_it(sent: signal.Signals) -> None:
    """Not even where its result is more than a pipe holds."""
    with subprocess.Popen([sys.executable, "-c", LEFT], stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout
        assert int(process.stdout.readline()) != process.pid
        time.sleep(0.3)
        process.send_signal(sent)
        assert process.communicate(timeout=20)[0] == ""  # nobody holds its output open any more
