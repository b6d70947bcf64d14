"""`goalsite publish`: bring the built site to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import click
from msgspec import Struct

from goalsite.cli.build import refuse_to_bury
from goalsite.cli.main import INTERRUPTED
from goalsite.cli.options import (
    Place,
    can_ask,
    is_refused,
    opened,
    placed,
    say,
    say_published,
    tell,
    warn,
    with_hint,
)

if TYPE_CHECKING:
    from goalsite.deliver.built import Built
    from goalsite.output.publish import Published

_BRANCH = "gh-pages"
_DISK = ("file://", "local://")
_HOST = re.compile(r"[^/\\]+@[^/\\]+:|[\w.-]{2,}:(?!//)")
"""How ssh and rsync write a folder of another machine."""


class _Outcome(Struct, frozen=True):
    """Where the site went, what changed there, and by which commit: empty where none was needed."""

    where: str
    published: Published
    commit: str = ""


@click.command("publish")
@click.argument("to", metavar="[TO]", required=False)
@click.option("--branch", metavar="NAME", help=f"The branch that holds the site.  [default: {_BRANCH}]")
@click.option("--remote", metavar="NAME", help="Where that branch is.  [default: origin]")
@click.option("--prefix", metavar="DIR", help="The folder of the branch for the site.  [default: its root]")
@click.option("--message", metavar="TEXT", help="What the commit says.")
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Where the built site lies.  [default: site_dir]",
)
@click.option("--strict", is_flag=True, help="Publish nothing that was built from uncommitted changes.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@placed
def command(place: Place, to: str | None, site_dir: Path | None, strict: bool, **how: Any) -> int:
    """Bring the site that `goalsite build` made to its readers: to a branch, or to TO, which is a folder or
    the address of an object store (s3://bucket/folder).

    Only what changed is written, what pages need before them, deletions last. Files there that goalsite did
    not publish, such as CNAME, stay as they are; no commit of others is lost.
    """
    from goalsite.deliver.built import built_site
    from goalsite.output.errors import PublishError

    if to is not None:
        _check_place(to, how)
    project = opened(place)
    if is_refused(project.diagnostics, strict=False):
        tell(project.diagnostics, project.tree())
        return 1
    try:
        site = built_site(place.path(site_dir or project.config.site_dir))
        if not _is_told(site, strict=strict):
            return 1
        if to is None:
            done = _to_branch(site, place, how)
        elif _is_store(to):
            done = _to_store(site, to, how)
        else:
            folder = place.path(_folder(to))
            refuse_to_bury(folder, place.folder, project.config.goals_dir)
            done = _to_folder(site, folder, how)
    except PublishError as error:
        raise click.ClickException(with_hint(error.message, error.hint)) from error
    _report(done, dry_run=how["dry_run"])
    return 0


def _check_place(to: str, how: dict[str, Any]) -> None:
    """Refuse a place together with what a branch takes, and one that would become a folder of an odd name."""
    for option in ("branch", "remote", "prefix", "message"):
        if how[option] is not None:
            raise click.UsageError(f"--{option} is for a branch, and {to} is a place")
    if _HOST.match(to):
        hint = "rsync --archive --delete-after copies a folder there"
        raise click.UsageError(f"{to} is a folder of another machine\n  hint: {hint}")


def _is_told(site: Built, *, strict: bool) -> bool:
    """Whether the site may be published; what it was made from is told either way."""
    origin = site.origin
    commit = f", from commit {origin.commit[:10]}" if origin.commit else ""
    say(f"{site.folder}: as of {origin.as_of}{commit}")
    if origin.modified:
        warn("it was built with changes that are not committed: nobody can make it again")
    for path in site.strangers()[:5]:
        warn(f"not published, as no build wrote it: {path}")
    if origin.modified and strict:
        warn("nothing was published; commit them, and build again")
        return False
    return True


def _to_branch(site: Built, place: Place, how: dict[str, Any]) -> _Outcome:
    from goalsite.deliver.branch import Branch, publish_to_branch

    below = how["prefix"].strip("/") + "/" if (how["prefix"] or "").strip("/") else ""
    branch = Branch(place.folder, place.config, how["remote"] or "origin", how["branch"] or _BRANCH, below)
    message = how["message"] or _message(site)
    done = publish_to_branch(site, branch, message, asks=can_ask(), dry_run=how["dry_run"])
    return _Outcome(str(branch), done.published, done.commit)


def _message(site: Built) -> str:
    """What the commit says: the day, and how to make the same site again."""
    origin = site.origin
    changed = ", with changes that were not committed" if origin.modified else ""
    source = f"commit {origin.commit}{changed}" if origin.commit else "goals without a commit"
    return f"Publish the goals as of {origin.as_of}\n\nMade from {source},\nby {origin.generator}.\n"


def _is_store(to: str) -> bool:
    return "://" in to and not to.startswith(_DISK)


def _folder(to: str) -> Path:
    """The folder that a path means, or the address of one on this machine."""
    return Path(unquote(urlsplit(to).path)) if to.startswith(_DISK) else Path(to)


def _to_store(site: Built, to: str, how: dict[str, Any]) -> _Outcome:
    from goalsite.deliver.store import publish_to_store
    from goalsite.report.secrets import without_secrets

    with _resumable():
        return _Outcome(without_secrets(to), publish_to_store(site, to, dry_run=how["dry_run"]))


def _to_folder(site: Built, folder: Path, how: dict[str, Any]) -> _Outcome:
    from goalsite.deliver.folder import publish_to_folder

    with _resumable():
        return _Outcome(str(folder), publish_to_folder(site, folder, dry_run=how["dry_run"]))


@contextmanager
def _resumable() -> Iterator[None]:
    """Within it an interruption may leave something to do, and that is told."""
    try:
        yield
    except KeyboardInterrupt:
        warn("interrupted; what is left to do, the next publish does")
        raise click.exceptions.Exit(INTERRUPTED) from None


def _report(done: _Outcome, *, dry_run: bool) -> None:
    """Say what was done, or what would be."""
    published = done.published
    if not dry_run:
        say_published(done.where, published, f"; commit {done.commit[:10]}" if done.commit else "")
        return
    for verb, paths in (("write", published.written), ("remove", published.removed)):
        for path in paths:
            say(f"would {verb} {path}")
    new, same, gone = len(published.written), published.unchanged, len(published.removed)
    say(f"{done.where}: {new} files to write, {same} unchanged, {gone} to remove")
