"""The corpus: everything the files say, typed, with nothing figured and no reference resolved yet."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from datetime import date
from typing import ClassVar, NamedTuple

from msgspec import Struct, field

from goalsite.core.diagnostics import Mark
from goalsite.core.periods import Period
from goalsite.model.formulas import Formula
from goalsite.model.shapes import Ref
from goalsite.source.nodes import Mention

NO_MARK = Mark()


class CheckIn(Struct, frozen=True):
    """What was said of a goal or key result on one day. `value` is a number, or a zone's name."""

    date: date
    value: float | str | None = None
    confidence: float | None = None
    status: str | None = None
    note: str = ""
    blocked: str = ""
    next: str = ""
    by: str = ""


class Current(Struct, frozen=True):
    """A key result's present state, dated by `checked` or by the commit that wrote it."""

    value: float | str
    confidence: float | None = None
    status: str | None = None
    note: str = ""
    checked: date | None = None


class Levels(Struct, frozen=True):
    """Three values at which a key result scores .3, .7 and 1."""

    commit: float
    target: float
    stretch: float


class Metric(Struct, frozen=True):
    """From `baseline` (None: to be inferred) to `target`, or along `levels`; from check-ins or from a KPI."""

    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    levels: Levels | None = None
    kpi: Ref | None = None
    over_window: bool = False


class Maintain(Struct, frozen=True):
    """Stays between `low` and `high` (either may be None), judged once per `every`."""

    unit: str = ""
    low: float | None = None
    high: float | None = None
    every: str = "week"
    allowed_misses: int = 0
    kpi: Ref | None = None


class Milestone(Struct, frozen=True):
    """One step. `done` is its day, True where git knows the day, else None."""

    title: str
    weight: float = 1.0
    due: date | None = None
    done: date | bool | None = None


class Milestones(Struct, frozen=True):
    """A weighted share of steps done."""

    steps: tuple[Milestone, ...]


class Binary(Struct, frozen=True):
    """Done or not; `done` as for a milestone."""

    done: date | bool | None = None


class Zones(Struct, frozen=True):
    """Three states in words, worth .3, .7 and 1."""

    commit: str
    target: str
    stretch: str


class Manual(Struct, frozen=True):
    """Judged by hand: check-ins of 0…1."""


ZONES = {"fail": 0.0, "commit": 0.3, "target": 0.7, "stretch": 1.0}
"""What reaching a zone, or a level, is worth."""

Measure = Metric | Maintain | Milestones | Binary | Zones | Manual


class KeyResult(Struct, frozen=True):
    """One key result. `named` is false where `id` is its position; `on` and `reason` say when and why it left
    the count."""

    id: str
    title: str
    measure: Measure
    named: bool = True
    description: str = ""
    owner: str | None = None
    weight: float = 1.0
    start: date | None = None
    due: date | None = None
    cadence: str | None = None
    score: float | None = None
    plan: tuple[tuple[date, float], ...] = ()
    dropped: bool = False
    replaced_by: Ref | None = None
    on: date | None = None
    reason: str = ""
    checkins: tuple[CheckIn, ...] = ()
    current: Current | None = None
    mark: Mark = NO_MARK
    marks: MappingOf[str, Mark] = field(default_factory=dict)


class Contribution(Struct, frozen=True):
    """That a goal counts in another's roll-up, with a weight."""

    to: Ref
    weight: float = 1.0


class Dependency(Struct, frozen=True):
    """What a goal needs from another goal or from a team; `confirmed` None while nobody has answered."""

    goal: Ref | None = None
    team: Ref | None = None
    confirmed: bool | None = None
    ask: str = ""
    size: str = ""
    note: str = ""
    mark: Mark = NO_MARK


class Initiative(Struct, frozen=True):
    """Work undertaken for a goal; never counted."""

    title: str
    owner: str | None = None
    due: date | None = None
    done: date | None = None
    link: str = ""


class Review(Struct, frozen=True):
    """An interim score and comment of somebody; never counted."""

    date: date
    by: str = ""
    score: float | None = None
    text: str = ""


class Retro(Struct, frozen=True):
    """What the end of a goal taught."""

    root_cause: str = ""
    decision: str = ""
    learned: str = ""


class Common(Struct, frozen=True):
    """What every kind of file has: its name, its place, its text."""

    id: str
    path: str
    title: str
    body: str = ""
    body_line: int = 1
    aliases: tuple[str, ...] = ()
    team: str = ""
    person: str | None = None
    owner: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    lint: tuple[tuple[str, str], ...] = ()
    supports: tuple[Ref, ...] = ()
    mentions: tuple[Mention, ...] = ()
    marks: MappingOf[str, Mark] = field(default_factory=dict)


