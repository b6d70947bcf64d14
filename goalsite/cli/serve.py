"""`goalsite serve`: show the site while it is being written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import click

from goalsite.cli.options import Place, as_of_option, day_of_figures, opened, placed, tell
from goalsite.core.diagnostics import Diagnostic, has_errors
from goalsite.report.safe import safe

if TYPE_CHECKING:
    from goalsite.serve.outcome import BuildOutcome, Finding


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="The port.  [default: 8000, or the next that is free]"
)
@as_of_option
@placed
def command(place: Place, host: str, port: int | None, as_of: date | None) -> int:
    """Show the site in a browser and keep it up to date while you write.

    Every change is built at once and the page reloads; findings stand at the bottom of the page.
    """
    from goalsite.serve.port import ServeError
    from goalsite.serve.serve import serve

    config = opened(place).config
    theme = [place.folder / folder for folder in (config.theme.custom_dir, config.theme.name) if folder]
    watch = [place.folder / place.config, place.folder / config.goals_dir, *theme]
    try:
        serve(
            build=lambda: _outcome(place, as_of),
            watch=watch,
            announce=_announce,
            host=host,
            port=port,
            ignored=[place.folder / config.site_dir],
        )
    except ServeError as error:
        raise click.ClickException(f"{error.message}\n  hint: {error.hint}") from error
    return 0


def _announce(text: str) -> None:
    """Tell what happens, line by line, harmless whatever an author wrote."""
    for line in text.splitlines():
        click.echo(safe(line), err=True)


def _outcome(place: Place, as_of: date | None) -> BuildOutcome:
    """One build, into memory; what is wrong is shown beside what could be made."""
    from goalsite.output.full_text import FullTextError
    from goalsite.pipeline import figure
    from goalsite.printing import render_site
    from goalsite.project import open_project
    from goalsite.render.templates import ThemeError
    from goalsite.serve.outcome import BuildOutcome

    project = open_project(place.folder, place.config)
    # Here the site stands at the root of its host, wherever it will be published.
    project = replace(project, config=replace(project.config, site_url=""))
    figured = figure(project, day_of_figures(as_of, project.config.timezone), with_history=True)
    site = render_site(figured)
    diagnostics = (*figured.diagnostics, *site.diagnostics)
    tell(diagnostics, place.folder)
    try:
        files = {artifact.path: artifact.content for artifact in site.artifacts}
    except (ThemeError, FullTextError) as error:
        tell((error.diagnostic,), place.folder)
        return BuildOutcome(None, tuple(map(_finding, (*diagnostics, error.diagnostic))), failed=True)
    return BuildOutcome(files or None, tuple(map(_finding, diagnostics)), has_errors(diagnostics))


def _finding(one: Diagnostic) -> Finding:
    from goalsite.serve.outcome import Finding

    return Finding(
        f"{one.path}:{one.line}:{one.column}", f"{one.code} {one.name}", one.message, one.hint, one.severity
    )
