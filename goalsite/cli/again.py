"""`goalsite build --verify`: the site once more from nothing, held against the one that was published."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goalsite.cli.options import Place, When, dated, figured_on, say
from goalsite.memory.keep import nothing_remembered

if TYPE_CHECKING:
    from goalsite.trust.asked import Asked

_TOLD = 10


def verified(place: Place, when: When, asked: Asked, site_dir: Path) -> int:
    """Whether the published site has the files that a build has which remembers nothing; the exit code."""
    with nothing_remembered():
        others, count = _differing(place, when, asked, site_dir)
    if not others:
        say(f"{site_dir}: verified, {count} files are as a build from nothing makes them")
        return 0
    for path in others[:_TOLD]:
        click.echo(f"another file than from nothing: {path}", err=True)
    if len(others) > _TOLD:
        click.echo(f"and {len(others) - _TOLD} more", err=True)
    hint = "this is a bug of goalsite, please report it; without the folder .goalsite the next build is right"
    click.echo(f"  hint: {hint}", err=True)
    return 3


def _differing(place: Place, when: When, asked: Asked, site_dir: Path) -> tuple[list[str], int]:
    """The paths at which the published site has another file than a build from nothing, and how many files
    that has."""
    from goalsite.cli.build import listed, watched
    from goalsite.output.folder import SiteFolder, digest
    from goalsite.output.notes import Notes

    project, day = dated(place, when)
    known = figured_on(project, day, with_history=True, signatures=asked.signatures)
    site, _ = listed(known, asked)
    folder, noted = SiteFolder(site_dir), Notes(site_dir).manifest()
    others, count = [], 0
    for artifact in watched(site.artifacts, site.count, "verifying"):
        mark = digest(artifact.content)
        if noted.pop(artifact.path, "") != mark or folder.digest(artifact.path) != mark:
            others.append(artifact.path)
        count += 1
    return sorted((*others, *noted)), count