class Objective(Common, frozen=True, kw_only=True):
    """An objective with its key results. `cycle` is an id of `Corpus.cycles`; a personal one has `person`."""

    kind = "objective"

    cycle: str
    contributors: tuple[str, ...] = ()
    commitment: str = "aspirational"
    origin: str | None = None
    state: str = "active"
    closed: date | None = None
    outcome: str | None = None
    replaced_by: Ref | None = None
    order: float | None = None
    weight: float = 1.0
    cadence: str | None = None
    start: date | None = None
    due: date | None = None
    contributes: tuple[Contribution, ...] = ()
    improves: tuple[Ref, ...] = ()
    guards: tuple[Ref, ...] = ()
    depends_on: tuple[Dependency, ...] = ()
    same_as: tuple[Ref, ...] = ()
    continues: tuple[Ref, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    score: float | None = None
    retro: Retro | None = None
    reviews: tuple[Review, ...] = ()
    checkins: tuple[CheckIn, ...] = ()
    key_results: tuple[KeyResult, ...] = ()

    @property
    def result_ids(self) -> tuple[str, ...]:
        """The ids of all its key results."""
        return tuple(result.id for result in self.key_results)

    @property
    def named_result_ids(self) -> tuple[str, ...]:
        """The ids of key results that edges may name: those that are written."""
        return tuple(result.id for result in self.key_results if result.named)


class Target(Struct, frozen=True):
    """One dated target of a KPI: a level (from `start` on), a range, or a total for `period`."""

    start: date | None = None
    period: Period | None = None
    period_name: str = ""
    target: float | None = None
    red: float | None = None
    low: float | None = None
    high: float | None = None
    tolerance: float = 0.0
    plan: tuple[tuple[date, float], ...] = ()
    text: str = ""


class Point(NamedTuple):
    """One point of a series. `period` is set where a period stands for its last day, or while it runs for
    `as_of`."""

    date: date
    value: float
    note: str = ""
    period: Period | None = None
    split: tuple[str, ...] = ()


class Cascade(Struct, frozen=True):
    """Which KPI this one is a part of, and how large a part."""

    kpi: Ref
    share: float | None = None


class Kpi(Common, frozen=True, kw_only=True):
    """A KPI with its targets and points: `series` is the total, `splits` those of single dimension values."""

    kind = "kpi"
    result_ids: ClassVar[tuple[str, ...]] = ()
    named_result_ids: ClassVar[tuple[str, ...]] = ()

    definition: str = ""
    unit: str = ""
    direction: str = "higher"
    frequency: str | None = None
    lag: str | None = None
    aggregate: str = "last"
    targets: tuple[Target, ...] = ()
    tier: str | None = None
    leading: bool = False
    perspective: str | None = None
    north_star: bool = False
    cascades_from: Cascade | None = None
    rollup: str | None = None
    formula: Formula | None = None
    dimensions: tuple[str, ...] = ()
    series: tuple[Point, ...] = ()
    splits: tuple[Point, ...] = ()
    source: str = ""


class Team(Common, frozen=True, kw_only=True):
    """A unit. Its id is its folder's path, empty for the root; `parent` is None for the root alone."""

    parent: str | None = None
    lead: str | None = None
    members: tuple[str, ...] = ()
    mode: str | None = None
    layer: str | None = None
    cadence: str | None = None
    fit: tuple[tuple[str, str], ...] = ()


class Person(Common, frozen=True, kw_only=True):
    """A person: the id is the handle in one case, `handle` as somebody wrote it; without a profile `path` is
    empty."""

    handle: str
    name: str = ""


class Page(Common, frozen=True, kw_only=True):
    """A plain page."""


class Cycle(Struct, frozen=True):
    """A cycle; `in_use` unless it is neither some objective's nor declared, but only named as a parent."""

    id: str
    title: str
    period: Period
    parent: str | None = None
    declared: bool = False
    in_use: bool = True


class Missing(Struct, frozen=True):
    """A file that should have been a goal, unit, person or page and could not be read."""

    kind: str
    id: str
    path: str


class Corpus(Struct, frozen=True):
    """All of it, each kind sorted by id."""

    objectives: tuple[Objective, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    teams: tuple[Team, ...] = ()
    people: tuple[Person, ...] = ()
    pages: tuple[Page, ...] = ()
    cycles: tuple[Cycle, ...] = ()
    missing: tuple[Missing, ...] = ()
    assets: tuple[str, ...] = ()
