"""What `drop` and `replace` have in common: the day, and the reason, without which nothing leaves."""

from __future__ import annotations

import click

from goalsite.cli.asking import ask
from goalsite.cli.changes import WrongUsage
from goalsite.cli.options import can_ask
from goalsite.edit.entries import tidy

reason_option = click.option("--reason", metavar="TEXT", help="Why; asked for on a terminal.")
on_option = click.option("--on", "when", metavar="DATE", help="Since when.  [default: today]")


def reason_for(name: str, command: str, reason: str | None) -> str:
    """The reason that is given, else asked for. Raises RefusedError where it cannot be written."""
    said = tidy("reason", reason or "")
    if not said and can_ask():
        said = tidy("reason", ask(f"why {command} {name}", _check))
    if not said:
        hint = f"goalsite {command} '{name}' … --reason TEXT"
        raise WrongUsage(f"no reason is given, and without one nobody learns from it\n  hint: {hint}")
    return said


def _check(typed: str) -> None:
    tidy("reason", typed)
