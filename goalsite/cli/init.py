"""`goalsite init`: a small, good repository of goals to start from."""

from __future__ import annotations

import importlib.resources
from datetime import UTC, date, datetime
from importlib.resources.abc import Traversable
from pathlib import Path

import click

from goalsite.cli.options import say
from goalsite.core.periods import FiscalYear, Period, calendar_period
from goalsite.schemas.files import schema_text

_SCHEMA = ".schema/config.schema.json"  # the first line of the configuration names it


@click.command("init")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> int:
    """Start a repository of goals in FOLDER (here, if none is named).

    Writes a configuration, a unit, two objectives and two KPIs, with comments that say what each line means,
    and the schema by which editors complete the configuration. Nothing that is there already is touched.
    """
    before = (context.obj or {}).get("folder")
    target = before / folder if before else folder
    files = starter(datetime.now(UTC).date())
    taken = [path for path in files if (target / path).exists()]
    if "config.yaml" in taken or any(path.startswith("goals/") for path in taken):
        hint = "name another folder, or use `goalsite new` to add to these goals"
        raise click.ClickException(f"{target / taken[0]} is there already\n  hint: {hint}")
    for path, text in files.items():
        if path not in taken:
            file = target / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    say(f"{target}: {len(files) - len(taken)} files written")
    where = "" if target == Path() else f" -C {target}"
    say(f"next: goalsite{where} serve")
    return 0


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
