"""`python -m fuzz`: inputs by the million, each with limits; what fails is written to fuzz/found/."""

from __future__ import annotations

import argparse
import sys
import time
from functools import partial
from pathlib import Path
from random import Random

from fuzz.limits import fault, limited
from fuzz.seeds import seeds
from fuzz.targets import TARGETS, as_json, from_json

FOUND = Path(__file__).parent / "found"


def main() -> int:
    """Run the inputs that were asked for; 1 if one of them failed."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="how many for each target")
    parser.add_argument("--target", choices=list(TARGETS), action="append", help="all, unless some are named")
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    parser.add_argument("files", nargs="*", type=Path, help="inputs of fuzz/found/ to be run again instead")
    asked = parser.parse_args()
    seeds()
    limited()
    if asked.files:
        return max(_again(file) for file in asked.files)
    return max([_run(name, asked.first, asked.inputs) for name in asked.target or TARGETS], default=0)


def _run(name: str, first: int, count: int) -> int:
    """Judge so many inputs of a target, those with the numbers from `first` on."""
    target = TARGETS[name]
    causes: dict[str, int] = {}
    began, slowest = time.process_time(), (0.0, 0)
    for number in range(first, first + count):
        given = target.make(Random(number))  # noqa: S311 - a number stands for an input
        before = time.process_time()
        told = fault(partial(target.judge, given))
        slowest = max(slowest, (time.process_time() - before, number))
        if told:
            cause = _cause(told)
            causes[cause] = causes.get(cause, 0) + 1
            if causes[cause] == 1:
                FOUND.mkdir(exist_ok=True)
                (FOUND / f"{name}-{number}.json").write_text(as_json(given), encoding="utf-8")
                _say(f"{name} {number}\n{told}")
    seconds = time.process_time() - began
    _say(
        f"{name}: {count} inputs, {count / seconds:.0f} a second, the slowest, {slowest[1]}, "
        f"{slowest[0]:.2f} s; {sum(causes.values())} failed for {len(causes)} causes"
    )
    return 1 if causes else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _cause(told: str) -> str:
    """What makes two failures one: the exception and where it was raised."""
    lines = told.strip().split("\n")
    places = [line for line in lines if line.lstrip().startswith("File ")]
    return f"{lines[-1][:40]} {places[-1] if places else ''}"


def _again(file: Path) -> int:
    told = fault(lambda: TARGETS[file.name.rpartition("-")[0]].judge(from_json(file.read_text("utf-8"))))
    _say(f"{file.name}: {told or 'holds'}")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
