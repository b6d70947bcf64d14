"""`goalsite graph`: how goals depend on each other, for other programs."""

from __future__ import annotations

from datetime import date

import click

from goalsite.cli.options import Place, as_of_option, figured, is_refused, placed, tell
from goalsite.core.text import did_you_mean
from goalsite.graph.edges import EDGE_TYPES
from goalsite.graph.export import FORMATS, export_graph


@click.command("graph")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="dot",
    show_default=True,
    help="The language it is written in.",
)
@click.option("--around", metavar="GOAL", help="Only this goal and what lies near it.")
@click.option("--hops", type=click.IntRange(0), default=1, show_default=True, help="How near, with --around.")
@click.option("--lineage", is_flag=True, help="With --around: all it serves and all that serves it.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(EDGE_TYPES),
    help="Only edges of this type; repeatable.",
)
@as_of_option
@placed
def command(
    place: Place,
    form: str,
    around: str | None,
    hops: int,
    lineage: bool,
    types: tuple[str, ...],
    as_of: date | None,
) -> int:
    """Print the goals and KPIs and how they depend on each other.

    For instance: goalsite graph --format dot | dot -Tsvg > goals.svg
    """
    if lineage and around is None:
        raise click.UsageError("--lineage says of which goal with --around GOAL")
    goals = figured(place, as_of)
    if is_refused(goals.diagnostics, strict=False):
        tell(goals.diagnostics, place.folder)
        return 1
    analysis = goals.analysis
    statuses = {name: one.status for name, one in analysis.objectives.items()}
    statuses |= {name: one.health for name, one in analysis.kpis.items()}
    known = {goal.id for goal in (*goals.corpus.objectives, *goals.corpus.kpis)}
    centre = _meant(around, known) if around is not None else None
    near = None if lineage else hops
    click.echo(export_graph(goals.corpus, goals.graph, statuses, form, centre, near, types), nl=False)
    return 0


def _meant(written: str, known: set[str]) -> str:
    """The goal that a whole id, or the end of just one, means."""
    found = [written] if written in known else [name for name in known if name.endswith(f"/{written}")]
    if len(found) == 1:
        return found[0]
    if found:
        raise click.UsageError(f"{written!r} may be {', '.join(sorted(found)[:5])}")
    names = {end: name for name in sorted(known) for end in (name, name.rpartition("/")[2])}
    raise click.UsageError(f"there is no goal {written!r}. {did_you_mean(written, names)}".strip())
