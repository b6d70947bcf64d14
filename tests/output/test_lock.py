"""Only one holds a lock at a time, and a killed process lets go of it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from pathlib import Path

from goalsite.output.lock import locked

HOLD = """
import sys, time
from pathlib import Path
from goalsite.output.lock import locked
with locked(Path(sys.argv[1]), 0) as gained:
    print(gained, flush=True)
    time.sleep(60)
"""


def test_a_lock_that_is_held_is_not_gained(tmp_path: Path) -> None:
    with locked(tmp_path / "lock", 0) as first, locked(tmp_path / "lock", 0) as second:
        assert (first, second) == (True, False)


def test_a_lock_is_waited_for(tmp_path: Path) -> None:
    held = threading.Event()

    def hold() -> None:
        with locked(tmp_path / "lock", 0):
            held.set()
            time.sleep(0.2)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    with locked(tmp_path / "lock", 10) as gained:
        assert gained
    thread.join()


def test_a_killed_process_holds_no_lock(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "True\n"
        with locked(tmp_path / "lock", 0) as gained:
            assert not gained
        holder.kill()
    with locked(tmp_path / "lock", 0) as gained:
        assert gained
