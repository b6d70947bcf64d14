"""The steps of a check-in: ask for what is missing, write it, tell what became of it."""

from __future__ import annotations

from typing import NamedTuple

from goalsite.cli.asking import Check, ask, choose, confirmed
from goalsite.cli.changes import Bench, WrongUsage, carry_out, next_step
from goalsite.cli.checkin_report import outcome, reservations
from goalsite.cli.options import can_ask, say, warn
from goalsite.edit.checkin import OccupiedError, check_in
from goalsite.edit.done import check_done, open_steps
from goalsite.edit.entries import Entry, check_fields, check_value
from goalsite.edit.patch import FilePatch
from goalsite.edit.points import add_point, check_point
from goalsite.model.records import Binary, Corpus, KeyResult, Kpi, Milestones, Objective


class Subject(NamedTuple):
    """What is checked in: a KPI, a key result, or (None) a goal as a whole; and a corpus of it alone."""

    goal: Objective | Kpi
    result: KeyResult | None
    corpus: Corpus

    @property
    def name(self) -> str:
        """`goal`, or `goal#kr`."""
        return f"{self.goal.id}#{self.result.id}" if self.result else self.goal.id


class How(NamedTuple):
    """How it is written; `period` is that of a KPI's point in place of a day."""

    replace: bool = False
    dry_run: bool = False
    period: str = ""


def completed(subject: Subject, entry: Entry) -> Entry:
    """The entry with what it lacks, asked for on a terminal; without one, what says nothing is refused."""
    result = subject.result
    if not can_ask():
        if not entry.said:
            is_done = result and isinstance(result.measure, Milestones | Binary)
            line = f"goalsite checkin '{subject.name}' {'done' if is_done else 'VALUE'}"
            raise WrongUsage(f"nothing is said of {subject.name}\n  hint: {line}")
        return entry
    if not entry.said:
        entry = _asked(subject, entry)
    if result and entry.value == "done" and not entry.step and len(steps := open_steps(result)) > 1:
        at = choose("which milestone is done", [step.title for _, step in steps])
        return entry._replace(step=str(steps[at][0]))
    return entry


def _asked(subject: Subject, entry: Entry) -> Entry:
    """The entry with a value, a confidence and a note, asked for one by one; Enter leaves one out."""
    goal, result = subject.goal, subject.result

    def value_fits(typed: str) -> None:
        if isinstance(goal, Kpi):
            check_point(goal, typed)
        elif result and isinstance(result.measure, Milestones | Binary):
            check_done(typed)
        elif result:
            check_value(result, typed)

    def fits(field: str) -> Check:
        return lambda typed: check_fields(entry._replace(said={field: typed}))

    said = {"value": ask("value", value_fits) if result or isinstance(goal, Kpi) else ""}
    if not isinstance(goal, Kpi):
        said["confidence"] = ask("confidence, 0 to 1", fits("confidence"))
    said["note"] = ask("note", fits("note"))
    return entry._replace(said={field: text for field, text in said.items() if text})


def write(work: Bench, subject: Subject, entry: Entry, how: How) -> None:
    """Write a check-in and tell in one line what became of it. Raises RefusedError where that cannot be."""
    if not entry.said:
        return
    try:
        patches = _planned(work, subject, entry, how)
    except OccupiedError as error:
        if not can_ask() or not confirmed(f"{error.message}; replace it?"):
            raise
        patches = _planned(work, subject, entry, how._replace(replace=True))
    if not patches:
        say(f"{subject.name}: it says so already")
        return
    before = work.figures(subject.corpus)
    after = work.figures(work.goal(subject.goal.path, patches)[1])
    for one in reservations(subject.goal, subject.result, entry.day, after):
        warn(one)
    if carry_out(work, patches, dry_run=how.dry_run):
        told = outcome(subject.goal, subject.result, before, after)
        step = next_step(work, patches, f"Check in {subject.name}")
        say(f"{told}; in {patches[0].path}; next: {step}")
        _advise_on_merges(work, patches)


def _advise_on_merges(work: Bench, patches: tuple[FilePatch, ...]) -> None:
    """Say of a log that was begun how two people can add to it at once, where git would not let them."""
    from goalsite.history.attributes import merges_by_union

    for patch in patches:
        if patch.is_new and merges_by_union(work.place.folder, patch.path) is False:
            rules = f"{work.project.config.goals_dir}/.gitattributes"
            told = f"note: for git two check-ins on two branches are a conflict in {patch.path}"
            warn(told, f"write the line *.csv text eol=lf merge=union into {rules}")


def _planned(work: Bench, subject: Subject, entry: Entry, how: How) -> tuple[FilePatch, ...]:
    if isinstance(subject.goal, Kpi):
        return add_point(work.tree(), subject.goal, entry, how.period, replace=how.replace)
    return check_in(work.tree(), subject.goal, subject.result, entry, replace=how.replace)
