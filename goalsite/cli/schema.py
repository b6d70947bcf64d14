"""`goalsite schema`: what may be written, for editors and other programs."""

from __future__ import annotations

import click

from goalsite.schemas.files import KINDS, schema_text

_GOALS = "goals"  # what a build writes, where the others are what people write
_DIFF = "diff"  # what goalsite diff prints


@click.command("schema")
@click.argument("kind", required=False, type=click.Choice([*KINDS, _GOALS, _DIFF]))
def command(kind: str | None) -> int:
    """Print the JSON Schema of one KIND of file; without one, which there are.

    For instance: goalsite schema config > .schema/config.schema.json
    """
    if kind is None:
        click.echo("\n".join((*KINDS, _GOALS, _DIFF)))
    elif kind == _GOALS:
        from goalsite.exchange.schema import schema_text as schema_of_goals

        click.echo(schema_of_goals(), nl=False)
    elif kind == _DIFF:
        from goalsite.exchange.difference_schema import schema_text as schema_of_diff

        click.echo(schema_of_diff(), nl=False)
    else:
        click.echo(schema_text(kind), nl=False)
    return 0
