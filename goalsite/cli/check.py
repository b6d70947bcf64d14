"""`goalsite check`: what is wrong with the goals."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from goalsite.cli.options import (
    Place,
    as_of_option,
    figured,
    is_refused,
    placed,
    say,
    strict_option,
    tell,
)


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@as_of_option
@strict_option
@placed
def command(place: Place, files: tuple[Path, ...], as_of: date | None, strict: bool) -> int:
    """Say what is wrong with the goals: every finding at once, each with its line and what to do.

    With FILES only their findings are told; they are judged against the whole repository all the same.
    """
    known = figured(place, as_of)
    findings = known.diagnostics
    if files:
        wanted = {_inside(file, place.folder) for file in files}
        findings = tuple(one for one in findings if one.path in wanted)
    tell(findings, place.folder)
    if is_refused(findings, strict):
        return 1
    corpus = known.corpus
    parts = ((corpus.objectives, "objective"), (corpus.kpis, "KPI"), (corpus.teams, "unit"))
    what = ", ".join(f"{len(found)} {word}{'' if len(found) == 1 else 's'}" for found, word in parts)
    say(f"{what}: {'no errors' if findings else 'all is well'}")
    return 0


def _inside(file: Path, folder: Path) -> str:
    """A file's path relative to the project, as findings have it."""
    path = file if file.exists() or file.is_absolute() else folder / file
    if not path.exists():
        raise click.UsageError(f"there is no file {file}")
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{file} lies outside {folder}") from None
