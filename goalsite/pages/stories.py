"""What git tells of each file, up to the day of the figures: the last commit of all, the past of goals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from msgspec import Struct, field

from goalsite.core.names import id_from_path, place_of_page, tails
from goalsite.history.history import History
from goalsite.history.records import Commit, Edit, Story, Turn
from goalsite.model.corpus import names_by_path
from goalsite.model.outline import kind_by_place
from goalsite.model.records import Common, Corpus


class Moment(NamedTuple):
    """What one commit did to a goal: how it came, moved or went, if so, and what it says otherwise since."""

    commit: Commit
    turn: Turn | None
    edits: tuple[Edit, ...]


class Gone(Struct, frozen=True):
    """A goal that is no more: the id that its path made, the unit in whose folder it lay, its last title as
    far as that is known, and its past, newest first."""

    id: str
    team: str
    title: str
    moments: tuple[Moment, ...]


class Stories(Struct, frozen=True):
    """What git knows; nothing without git.

    `last` is the newest commit of each file, by path; `moments` are those of goals by id, newest first;
    `gone` are goals that are no more, by id. `cut` are the ids of goals whose past begins with a shallow
    clone, which is on the day `begins`, `lacking` those of which versions are missing, `unknown` those that
    are not committed. `people` are ids by folded name, empty where several go by it, `names` the other way;
    `goals` and `units` are titles by whatever refers to them.
    """

    is_known: bool = False
    last: Mapping[str, Commit] = field(default_factory=dict)
    moments: Mapping[str, tuple[Moment, ...]] = field(default_factory=dict)
    gone: Mapping[str, Gone] = field(default_factory=dict)
    begins: date | None = None
    cut: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    people: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    goals: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)


def stories(history: History, corpus: Corpus, as_of: date, goals_dir: str) -> Stories:
    """The stories of all that a corpus holds, as they were known on `as_of`."""
    commits = history.commits
    if not commits:
        return Stories()
    last, moments = dict[str, Commit](), dict[str, tuple[Moment, ...]]()
    cut, lacking, unknown = set[str](), set[str](), set[str]()
    goals = {goal.path: goal.id for goal in (*corpus.objectives, *corpus.kpis)}
    places = {commit.id: place for place, commit in enumerate(commits)}
    for path in names_by_path(corpus):
        story = history.story(path, as_of)
        if story.last:
            last[path] = story.last
        if path not in goals:
            continue
        name = goals[path]
        moments[name] = moments_of(story, places)
        if not story.is_whole:
            cut.add(name)
        if story.last is None and history.story(path).last is None:
            unknown.add(name)
        elif history.lacks(path):
            lacking.add(name)
    gone = {one.id: one for one in _gone(history, corpus, places, as_of, goals_dir)}
    return Stories(
        is_known=True,
        last=last,
        moments=moments,
        gone=gone,
        begins=commits[0].day if history.is_cut else None,
        cut=frozenset(cut),
        lacking=frozenset(lacking),
        unknown=frozenset(unknown),
        people=_people(corpus),
        names={person.id: person.name for person in corpus.people if person.name},
        goals=_titles(gone.values()) | _titles((*corpus.objectives, *corpus.kpis)),
        units=_titles(corpus.teams),
    )


def _titles(records: Iterable[Common | Gone]) -> dict[str, str]:
    """Titles by the ids and the ends of ids that mean one record alone."""
    found: dict[str, str] = {}
    records = tuple(records)
    for record in records:
        for tail in tails(record.id):
            found[tail] = "" if tail in found else record.title
    return found | {record.id: record.title for record in records}


def folded_name(name: str) -> str:
    """A person's name as it is compared."""
    return " ".join(name.split()).casefold()


def _people(corpus: Corpus) -> dict[str, str]:
    found: dict[str, str] = {}
    for person in corpus.people:
        if person.name:
            name = folded_name(person.name)
            found[name] = "" if name in found else person.id
    return found


def moments_of(story: Story, places: Mapping[str, int]) -> tuple[Moment, ...]:
    """The moments of a story, newest first, by the places of the commits in the history. A commit that
    changed nothing but texts makes none."""
    turns = {turn.commit.id: turn for turn in story.turns}
    edits: dict[str, list[Edit]] = {}
    for edit in story.edits:
        edits.setdefault(edit.commit.id, []).append(edit)
    commits = {turn.commit.id: turn.commit for turn in story.turns}
    commits |= {edit.commit.id: edit.commit for edit in story.edits}
    in_order = sorted(commits, key=lambda name: -places[name])
    return tuple(Moment(commits[name], turns.get(name), tuple(edits.get(name, ()))) for name in in_order)


def _gone(
    history: History, corpus: Corpus, places: Mapping[str, int], as_of: date, goals_dir: str
) -> Iterator[Gone]:
    """The goals that were removed up to the day."""
    folders = {str(PurePosixPath(team.path).parent): team.id for team in corpus.teams if team.path}
    for whole in history.gone:
        turns = tuple(turn for turn in whole.turns if turn.commit.day <= as_of)
        story = whole._replace(
            turns=turns, edits=tuple(one for one in whole.edits if one.commit.day <= as_of)
        )
        inside = story.path.removeprefix(f"{goals_dir}/")
        was_removed = bool(turns) and turns[-1].kind == "removed"
        name = id_from_path(inside.removesuffix(".md"))
        is_goal = kind_by_place(inside, True) in ("objective", "kpi") and place_of_page(name) == name
        if was_removed and is_goal:
            above = map(str, PurePosixPath(story.path).parents)
            unit = next((folders[one] for one in above if one in folders), "")
            yield Gone(name, unit, whole.title or name, moments_of(story, places))
