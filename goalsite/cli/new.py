"""`goalsite new`: a new objective, KPI or team, with the keys it should have."""

from __future__ import annotations

from datetime import date

import click

from goalsite.cli.options import Place, day_of_figures, figured, opened, placed, say
from goalsite.core.config import Config
from goalsite.core.names import fault_in_id, id_from_path
from goalsite.core.periods import Period, known_period
from goalsite.core.text import did_you_mean

_OBJECTIVE = """\
---
title: {title}
{cycle}owner: {owner}
commitment: aspirational        # or committed: then a miss asks for a retrospective
origin: bottom-up               # who proposed it: top-down, bottom-up or negotiated
{start}supports: []                    # why it exists: the goals it serves
key_results:
  - id: first
    title: What would be different, measurably
    owner: {owner}
    metric: {{unit: "%", baseline: 0, target: 100}}
    # once a week: goalsite checkin {stem}#first 5 --confidence 0.6 --note "how it went"
---
Why it matters, in two or three sentences.
"""
_KPI = """\
---
kind: kpi
title: {title}
definition: What is counted, what is not
unit: "%"
direction: higher               # or lower, or range
owner: {owner}
frequency: month
targets:
  - {{from: {first}, target: 95, red: 90}}
source: Where the numbers come from
supports: []                    # the strategy it serves
series: []                      # - [{today}, 93.5]; or a file of the same name that ends in .csv
---
"""
_TEAM = """\
---
title: {title}
lead: {owner}
members: [{owner}]
mode: hybrid                    # okr, kpi or hybrid
cadence: week
---
What this unit is for.
"""


@click.command("new")
@click.argument("kind", type=click.Choice(["objective", "kpi", "team"]))
@click.argument("path")
@click.option("--title", help="What it is called.  [default: made from the path]")
@click.option("--owner", default="", metavar="HANDLE", help="Who answers for it.")
@click.option("--cycle", metavar="NAME", help="An objective's cycle.  [default: the current one]")
@placed
def command(place: Place, kind: str, path: str, title: str | None, owner: str, cycle: str | None) -> int:
    """Write a new objective, KPI or team.

    PATH is its place below the goals folder, without .md: `platform/faster-builds`. An objective goes into
    the folder of its cycle, a KPI into `kpis`, a team becomes a folder.
    """
    config = opened(place).config
    name = id_from_path(path.strip("/").removesuffix(".md"))
    fault = fault_in_id(name)
    if fault:
        raise click.UsageError(f"{path!r} {fault}")
    today = day_of_figures(None, config.timezone)
    owner = _handle(owner)
    if cycle is not None:
        _period_of(cycle, config)
    elif kind == "objective":
        cycle = _cycle(place, today)
    folder, _, stem = name.rpartition("/")
    inside = _place(kind, folder, stem, cycle)
    file = place.folder / config.goals_dir / inside
    if file.exists():
        raise click.ClickException(f"{file} is there already\n  hint: choose another path, or edit that file")
    text = {"objective": _OBJECTIVE, "kpi": _KPI, "team": _TEAM}[kind].format(
        title=_quoted(title or stem.replace("-", " ").replace("_", " ").capitalize()),
        owner=owner,
        cycle="" if cycle and f"/{cycle}/" in f"/{inside}" else f"cycle: {cycle}\n",
        start=_start(cycle, today, config),
        today=today,
        stem=stem,
        first=today.replace(month=1, day=1),
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
    say(f"{file} written; goalsite check says what it still needs")
    return 0


def _handle(owner: str) -> str:
    owner = owner.strip().removeprefix("@")
    if owner and ("/" in owner or fault_in_id(owner)):
        raise click.UsageError(f"{owner!r} is no handle of one person, such as ada")
    return owner


def _period_of(cycle: str, config: Config) -> Period:
    declared = {one.id: one.period for one in config.cycles}
    period = declared.get(cycle) or known_period(cycle, config.fiscal_year)
    if period is None:
        hint = did_you_mean(cycle, declared) or "name it as 2026-Q4, or declare it in config.yaml"
        raise click.UsageError(f"there is no cycle {cycle!r}, {hint}")
    return period


def _start(cycle: str | None, today: date, config: Config) -> str:
    """The line by which an objective of a cycle that runs already begins today; empty for any other."""
    if cycle is None:
        return ""
    period = _period_of(cycle, config)
    is_running = period.start < today <= period.end
    return (
        f"start: {today}               # the cycle runs already; without it a goal begins with it\n"
        * is_running
    )


def _place(kind: str, folder: str, stem: str, cycle: str | None) -> str:
    """The file's path below the goals folder."""
    segments = folder.split("/") if folder else []
    if kind == "team":
        return "/".join([*segments, stem, "team.md"])
    wanted = "kpis" if kind == "kpi" else cycle
    if wanted and wanted not in segments:
        segments.append(wanted)
    return "/".join([*segments, f"{stem}.md"])


def _cycle(place: Place, today: date) -> str:
    """The project's current cycle; the running quarter where it has none."""
    from goalsite.cli.init import placeholders

    analysis = figured(place, today).analysis
    over = analysis.cycle_is_over or analysis.current_cycle is None
    return placeholders(today)["{{cycle}}"] if over else str(analysis.current_cycle)


def _quoted(title: str) -> str:
    """A title as YAML takes it whatever it holds."""
    title = " ".join(title.split())
    plain = title and all(c.isalnum() or c in " -_,.'’" for c in title) and title[0].isalpha()
    return title if plain and title.lower() not in ("true", "false", "null") else _double_quoted(title)


def _double_quoted(title: str) -> str:
    return '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"'
