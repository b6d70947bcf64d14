"""`goalsite close`: score the objectives of a cycle, say how they ended, and carry over what goes on."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from goalsite.cli.changes import (
    Bench,
    Whole,
    WrongUsage,
    bench,
    carry_out,
    dry_run_option,
    next_step,
    past_day,
    told,
)
from goalsite.cli.endings import ended, suggested_outcome, suggested_scores
from goalsite.cli.options import Place, as_of_option, can_ask, placed, say
from goalsite.core.names import nfc
from goalsite.core.periods import known_period
from goalsite.core.succession import following
from goalsite.core.text import did_you_mean
from goalsite.edit.carrying import carried_over
from goalsite.edit.closing import DECISIONS, OUTCOMES, close
from goalsite.edit.patch import FilePatch
from goalsite.model.records import Objective


@click.command("close")
@click.argument("cycle")
@click.option("--goal", "goals", multiple=True, metavar="GOAL", help="Close only this goal; several times.")
@click.option("--suggested", is_flag=True, help="Take every suggestion and ask nothing.")
@click.option("--outcome", type=click.Choice(OUTCOMES), help="How it ended.  [default: by its score]")
@click.option("--score", "scores", multiple=True, metavar="[KR=]N", help="A score, 0 to 1; several times.")
@click.option("--root-cause", metavar="TEXT", help="Why it ended so.")
@click.option("--decision", type=click.Choice(DECISIONS), help="What becomes of what was wanted.")
@click.option("--learned", metavar="TEXT", help="What was learnt.")
@click.option(
    "--carry-over/--no-carry-over", "goes_on", default=None, help="Whether it goes on.  [by the decision]"
)
@click.option("--into", metavar="CYCLE", help="The cycle in which it goes on.  [default: the next one]")
@click.option("--on", "when", metavar="DATE", help="The day of closing.  [default: today]")
@dry_run_option
@as_of_option
@placed
def command(place: Place, cycle: str, as_of: date | None, dry_run: bool, **how: Any) -> int:
    """Close the objectives of CYCLE, one after the other.

    For each it shows the suggested scores and asks for the outcome, the root cause and the decision. One that
    is kept or modified goes on in the next cycle: a new file continues it, from the values that were reached.
    """
    with told():
        work = bench(place, as_of)
        day = past_day(how["when"], work)
        whole = work.whole()
        goals = _open_goals(work, whole, cycle, how["goals"])
        if not goals:
            say(f"nothing is left to close in {cycle}")
        elif not can_ask() and not (how["suggested"] or how["outcome"]):
            raise WrongUsage(_listed(whole, goals, cycle))
        elif how["scores"] and len(goals) > 1:
            hint = "name it by --goal"
            raise WrongUsage(f"--score is for one goal, and {len(goals)} are to be closed\n  hint: {hint}")
        for goal in goals:
            ending, goes_on = ended(goal, whole.analysis.objectives[goal.id], day, how)
            patches = [*_continued(work, whole, goal, how["into"], goes_on), close(work.tree(), goal, ending)]
            if carry_out(work, patches, dry_run=dry_run):
                into = f", goes on in {patches[0].path}" if len(patches) > 1 else ""
                step = next_step(work, patches, f"Close {goal.id}: {ending.outcome}")
                say(f"{goal.id}: {ending.outcome}{into}; next: {step}")
    return 0


def _open_goals(work: Bench, whole: Whole, cycle: str, named: tuple[str, ...]) -> list[Objective]:
    """The goals of the cycle that are not closed; of those that are named, all must be of it."""
    cycles = {one.id for one in whole.corpus.cycles}
    if nfc(cycle) not in cycles:
        hint = did_you_mean(cycle, cycles) or f"there are {', '.join(sorted(cycles)) or 'none'}"
        raise WrongUsage(f"no objective has the cycle {cycle}\n  hint: {hint}")
    wanted = {work.objective(name)[0].id for name in named}
    found = [one for one in whole.corpus.objectives if one.cycle == nfc(cycle)]
    if stray := sorted(wanted - {one.id for one in found}):
        raise WrongUsage(f"{stray[0]} is of another cycle than {cycle}")
    return [one for one in found if one.state != "closed" and (not wanted or one.id in wanted)]


def _listed(whole: Whole, goals: list[Objective], cycle: str) -> str:
    """What would be asked, and how to answer it in a script."""
    rows = []
    for goal in goals:
        figures = whole.analysis.objectives[goal.id]
        scores = ", ".join(f"{name or 'score'} {score}" for name, score in suggested_scores(figures).items())
        rows.append(f"  {goal.id}: {suggested_outcome(goal, figures)}; {scores or 'nothing to score'}")
    hint = f"goalsite close {cycle} --suggested, or --goal GOAL --outcome … --decision … for each"
    return (
        f"{len(goals)} goals are to be closed, with these suggestions:\n"
        + "\n".join(rows)
        + f"\n  hint: {hint}"
    )


def _continued(
    work: Bench, whole: Whole, goal: Objective, into: str | None, goes_on: bool
) -> list[FilePatch]:
    """The file in which a goal goes on; none where it does not, or does already."""
    if not goes_on:
        return []
    config = work.project.config
    cycle = nfc(into) if into else following(goal.cycle, config.fiscal_year)
    if not cycle or (
        cycle not in {one.id for one in config.cycles} and not known_period(cycle, config.fiscal_year)
    ):
        raise WrongUsage(f"the cycle after {goal.cycle} is not known\n  hint: name it by --into")
    cycles = {one.id: one.cycle for one in whole.corpus.objectives}
    heirs = (one.source for one in whole.graph.edges if one.type == "continues" and one.target == goal.id)
    if any(cycles.get(heir) == cycle for heir in heirs):
        return []
    figures = whole.analysis.objectives[goal.id].key_results
    reached = {
        one.id: "" if one.value is None or isinstance(one.value, str) else f"{one.value:.15g}"
        for one in figures
        if one.counted and one.status != "achieved"
    }
    path, keys = _place(goal, cycle)
    if work.tree().exists(path):
        raise WrongUsage(
            f"{path} is there already\n  hint: let it say continues: [{goal.id}], or --no-carry-over"
        )
    return [carried_over(work.tree(), goal, reached, path, keys)]


def _place(goal: Objective, cycle: str) -> tuple[str, dict[str, str]]:
    """The path of a continuation, and what it is to say: an id that no reference means yet, and a cycle where
    the path names none."""
    folder, _, name = goal.path.rpartition("/")
    former = f"-{goal.cycle}"  # in what was carried over before
    last = f"{goal.id.rpartition('/')[2].removesuffix(former)}-{cycle}"
    segments = folder.split("/")
    if goal.cycle in segments:
        at = len(segments) - 1 - segments[::-1].index(goal.cycle)
        segments[at] = cycle
        return "/".join([*segments, name]), {"id": last}
    stem = name.removesuffix(".md").removesuffix(former)
    return f"{folder}/{stem}-{cycle}.md", {"id": last, "cycle": cycle}
