"""`goalsite serve`: show the site while it is being written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

import click

from goalsite.cli.options import Place, as_of_option, day_of_figures, opened, placed, tell
from goalsite.core.diagnostics import has_errors
from goalsite.core.values import replace
from goalsite.report.safe import safe

if TYPE_CHECKING:
    from goalsite.core.diagnostics import Diagnostic
    from goalsite.pipeline import Before
    from goalsite.project import Project
    from goalsite.serve.outcome import BuildOutcome, Files
    from goalsite.serve.site import Site
    from goalsite.serve.soon import Last
    from goalsite.serve.standing import Lying


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="The port.  [default: 8000, or the next that is free]"
)
@as_of_option
@placed
def command(place: Place, host: str, port: int | None, as_of: date | None) -> int:
    """Show the site in a browser and keep it up to date while you write.

    What is saved is shown at once, and what hangs on it when it is figured; findings stand below each page.
    """
    from goalsite.serve.port import ServeError
    from goalsite.serve.serve import serve

    config = opened(place).config
    theme = [place.folder / folder for folder in (config.theme.custom_dir, config.theme.name) if folder]
    watch = [place.folder / place.config, place.folder / config.goals_dir, *theme]
    try:
        serve(
            builds=Builds(place, as_of),
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


class Builds:
    """The builds of one run, each of which knows the one before, and tells what that did not find; the first
    knows what a build left behind."""

    def __init__(self, place: Place, as_of: date | None) -> None:
        self._place, self._as_of = place, as_of
        self._before: Before | None = None
        self._site: Site | None = None
        self._told: frozenset[Diagnostic] = frozenset()
        self._lying: Lying | None = None
        self._stood = False
        self._again: Site | None = None
        self._last: Last | None = None

    def __call__(self) -> BuildOutcome:
        """One build: the figures. Pages are made when they are asked for; what is wrong is shown beside what
        can be made."""
        from goalsite.builds.past import found_out
        from goalsite.pipeline import figure
        from goalsite.project import open_project
        from goalsite.serve.outcome import BuildOutcome, as_found
        from goalsite.serve.site import site_of
        from goalsite.serve.soon import Last

        folder, tell_of = self._place.folder, partial(tell, root=self._place.folder)
        project = open_project(folder, self._place.config)
        day = day_of_figures(self._as_of, project.config.timezone)
        self._before = self._before or found_out(folder, time_ns)
        figured = figure(project, day, with_history=True, before=self._before)
        figured = replace(figured, project=_here(figured.project))
        site, found = site_of(figured, self._site, tell_of, self._again)
        diagnostics = (*found, *figured.diagnostics)  # of very many the first are shown
        tell_of(tuple(one for one in diagnostics if one not in self._told))
        shown = self._site or self._again
        alike = site is not None and (self._stood if shown is None else site.looks_like(shown))
        self._told = frozenset(diagnostics)
        if site is not None:
            self._site, self._last = site, Last(site, self._before.known.held(), site)
            self._lying = self._again = None
        return BuildOutcome(site, tuple(map(as_found, diagnostics)), has_errors(diagnostics), alike)

    def standing(self) -> BuildOutcome | None:
        """The site of the last build where nothing changed since, and what was found then."""
        from goalsite.builds.last import still_standing
        from goalsite.cli.build import plain_order
        from goalsite.render.themes import shipped
        from goalsite.serve.outcome import BuildOutcome, as_found
        from goalsite.serve.standing import Lying

        order = plain_order(self._place, self._as_of)
        stands = still_standing(order, shipped()) if order else None
        if stands is None:
            return None
        self._stood, self._lying = True, Lying(Path(stands.site_dir))
        findings = tuple(map(as_found, stands.diagnostics))
        return BuildOutcome(self._lying, findings, has_errors(stands.diagnostics))

    def recall(self) -> None:
        """Get ready for what is saved before the first build, where a site lies there already."""
        from goalsite.builds.past import found_of_site
        from goalsite.project import open_project
        from goalsite.serve.site import site_again
        from goalsite.serve.soon import Last

        if self._lying is None:
            return
        folder = self._place.folder
        self._before, survey = found_of_site(folder, time_ns)
        project = _here(open_project(folder, self._place.config))
        if survey is None or survey.as_of != day_of_figures(self._as_of, project.config.timezone):
            return
        site = site_again(project, survey, self._lying.asked, partial(tell, root=folder))
        if site is not None:
            self._last = Last(site, self._before.known.held(), self._lying)
            self._again = site if self._stood else None

    def soon(self, changed: Iterable[Path]) -> Files | None:
        """The files of the last build where these paths changed since; None where that cannot be told."""
        from goalsite.serve.soon import soon

        self._stood = False  # what lies there may be another look than that of the site to come
        return soon(self._last, changed) if self._last else None


def _here(project: Project) -> Project:
    """The project of a site that stands at the root of its host, wherever it will be published."""
    return replace(project, config=replace(project.config, site_url=""))
