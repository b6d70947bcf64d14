"""Runs a program as a whole fresh process, and tells what it took: wall, processor, memory, files."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.2  # seconds between two looks at the memory of all processes


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds, MiB, and the files of the site that it wrote."""

    wall: float
    cpu: float  # user and system, of the program and all processes it waited for
    largest: float  # the most memory of one process
    together: float  # the most memory of all at one time, shared pages divided; 0 where /proc does not say
    written: int
    files: int
    size: int  # bytes of the whole site


def run(command: list[str], folder: Path, extra: Mapping[str, str], site: Path, log: Path) -> Cost:
    """Run the command in a folder, its words into a log; raises where it fails."""
    begun = time.time_ns()
    with log.open("wb") as words:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **extra}, stdout=words, stderr=subprocess.STDOUT
        )
        watch = Watch(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    together = watch.end()
    if process.returncode != 0:
        tail = log.read_text(errors="replace")[-2000:]
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}:\n{tail}")
    found = [path.stat() for path in site.rglob("*") if path.is_file()]
    return Cost(
        wall=wall,
        cpu=used.ru_utime + used.ru_stime,
        largest=used.ru_maxrss / 1024,
        together=together,
        written=sum(stat.st_mtime_ns >= begun for stat in found),
        files=len(found),
        size=sum(stat.st_size for stat in found),
    )


class Watch:
    """Looks at the memory of a process and its descendants until it ends."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(INTERVAL):
            self._most = max(self._most, sum(map(_memory, _descendants(self._pid))))

    def end(self) -> float:
        """The most MiB that all had together."""
        self._ended.set()
        self._thread.join()
        return self._most / 1024


def _descendants(pid: int) -> list[int]:
    found = [pid]
    for parent in found:  # it grows while it is read
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found += map(int, children.read_text().split())
            except OSError:  # the process, or one of its threads, has ended
                continue
    return found


def _memory(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
