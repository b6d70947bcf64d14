"""Questions on a terminal. They go to standard error, so that results stay alone on standard output."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from goalsite.cli.options import warn
from goalsite.edit.patch import RefusedError
from goalsite.report.safe import safe

Check = Callable[[str], None]
"""Raises RefusedError where an answer cannot be taken."""


def ask(question: str, check: Check, default: str = "") -> str:
    """What somebody types, asked again until it can be taken; the default, or nothing, for Enter alone."""

    def taken(typed: str) -> str:
        answer = typed.strip()
        try:
            if answer:
                check(answer)
        except RefusedError as error:
            told = f"{error.message}; {error.hint}" if error.hint else error.message
            raise click.BadParameter(safe(told)) from error
        return answer

    answer: str = click.prompt(
        safe(question), default=default, show_default=bool(default), value_proc=taken, err=True
    )
    return answer


def choose(question: str, options: Sequence[str]) -> int:
    """The number, from 0, of the option that somebody chooses."""
    for number, option in enumerate(options, 1):
        warn(f"  {number}  {option}")
    answer: int = click.prompt(safe(question), type=click.IntRange(1, len(options)), err=True)
    return answer - 1


def confirmed(question: str) -> bool:
    """Whether somebody says yes; Enter alone is no."""
    return click.confirm(safe(question), default=False, err=True)
