"""`goalsite build`: make the site."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from goalsite.cli.options import (
    Place,
    When,
    figured,
    is_refused,
    placed,
    say,
    strict_option,
    tell,
    timed,
    warn,
)

if TYPE_CHECKING:
    from goalsite.pipeline import RenderedSite

T = TypeVar("T")


@click.command("build")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the site goes.  [default: site_dir]",
)
@timed
@strict_option
@click.option(
    "--safe", is_flag=True, help="Trust nothing of the repository: plain configuration, built-in themes only."
)
@click.option("--offline", is_flag=True, help="Make a site that works from a disk, and an archive of it.")
@click.option(
    "--keep-going", is_flag=True, help="Publish what is right, and mark on the site what is missing."
)
@placed
def command(
    place: Place,
    when: When,
    site_dir: Path | None,
    strict: bool,
    safe: bool,
    offline: bool,
    keep_going: bool,
) -> int:
    """Make the site.

    Everything is made before anything is published: where the goals have errors, the published site
    stays as it was.
    """
    from goalsite.pipeline import render_site

    known = figured(place, *when, with_history=True)
    config = known.project.config
    if site_dir is not None:
        _refuse_to_bury(site_dir, place.folder, config.goals_dir)
    refused = is_refused(known.diagnostics, strict)
    if refused and not keep_going:
        tell(known.diagnostics, known.project.tree())
        click.echo("nothing was published; --keep-going publishes the rest", err=True)
        return 1
    site = render_site(known, safe=safe, offline=offline)
    tell((*known.diagnostics, *site.diagnostics), known.project.tree())
    target = site_dir or place.folder / config.site_dir
    if is_refused(site.diagnostics, strict) or not _published(site, target, place.folder):
        click.echo("nothing was published", err=True)
        return 1
    return 1 if refused else 0


def _published(site: RenderedSite, target: Path, folder: Path) -> bool:
    """Whether the site could be rendered; then it is published, and what was done is told."""
    from goalsite.output.errors import PublishError
    from goalsite.output.full_text import FullTextError
    from goalsite.output.publish import publish
    from goalsite.render.templates import ThemeError

    try:
        done = publish(target, watched(site.artifacts, site.count))
    except (ThemeError, FullTextError) as error:
        tell((error.diagnostic,), folder)
        return False
    except PublishError as error:
        hint = f"\n  hint: {error.hint}" if error.hint else ""
        raise click.ClickException(f"{error.message}{hint}") from error
    counts = f"{len(done.written)} files written, {done.unchanged} unchanged, {len(done.removed)} removed"
    say(f"{target}: {counts}")
    for path in done.kept:
        warn(f"left as it is, since somebody else wrote it: {path}")
    return True


def _refuse_to_bury(site_dir: Path, folder: Path, goals_dir: str) -> None:
    """Refuse a folder for the site in which the project or its goals lie, or that lies among the goals."""
    site, root = site_dir.resolve(), folder.resolve()
    goals = (root / goals_dir).resolve()
    if root.is_relative_to(site) or goals.is_relative_to(site) or site.is_relative_to(goals):
        raise click.UsageError(f"{site_dir} holds the project or its goals, name a folder for the site alone")


def watched(items: Iterable[T], count: int) -> Iterator[T]:
    """The items, with a progress bar on a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, length=count, label="rendering", file=sys.stderr) as bar:
        yield from bar
