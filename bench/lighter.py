"""Times cold builds by programs that do much less: `bench/lighter.py FOLDER --eleventy PATH --mkdocs PATH`.

Their templates in bench/peers show the facts of a goal, its text and a chart for each key result; no lists,
no navigation, and nothing of other goals, or with Eleventy nothing but edges. So a ratio to them says nothing
about speed at equal work: it shows what these programs take at least. They take turns with goalsite, each run
a whole fresh process, on the goals of bench/corpus.py. Progress goes to stderr, Markdown to stdout.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build import DAY, HERE, Tool, circumstances, prepare, say, spread, tools
from peers.measure import Cost


def lighter(folder: Path, name: str, command: list[str], site: str) -> Tool:
    """A program with its templates, copied beside the goals."""
    home = folder / name
    shutil.copytree(HERE / "peers" / name, home, dirs_exist_ok=True)
    return Tool(
        name,
        lambda _: command,
        lambda day: {"TODAY": str(day)},
        home,
        home / site,
        (),
        folder / f"{name}.log",
    )


def table(measured: dict[str, list[Cost]]) -> Iterator[str]:
    """What each program took."""
    yield "| program | s | s CPU | largest process, MiB | files | MB |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, costs in measured.items():
        last = costs[-1]
        wall, cpu = (spread([getattr(cost, each) for cost in costs], 2) for each in ("wall", "cpu"))
        largest = spread([cost.largest for cost in costs], 0)
        yield f"| {name} | {wall} | {cpu} | {largest} | {last.files} | {last.size / 1e6:.1f} |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where corpus and sites go")
    parser.add_argument("--goals", type=int, default=1000, help="how many goals (1,000)")
    parser.add_argument("--runs", type=int, default=5, help="how many builds by each (5)")
    parser.add_argument("--eleventy", type=Path, required=True, help="where Eleventy is")
    parser.add_argument("--mkdocs", type=Path, required=True, help="where MkDocs is")
    given = parser.parse_args()
    folder = given.folder.resolve() / str(given.goals)
    bench = prepare(folder, given.goals)
    eleventy, mkdocs = str(given.eleventy.resolve()), str(given.mkdocs.absolute())
    taking_part = (
        *tools(folder, bench, None),
        lighter(folder, "eleventy", [eleventy, "--quiet"], "_site"),
        lighter(folder, "mkdocs", [mkdocs, "build", "--quiet"], "site"),
    )
    aside = Path(tempfile.mkdtemp(dir=folder))
    measured: dict[str, list[Cost]] = {tool.name: [] for tool in taking_part}
    for number in range(1, given.runs + 1):
        for tool in taking_part[:: 1 if number % 2 else -1]:
            tool.forget(aside)
            cost = tool.build(DAY)
            measured[tool.name].append(cost)
            say(f"{tool.name} {number}: {cost.wall:.2f} s ({cost.cpu:.2f} s CPU)")
    shutil.rmtree(aside)
    print(f"{given.runs} cold builds of {given.goals:,} goals by each: median (least–most).", "", sep="\n")
    print(*table(measured), "", sep="\n")
    print(*circumstances(taking_part, None), sep="\n")
    for command in ([eleventy, "--version"], [mkdocs, "--version"]):
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(f"- {told.strip()}")


if __name__ == "__main__":
    main()
