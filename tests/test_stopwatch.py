"""What a stage takes is counted for it, and for no other."""

from __future__ import annotations

import time

from goalsite.stopwatch import OFF, Stopwatch


def worked(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_a_stage_within_another_is_not_counted_twice() -> None:
    watch = Stopwatch(on=True)
    with watch("outer"):
        worked(0.02)
        with watch("inner"):
            worked(0.05)
    assert list(watch.stages) == ["outer", "inner"]
    assert watch.stages["inner"].own >= 0.045
    assert watch.stages["outer"].own < watch.stages["inner"].own


def test_what_items_take_to_be_there_is_counted_and_not_what_is_done_with_them() -> None:
    watch = Stopwatch(on=True)
    for _ in watch.taking("making", iter(range(3))):
        worked(0.02)
    assert watch.stages["making"].own < 0.02


def test_the_table_has_a_line_for_each_stage_and_one_for_all() -> None:
    watch = Stopwatch(on=True)
    with watch("reading"):
        worked(0.01)
    head, reading, whole = watch.lines()
    assert head.split() == ["stage", "wall", "s", "own", "s", "others", "s", "peak", "MiB"]
    assert reading.split()[0] == "reading"
    assert whole.split()[0] == "all"


def test_one_that_is_off_keeps_nothing() -> None:
    with OFF("reading"):
        assert list(OFF.taking("making", [1, 2])) == [1, 2]
    assert OFF.stages == {}
