"""`python -m fuzz.coverage TARGET [options of libFuzzer]`: inputs that atheris finds by what they make run.

Atheris is not needed for anything else: `pip install -r fuzz/requirements.txt`.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from random import Random
from typing import Any

atheris: Any = importlib.import_module("atheris")

with atheris.instrument_imports(include=["goalsite"]):
    from fuzz.seeds import seeds
    from fuzz.strange import DAYS, PATHS
    from fuzz.targets import TARGETS, Input, Target

CORPUS = Path(__file__).parent / "corpus"
_NEXT = b"\x00\xff"  # divides the files of an input; text holds neither


def main() -> None:
    """Fuzz the target that the first argument names; what libFuzzer writes goes to fuzz/found/."""
    name, *options = sys.argv[1:]
    target = TARGETS[name]
    corpus, found = CORPUS / name, Path(__file__).parent / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(_first(target)):
        (corpus / f"seed-{number}").write_bytes(data)
    limits = ("-timeout=2", "-rss_limit_mb=500", "-max_len=65536")
    atheris.Setup(
        [sys.argv[0], *limits, f"-artifact_prefix={found}/{name}-", *options, str(corpus)],
        lambda data: target.judge(as_input(data, target)),
    )
    atheris.Fuzz()


def as_input(data: bytes, target: Target) -> Input:
    """The input that bytes stand for: one file, or a day and several, each behind the number of its path."""
    if target.path:
        return Input({target.path: data}, DAYS[3])
    when, *files = data.split(_NEXT)
    named = {PATHS[(one[:1] or b"\0")[0] % len(PATHS)]: one[1:] for one in files}
    return Input(named, DAYS[(when[:1] or b"\0")[0] % len(DAYS)])


def _first(target: Target) -> list[bytes]:
    """What to begin with: the seeds, and inputs of our own making."""
    made = [target.make(Random(number)) for number in range(300)]  # noqa: S311 - a number stands for an input
    if target.path:
        return [data for given in made for data in given.files.values()]
    paths = [
        {PATHS[at]: text.encode() for at, text in zip((0, 2, 3), one.values(), strict=False)}
        for one in seeds()
    ]
    every = [*paths, *(given.files for given in made)]
    return [
        b"\x03"
        + b"".join(_NEXT + bytes([PATHS.index(path)]) + data for path, data in files.items() if path in PATHS)
        for files in every
    ]


if __name__ == "__main__":
    main()
