"""`goalsite check`: what is wrong with the goals."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from goalsite.cli.options import (
    Place,
    as_of_option,
    day_of_figures,
    is_refused,
    lines_of,
    on_terminal,
    placed,
    save,
    say,
    strict_option,
    tell,
    warn,
)
from goalsite.core.diagnostics import Diagnostic
from goalsite.core.keeping import all_kept
from goalsite.core.values import replace
from goalsite.report.findings import Findings
from goalsite.report.formats import FORMATS, written
from goalsite.report.safe import safe
from goalsite.report.text import counted

if TYPE_CHECKING:
    from goalsite.project import Project
    from goalsite.review.review import Reviewed

MEMORY = ".goalsite/check"
"""Where a project keeps what need not be found out again."""

_FOR_PEOPLE = ("text", "github")  # a log with annotations alone says no places


@click.command("check")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are told: text on standard error, all others on standard output.",
)
@click.option(
    "--output-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write that format into FILE, and tell the findings as text as well.",
)
@click.option("--statistics", is_flag=True, help="Tell how many findings there are of each code.")
@click.option("--fix", is_flag=True, help="Mend what has one right answer, then tell what is left.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--no-cache", is_flag=True, help="Remember nothing between two checks.")
@as_of_option
@strict_option
@placed
def command(place: Place, files: tuple[Path, ...], as_of: date | None, **how: Any) -> int:
    """Say what is wrong with the goals: every finding at once, each with its line and what to do.

    With FILES only their findings are told, and of a folder those of all below it; they are judged against
    the whole repository all the same.
    """
    wish = Wish(**how)
    if wish.statistics and wish.form not in ("text", "json"):
        raise click.UsageError(f"--statistics goes with the formats text and json, not with {wish.form}")
    is_wanted = _chosen(files, place.folder)
    project = _opened(place)
    day = day_of_figures(as_of, project.config.timezone)
    reviewed = _reviewed(project, day, wish)
    if wish.fix or wish.diff:
        from goalsite.cli.mend import patches_for, show, write

        told = tuple(one for one in reviewed.diagnostics if is_wanted(one.path))
        patches = [one for one in patches_for(place, project, told) if is_wanted(one.path)]
        if wish.diff:
            show(patches)
            return 1 if is_refused(told, wish.strict) else 0
        if mended := write(place, patches):
            say(f"mended {mended} {'finding' if mended == 1 else 'findings'}")
            project = _opened(place)
            reviewed = _reviewed(project, day, wish)
    found = tuple(one for one in reviewed.diagnostics if is_wanted(one.path))
    _tell_all(Findings(found, day, lines_of(place.folder), _prefix(place.folder)), wish, place, project)
    if is_refused(found, wish.strict):
        return 1
    if wish.form == "text" or wish.output_file is not None:
        _say_well(reviewed, files, found)
    return 0


class Wish(Struct, frozen=True):
    """How a check is to be done and told."""

    form: str
    output_file: Path | None
    statistics: bool
    fix: bool
    diff: bool
    no_cache: bool
    strict: bool


def _opened(place: Place) -> Project:
    from goalsite.project import open_project

    return open_project(place.folder, place.config)


def _reviewed(project: Project, day: date, wish: Wish) -> Reviewed:
    """The findings on a project, and how much there is of it."""
    from goalsite.review.review import Subject, review

    root = project.root
    subject = Subject(root, project.config, project.config_path, project.diagnostics, day, time.time_ns())
    with all_kept():
        return review(subject, None if wish.no_cache else root / MEMORY)


def _tell_all(findings: Findings, wish: Wish, place: Place, project: Project) -> None:
    """Tell the findings in the format, and people what they need beside it."""
    if wish.statistics:
        from goalsite.cli.mend import mendable

        slips = mendable(place, project, findings.diagnostics)
        findings = replace(findings, fixable=frozenset(one.code for one in slips))
    if wish.form != "text" or wish.statistics or wish.output_file is not None:
        document = _counts(findings, wish.form) if wish.statistics else written(findings, wish.form)
        _hand_over(document, wish.output_file and place.path(wish.output_file))
    is_brief = wish.output_file is None and (wish.statistics or wish.form not in _FOR_PEOPLE)
    if findings.diagnostics and is_brief:
        warn(counted(findings.diagnostics))
    elif findings.diagnostics:
        tell(findings.diagnostics, place.folder)
        _point_on(findings.diagnostics, place, project)


def _hand_over(document: str, file: Path | None) -> None:
    """Give a document to the file, else to standard output; in UTF-8, whatever the terminal speaks."""
    if file is None:
        click.echo(document.encode(), nl=False)
    else:
        save(file, document.encode())


def _point_on(found: tuple[Diagnostic, ...], place: Place, project: Project) -> None:
    """Say on a terminal what to do with findings."""
    if on_terminal():
        from goalsite.cli.mend import mendable

        warn(f"`goalsite rule {found[0].code}` explains a finding")
        if slips := len(mendable(place, project, found)):
            warn(f"{slips} of them `goalsite check --fix` mends by itself; --diff shows how")


def _say_well(reviewed: Reviewed, files: tuple[Path, ...], found: tuple[Diagnostic, ...]) -> None:
    """Say of what there are no errors."""
    parts = zip(reviewed.counts, ("objective", "KPI", "unit"), strict=True)
    what = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts)
    if files:
        what = str(files[0]) if len(files) == 1 else f"{len(files)} paths"
    say(f"{what}: {'no errors' if found else 'all is well'}")


def _counts(findings: Findings, form: str) -> str:
    """How many findings there are of each code, in the format."""
    from goalsite.report import as_json, statistics

    if form == "json":
        return as_json.document(findings, statistics=True)
    return statistics.table(statistics.by_code(findings))


def _chosen(files: tuple[Path, ...], folder: Path) -> Callable[[str], bool]:
    """Whether a path, as findings have it, is one of the files or lies in a folder among them."""
    wanted = {_inside(file, folder) for file in files}
    if not wanted or "." in wanted:
        return lambda _: True
    return lambda path: path in wanted or any(str(above) in wanted for above in PurePosixPath(path).parents)


def _inside(file: Path, folder: Path) -> str:
    """A file's path relative to the project, as findings have it; a symlink's own, not what it leads to."""
    path = file if os.path.lexists(file) or file.is_absolute() else folder / file
    if not os.path.lexists(path):
        raise click.UsageError(f"there is no file {safe(str(file))}")
    whole = path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    try:
        return whole.relative_to(folder.resolve()).as_posix()
    except ValueError:
        raise click.UsageError(f"{safe(str(file))} lies outside {folder}") from None


def _prefix(folder: Path) -> str:
    """The project's folder within its git repository, empty or ending in `/`."""
    root = folder.resolve()
    for above in (root, *root.parents):
        if (above / ".git").exists():
            inner = root.relative_to(above).as_posix()
            return "" if inner == "." else f"{inner}/"
    return ""
