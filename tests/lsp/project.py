"""A project on disk as the language server knows it, and texts that mark a place in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from goalsite.lsp.positions import split_lines
from goalsite.lsp.spot import Spot, spot
from goalsite.lsp.workspace import State, Workspace
from tests.commands import write

CARET = "‸"
"""Marks the place of the cursor in a text of a test."""

GREEN = "goals/platform/2026-Q4/green-builds.md"
TRUST = "goals/2026-Q4/win-trust.md"
UPTIME = "goals/platform/kpis/uptime.md"

FILES = {
    "config.yaml": "site_name: Example\nrules: {ignore: [Q, R, K]}\n",
    "goals/team.md": "---\ntitle: Example\nlead: lin\n---\n",
    "goals/platform/team.md": "---\ntitle: Platform\nlead: ada\nmembers: [ada, sam]\n---\n",
    "goals/people/ada.md": "---\nname: Ada Lovelace\nteam: platform\n---\n",
    TRUST: """---
title: 客户信任我们
owner: lin
key_results:
  - id: nps
    title: 推荐的客户
    metric: {unit: "%", baseline: 20, target: 60}
    checkins:
      - {date: 2026-11-12, value: 40}
---
""",
    GREEN: """---
title: Every engineer trusts a green build
owner: ada
contributors: [sam]
supports: [win-trust#nps]
guards: [uptime]
key_results:
  - id: p50
    title: Median time from push to green
    metric: {unit: min, baseline: 14, target: 5}
    replaced_by: p90
    on: 2026-11-01
  - id: p90
    title: Slow builds are rare
    metric: {unit: min, baseline: 30, target: 10}
  - id: calm
    title: Uptime holds meanwhile
    maintain: {kpi: uptime, min: 99, every: month}
---
For [[win-trust]], and [[win-trust#nps]] above all. 😀 @ada asks [[ uptime ]].
""",
    "goals/platform/2026-Q4/green-builds.checkins.csv": (
        'date,kr,value,note\n2026-10-12,p50,12,"cold, then warm"\n2026-10-19,p90,28,\n2026-10-20,,,all well\n'
    ),
    UPTIME: '---\ntitle: Uptime\nunit: "%"\nowner: sam\ntargets: [{from: 2026-01-01, target: 99.9}]\n---\n',
    "goals/platform/kpis/uptime.csv": "date,value\n2026-10-31,99.95\n",
    "goals/kpis/share.md": '---\ntitle: Share\nformula: "[[platform/kpis/uptime]] / 100"\n---\n',
}
"""A sound project: two objectives, two KPIs, a unit, a profile, a log, in English and Chinese."""


def known(folder: Path, files: dict[str, str] | None = None, buffers: dict[str, str] | None = None) -> State:
    """What is known of the files written into a folder, with buffers over them, on 2026-11-16."""
    write(folder, FILES | (files or {}))
    return workspace(folder).read(buffers or {})


def workspace(folder: Path) -> Workspace:
    """The project in a folder, on 2026-11-16."""
    return Workspace(folder, "config.yaml", lambda _: date(2026, 11, 16))


def marked(text: str) -> tuple[list[str], int, int]:
    """The lines of a text without its mark, and the line and column where that was."""
    before = text[: text.index(CARET)]
    return split_lines(text.replace(CARET, "")), before.count("\n"), len(before.rpartition("\n")[2])


def pointed(state: State, path: str, text: str) -> Spot:
    """The spot that a text of a file marks."""
    return spot(state, path, *marked(text))


def mark(text: str, part: str, within: int = 1) -> str:
    """A text with the mark in the first place where `part` stands, after `within` of its characters."""
    at = text.index(part) + within
    return text[:at] + CARET + text[at:]
