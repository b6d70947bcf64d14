"""`goalsite drop`: a key result, or a goal, leaves the count on the record."""

from __future__ import annotations

from datetime import date

import click

from goalsite.cli.changes import bench, carry_out, dry_run_option, next_step, past_day, told
from goalsite.cli.leave import on_option, reason_for, reason_option
from goalsite.cli.options import Place, as_of_option, placed, say
from goalsite.edit.leaving import drop


@click.command("drop")
@click.argument("goal", metavar="GOAL[#KR]")
@reason_option
@on_option
@dry_run_option
@as_of_option
@placed
def command(
    place: Place, goal: str, reason: str | None, when: str | None, as_of: date | None, dry_run: bool
) -> int:
    """Take a key result, or without #KR the whole goal, out of the count.

    It stays on the record with the day and the reason. A goal is closed with the outcome dropped, and the
    reason becomes the root cause of its retrospective.
    """
    with told():
        work = bench(place, as_of)
        found, result = work.objective(goal)
        day = past_day(when, work)
        name = f"{found.id}#{result.id}" if result else found.id
        why = reason_for(name, "drop", reason)
        patches = [drop(work.tree(), found, result, day, why)]
        if carry_out(work, patches, dry_run=dry_run):
            step = next_step(work, patches, f"Drop {name}: {why}")
            say(f"{name}: dropped on {day}; in {found.path}; next: {step}")
    return 0
