"""What the manual types is typed: every command of the how-to on check-ins runs."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Goalsite
from tests.commands import ROOT

PAGE = ROOT / "docs/how-to/check-in.md"
GOALS = {
    "goals/2026-Q4/builds.md": """\
---
title: Every engineer trusts a green build
commitment: committed
key_results:
  - id: p50
    title: Median time to green
    metric: {unit: min, baseline: 14, target: 5}
  - {id: p90, title: Slowest, metric: {unit: min, baseline: 30, target: 10}}
  - {id: steps, title: Runners, milestones: [{title: Ordered}, {title: Plugged in}]}
depends_on: [new-runners]
---
""",
    "goals/2026-Q4/builds.checkins.csv": "date,kr,value,confidence,status,note\n2026-11-09,p50,12.5,,,\n",
    "goals/2026-Q4/new-runners.md": "---\ntitle: New runners\n---\n",
    "goals/kpis/api-availability.md": "---\nunit: '%'\n---\n",
}


def commands() -> list[list[str]]:
    """The words of every `goalsite` command of the page, behind `goalsite`."""
    lines = [line.removeprefix("$ ") for line in PAGE.read_text(encoding="utf-8").split("\n")]
    said = [line.partition("  #")[0] for line in lines if line.startswith("goalsite ")]
    return [shlex.split(line.replace('"$(measure-availability)"', "99.9"))[1:] for line in said]


def test_every_command_of_the_page_is_done(
    goalsite: Goalsite, written: Callable[[dict[str, str]], Path]
) -> None:
    written(GOALS)
    told = [goalsite(*words, "--as-of", "2026-11-16") for words in commands()]
    assert len(told) == 8
    assert [run.err for run in told if run.code] == []
    first = next(
        line for line in PAGE.read_text(encoding="utf-8").split("\n") if line.startswith("2026-Q4/builds#p50")
    )
    assert told[0].out.startswith(first.partition("; next")[0])
