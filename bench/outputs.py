"""What each optional output costs: `bench/outputs.py FOLDER [--goals N] [--runs 3]`.

Cold builds of the goals of bench/corpus.py, each with one output that `outputs` can leave out, in turns with
one that publishes nothing but pages, data and search. Every run is a whole fresh process. Progress goes to
stderr, Markdown to stdout.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build import DAY, circumstances, prepare, say, spread, tools
from peers.edits import edited
from peers.measure import Cost

OUTPUTS = {
    "nothing": (),
    "feeds": ("feeds",),
    "goal_feeds": ("goal_feeds",),
    "calendars": ("calendars",),
    "badges": ("badges",),
    "cards": ("cards",),
    "tables": ("tables",),
    "tables and goal_tables": ("tables", "goal_tables"),
    "full_text": ("full_text",),
}
"""What is published besides pages, data and search, by the keys of `outputs` that say so."""


def configured(text: str, chosen: tuple[str, ...]) -> str:
    """The configuration with these outputs and no others."""
    kept = [line for line in text.splitlines() if not line.startswith("outputs:")]
    every = dict.fromkeys(key for keys in OUTPUTS.values() for key in keys)
    said = ", ".join(f"{key}: {str(key in chosen).lower()}" for key in every)
    return "\n".join((*kept, f"outputs: {{{said}}}", ""))


def measure(folder: Path, goals: int, runs: int) -> dict[str, list[Cost]]:
    """The costs of cold builds by the output that they publish, run by run."""
    bench = prepare(folder, goals)
    (tool,) = tools(folder, bench, None)
    config = bench.project / "config.yaml"
    found: dict[str, list[Cost]] = {}
    say("a first build, untimed")
    tool.build(DAY)
    with tempfile.TemporaryDirectory(dir=folder) as aside:
        for number in range(1, runs + 1):
            for output, keys in list(OUTPUTS.items())[:: 1 if number % 2 else -1]:
                with edited({config: configured(config.read_text(), keys)}):
                    tool.forget(Path(aside))
                    cost = tool.build(DAY)
                found.setdefault(output, []).append(cost)
                say(f"{output} {number}: {cost.wall:.2f} s ({cost.cpu:.2f} s CPU)")
    return found


def table(found: dict[str, list[Cost]]) -> Iterator[str]:
    """Each output with what its builds took, and how much more than the one without any in the same round."""
    yield "| published besides | s | s CPU | more than without, s CPU | files | MB |"
    yield "| --- | --- | --- | --- | --- | --- |"
    plain = found["nothing"]
    for output, costs in found.items():
        more = [cost.cpu - other.cpu for cost, other in zip(costs, plain, strict=True)]
        wall, cpu = (spread([getattr(cost, each) for cost in costs], 2) for each in ("wall", "cpu"))
        if costs is plain:
            yield f"| {output} | {wall} | {cpu} | | {plain[0].files} | {plain[0].size / 1e6:.1f} |"
        else:
            files, size = costs[0].files - plain[0].files, (costs[0].size - plain[0].size) / 1e6
            yield f"| {output} | {wall} | {cpu} | {spread(more, 2)} | {files:+d} | {size:+.1f} |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where corpus and sites go")
    parser.add_argument("--goals", type=int, default=1000, help="how many goals (1,000)")
    parser.add_argument("--runs", type=int, default=3, help="how many builds of each kind (3)")
    given = parser.parse_args()
    folder = given.folder.resolve() / str(given.goals)
    found = measure(folder, given.goals, given.runs)
    print(
        f"{given.runs} cold builds of each kind of {given.goals:,} goals: median (least–most).", "", sep="\n"
    )
    print(*table(found), "", sep="\n")
    print(*circumstances(tools(folder, prepare(folder, given.goals), None), None), sep="\n")


if __name__ == "__main__":
    main()
