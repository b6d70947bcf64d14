"""The figures of a site: values of this stage. Shares and progress are 0…1, days are whole or broken days."""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from goalsite.core.periods import Period
from goalsite.model.records import CheckIn, Target

WORST_FIRST = ("off_track", "stale", "at_risk", "no_data", "on_track", "achieved")
"""The statuses that are compared, worst to best."""

Day = date


class KeyResultFigures(Struct, frozen=True):
    """One key result.

    `status_if_fresh` is its status where `stale` takes no other's place; `expected_then` is e(d); `values`
    are (day, value, confidence); `curve` is the plan as (day, progress) points to draw; `periods` are those
    of `maintain`, met, missed or neither; `steps` are milestones as (title, weight, due, done).
    """

    id: str
    type: str
    window: Period
    counted: bool
    status: str
    status_if_fresh: str = ""
    kpi: str | None = None
    unit: str = ""
    baseline: float | None = None
    target: float | None = None
    value: float | str | None = None
    value_date: date | None = None
    raw: float | None = None
    progress: float = 0.0
    expected: float = 0.0
    expected_then: float = 0.0
    pace: float | None = None
    days_behind: float | None = None
    confidence: float | None = None
    reported: str | None = None
    held: float | None = None
    met: int = 0
    misses: int = 0
    score: float | None = None
    suggested: float = 0.0
    cadence: str = "week"
    checkins: tuple[CheckIn, ...] = ()
    values: tuple[tuple[date, float | str, float | None], ...] = ()
    curve: tuple[tuple[date, float], ...] = ()
    periods: tuple[tuple[Period, bool | None], ...] = ()
    steps: tuple[tuple[str, float, date, date | None], ...] = ()


class ObjectiveFigures(Struct, frozen=True):
    """One objective; `counts` are how many counted key results have which status."""

    id: str
    window: Period
    status: str
    key_results: tuple[KeyResultFigures, ...] = ()
    progress: float | None = None
    progress_original: float | None = None
    progress_with_contributions: float | None = None
    expected: float | None = None
    pace: float | None = None
    days_behind: float | None = None
    confidence: float | None = None
    reported_status: str | None = None
    score: float | None = None
    exposed: bool = False
    counts: tuple[tuple[str, int], ...] = ()
    red_guards: tuple[str, ...] = ()
    exposed_by: tuple[str, ...] = ()


class KpiPoint(Struct, frozen=True):
    """One point with its colour: green, amber, red, or no_target where no target was in force."""

    date: Day
    value: float
    color: str
    note: str = ""


class KpiFigures(Struct, frozen=True):
    """One KPI.

    `target` is None for a range, whose bounds are `low` and `high`; `total` is what is held against a
    period's target and `due` what is due of that; `since` is the first day of the run of points in the last
    one's colour; `coverage` is what the targets of its parts make of its own.
    """

    id: str
    health: str
    points: tuple[KpiPoint, ...] = ()
    value: float | None = None
    date: Day | None = None
    in_force: Target | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None
    total: float | None = None
    due: float | None = None
    attainment: float | None = None
    trend: str | None = None
    change_previous: float | None = None
    change_year: float | None = None
    since: Day | None = None
    children: tuple[str, ...] = ()
    coverage: float | None = None


class Portfolio(Struct, frozen=True):
    """A unit's figures in one cycle; shares are 0…1, None where nothing counts."""

    progress: float | None = None
    bottom_up_share: float | None = None
    alignment_coverage: float | None = None
    cross_unit_edge_share: float | None = None
    strategic_kpi_share: float | None = None
    mean_score: float | None = None
    committed_kept: float | None = None
    dropped_share: float | None = None
    net_status: float | None = None
    checkin_rhythm: float | None = None


class Alert(Struct, frozen=True):
    """Something that asks for somebody.

    `kind` names the rule, `subject` the goal, KPI or `goal#kr`; `facts` fill its sentence.
    """

    kind: str
    severity: str
    subject: str
    since: Day | None = None
    facts: tuple[tuple[str, str | float | None], ...] = ()


Rhythm = tuple[int, int]
"""In how many periods the key results of an objective were checked in, of how many that were due."""


class Analysis(Struct, frozen=True):
    """All figures of one day. `portfolios` by (unit, cycle), `rhythms` by objective; `cycle_is_over` where
    no cycle holds the day."""

    as_of: Day
    current_cycle: str | None
    cycle_is_over: bool = False
    objectives: dict[str, ObjectiveFigures] = field(default_factory=dict)
    kpis: dict[str, KpiFigures] = field(default_factory=dict)
    portfolios: dict[tuple[str, str], Portfolio] = field(default_factory=dict)
    rhythms: dict[str, Rhythm] = field(default_factory=dict)
    alerts: tuple[Alert, ...] = ()
