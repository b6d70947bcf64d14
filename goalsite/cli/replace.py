"""`goalsite replace`: another key result, or another goal, takes the place of one."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from goalsite.cli.changes import (
    Bench,
    WrongUsage,
    bench,
    carry_out,
    dry_run_option,
    next_step,
    past_day,
    told,
)
from goalsite.cli.leave import on_option, reason_for, reason_option
from goalsite.cli.options import Place, as_of_option, placed, say
from goalsite.core.names import fault_in_id, nfc
from goalsite.edit.changes import Value
from goalsite.edit.leaving import replace
from goalsite.model.records import KeyResult, Objective


@click.command("replace")
@click.argument("goal", metavar="GOAL[#KR]")
@click.argument("heir", metavar="BY")
@click.option("--title", metavar="TEXT", help="Make the new key result: its title.")
@click.option("--target", metavar="N", help="Its target.")
@click.option("--baseline", metavar="N", help="Where it starts.")
@click.option("--unit", metavar="UNIT", help="Its unit.  [default: that of the old one]")
@reason_option
@on_option
@dry_run_option
@as_of_option
@placed
def command(place: Place, goal: str, heir: str, as_of: date | None, dry_run: bool, **how: Any) -> int:
    """Put BY, another key result of the same goal or without #KR another goal, in the place of one.

    The old one stays on the record with the day and the reason, and the new one counts from that day on. With
    --title and --target the new key result is written as well.
    """
    with told():
        work = bench(place, as_of)
        found, result = work.objective(goal)
        day = past_day(how["when"], work)
        name = f"{found.id}#{result.id}" if result else found.id
        by, fresh = _key_result(found, result, heir, how) if result else (_goal(work, found, heir), None)
        why = reason_for(name, "replace", how["reason"])
        patches = [replace(work.tree(), found, result, by, day, why, fresh)]
        if carry_out(work, patches, dry_run=dry_run):
            step = next_step(work, patches, f"Replace {name} by {by}: {why}")
            say(f"{name}: replaced by {by} on {day}; in {found.path}; next: {step}")
    return 0


def _goal(work: Bench, goal: Objective, heir: str) -> str:
    """The id of the goal that takes over."""
    other, result = work.objective(heir)
    if result or other.id == goal.id:
        raise WrongUsage(
            f"{heir} is no other goal\n  hint: name a goal for a goal, or {goal.id}#KR for a key result"
        )
    return other.id


def _key_result(
    goal: Objective, result: KeyResult, heir: str, how: dict[str, Any]
) -> tuple[str, dict[str, Value] | None]:
    """The id of the key result that takes over, and what it says where it is to be made."""
    name = nfc(heir.strip().rpartition("#")[2])
    known = {one.id for one in goal.key_results if one.named}
    wants_new = any(how[key] for key in ("title", "target", "baseline", "unit"))
    if name == result.id:
        raise WrongUsage(f"{name} cannot take its own place\n  hint: name another key result")
    if name in known:
        if wants_new:
            raise WrongUsage(
                f"{goal.id} has a key result {name} already\n  hint: leave --title and the rest out"
            )
        return name, None
    fault = fault_in_id(name) or ("holds /, must be one segment" if "/" in name else "")
    if fault:
        raise WrongUsage(f'id "{name}" {fault}')
    if not (how["title"] and how["target"]):
        hint = "write it into the file first, or make it with --title and --target"
        raise WrongUsage(f"{goal.id} has no key result {name}\n  hint: {hint}")
    unit = how["unit"] or getattr(result.measure, "unit", "")
    said = {"unit": unit, "baseline": how["baseline"], "target": how["target"]}
    metric: dict[str, Value] = {key: value for key, value in said.items() if value}
    owner: dict[str, Value] = {"owner": result.owner} if result.owner else {}
    return name, {"title": " ".join(how["title"].split()), **owner, "metric": metric}
