"""Measures `goalsite check` as people run it: `python bench/check.py [--against COMMIT_OR_FOLDER]`.

Every figure is a whole process of a fresh interpreter, its bytecode compiled before: cold (no `.goalsite/`),
then with nothing changed, then with one file edited. With --against another version takes turns with this
one on the same files, and the ratios are those within each round: what else the machine does then slows
both. Ratios hold elsewhere; seconds are this machine's.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).resolve().parent.parent
STATES = ("cold", "unchanged", "one edited")
DONE, FINDINGS = 0, 1


class Cost(NamedTuple):
    """What one process took: seconds of wall and of CPU (its children's too), MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


Round = dict[str, Cost]
"""The cost of each state."""


def main() -> None:
    """Measure, and print a table for each version."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch, _versions(options.against) as versions:
        site = Path(scratch) / "site"
        if options.corpus:
            shutil.copytree(options.corpus, site)
        else:
            writer = HERE / "bench" / "corpus.py"
            subprocess.run([sys.executable, str(writer), str(site), str(options.goals)], check=True)
        rounds: dict[str, list[Round]] = {name: [] for name in versions}
        told = {name: _run(checkout, site, options.as_of)[1] for name, checkout in versions.items()}
        for _ in range(options.runs):
            for name, checkout in versions.items():
                rounds[name].append(_round(checkout, site, options.as_of))
    for name, measured in rounds.items():
        _print(name, measured)
    if options.against:
        _print_ratios(rounds["this"], rounds[options.against])
        if len(set(told.values())) > 1:
            print("the two do not say the same of these files: they did not do the same work")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--goals", type=int, default=10_000, help="how many to write  [10000]")
    parser.add_argument("--corpus", type=Path, help="a repository to copy, in place of one that is written")
    parser.add_argument("--runs", type=int, default=5, help="how many rounds  [5]")
    parser.add_argument("--against", help="a commit of this repository, or the folder of another checkout")
    parser.add_argument("--as-of", default="2026-11-16", help="the day of the figures  [2026-11-16]")
    return parser.parse_args()


@contextmanager
def _versions(against: str | None) -> Iterator[dict[str, Path]]:
    """The checkouts by name; that of a commit lasts as long as the context."""
    if against is None or Path(against).is_dir():
        yield {"this": HERE} | ({against: Path(against).resolve()} if against else {})
        return
    with tempfile.TemporaryDirectory() as folder:
        git = ("git", "-C", str(HERE), "worktree")
        subprocess.run([*git, "add", "--quiet", "--detach", f"{folder}/at", against], check=True)
        try:
            yield {"this": HERE, against: Path(folder) / "at"}
        finally:
            subprocess.run([*git, "remove", "--force", f"{folder}/at"], check=True)


def _round(checkout: Path, site: Path, as_of: str) -> Round:
    """The cost of each state, one after the other; the files are left as they were."""
    shutil.rmtree(site / ".goalsite", ignore_errors=True)
    costs = {state: _run(checkout, site, as_of)[0] for state in STATES[:2]}
    edited = max(site.rglob("*.md"))
    before = edited.read_bytes()
    edited.write_bytes(before + b"\nOne more line.\n")
    costs[STATES[2]] = _run(checkout, site, as_of)[0]
    edited.write_bytes(before)
    return costs


def _run(checkout: Path, site: Path, as_of: str) -> tuple[Cost, str]:
    """What a check costs, and what it says."""
    known = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = (sys.executable, "-m", "goalsite", "-C", str(site), "check", "--as-of", as_of)
    known["PYTHONPATH"] = str(checkout)
    with tempfile.TemporaryFile("w+") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, cwd=site, env=known)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    if process.returncode not in (DONE, FINDINGS):
        sys.exit(f"{checkout}: exit code {process.returncode}\n{text[-2000:]}")
    mebibyte = 1 << (20 if sys.platform == "darwin" else 10)  # of bytes there, of kilobytes elsewhere
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / mebibyte), text


def _print(name: str, rounds: list[Round]) -> None:
    print(f"\n{name}, {len(rounds)} rounds (min / median / max)")
    for state in STATES:
        wall, cpu, peak = zip(*(measured[state] for measured in rounds), strict=True)
        print(f"  {state:11} wall {_spread(wall)} s   cpu {_spread(cpu)} s   peak {max(peak):5.0f} MiB")


def _print_ratios(this: list[Round], other: list[Round]) -> None:
    print("\nthis ÷ the other, round by round (min / median / max)")
    for state in STATES:
        pairs = [(one[state], two[state]) for one, two in zip(this, other, strict=True)]
        wall = _spread([one.wall / two.wall for one, two in pairs])
        cpu = _spread([one.cpu / two.cpu for one, two in pairs])
        print(
            f"  {state:11} wall {wall}     cpu {cpu}     peak {median(a.peak / b.peak for a, b in pairs):.2f}"
        )


def _spread(values: tuple[float, ...] | list[float]) -> str:
    return f"{min(values):6.2f} {median(values):6.2f} {max(values):6.2f}"


if __name__ == "__main__":
    main()
