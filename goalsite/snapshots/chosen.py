"""Which past states a site keeps: days, and the commit that the branch stood at when each of them ended."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from goalsite.core.periods import known_period
from goalsite.history.revision import open_revision
from goalsite.history.states import Branch, State, ends_of_months, read_branch
from goalsite.pipeline import Figured
from goalsite.project import Project, as_it_was

MOST = 12
"""How many states a site keeps, the newest."""


class Snapshot(Struct, frozen=True):
    """A state that a site keeps, and the project as it was then."""

    state: State
    project: Project


class Chosen(Struct, frozen=True):
    """What a site keeps, oldest first; what has to be told, with a hint: why there is not more."""

    snapshots: tuple[Snapshot, ...] = ()
    told: str = ""
    hint: str = ""

    @property
    def states(self) -> tuple[State, ...]:
        """The states alone."""
        return tuple(one.state for one in self.snapshots)


def choose(figured: Figured, by: str) -> Chosen:
    """The newest past states of a project: as each of its cycles ended, or each month."""
    if by not in ("cycles", "months"):
        return Chosen()
    project = figured.project
    commit = figured.timeline.commit
    branch = read_branch(project.root, commit, project.config.timezone) if commit else None
    if branch is None:
        return Chosen(told="no past states are kept: git knows none here", hint="commit the goals first")
    days = _ends_of_cycles(figured) if by == "cycles" else _months(figured, branch)
    found = tuple(_snapshots(project, branch, days))
    begins = branch.days[0]
    if branch.is_cut and len(found) < MOST and (by == "months" or any(day < begins for day in days)):
        told = f"past states before {begins} are left out: this clone does not reach back so far"
        return Chosen(found, told, "git fetch --unshallow brings what a shallow clone lacks")
    return Chosen(found)


def _months(figured: Figured, branch: Branch) -> dict[date, tuple[str, ...]]:
    return dict.fromkeys(ends_of_months(branch.days[0], figured.analysis.as_of), ())


def _ends_of_cycles(figured: Figured) -> dict[date, tuple[str, ...]]:
    """The cycles that are over, by their last day: those that there are, and those of goals that are gone."""
    ended: dict[date, list[str]] = {}
    for name, end in sorted(_cycles(figured).items()):
        if end < figured.analysis.as_of:
            ended.setdefault(end, []).append(name)
    return {day: tuple(names) for day, names in ended.items()}


def _cycles(figured: Figured) -> dict[str, date]:
    fiscal, past = figured.project.config.fiscal_year, figured.history.past
    folders = {part for path in (past.removed if past else ()) for part in path.split("/")[:-1]}
    gone = {name: period.end for name in folders if (period := known_period(name, fiscal))}
    return gone | {cycle.id: cycle.period.end for cycle in figured.corpus.cycles if cycle.in_use}


def _snapshots(project: Project, branch: Branch, days: Mapping[date, tuple[str, ...]]) -> list[Snapshot]:
    """The newest states in which there were goals, oldest first."""
    found: list[Snapshot] = []
    known: dict[str, Project | None] = {}
    for day in sorted(days, reverse=True):
        commit = branch.at_end_of(day)
        if commit is None or len(found) == MOST:
            break
        if commit not in known:
            known[commit] = _with_goals(project, commit)
        if then := known[commit]:
            found.append(Snapshot(State(day, commit, days[day]), then))
    return found[::-1]


def _with_goals(project: Project, commit: str) -> Project | None:
    """The project as it was at a commit; None where it had no goals."""
    revision = open_revision(project.root, commit)
    then = as_it_was(project, revision) if revision else None
    return then if then and any(entry.path.endswith(".md") for entry in then.tree().entries()) else None
