"""`goalsite mv`: another id for a goal or a key result, in every file that names it."""

from __future__ import annotations

from datetime import date

import click

from goalsite.cli.changes import bench, carry_out, dry_run_option, next_step, told
from goalsite.cli.options import Place, as_of_option, placed, say
from goalsite.core.keeping import all_kept


@click.command("mv")
@click.argument("goal", metavar="GOAL[#KR]")
@click.argument("new")
@dry_run_option
@as_of_option
@placed
def command(place: Place, goal: str, new: str, as_of: date | None, dry_run: bool) -> int:
    """Give a goal, or a key result, the id NEW, and write it wherever the old one is named.

    A goal that goes by its path moves there, with the file of its values; one with an id of its own stays
    where it is. The old id stays as an alias, so that links from elsewhere lead on.
    """
    with told():
        work = bench(place, as_of)
        from goalsite.lsp.moving import moved, renamed_result
        from goalsite.lsp.workspace import Workspace

        name, sharp, wanted = goal.partition("#")
        found, _ = work.goal(name)
        with all_kept():
            state = Workspace(place.folder, place.config, lambda _: work.day).read({})
        if sharp:
            result = work.objective(goal)[1]
            old = f"{found.id}#{result.id if result else wanted}"
            patches = renamed_result(state, found.id, old.rpartition("#")[2], new.rpartition("#")[2])
        else:
            old = found.id
            patches = moved(state, found.id, new)
        if carry_out(work, patches, dry_run=dry_run):
            files = len({patch.path for patch in patches})
            step = next_step(work, patches, f"Rename {old} to {new}")
            say(f"{old}: now {new}, in {files} files; next: {step}")
    return 0
