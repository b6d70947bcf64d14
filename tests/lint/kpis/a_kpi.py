"""A sound repository with one KPI, to which a test adds the one thing it is about."""

from __future__ import annotations

from textwrap import dedent

PATH = "goals/kpis/answer-time.md"
TITLE = "Time until a question is answered"
SOUND = """\
definition: Median of the working hours from a question to our first answer that helps.
unit: h
direction: lower
owner: lin
frequency: week
source: The help desk's weekly report.
supports: [trust]
"""
TRUST = "---\ntitle: Customers trust us with their questions\nowner: ada\n---\n"


def kpi(front: str, title: str = TITLE) -> str:
    """A KPI file with that front matter below its title."""
    return f"---\ntitle: {title}\n{dedent(front).strip()}\n---\n"


def files(front: str = "", without: str = "") -> dict[str, str]:
    """A repository with an objective and a sound KPI with more lines, from line 10 on, or without keys."""
    kept = [line for line in SOUND.splitlines() if line.split(":")[0] not in without.split()]
    text = "\n".join([*kept, dedent(front).strip()])
    return {"goals/2026/trust.md": TRUST, PATH: kpi(text)}
