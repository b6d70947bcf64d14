"""Parts of a work come back in order, whatever becomes of the processes that do them."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goalsite.workers import done, processes


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


@pytest.mark.parametrize("engine", [processes, _spawned, _threads])
def test_any_executor_serves(engine: Callable[..., Executor]) -> None:
    assert list(done(slow_first, None, range(10), 2, engine)) == list(range(10))


def test_who_takes_no_more_leaves_no_process() -> None:
    results = done(doubled, 0, range(1000), 2)
    next(results)
    results.close()
    deadline = time.monotonic() + 30
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert multiprocessing.active_children() == []
