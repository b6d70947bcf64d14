"""What commands have in common: where they work, for which day, how they print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click
from msgspec import Struct

from goalsite.core.days import read_day
from goalsite.core.diagnostics import Diagnostic, has_errors
from goalsite.core.keeping import all_kept
from goalsite.core.values import replace
from goalsite.report.findings import LineOf
from goalsite.report.safe import safe
from goalsite.report.text import COLORS, counted, rendered

if TYPE_CHECKING:
    from goalsite.output.publish import Published
    from goalsite.pipeline import Before, Figured, Hands
    from goalsite.project import Project
    from goalsite.source.tree import Tree


class Place(Struct, frozen=True):
    """The folder of a project and its configuration file relative to it."""

    folder: Path
    config: str

    def path(self, typed: Path | str) -> Path:
        """What a path means that somebody typed: one that is relative begins in the folder."""
        return self.folder / typed


def placed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `-C` and `--config` to a command, which gets them as `place`."""

    @click.pass_context
    def with_place(
        context: click.Context, /, folder: Path | None, config: str | None, **rest: object
    ) -> object:
        before = context.obj or {}
        chosen = folder or before.get("folder") or Path()
        file = config or before.get("config")
        if not chosen.is_dir():
            raise click.UsageError(f"there is no folder {chosen}")
        if file and not (chosen / file).is_file():
            raise click.UsageError(f"there is no configuration {chosen / file}")
        return context.invoke(command, place=Place(chosen, file or "config.yaml"), **rest)

    whole = update_wrapper(with_place, command)  # with the options it has already
    for option in (_CONFIG, _FOLDER):
        whole = option(whole)
    return whole


_FOLDER = click.option(
    "-C", "folder", metavar="DIR", type=click.Path(path_type=Path), help="Work as if started in DIR."
)
_CONFIG = click.option("--config", metavar="FILE", help="The configuration.  [default: config.yaml]")


def opened(place: Place) -> Project:
    """The project at `place`, after finishing what a killed build of it left half published."""
    from goalsite.output.errors import PublishError
    from goalsite.output.publish import finish
    from goalsite.project import open_project

    project = open_project(place.folder, place.config)
    try:
        finish(place.folder / project.config.site_dir)
    except PublishError as error:
        warn(f"goalsite: {error.message}")
    return project


def figured(
    place: Place,
    as_of: date | None,
    at: str | None = None,
    *,
    with_history: bool = False,
    signatures: bool = False,
) -> Figured:
    """Everything known of the project at `place` on the day asked for; with `at` as it was at that commit, on
    the day that it became public. What pages tell of its history is read `with_history`, with a bar, and with
    `signatures` those of its commits are checked."""
    project, day = dated(place, When(as_of, at))
    return figured_on(project, day, with_history=with_history, signatures=signatures)


def dated(place: Place, when: When) -> tuple[Project, date]:
    """The project at `place` as it is or was, and the day that its figures are made for."""
    project, as_of = opened(place), when.as_of
    if when.at is not None:
        project = past(project, when.at)
    if project.revision is not None:
        as_of = as_of or project.revision.day(project.config.timezone)
    return project, day_of_figures(as_of, project.config.timezone)


def figured_on(
    project: Project,
    day: date,
    *,
    with_history: bool = False,
    signatures: bool = False,
    hands: Hands | None = None,
    before: Before | None = None,
) -> Figured:
    """Everything known of a project on a day, with a bar while history is read; keys count as of today. What
    was found out `before` is not found out again."""
    from goalsite.pipeline import Hands, figure

    if signatures:
        project = replace(project, signatures_on=datetime.now(UTC).date())
    with all_kept(), _heard("reading history") as hear:
        told = hear if with_history else None
        hands = hands or Hands()
        return figure(project, day, told, with_history=with_history, hands=hands, before=before)


def past(project: Project, name: str) -> Project:
    """The project as it was at the commit that a name of git's stands for; its look and the place of its site
    are those of today."""
    from goalsite.history.revision import open_revision
    from goalsite.project import as_it_was

    revision = open_revision(project.root, name)
    if revision is None:
        hint = "see git log; git fetch --unshallow brings what a shallow clone lacks"
        raise click.UsageError(f"git knows no revision {name!r} here\n  hint: {hint}")
    return as_it_was(project, revision)


@contextmanager
def _heard(label: str) -> Iterator[Callable[[int, int], None] | None]:
    """What hears how far something is and shows it with a bar, once it begins; None where nobody sees it."""
    if not on_terminal():
        yield None
        return
    bars: list[Any] = []

    def hear(done: int, count: int) -> None:
        if not bars or done <= bars[-1].pos:
            bars.append(click.progressbar(length=count, label=label, file=sys.stderr))
        bars[-1].update(done - bars[-1].pos)

    try:
        yield hear
    finally:
        for bar in bars:
            bar.render_finish()


