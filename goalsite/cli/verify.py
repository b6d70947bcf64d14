"""`goalsite verify`: say whether a site is what its commit makes."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import click

from goalsite.cli.build import SIGNATURES, rendered, watched
from goalsite.cli.options import Place, figured_on, placed, say, tell, warn, with_hint
from goalsite.cli.verify_report import Outcome, told
from goalsite.core.days import read_day
from goalsite.model.shapes import shorten
from goalsite.output.manifest import MANIFEST, Manifest, Origin, read_manifest

if TYPE_CHECKING:
    from goalsite.history.revision import Revision
    from goalsite.trust.fetch import WebSite
    from goalsite.trust.folder import FolderSite

_LONGEST_LIST = 64 << 20  # bytes


class _Doubt(NamedTuple):
    """Why a site cannot be made again here, and what to do about it."""

    why: str
    hint: str


@click.command("verify")
@click.argument("site", required=False)
@SIGNATURES
@placed
def command(place: Place, site: str | None, signatures: bool) -> int:
    """Say whether a site is what its commit makes.

    SITE is a folder, or the address of a published site; without it the site of this project. Its
    manifest.json says from which commit and for which day it was made; it is made again from this repository,
    and every file compared.
    """
    from goalsite.project import open_project
    from goalsite.trust.fetch import FetchError

    name = site or open_project(place.folder, place.config).config.site_dir
    if "://" not in name:
        name = str(place.path(name))
    try:
        return _verified(place, name, signatures)
    except FetchError as error:
        raise click.ClickException(with_hint(error.message, error.hint)) from error


def _verified(place: Place, name: str, signatures: bool) -> int:
    from goalsite.trust.fetch import WebSite
    from goalsite.trust.origin import GENERATOR
    from goalsite.trust.verdict import differences

    site = _opened(name)
    manifest = _list_of(site, name)
    origin = manifest.origin
    if origin.generator != GENERATOR:
        other = shorten(origin.generator)
        warn(f"made by {other}, this is {GENERATOR}: where they differ, compare with that version")
    revision = _unproved(origin, signatures) or _revision(place, origin)
    made = None if isinstance(revision, _Doubt) else _made(place, origin, revision)
    paths = sorted(manifest.files if made is None else made)  # a stranger may list no end of them
    known = {*manifest.files, *paths, MANIFEST}
    label = "fetching" if isinstance(site, WebSite) else "reading"
    found = dict(watched(site.found(paths), len(paths), label))
    others = () if isinstance(site, WebSite) else tuple(site.others(known))
    wrong = tuple(differences(manifest.files, found, made))
    for line in told(Outcome(name, origin, len(known) - 1, wrong, made is not None, others)):
        say(line)
    if isinstance(revision, _Doubt):
        warn(f"goalsite: {revision.why}", revision.hint)
    return 1 if wrong or made is None else 0


def _opened(name: str) -> FolderSite | WebSite:
    """The site of that name."""
    from goalsite.trust.fetch import WebSite
    from goalsite.trust.folder import FolderSite

    if name.startswith(("http://", "https://")):
        return WebSite(name)
    if "://" in name:
        hint = "write an address as https://example.org/goals/"
        raise click.UsageError(f"{name} is neither a folder nor an address of the web\n  hint: {hint}")
    if not Path(name).is_dir():
        raise click.UsageError(f"there is no folder {name}\n  hint: goalsite build makes a site")
    return FolderSite(Path(name))


def _list_of(site: FolderSite | WebSite, name: str) -> Manifest:
    """The list of the files of a site."""
    content = site.read(MANIFEST, _LONGEST_LIST + 1)
    if content is None:
        hint = "name the folder or address of a site that goalsite built; older versions made no list"
        raise click.ClickException(
            f"{name} has no {MANIFEST}, so nothing tells what it was made from\n  hint: {hint}"
        )
    manifest = read_manifest(content) if len(content) <= _LONGEST_LIST else None
    if manifest is None:
        hint = "it was cut short or changed: build the site again and publish it"
        raise click.ClickException(f"{MANIFEST} of {name} is no list of a site's files\n  hint: {hint}")
    return manifest


def _unproved(origin: Origin, signatures: bool) -> _Doubt | None:
    """Why a site cannot be made again anywhere, if it cannot."""
    if origin.commit is None:
        why = "it was made without git, so nothing tells from which files"
        return _Doubt(why, "commit the goals, and build it again")
    short = origin.commit[:7]
    if origin.modified:
        why = f"it was made from files that are not as commit {short} has them"
        return _Doubt(why, "commit them, and build it again")
    if origin.signatures and not signatures:
        why = "it says which commits are signed by keys that were trusted where it was made"
        return _Doubt(why, "goalsite verify --signatures holds that against the keys that you trust")
    return None


def _revision(place: Place, origin: Origin) -> Revision | _Doubt:
    """The commit from which a site can be made again here, or why it cannot."""
    from goalsite.history.between import is_repository, is_shallow, merge_base
    from goalsite.history.revision import open_revision
    from goalsite.project import open_project
    from goalsite.trust.origin import own_folders

    commit, folder = origin.commit or "", place.folder
    short = commit[:7]
    if not is_repository(folder):
        return _Doubt(f"no git repository holds {folder}", "name a clone of the goals with -C")
    revision = open_revision(folder, commit)
    if revision is None or revision.commit != commit:  # a tag may have the look of an id
        fetch = "git fetch --unshallow" if is_shallow(folder) else "git fetch --all"
        why = f"commit {short} is not in this repository"
        return _Doubt(why, f"{fetch} may bring it; or name another clone with -C")
    theme = open_project(folder, place.config, revision).config.theme
    is_code = bool(own_folders(theme)) and not origin.safe
    if is_code and merge_base(folder, "HEAD", commit) != commit:
        why = f"commit {short} is not in the history of what is checked out, and its theme is code"
        return _Doubt(why, f"git switch --detach {short}, if you trust it")
    return revision


def _made(place: Place, origin: Origin, revision: Revision) -> Mapping[str, str]:
    """The SHA-256 of each file that a commit makes, by path."""
    from goalsite.output.full_text import FullTextError
    from goalsite.render.templates import ThemeError
    from goalsite.trust.asked import Asked
    from goalsite.trust.origin import project_of

    day = read_day(origin.as_of)
    if day is None:  # which no list has
        raise click.ClickException(f"{origin.as_of} is no day")
    with TemporaryDirectory(prefix="goalsite-") as scratch:
        project = project_of(place.folder, place.config, revision, Path(scratch))
        known = figured_on(project, day, with_history=True, signatures=origin.signatures)
        asked = Asked(origin.safe, origin.offline, origin.snapshots, origin.signatures)
        site, kept = rendered(known, asked)
        tell(site.diagnostics, project.tree())
        if kept.told:
            warn(f"goalsite: {kept.told}", kept.hint)
        try:
            files = watched(site.artifacts, site.count)
            return {artifact.path: sha256(artifact.content).hexdigest() for artifact in files}
        except (ThemeError, FullTextError) as error:
            tell((error.diagnostic,), project.tree())
            raise click.ClickException(f"commit {revision.commit[:7]} makes no site here") from error
