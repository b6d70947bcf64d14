"""What is changed between two builds: each edit as the files it writes, for goalsite and its peers alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

Files = dict[Path, str | None]
"""New contents of files; None where the file goes."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where things lie: a project of goalsite, and the folder of the peer's own templates beside it."""

    project: Path
    peer: Path

    @property
    def objectives(self) -> list[Path]:
        """The files of all objectives, in the order in which they were made."""
        found = self.project.glob("goals/*/*/2026-Q4/goal-*.md")
        return sorted(found, key=lambda path: int(path.stem.rpartition("-")[2]))

    @property
    def kpi(self) -> Path:
        """The file of a KPI."""
        return min(self.project.glob("goals/*/*/kpis/*.md"))


def _title(bench: Bench, run: int, _: date) -> Files:
    goals = bench.objectives
    goal = goals[len(goals) // 2]
    before, mark, after = goal.read_text().partition("\nowner: ")
    return {goal: f"{before} {run}{mark}{after}"}


def _checkin(bench: Bench, run: int, day: date) -> Files:
    goals = bench.objectives
    goal = goals[len(goals) // 2]
    lines = goal.read_text().splitlines(keepends=True)
    last = next(
        number
        for number, line in enumerate(lines)
        if line.startswith("      - {date: ") and not lines[number + 1].startswith("      - {date: ")
    )
    value = lines[last].partition("value: ")[2].partition(",")[0]
    lines.insert(
        last + 1, f"      - {{date: {day}, value: {value}, confidence: 0.7, note: Looked at {run}.}}\n"
    )
    return {goal: "".join(lines)}


def _value(bench: Bench, run: int, day: date) -> Files:
    before, mark, after = bench.kpi.read_text().rpartition("\n---\n")
    return {bench.kpi: f"{before}\n  - [{day}, {80 + run % 20}]{mark}{after}"}


def _renamed(bench: Bench, run: int, _: date) -> Files:
    goal = bench.objectives[-1]  # goals name earlier ones, so that nothing names the last
    return {goal: None, goal.with_name(f"{goal.stem}-{run}.md"): goal.read_text()}


def _deleted(bench: Bench, _run: int, _: date) -> Files:
    return {bench.objectives[-1]: None}


def _template(bench: Bench, run: int, _: date) -> Files:
    both = bench.project / "overrides/objective.html.j2", bench.peer / "layouts/goals/page.html"
    return {path: path.read_text().replace("<h1>", f'<h1 data-run="{run}">') for path in both}


def _configuration(bench: Bench, run: int, _: date) -> Files:
    project, peer = bench.project / "config.yaml", bench.peer / "hugo.yaml"
    return {
        project: project.read_text().replace("site_name: Measured", f"site_name: Measured {run}"),
        peer: peer.read_text().replace("title: Measured", f"title: Measured {run}"),
    }


def _nothing(_bench: Bench, _run: int, _: date) -> Files:
    return {}


EDITS: dict[str, Callable[[Bench, int, date], Files]] = {
    "cold": _nothing,
    "no-change": _nothing,
    "new-day": _nothing,
    "edit-title": _title,
    "check-in": _checkin,
    "kpi-value": _value,
    "rename": _renamed,
    "delete": _deleted,
    "template": _template,
    "configuration": _configuration,
}
"""What happens before a timed build, by its name; the first three differ in how the build is asked for."""


@contextmanager
def edited(files: Files) -> Iterator[None]:
    """Write the files for as long as the block runs, then bring back what was there."""
    before: Files = {path: path.read_text() if path.exists() else None for path in files}
    _write(files)
    try:
        yield
    finally:
        _write(before)


def _write(files: Files) -> None:
    for path, text in files.items():
        if text is None:
            path.unlink()
        else:
            path.write_text(text)
