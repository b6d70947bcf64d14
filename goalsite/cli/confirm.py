"""`goalsite confirm`: the owner of a goal answers those who depend on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from goalsite.cli.asking import confirmed
from goalsite.cli.changes import Bench, WrongUsage, bench, carry_out, dry_run_option, next_step, told
from goalsite.cli.options import Place, as_of_option, can_ask, placed, say
from goalsite.edit.confirming import answered
from goalsite.edit.entries import tidy
from goalsite.edit.patch import FilePatch
from goalsite.graph.edges import Edge

_ANSWERS = {None: "open", True: "confirmed", False: "not confirmed"}


@click.command("confirm")
@click.argument("goal")
@click.option("--for", "dependents", multiple=True, metavar="GOAL", help="Answer this goal; several times.")
@click.option("--all", "everybody", is_flag=True, help="Answer all that nobody has answered yet.")
@click.option("--no", "refused", is_flag=True, help="Say that it cannot be counted on.")
@click.option("--note", default="", metavar="TEXT", help="What can be counted on, and when.")
@dry_run_option
@as_of_option
@placed
def command(place: Place, goal: str, as_of: date | None, dry_run: bool, **how: Any) -> int:
    """Answer those who depend on GOAL, as its owner: confirmed, or with --no that it cannot be counted on.

    The answer is written where the other goal names this one under depends_on. On a terminal each one that
    is open is asked about.
    """
    with told():
        work = bench(place, as_of)
        whole = work.whole()
        found, _ = work.objective(goal)
        edges = [one for one in whole.graph.edges if one.type == "depends_on" and one.target == found.id]
        paths = {one.id: one.path for one in whole.corpus.objectives}
        answer, note = not how["refused"], tidy("note", how["note"])
        chosen = _chosen(work, found.id, edges, how["dependents"], everybody=how["everybody"], answer=answer)
        patches: list[FilePatch] = []
        for edge in chosen:
            patch = answered(work.tree(patches), paths[edge.source], edge.mark, confirmed=answer, note=note)
            patches.append(patch)
        if not patches:
            say(f"nobody who depends on {found.id} waits for an answer")
        elif carry_out(work, patches, dry_run=dry_run):
            names = ", ".join(edge.source for edge in chosen)
            step = next_step(work, patches, f"Answer {names} about {found.id}")
            say(f"{found.id}: {_ANSWERS[answer]} to {names}; next: {step}")
    return 0


def _chosen(
    work: Bench, goal: str, edges: list[Edge], dependents: Iterable[str], *, everybody: bool, answer: bool
) -> list[Edge]:
    """The dependencies to answer: those that are named, the only open one, or those that are asked about."""
    named = {work.objective(one)[0].id for one in dependents}
    if stray := sorted(named - {edge.source for edge in edges}):
        raise WrongUsage(f"{stray[0]} does not depend on {goal}\n  hint: goalsite graph shows what does")
    if named:
        return [edge for edge in edges if edge.source in named]
    still = [edge for edge in edges if edge.confirmed is None]
    if everybody or len(still) <= 1:
        return still
    if can_ask():
        word = "can count on it" if answer else "cannot count on it"
        return [edge for edge in still if confirmed(f"{edge.source} {word}?")]
    rows = "\n".join(f"  {edge.source}  {edge.note}".rstrip() for edge in still)
    raise WrongUsage(f"{len(still)} goals wait for an answer:\n{rows}\n  hint: name them by --for, or --all")
