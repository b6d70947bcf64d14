"""A built site -> a commit on a branch of a remote, for hosts that serve a branch.

The commit is put together in git's store, beside the work tree and the index, and pushed without force: it
follows on the branch as it is there. Where somebody else was quicker, it is put together anew on theirs.
Decisions: docs/adr/0018-publish.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from goalsite.deliver.built import Built
from goalsite.deliver.changes import changes
from goalsite.history.acting import Git, GitError
from goalsite.history.blobs import blob_id
from goalsite.history.git import is_refused
from goalsite.history.git import prefix as folder_in_repository
from goalsite.history.objects import (
    FILE,
    Entry,
    blob,
    checked_out,
    entries,
    object_format,
    shares_history,
    store_blobs,
    store_commit,
    store_tree,
)
from goalsite.history.remote import fetch, is_branch_name, push, remotes, tip
from goalsite.output.artifact import objection
from goalsite.output.errors import PublishError
from goalsite.output.manifest import MANIFEST, read_manifest
from goalsite.output.publish import Published
from goalsite.report.secrets import without_secrets

_TRIES = 3
_LINES = 30
"""So much of what git told is shown, the last of it: hooks may tell a lot."""
_FILES = ("100644", "100755")
_NO_JEKYLL = ".nojekyll"
"""The file by which GitHub serves folders whose name begins with `_`; others pass it over."""


class Branch(Struct, frozen=True):
    """A branch of a remote, and the folder in it that is to hold the site: empty, or ending in `/`.

    The repository is the one that holds `folder`, a project whose configuration is `config`.
    """

    folder: Path
    config: str
    remote: str
    name: str
    below: str = ""

    def __str__(self) -> str:
        """Where it is, in words."""
        place = f"{self.name} at {without_secrets(self.remote)}"
        return f"{self.below.rstrip('/')} of {place}" if self.below else place


class _Plan(Struct, frozen=True):
    """What is to become of the branch whose tip is `parent`: its entries `before` and `after`."""

    parent: str | None
    published: Published
    before: Mapping[str, Entry]
    after: Mapping[str, Entry]


class Pushed(Struct, frozen=True):
    """What changed on the branch, and the commit that did it: empty where none was needed, or wanted."""

    published: Published
    commit: str = ""


def publish_to_branch(
    site: Built, branch: Branch, message: str, *, asks: bool = False, dry_run: bool = False
) -> Pushed:
    """What it took to make the branch hold the site, and besides it only what others put there.

    Killed at any moment, the branch is as it was or holds all of it. Git may ask for a password where it
    `asks`. A `dry_run` reads the branch and changes nothing. A PublishError says what stands in the way.
    """
    with TemporaryDirectory(prefix="goalsite-") as scratch, _told():
        git = Git(branch.folder, Path(scratch), asks)
        _check(git, branch)
        how = object_format(git)
        marks = {branch.below + one.path: blob_id(one.content, how) for one in site.artifacts()}
        for _ in range(_TRIES):
            plan = _planned(git, branch, marks, blob_id(b"", how))
            if dry_run or plan.before == plan.after:
                return Pushed(plan.published)
            commit = _commit(git, site, branch, plan, message)
            if _is_pushed(git, branch, commit, plan.parent):
                return Pushed(plan.published, commit)
    raise PublishError(f"others pushed to {branch} {_TRIES} times meanwhile", "publish again")


def _planned(git: Git, branch: Branch, marks: Mapping[str, str], empty: str) -> _Plan:
    """How the branch, as it is at this moment, comes to hold files of these ids; `empty` is that of none."""
    last = tip(git, branch.remote, branch.name)
    before: dict[str, Entry] = {}
    if last is not None:
        fetch(git, branch.remote, branch.name, last)
        before = entries(git, last)
    listed = _listed(git, before, branch.below)
    is_known = bool(listed or _listed(git, before, ""))
    _refuse_goals(git, branch, last, before, is_known=is_known)
    held = {path: entry.id if entry.mode in _FILES else None for path, entry in before.items()}
    published = changes(held, listed, marks, str(branch))
    after = {path: entry for path, entry in before.items() if path not in published.removed}
    after |= {path: Entry(FILE, marks[path]) for path in published.written}
    after.setdefault(_NO_JEKYLL, Entry(FILE, empty))
    return _Plan(last, published, before, after)


def _listed(git: Git, held: Mapping[str, Entry], below: str) -> Set[str]:
    """The files that a site's list in this folder of the branch names, itself among them."""
    entry = held.get(below + MANIFEST)
    manifest = read_manifest(blob(git, entry.id)) if entry and entry.mode in _FILES else None
    return {below + path for path in (*manifest.files, MANIFEST)} if manifest else set()


def _refuse_goals(
    git: Git, branch: Branch, last: str | None, held: Mapping[str, Entry], *, is_known: bool
) -> None:
    """Stop before a site gets in among the goals that it was made from; `is_known` is a branch that holds a
    site already."""
    config = folder_in_repository(branch.folder) + branch.config
    has_past = branch.name == checked_out(git) if last is None else shares_history(git, last)
    is_theirs = config in held or (has_past and not is_known)
    if is_theirs:
        raise PublishError(
            f"{branch} holds the goals, and a site needs a branch of its own",
            "name one that holds no goals with --branch; the usual one is gh-pages",
        )


def _commit(git: Git, site: Built, branch: Branch, plan: _Plan, message: str) -> str:
    """The commit that makes the branch what it is to be, in the store of git."""
    store_blobs(git, _contents(site, branch, plan.published.written))
    return store_commit(git, store_tree(git, plan.after), plan.parent, message)


def _contents(site: Built, branch: Branch, written: tuple[str, ...]) -> Iterator[bytes]:
    yield b""  # of the file without content
    for path in written:
        yield site.content(path.removeprefix(branch.below))


def _is_pushed(git: Git, branch: Branch, commit: str, last: str | None) -> bool:
    """Whether the branch points at the commit now; it does not where somebody else moved it meanwhile."""
    try:
        push(git, branch.remote, branch.name, commit)
    except GitError:
        now = tip(git, branch.remote, branch.name)
        if now == last:
            raise
        return now == commit
    return True


def _check(git: Git, branch: Branch) -> None:
    """Refuse what no branch, remote or folder can be called."""
    try:
        known = remotes(git)
    except GitError:
        if is_refused(branch.folder):
            raise
        hint = "begin one with git init, or name a folder or an address to publish to"
        raise PublishError(f"{branch.folder} lies in no git repository", hint) from None
    if branch.remote.startswith("-") or not (branch.remote in known or {"/", ":"} & set(branch.remote)):
        names = f"it knows {', '.join(known)}" if any(known) else "git remote add tells it one"
        raise PublishError(f"git knows no remote {branch.remote!r} here", names)
    if not is_branch_name(git, branch.name):
        raise PublishError(f"{branch.name!r} is no name for a branch", "the usual one is gh-pages")
    if reason := objection(branch.below + MANIFEST):
        raise PublishError(f"{branch.below!r} is no folder for a site: it {reason}")


@contextmanager
def _told() -> Iterator[None]:
    """Within it what git refuses becomes a PublishError in the words of git."""
    try:
        yield
    except GitError as error:
        said = "".join(f"\n  {line}" for line in error.said.splitlines()[-_LINES:])
        raise PublishError(f"git {error.doing} failed, and nothing was published:{said}") from error
