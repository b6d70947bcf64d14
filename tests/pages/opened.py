"""What an author writes, as pages see it: whole files in, a desk out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from goalsite.analysis.analyse import analyse
from goalsite.history.timeline import Timeline
from goalsite.language.language import Language
from goalsite.pages.desk import Desk, open_desk
from goalsite.pages.elements import Figure
from tests.authored import read

DAY = "2026-11-16"
"""A Monday, day 46 of 2026-Q4."""


def desk_of(files: Mapping[str, str | bytes], as_of: str = DAY, tag: str = "en") -> Desk:
    """The desk of the repository that `files` make, on a day and in a language."""
    site = read(files)
    timeline = Timeline()
    analysis = analyse(site.corpus, site.graph, timeline, site.config, date.fromisoformat(as_of))
    return open_desk(site.corpus, site.graph, analysis, timeline, site.config, Language(tag), site.found)


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