class _Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """An ISO date."""
        day = value if isinstance(value, date) else read_day(value)
        if day is None:
            self.fail(f"{value!r} is no date, write it as 2026-11-16", param, ctx)
        return day


as_of_option = click.option(
    "--as-of",
    type=_Day(),
    metavar="DATE",
    help="The day the figures are made for.  [default: SOURCE_DATE_EPOCH, else today]",
)
_AT = click.option(
    "--at", metavar="REV", help="As it was at a commit: its files, on the day it became public."
)
strict_option = click.option("--strict", is_flag=True, help="Take warnings for errors.")


class When(NamedTuple):
    """The day that figures are made for, and the commit whose files they are made from; None: the usual."""

    as_of: date | None
    at: str | None


def timed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--as-of` and `--at` to a command, which gets them as `when`."""

    @click.pass_context
    def with_time(context: click.Context, /, as_of: date | None, at: str | None, **rest: object) -> object:
        return context.invoke(command, when=When(as_of, at), **rest)

    return as_of_option(_AT(update_wrapper(with_time, command)))


def day_of_figures(as_of: date | None, timezone: str) -> date:
    """The day asked for, else that of SOURCE_DATE_EPOCH, else today, both in the project's time zone."""
    if as_of is not None:
        return as_of
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(zone).date()
    try:
        return datetime.fromtimestamp(int(epoch), zone).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, must be a number of seconds") from None


def on_terminal() -> bool:
    """Whether somebody reads what is told."""
    return sys.stderr.isatty()


def can_ask() -> bool:
    """Whether somebody sits at a terminal who reads questions and types answers."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def tell(diagnostics: tuple[Diagnostic, ...], root: Path | Tree) -> None:
    """Print findings to stderr, each with its excerpt, and then how many there are."""
    tell_shown(shown(diagnostics, root), diagnostics)


def shown(diagnostics: tuple[Diagnostic, ...], root: Path | Tree) -> str:
    """Findings as text, each with its excerpt, in colours."""
    return rendered(diagnostics, lines_of(root), COLORS)


def tell_shown(text: str, diagnostics: tuple[Diagnostic, ...]) -> None:
    """Print findings of which this is the text to stderr, in colours only where they are wanted, and then how
    many there are."""
    if diagnostics:
        with_colors = on_terminal() and not os.environ.get("NO_COLOR")
        click.echo(text if with_colors else click.unstyle(text), err=True, nl=False)
        click.echo(counted(diagnostics), err=True)


def is_refused(diagnostics: tuple[Diagnostic, ...], strict: bool) -> bool:
    """Whether the findings forbid publishing."""
    return has_errors(diagnostics) or (strict and bool(diagnostics))


def say(text: str) -> None:
    """One line to stdout, harmless whatever it holds."""
    click.echo(safe(text))


def warn(text: str, hint: str = "") -> None:
    """One line to stderr, harmless whatever it holds; and what to do about it on the next."""
    for line in (text, f"  hint: {hint}") if hint else (text,):
        click.echo(safe(line), err=True)


def with_hint(message: str, hint: str) -> str:
    """What is told of an error that ends a command: what is wrong, and what to do about it."""
    return f"{message}\n  hint: {hint}" if hint else message


def say_published(where: str, done: Published, more: str = "") -> None:
    """Say what was written and removed at a place, with `more` behind it, and what was left as it is."""
    counts = f"{len(done.written)} files written, {done.unchanged} unchanged, {len(done.removed)} removed"
    say(f"{where}: {counts}{more}")
    for path in done.kept:
        warn(f"left as it is, since somebody else wrote it: {path}")


def lines_of(root: Path | Tree) -> LineOf:
    """The lines of the files of a project: of the one in a folder, or as a tree has them."""
    return _Lines(root)


class _Lines:
    """The lines of a project's files, each file read once."""

    def __init__(self, root: Path | Tree) -> None:
        from goalsite.source.tree import DiskTree

        self._tree = DiskTree(root) if isinstance(root, Path) else root
        self._files: dict[str, list[str]] = {}

    def __call__(self, path: str, line: int) -> str | None:
        if path not in self._files:
            from goalsite.source.raw import raw_text

            self._files[path] = raw_text(self._tree, path).split("\n")
        lines = self._files[path]
        return lines[line - 1] if 0 < line <= len(lines) else None


def save(file: Path, content: bytes) -> None:
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
