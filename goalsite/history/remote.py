"""A branch of another repository: what it holds, brought here, and moved on by one commit, never back."""

from __future__ import annotations

from goalsite.history.acting import Git
from goalsite.history.git import cut_commits


def remotes(git: Git) -> tuple[str, ...]:
    """The names of the remotes that the repository knows."""
    return tuple(git.line("remote").split("\n"))


def is_branch_name(git: Git, name: str) -> bool:
    """Whether git takes a branch of this name, and no option or revision for it."""
    odd = name.startswith("-") or name == "HEAD"
    return not odd and git.succeeds("check-ref-format", f"refs/heads/{name}")


def tip(git: Git, remote: str, branch: str) -> str | None:
    """The commit that the branch of a remote points at, None where it has no such branch."""
    ref = f"refs/heads/{branch}"
    for line in git.line("ls-remote", "--quiet", "--", remote, ref).split("\n"):
        commit, _, name = line.partition("\t")
        if name == ref:
            return commit
    return None


def fetch(git: Git, remote: str, branch: str, commit: str) -> None:
    """Brings the branch of a remote here, unless its tip is here already.

    A clone that has no history is not given one; one that has is not cut off.
    """
    if git.succeeds("cat-file", "-e", f"{commit}^{{tree}}"):
        return
    depth = ("--depth=1",) if cut_commits(git.folder) else ()
    quiet = ("--quiet", "--no-tags", "--no-write-fetch-head", "--recurse-submodules=no")
    git.run("fetch", *quiet, *depth, "--", remote, f"refs/heads/{branch}")


def push(git: Git, remote: str, branch: str, commit: str) -> None:
    """Moves the branch of a remote on to a commit, or begins it there; raises GitError where the commit does
    not follow on its tip, or the remote does not want it. The user's own hook before a push is heard."""
    plain = ("--quiet", "--no-force", "--no-follow-tags", "--recurse-submodules=no")
    git.run("push", *plain, "--", remote, f"{commit}:refs/heads/{branch}", hooks=True)
