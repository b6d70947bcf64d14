"""The parts into which rules are cut for several processes find what one pass finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from goalsite.pipeline import Hands, figure
from goalsite.project import open_project
from tests.commands import write

GOAL = "---\ntitle: Launch {} TBD\nowner: team\n---\nMail ada@example.org.\n"
GOALS = {f"goals/2026-Q4/goal-{number}.md": GOAL.format(number) for number in range(20)} | {
    "goals/kpis/speed.md": "---\ntitle: Speed\nkind: kpi\n---\n",
    "goals/README.md": "# Call 0170 1234567\n",
}


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    project, day = open_project(write(tmp_path, GOALS)), date(2026, 11, 16)
    alone = figure(project, day).diagnostics
    assert len(alone) > 60
    assert figure(project, day, hands=Hands(jobs=2)).diagnostics == alone
    assert figure(project, day, hands=Hands(jobs=1)).diagnostics == alone
