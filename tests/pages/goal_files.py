"""Goal files as authors write them, in a line or two: what several tests of this folder begin with."""

from __future__ import annotations

from goalsite.pages.elements import Figure


def result(name: str, day: str = "", value: float = 0.0, more: str = "") -> str:
    """A key result from 0 to 100 as one line of front matter, with a check-in if a day is given."""
    said = f", checkins: [{{date: {day}, value: {value}}}]" if day else ""
    metric = "metric: {baseline: 0, target: 100}"
    return f"  - {{id: {name}, title: Result {name}, {metric}{said}{', ' + more if more else ''}}}\n"


def objective(title: str, *results: str, head: str = "") -> str:
    """An objective's file, committed unless `head` says otherwise."""
    said = head if "commitment:" in head else f"commitment: committed\n{head}"
    listed = "key_results:\n" + "".join(results) if results else ""
    return f'---\ntitle: "{title}"\n{said.strip()}\n{listed}---\n'


def kpi(title: str, head: str) -> str:
    """A KPI's file."""
    return f'---\ntitle: "{title}"\n{head.strip()}\n---\n'


def said(clauses: tuple[Figure, ...]) -> list[str]:
    """The clauses of a sentence as they are read."""
    return [clause.text for clause in clauses]
