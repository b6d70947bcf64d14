"""`goalsite checkin`: say how a key result or a KPI stands."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import click

from goalsite.cli.asking import choose
from goalsite.cli.changes import Bench, WrongUsage, bench, dry_run_option, told
from goalsite.cli.checkin_steps import How, Subject, completed, write
from goalsite.cli.options import Place, as_of_option, can_ask, placed, warn
from goalsite.core.days import read_day
from goalsite.edit.entries import FIELDS, Entry
from goalsite.edit.results import key_result_named, listed
from goalsite.model.records import KeyResult, Kpi, Objective

_NEGATIVE = re.compile(r"-[.\d¥$€£]")


class _Command(click.Command):
    """A command whose arguments may be negative numbers, which click would take for options."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take numbers for arguments wherever they stand, but for what an option takes."""
        takes = {name for one in self.params if not getattr(one, "is_flag", True) for name in one.opts}
        kept: list[str] = []
        numbers: list[str] = []
        for before, word in zip(["", *args], args, strict=False):
            is_number = _NEGATIVE.match(word) and before not in takes and "--" not in kept
            (numbers if is_number else kept).append(word)
        if numbers:
            kept += ([] if "--" in kept else ["--"]) + numbers
        return super().parse_args(ctx, kept)


@click.command("checkin", cls=_Command)
@click.argument("goal", required=False, metavar="GOAL[#KR]")
@click.argument("value", required=False)
@click.option("--confidence", metavar="N", help="How sure you are to reach the target, 0 to 1 or as 7/10.")
@click.option("--status", metavar="WORD", help="on_track, at_risk, off_track or achieved.")
@click.option("--note", metavar="TEXT", help="What happened.")
@click.option("--blocked", metavar="TEXT", help="What is in the way.")
@click.option("--next", metavar="TEXT", help="What comes next.")
@click.option("--by", metavar="HANDLE", help="Who says so.")
@click.option("--date", "when", metavar="DATE", help="The day it speaks of; of a KPI also a period.  [today]")
@click.option("--milestone", metavar="M", help="Which milestone is done: its number or title.")
@click.option("--replace", is_flag=True, help="Replace what is said of that day already.")
@click.option("--due", is_flag=True, help="Go through all that is due; without a terminal list it.")
@click.option("--owner", metavar="HANDLE", help="With --due: only what this person answers for.")
@dry_run_option
@as_of_option
@placed
def command(
    place: Place, goal: str | None, when: str | None, as_of: date | None, due: bool, **options: Any
) -> int:
    """Say how a key result or a KPI stands.

    GOAL is an id, an alias, or an unambiguous end or beginning of one; #KR may be left out where there is one
    key result. VALUE is a number, a zone's name, a share such as 40% where it is judged by hand, or done.
    On a terminal what is missing is asked for.
    """
    fields = {field: text for field in FIELDS if (text := options[field])}
    how = How(replace=options["replace"], dry_run=options["dry_run"])
    with told():
        work = bench(place, as_of)
        if due:
            from goalsite.cli.due import go_through

            if goal or fields or when or options["milestone"]:
                raise WrongUsage("--due goes through all that is due today, and takes no goal")
            return go_through(work, options["owner"], how)
        if options["owner"]:
            raise WrongUsage("--owner goes with --due\n  hint: --by HANDLE says who checks in")
        if not goal:
            hint = "goalsite checkin GOAL#KR VALUE, or goalsite checkin --due"
            raise WrongUsage(f"no goal is named\n  hint: {hint}")
        name, sharp, wanted = goal.partition("#")
        found, corpus = work.goal(name)
        day, period = _day(when, work, found)
        entry = Entry(day, fields, options["milestone"] or "", dated=when is not None)
        subject = Subject(found, _result(found, sharp + wanted, entry), corpus)
        write(work, subject, completed(subject, entry), how._replace(period=period))
    return 0


def _day(when: str | None, work: Bench, goal: Objective | Kpi) -> tuple[date, str]:
    """The day that is spoken of, and the period if it is one; of the future nobody knows."""
    if when is None:
        return work.day, ""
    from goalsite.model.series import point_day

    day = read_day(when)
    found = point_day(when, work.project.config.fiscal_year) if isinstance(goal, Kpi) else None
    if day is None and found is None:
        raise WrongUsage(f'"{when}" is no date\n  hint: write it as 2026-11-16')
    start = found[1].start if found and found[1] else day
    if start is None or start > work.day:
        raise WrongUsage(f"{when} lies after today, {work.day}\n  hint: check in when it has come")
    return (day, "") if day else (work.day, when)


def _result(goal: Objective | Kpi, wanted: str, entry: Entry) -> KeyResult | None:
    """The key result that `#name` means, or the only one; None for a KPI, and for a goal as a whole."""
    if isinstance(goal, Kpi):
        if wanted:
            raise WrongUsage(f"{goal.id} is a KPI, and has no key results\n  hint: leave {wanted} out")
        return None
    if wanted:
        return key_result_named(goal, wanted.removeprefix("#"))
    if entry.said and not entry.value:
        return None
    results = [one for one in goal.key_results if not (one.dropped or one.replaced_by)]
    if len(results) == 1:
        return results[0]
    if not results:
        raise WrongUsage(f"{goal.id} has no key results\n  hint: say --confidence, --status or --note of it")
    if can_ask():
        warn(goal.title)
        return results[choose("which key result", listed(results))]
    rows = "\n".join(f"  {goal.id}#{row}" for row in listed(results))
    raise WrongUsage(f"{goal.id} has {len(results)} key results, name one of them:\n{rows}")
