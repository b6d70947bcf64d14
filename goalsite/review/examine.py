"""Files -> rows: everything that is found out of single files, by one process or by two in step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from goalsite.analysis.analyse import needs_history
from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.core.values import replace
from goalsite.graph.edges import Graph
from goalsite.graph.resolve import GOALS
from goalsite.history.timeline import Timeline, Where, read_timeline
from goalsite.history.trails import Trail
from goalsite.memory.keep import FOLDER
from goalsite.model.asking import Asking
from goalsite.model.outline import Entry
from goalsite.model.records import Common, Corpus, Objective, Person, Team
from goalsite.review.judging import Scene, judge
from goalsite.review.links import Link, falls_to
from goalsite.review.reading import (
    Rows,
    Share,
    place_all,
    read_records,
    read_share,
    renamed,
    standing,
)
from goalsite.review.remembered import Knots, Memory
from goalsite.review.resolving import Leaning, closure, goal_paths, graph_of, leaning, resolve, tangled
from goalsite.review.rows import FIGURED, Plain, Row
from goalsite.review.tracing import Tracing
from goalsite.source.nodes import Document
from goalsite.source.tree import Entry as File
from goalsite.source.tree import Tree


class Place(Struct, frozen=True):
    """Where examining happens: the repository, its settings, the day."""

    root: Path
    tree: Tree
    config: Config
    as_of: date


@dataclass(slots=True)
class Examined:
    """The rows of all files. `placed` are the findings on ids and aliases, None where no place changed;
    `from_history` those on what git was asked; `mine` are the files that this process made anew, `packed`
    their rows where another process is to have them, and `of_site` the findings on all files together.
    `kinds` are the files that stand, `knots` the edges on circles that figures do not follow, `documents`
    those that this process has read and not yet let go, and `traced` tells the state in which git was asked
    what moved."""

    rows: Rows
    kinds: dict[str, str]
    knots: Knots
    traced: str
    placed: list[Diagnostic] | None = None
    from_history: list[Diagnostic] = field(default_factory=list)
    mine: tuple[str, ...] = ()
    of_site: list[Diagnostic] = field(default_factory=list)
    documents: Mapping[str, Document] = field(default_factory=dict)
    packed: dict[str, Plain] = field(default_factory=dict)


def examine(
    place: Place,
    homes: Mapping[str, tuple[File, ...]],
    digests: Mapping[str, bytes],
    before: Memory,
    link: Link,
) -> Examined:
    """The rows of the files of `homes` (each with the table beside it), of which those are known that were
    there `before`; a row is made anew where its file changed, or anything it was made of."""
    kept = before.rows
    changed = {path for path in homes if path not in kept or kept[path].digest != digests[path]}
    gone = kept.keys() - homes.keys()
    fresh, trust = set(changed), not gone
    stood = cache(lambda: standing(kept))
    tracing = Tracing(place.root, place.tree, place.config, place.as_of, before.traced, link)
    while True:
        step = _Step(place, homes, digests, before, fresh, tracing, stood)
        trust = step.read(trust) and trust
        stale = step.stale(trust, gone)
        changed |= stale
        more = step.leaning_on(changed, gone) | stale
        if not more - fresh:
            return step.judge()
        fresh |= more


class _Step:
    """One attempt to examine what is known to be fresh."""

    def __init__(
        self,
        place: Place,
        homes: Mapping[str, tuple[File, ...]],
        digests: Mapping[str, bytes],
        before: Memory,
        fresh: Collection[str],
        tracing: Tracing,
        stood: Callable[[], dict[str, str]],
    ) -> None:
        self.place, self.fresh, self.tracing, self.stood = place, fresh, tracing, stood
        self.kept, self.knots = before.rows, before.knots
        kept = before.rows
        self.link = link = tracing.link
        self.rows: Rows = {path: kept[path] for path in homes if path not in fresh}
        self.rows.update((path, Row(digest=digests[path])) for path in sorted(fresh))
        mine = [path for path in sorted(fresh) if falls_to(link, path)]
        self.mine = tuple(mine)
        self.files = [file for path in mine for file in homes[path]]
        self.placed: list[Diagnostic] | None = None
        self.from_history: list[Diagnostic] = []
        self.dated_anew: set[str] = set()
        self.share = Share()
        self.kinds: dict[str, str] = {}
        self.timeline = Timeline()
        self.trails: Mapping[str, Trail] = {}
        self.ties = Leaning()
        self.asking: Asking

    def read(self, trust: bool) -> bool:
        """Read the files; whether all that names mean is what it was, as `trust` had it before."""
        config, rows, kept = self.place.config, self.rows, self.kept
        self.share = read_share(self.place.tree, self.files, config, rows)
        same = trust and all(path in kept and rows[path].outline == kept[path].outline for path in self.fresh)
        if same:
            _keep_places(self.share, rows, kept)
        else:
            self._part_from_kept()
            self.placed = place_all(self.share, rows, config, self.link)
        known = {path: kept[path].asked for path in self.mine if path in kept} if same else {}
        self.asking = read_records(self.share, rows, config, known, self.link)
        same = same and all(rows[path].stands == kept[path].stands for path in self.fresh)
        self.kinds = self.stood() if same else standing(rows)
        targets = same and all(_target(rows[path]) == _target(kept[path]) for path in self.fresh)
        same = targets and all(rows[path].team == kept[path].team for path in self.fresh)
        if not targets:
            self._part_from_kept()
        paths = self.mine if targets else (*self.mine, *(rows.keys() - self.fresh))
        resolve(paths, rows, self.kinds, config, self.asking, known if same else {})
        for others in self.link.all({path: (rows[path].resolved, rows[path].misled) for path in self.mine}):
            for path, (resolved, misled) in others.items():
                rows[path].resolved, rows[path].misled = resolved, misled
        self._date()
        self._trace()
        return same

    def _part_from_kept(self) -> None:
        """Go on with rows that may be changed, while what is kept stays as it is."""
        for path, row in self.rows.items():
            if row is self.kept.get(path):
                self.rows[path] = row.parted()

    def _date(self) -> None:
        """Ask git for the days of what only git can date."""
        rows = self.rows
        goals = (self.share.records.get(path) for path in self.mine)
        wanting = needs_history(Corpus(objectives=tuple(one for one in goals if isinstance(one, Objective))))
        needed = {path: name for others in self.link.all(wanting) for path, name in others.items()}
        kept = (path for path, row in rows.items() if row.dated is not None and path not in self.fresh)
        needed |= {path: rows[path].place[1] for path in kept if rows[path].stands}
        known: tuple[Timeline, tuple[Diagnostic, ...]] | None = None
        if needed and self.link.rank == 0:
            place, config = self.place, self.place.config
            where = Where(config.goals_dir, memory=place.root / FOLDER)
            known = read_timeline(place.root, needed, config.timezone, where, place.as_of)
        known = self.link.all(known)[0] if needed else None
        if known is not None:
            self.timeline, found = known
            self.from_history = list(found)
        for path in needed:
            dated = self.timeline.of(path)
            if rows[path].dated != dated:
                rows[path] = rows[path].parted()
                rows[path].dated = dated
                self.dated_anew.add(path)

    def _trace(self) -> None:
        """Ask git what moved in running goals."""
        rows = self.rows
        goals = [path for path, kind in self.kinds.items() if kind == "objective"]
        trails = self.tracing.trails(goals, lambda path: rows[path].course, self.fresh)
        self.trails = {path: trail for path, trail in trails.items() if trail is not None}
        for path, trail in trails.items():
            traced = None if trail is None else repr(trail)
            if self.kinds.get(path) == "objective" and rows[path].traced != traced:
                rows[path] = rows[path].parted()
                rows[path].traced = traced
                self.dated_anew.add(path)

    def stale(self, trust: bool, gone: Collection[str]) -> set[str]:
        """The files that are not fresh, and say something else by now."""
        rows, kept = self.rows, self.kept
        others = rows.keys() - self.fresh
        if not others:
            return set()
        if not trust and renamed(rows) != renamed(kept):
            return others
        units, people = self._moved_units(gone), self._moved_people(gone)
        if trust and not units and not people:
            stale = self.dated_anew - set(self.fresh)
        else:
            stale = {path for path in others if self._is_stale(path, trust, units, people)}
        if not trust:
            stale |= {path for path in others if (path in self.kinds) != (path in self.stood())}
        return stale

    def leaning_on(self, changed: Collection[str], gone: Collection[str]) -> set[str]:
        """The files that have to be fresh because of those that changed, in what they say or what that means
        by now, or are gone: what leans on them, and what that leans on."""
        rows, kept = self.rows, self.kept
        if len(self.fresh) == len(rows):
            return set()
        ties = self.ties = leaning(rows, self.kinds, kept)
        paths = goal_paths(rows, self.kinds)
        moved = {kept[path].place[1] for path in (*changed, *gone) if path in kept and _is_goal(kept[path])}
        moved |= {rows[path].place[1] for path in changed if _is_goal(rows[path])}
        needed = closure(closure(moved, ties.reaches), ties.needs)
        return {paths[goal] for goal in needed if goal in paths}

    def _is_stale(self, path: str, trust: bool, units: Collection[str], people: Collection[str]) -> bool:
        """Whether a kept row says something else by now: of its place, its day, of names, of its unit."""
        row, before = self.rows[path], self.kept[path]
        if (row.dated, row.traced, row.place) != (before.dated, before.traced, before.place):
            return True
        if not trust and any(self.asking.ask(question) != answer for question, answer in row.asked):
            return True
        return _is_goal(row) and (row.record.team in units or row.record.person in people)

    def _moved_units(self, gone: Collection[str]) -> frozenset[str]:
        """The units that say something else of what counts for their goals, with all below them."""
        now, before = self._read_anew(Team, gone)
        changed = {
            name for name in now.keys() | before.keys() if not _same_unit(now.get(name), before.get(name))
        }
        teams = (row.record for row in self.rows.values() if row.place[:1] == ("team",))
        return _below(changed, teams) if changed else frozenset()

    def _moved_people(self, gone: Collection[str]) -> frozenset[str]:
        """The people who are of another unit now."""
        now, before = self._read_anew(Person, gone)
        both = now.keys() | before.keys()
        return frozenset(name for name in both if _unit_of(now.get(name)) != _unit_of(before.get(name)))

    def _read_anew(
        self, kind: type[Common], gone: Collection[str]
    ) -> tuple[dict[str, Common], dict[str, Common]]:
        """The records of one kind that were read now, by id, and what they were before."""
        now = (self.rows[path].record for path in self.fresh)
        before = (self.kept[path].record for path in (*self.fresh, *gone) if path in self.kept)
        return _of_kind(now, kind), _of_kind(before, kind)

    def judge(self) -> Examined:
        """The rows with figures and findings."""
        place, rows = self.place, self.rows
        near = self._near()
        graph = self._graph(near)
        self._fetch()
        scene = Scene(place.tree, place.config, place.as_of, self.timeline, self.trails)
        judge(self.share, rows, near, graph, scene, self.link)
        return Examined(
            rows=rows,
            kinds=self.kinds,
            knots=graph.tangled,
            traced=self.tracing.state,
            placed=self.placed,
            from_history=self.from_history,
            mine=self.mine,
            documents=self.share.documents,
        )

    def _near(self) -> Mapping[str, str]:
        """The kinds of the files that figures and findings of fresh ones may hang on: goals that those lean
        on, directly or not, and all that is no goal."""
        rows, kinds = self.rows, self.kinds
        if len(self.fresh) == len(rows) or self.link.size > 1:
            return kinds
        ids = closure((rows[path].place[1] for path in self.fresh if _is_goal(rows[path])), self.ties.on)
        return {path: kind for path, kind in kinds.items() if kind not in GOALS or rows[path].place[1] in ids}

    def _graph(self, near: Mapping[str, str]) -> Graph:
        """The graph that figures of these files follow. Which edges lie on circles is found out anew only
        where a goal has other ties than before."""
        rows, kept = self.rows, self.kept
        ties = ((rows[path].ties, kept[path].ties if path in kept else ()) for path in self.fresh)
        is_same = self.kinds.keys() == self.stood().keys() and all(now == before for now, before in ties)
        if self.knots is not None and is_same:
            return replace(graph_of(rows, near, FIGURED), tangled=self.knots)
        return tangled(graph_of(rows, self.kinds, FIGURED), rows, self.kinds)[0]

    def _fetch(self) -> None:
        """Get the whole records that figures of this share are made of and that others have read."""
        if self.link.size == 1:
            return
        rows, share = self.rows, self.share
        paths = goal_paths(rows, self.kinds)
        own = {rows[path].place[1] for path in self.mine if path in self.kinds and _is_goal(rows[path])}
        needed = {paths[goal] for goal in closure(own, leaning(rows, self.kinds, {}).needs) if goal in paths}
        wanted = set().union(*self.link.all(needed - share.records.keys()))
        mine = {path: share.records[path] for path in wanted.intersection(self.mine)}
        others: dict[str, Common] = {}
        for brought in self.link.all(mine):
            others |= brought
        share.records |= {path: record for path, record in others.items() if path in needed}


def _keep_places(share: Share, rows: Rows, kept: Rows) -> None:
    """Give fresh rows the places they had, and the share its entries."""
    for path, document in share.documents.items():
        place = rows[path].place = kept[path].place
        kind, name, folder, unit, person, aliases, measure = place
        marked = tuple((alias, Mark()) for alias in aliases)
        share.entries[path] = Entry(document, kind, name, Mark(), folder, unit, person, marked, measure or "")


def _is_goal(row: Row) -> bool:
    return bool(row.place) and row.place[0] in GOALS and row.stands


def _target(row: Row) -> Plain | None:
    """What references to a file depend on."""
    return (row.record.result_ids, row.record.named_result_ids) if _is_goal(row) else (row.stands,)


def _of_kind(records: Iterable[Common | None], kind: type[Common]) -> dict[str, Common]:
    return {record.id: record for record in records if isinstance(record, kind)}


def _unit_of(person: Common | None) -> str | None:
    return None if person is None else person.team


_COUNTS = ("parent", "mode", "layer", "cadence", "members", "lead")
"""What of a unit figures and findings of its goals hang on."""


def _same_unit(one: Common | None, other: Common | None) -> bool:
    if one is None or other is None:
        return one is other
    return all(getattr(one, key) == getattr(other, key) for key in _COUNTS)


def _below(units: set[str], teams: Iterable[Common]) -> frozenset[str]:
    """The units and all below them."""
    children: dict[str, set[str]] = {}
    for team in teams:
        if isinstance(team, Team) and team.parent is not None:
            children.setdefault(team.parent, set()).add(team.id)
    return frozenset(closure(units, children))
