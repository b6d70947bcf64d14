"""`goalsite init`: a small, good repository of goals to start from, and what a host checks and publishes it
with."""

from __future__ import annotations

import importlib.resources
import shlex
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from goalsite.cli.ci_files import HOSTS
from goalsite.cli.hosting import hosting, say_what_is_next, write_files
from goalsite.cli.options import day_of_figures, say
from goalsite.core.periods import FiscalYear, Period, calendar_period
from goalsite.schemas.files import schema_text

_SCHEMA = ".schema/config.schema.json"  # the first line of the configuration names it


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option(
    "--ci",
    "host",
    type=click.Choice(list(HOSTS)),
    help="Also write what this host checks pull requests and publishes the site with.",
)
@click.option(
    "--install",
    "requirement",
    metavar="REQUIREMENT",
    help="With --ci: what pip installs there.  [default: goalsite in this version]",
)
@click.pass_context
def command(context: click.Context, folder: Path, host: str | None, requirement: str | None) -> int:
    """Start a repository of goals in FOLDER (here, if none is named).

    Writes a configuration, a unit, two objectives and two KPIs, with comments that say what each line means,
    and the schema by which editors complete the configuration. Nothing that is there already is touched.

    Where goals are already, --ci writes the files for the host alone. They lie at the root of the git
    repository.
    """
    before = (context.obj or {}).get("folder")
    target = before / folder if before else folder
    if requirement is not None and host is None:
        raise click.UsageError("--install says what a host installs, so it goes with --ci")
    files = starter(day_of_figures(None, "UTC"))
    there = _there(target, files)
    if there and host is None:
        hint = "name another folder, or use `goalsite new` to add to these goals; --ci adds files for a host"
        raise click.ClickException(f"{target / there} is there already\n  hint: {hint}")
    plan = hosting(target, host, requirement) if host else None
    if not there:
        _start(target, files)
    if plan:
        write_files(plan)
    if not there:
        where = "" if target == Path() else f" -C {shlex.quote(str(target))}"
        say(f"next: goalsite{where} serve")
    if plan:
        say_what_is_next(plan)
    return 0


def _there(target: Path, files: dict[str, str]) -> str | None:
    """The first file by which a folder has goals already; None where it has none."""
    for path in files:
        if (path == "config.yaml" or path.startswith("goals/")) and (target / path).exists():
            return path
    found = next((path for path in sorted((target / "goals").glob("**/*.md")) if path.is_file()), None)
    return found.relative_to(target).as_posix() if found else None


def _start(target: Path, files: dict[str, str]) -> None:
    """Write the starter project, but for files that are there."""
    missing = {path: text for path, text in files.items() if not (target / path).exists()}
    for path, text in missing.items():
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    say(f"{target}: {len(missing)} files written")


def starter(today: date) -> dict[str, str]:
    """The files of the starter project by path, for the quarter of `today`."""
    root = importlib.resources.files("goalsite.cli") / "starter"
    places = placeholders(today)
    files = {filled(path, places): filled(text, places) for path, text in _files(root, "")}
    return {**files, _SCHEMA: schema_text("config")}


def placeholders(today: date) -> dict[str, str]:
    """What stands for what in the starter's paths and texts."""
    quarter = calendar_period("quarter", today, FiscalYear()) or Period(today, today)
    before = calendar_period("quarter", date.fromordinal(quarter.start.toordinal() - 1)) or quarter
    return {
        "{{cycle}}": _name(quarter),
        "{{previous}}": _name(before),
        "{{year}}": str(today.year),
        "{{start}}": quarter.start.isoformat(),
        "{{end}}": quarter.end.isoformat(),
        "{{today}}": today.isoformat(),
        "{{dot}}": ".",
    }


def _name(quarter: Period) -> str:
    return f"{quarter.start.year}-Q{(quarter.start.month + 2) // 3}"


def filled(text: str, places: dict[str, str]) -> str:
    """`text` with every placeholder replaced."""
    for place, value in places.items():
        text = text.replace(place, value)
    return text


def _files(folder: Traversable, prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        path = f"{prefix}{item.name}"
        if item.is_dir():
            found += _files(item, f"{path}/")
        else:
            found.append((path, item.read_text(encoding="utf-8")))
    return found
