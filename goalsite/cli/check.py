"""`goalsite check`: what is wrong with the goals."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from goalsite.cli.options import (
    Place,
    as_of_option,
    figured,
    is_refused,
    lines_of,
    on_terminal,
    placed,
    say,
    strict_option,
    tell,
    warn,
)
from goalsite.core.diagnostics import Diagnostic
from goalsite.report.findings import Findings
from goalsite.report.formats import FORMATS, written
from goalsite.report.safe import safe
from goalsite.report.text import counted

if TYPE_CHECKING:
    from goalsite.pipeline import Figured

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
@as_of_option
@strict_option
@placed
def command(
    place: Place,
    files: tuple[Path, ...],
    form: str,
    output_file: Path | None,
    statistics: bool,
    as_of: date | None,
    strict: bool,
) -> int:
    """Say what is wrong with the goals: every finding at once, each with its line and what to do.

    With FILES only their findings are told, and of a folder those of all below it; they are judged against
    the whole repository all the same.
    """
    if statistics and form not in ("text", "json"):
        raise click.UsageError(f"--statistics goes with the formats text and json, not with {form}")
    is_wanted = _chosen(files, place.folder)
    known = figured(place, as_of)
    found = tuple(one for one in known.diagnostics if is_wanted(one.path))
    findings = Findings(found, known.analysis.as_of, lines_of(place.folder), _prefix(place.folder))
    if form != "text" or statistics or output_file is not None:
        _hand_over(_counts(findings, form) if statistics else written(findings, form), output_file)
    is_brief = output_file is None and (statistics or form not in _FOR_PEOPLE)
    _tell(found, place.folder, is_brief)
    if is_refused(found, strict):
        return 1
    if form == "text" or output_file is not None:
        _say_well(known, files, found)
    return 0


def _hand_over(document: str, file: Path | None) -> None:
    """Give a document to the file, else to standard output; in UTF-8, whatever the terminal speaks."""
    if file is None:
        click.echo(document.encode(), nl=False)
    else:
        _save(file, document.encode())


def _tell(found: tuple[Diagnostic, ...], folder: Path, is_brief: bool) -> None:
    """Tell people the findings, or only how many; and on a terminal where they are explained."""
    if not found:
        return
    if is_brief:
        warn(counted(found))
        return
    tell(found, folder)
    if on_terminal():
        warn(f"`goalsite rule {found[0].code}` explains a finding")


def _say_well(known: Figured, files: tuple[Path, ...], found: tuple[Diagnostic, ...]) -> None:
    """Say of what there are no errors."""
    corpus = known.corpus
    parts = ((corpus.objectives, "objective"), (corpus.kpis, "KPI"), (corpus.teams, "unit"))
    what = ", ".join(f"{len(of_kind)} {word}{'' if len(of_kind) == 1 else 's'}" for of_kind, word in parts)
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


def _save(file: Path, content: bytes) -> None:
    """Write the file at once: whoever reads it meanwhile has the old one or the new one whole."""
    if not file.parent.is_dir():
        raise click.UsageError(f"there is no folder {file.parent} for {file.name}")
    if file.exists() and not file.is_file():  # a pipe or a device is written to, not replaced
        file.write_bytes(content)
        return
    target = file.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
