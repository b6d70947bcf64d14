"""What commands have in common: where they work, for which day, how they print."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import update_wrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import click

from goalsite.core.days import read_day
from goalsite.core.diagnostics import Diagnostic, has_errors
from goalsite.report.findings import LineOf
from goalsite.report.safe import safe
from goalsite.report.text import COLORS, PLAIN, Style, counted, rendered

if TYPE_CHECKING:
    from goalsite.pipeline import Figured
    from goalsite.project import Project


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a project and its configuration file relative to it."""

    folder: Path
    config: str


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


def figured(place: Place, as_of: date | None) -> Figured:
    """Everything known of the project at `place` on the day asked for."""
    from goalsite.pipeline import figure

    project = opened(place)
    day = day_of_figures(as_of, project.config.timezone)
    with all_kept():
        return figure(project, day)


@contextmanager
def all_kept() -> Iterator[None]:
    """A stretch of work whose values stay to the end of the program.

    They hold no circles, and to look for circles among them takes as long as to make them.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


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
strict_option = click.option("--strict", is_flag=True, help="Take warnings for errors.")


def day_of_figures(as_of: date | None, timezone: str) -> date:
    """The day asked for, else that of SOURCE_DATE_EPOCH, else today, both in the project's time zone."""
    if as_of is not None:
        return as_of
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


def style() -> Style:
    """Colours for a terminal that wants them."""
    return COLORS if on_terminal() and not os.environ.get("NO_COLOR") else PLAIN


def tell(diagnostics: tuple[Diagnostic, ...], root: Path) -> None:
    """Print findings to stderr, each with its excerpt, and then how many there are."""
    if diagnostics:
        click.echo(rendered(diagnostics, lines_of(root), style()), err=True, nl=False)
        click.echo(counted(diagnostics), err=True)


def is_refused(diagnostics: tuple[Diagnostic, ...], strict: bool) -> bool:
    """Whether the findings forbid publishing."""
    return has_errors(diagnostics) or (strict and bool(diagnostics))


def say(text: str) -> None:
    """One line to stdout, harmless whatever it holds."""
    click.echo(safe(text))


def warn(text: str) -> None:
    """One line to stderr, harmless whatever it holds."""
    click.echo(safe(text), err=True)


def lines_of(root: Path) -> LineOf:
    """The lines of the files of the project in `root`."""
    return _Lines(root)


class _Lines:
    """The lines of a project's files, each file read once."""

    def __init__(self, root: Path) -> None:
        from goalsite.source.tree import DiskTree

        self._tree = DiskTree(root)
        self._files: dict[str, list[str]] = {}

    def __call__(self, path: str, line: int) -> str | None:
        if path not in self._files:
            from goalsite.source.raw import raw_text

            self._files[path] = raw_text(self._tree, path).split("\n")
        lines = self._files[path]
        return lines[line - 1] if 0 < line <= len(lines) else None
