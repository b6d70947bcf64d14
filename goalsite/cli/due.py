"""`goalsite checkin --due`: all that is due, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goalsite.cli.changes import Bench, hint_of
from goalsite.cli.checkin_steps import How, Subject, completed, write
from goalsite.cli.options import can_ask, say, warn
from goalsite.core.names import fold_handle
from goalsite.core.quantities import spelt
from goalsite.edit.entries import Entry
from goalsite.edit.patch import RefusedError
from goalsite.model.records import Kpi

if TYPE_CHECKING:
    from goalsite.analysis.due import DueCheckIn


def go_through(work: Bench, owner: str | None, how: How) -> int:
    """Ask for each thing that is due, and write what is said at once; without a terminal list them."""
    due = [one for one in _due(work) if owner is None or fold_handle(one.who) == fold_handle(owner)]
    if not due:
        say("nothing is due")
    if not can_ask():
        for one in due:
            say(" | ".join((one.name, _last(one), *([f"@{one.who}"] if one.who else []))))
        return 0
    for number, one in enumerate(due, 1):
        warn(f"{number} of {len(due)}: {one.goal.title}")
        _ask_for(work, one, how)
    return 0


def _ask_for(work: Bench, one: DueCheckIn, how: How) -> None:
    if one.result:
        warn(f"  {one.name}: {one.result.title}")
    who = f", @{one.who}" if one.who else ""
    warn(f"  last: {_last(one)}{who}; Enter leaves out")
    try:
        goal, corpus = work.goal(one.goal.path)
        subject = Subject(goal, one.result, corpus)
        write(work, subject, completed(subject, Entry(work.day, {})), how)
    except RefusedError as error:
        hint_of(error)


def _last(one: DueCheckIn) -> str:
    if one.last is None:
        return "no value yet"
    unit = (
        one.goal.unit if isinstance(one.goal, Kpi) else getattr(one.result and one.result.measure, "unit", "")
    )
    value = one.last if isinstance(one.last, str) else f"{spelt(one.last)} {unit}".rstrip()
    return f"{value} on {one.when}"


def _due(work: Bench) -> list[DueCheckIn]:
    """What is due of the whole project."""
    from goalsite.analysis.due import due_checkins

    whole = work.whole()
    return list(due_checkins(whole.corpus, whole.analysis, work.project.config))
