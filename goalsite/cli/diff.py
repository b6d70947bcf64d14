"""`goalsite diff`: what a change means."""

from __future__ import annotations

import os
import shutil
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goalsite.cli.diff_sides import Side, compared, sides
from goalsite.cli.options import Place, as_of_option, placed, save
from goalsite.report.text import COLORS, PLAIN

if TYPE_CHECKING:
    from goalsite.pages.difference_entries import Compared

FORMATS = ("text", "markdown", "html", "json")
_WIDEST = 120
"""Columns; lines that are longer are hard to read."""


@click.command("diff")
@click.argument("a", metavar="A")
@click.argument("b", metavar="[B]", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How it is told; markdown fits into a comment on a pull request.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it into FILE.",
)
@click.option("--merge-base", is_flag=True, help="Compare with where B parted from A.")
@click.option("--exit-code", is_flag=True, help="End with 1 where something differs.")
@as_of_option
@placed
def command(place: Place, a: str, b: str | None, as_of: date | None, **how: Any) -> int:
    """Say what a change means: goals that are new, gone, moved or say something else, and what that does to
    progress, pace and status of every goal it touches, directly or upstream.

    A and B are revisions as git names them (a branch, a tag, HEAD~3); without B it is the working tree.
    A...B compares B with where it parted from A, as a pull request does. Both sides are figured for the same
    day.
    """
    words = (a,) if b is None else (a, b)
    before, after = sides(place.folder, words, how["merge_base"])
    found = compared(place, before, after, as_of)
    on_screen = how["output"] is None and how["form"] == "text"
    document = _written(found, (before, after), how["form"], on_screen=on_screen)
    if how["output"] is None:
        click.echo(document.encode(), nl=False)
    else:
        save(place.path(how["output"]), document.encode())
    return 1 if how["exit_code"] and not found.difference.is_empty else 0


def _written(found: Compared, between: tuple[Side, Side], form: str, *, on_screen: bool) -> str:
    """The difference in a format."""
    from goalsite.language.language import site_languages
    from goalsite.pages.difference import difference_page

    if form == "json":
        from goalsite.exchange.difference_json import difference_json

        known = [(side.name, side.commit) for side in between]
        return difference_json(found.difference, (known[0], known[1]), found.after.analysis.as_of.isoformat())
    page = difference_page(found, site_languages(found.after.config)[0])
    if form == "markdown":
        from goalsite.exchange.difference_markdown import difference_markdown

        return difference_markdown(page)
    if form == "html":
        from goalsite.render.difference import difference_html

        return difference_html(page)
    from goalsite.exchange.difference_text import difference_text

    if on_screen and sys.stdout.isatty():
        columns = min(shutil.get_terminal_size().columns, _WIDEST)
        return difference_text(page, PLAIN if os.environ.get("NO_COLOR") else COLORS, columns)
    return difference_text(page)
