"""Where the dates that git gives would be wrong, or cannot be had: findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.history.git import Repository, is_refused
from goalsite.history.past import Past
from goalsite.history.statements import done_by, told

_SLACK = timedelta(days=1)  # by so much clocks and time zones may differ
_DIGITS = 10  # of a commit's id


def refusal(root: Path) -> tuple[Diagnostic, ...]:
    """That git would not open a repository, if there is one: an empty one is none to speak of."""
    if not is_refused(root):
        return ()
    hint = f"see what `git -C {root.name or '.'} status` says; another user's folder needs safe.directory"
    return (unreadable("git would not open the repository", hint),)


def unreadable(message: str, hint: str = "see what `git status` and `git log` say") -> Diagnostic:
    """That git did not give what values are dated by."""
    return finding("config.yaml", Mark(), "S046", f"{message}, and values are dated by it", hint)


def doubts(past: Past, goals: Iterable[str], as_of: date) -> tuple[Diagnostic, ...]:
    """Which dates of these files are wrong, not known or after `as_of`, each cause once."""
    found = [unreadable("git did not give what the files said before")] if past.versions.failed else []
    dating: dict[int, str] = {}
    for path in goals:
        commits = set(_dating(past, path))
        found += _of_file(past, path, commits)
        for commit in commits:
            dating.setdefault(commit, path)
    return (*found, *_clocks(past, dating, as_of))


def _dating(past: Past, path: str) -> Iterator[int]:
    """The commits by which something is dated that the last version of a file still speaks of."""
    for its in told(past, path).values():
        if its[-1].said is not None:
            yield from (one.commit for one in its if one.said is not None and one.said[4] is None)
    yield from done_by(past, path).values()


def _of_file(past: Past, path: str, commits: Iterable[int]) -> Iterator[Diagnostic]:
    if any(past.is_cut(commit) for commit in commits):
        message = "its value is dated by git, and this clone is too shallow to know the day"
        yield finding(path, Mark(), "S042", message, "fetch the whole history: git fetch --unshallow")
    elif lacking := past.lacks(path):
        message = f"its values are dated by git, and this clone lacks {lacking} of its versions"
        hint = "fetch them: git fetch --refetch, or clone without --filter"
        yield finding(path, Mark(), "S046", message, hint)
    elif not past.steps(path) and (other := other_repository(past.repository, path)):
        message = f"its values are dated by git, and {other} is a repository of its own, which is not read"
        hint = "write the days: checked: beside current, done: 2026-10-28"
        yield finding(path, Mark(), "S046", message, hint)


def other_repository(repository: Repository, path: str) -> str:
    """The folder between the goals folder and a file that is a repository of its own, such as a submodule."""
    folder = path.removeprefix(repository.inside).rpartition("/")[0]
    while folder:
        if (repository.folder / folder / ".git").exists():
            return repository.inside + folder
        folder = folder.rpartition("/")[0]
    return ""


def _clocks(past: Past, dating: Mapping[int, str], as_of: date) -> Iterator[Diagnostic]:
    """The commits whose clock was ahead, so that values are dated later than they came."""
    ahead: dict[int, str] = {}
    for commit in sorted(dating):
        public = past.day(commit)
        if public - past.own_day(commit) > _SLACK:
            ahead.setdefault(past.leader(commit), dating[commit])
    late = [commit for commit in sorted(dating) if past.day(commit) - as_of > _SLACK]
    for leader, path in ahead.items():
        name, day = past.log[leader].id[:_DIGITS], past.day(leader)
        message = f"commit {name} is dated {day}, later than those that follow, whose values are dated so too"
        yield finding(path, Mark(), "S054", message, "write the day: checked: beside current")
    if late and past.leader(late[0]) not in ahead:
        name, day = past.log[late[0]].id[:_DIGITS], past.day(late[0])
        message = f"commit {name} is dated {day}, after {as_of}, and what it says does not count yet"
        hint = "mend the clock and commit again, or write the day: checked: beside current"
        yield finding(dating[late[0]], Mark(), "S054", message, hint)
