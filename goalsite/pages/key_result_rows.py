"""A key result as a row that unfolds to all that is known of it."""

from __future__ import annotations

from datetime import date

from goalsite.analysis.days import freeze_day
from goalsite.analysis.figures import KeyResultFigures
from goalsite.analysis.key_results import is_checked_in
from goalsite.core.quantities import spelt
from goalsite.model.records import CheckIn, KeyResult, Objective
from goalsite.pages.courses import result_course
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import spark
from goalsite.pages.drawn_results import met_word, result_chart, step_text
from goalsite.pages.elements import Badge, Column, Figure, Link, NextStep, Svg, Table
from goalsite.pages.links import goal_link, person_link, result_anchor
from goalsite.pages.measures import measure_figures, measure_text
from goalsite.pages.paths import page_path
from goalsite.pages.reasons import result_reason
from goalsite.pages.rows import CheckInRow, KeyResultRow, MilestoneRow
from goalsite.pages.say import amount, badge, bar, behind, confidence, progress, score, value_in, weight
from goalsite.pages.texts import prose

_MOST_CHECKINS = 200
_MOST_VALUES = 120
_SIGN = 3
"""How long a unit may be to stand at the value in a row: %, ms, min."""


def key_result_row(desk: Desk, goal: Objective, result: KeyResult, figures: KeyResultFigures) -> KeyResultRow:
    """Everything the file says of a key result, and what is computed from it."""
    path = page_path("objective", goal.id)
    expected = figures.expected if figures.status != "planned" else None
    return KeyResultRow(
        id=result_anchor(result.id),
        title=result.title,
        status=badge(desk, "status", figures.status, result_reason(desk, result, figures)),
        measure=measure_text(desk, result, figures),
        owner=person_link(desk, result.owner) if result.owner else None,
        reported=_reported(desk, figures),
        bar=bar(desk, figures.progress, expected, figures.status),
        value=_value(desk, figures),
        progress=progress(desk, figures.progress),
        behind=behind(desk, figures.days_behind) if figures.counted else None,
        confidence=confidence(desk, figures.confidence),
        score=score(desk, figures.score),
        weight=weight(desk, result.weight),
        spark=_spark(desk, result, figures),
        figures=measure_figures(desk, result, figures),
        kpi=goal_link(desk, figures.kpi) if figures.kpi else None,
        window=_window(desk, goal, figures),
        ended=ended(desk, goal, result),
        description=prose(desk, goal, path, result.description, result_anchor(result.id), shift=3),
        chart=result_chart(desk, result, figures),
        data=_data(desk, figures),
        log=log_rows(desk, figures.checkins, figures),
        older=_older(desk, figures.checkins),
        milestones=_milestones(desk, figures, freeze_day(goal, desk.as_of)),
        plan=_plan(desk, result, figures),
        next_step=_next_step(desk, goal, result, figures),
    )


def _reported(desk: Desk, figures: KeyResultFigures) -> Badge | None:
    if not figures.reported or figures.reported == figures.status:
        return None
    return badge(desk, "status", figures.reported, desk.language.text("Reported with the latest check-in."))


def _value(desk: Desk, figures: KeyResultFigures) -> Figure | None:
    """The latest value with its day; its unit stands in the measure, unless it is as short as a sign."""
    if figures.value_date is None:
        return None
    when = desk.language.text("As of %(date)s.", date=desk.language.date(figures.value_date))
    if figures.type == "manual":
        return shown_value(desk, figures, figures.value, when)
    return value_in(desk, figures.value, figures.unit if len(figures.unit) <= _SIGN else "", when)


def shown_value(
    desk: Desk, figures: KeyResultFigures, value: float | str | None, meaning: str = ""
) -> Figure | None:
    """A value as this key result writes it: what is judged by hand in per cent."""
    if figures.type == "manual" and isinstance(value, float):
        return Figure(desk.language.percent(value), meaning, raw=repr(value))
    return value_in(desk, value, figures.unit, meaning)


def _spark(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> Svg | None:
    numbers = [(day, value) for day, value, _ in figures.values if isinstance(value, float)]
    if numbers and figures.type in ("metric", "maintain"):
        return spark(desk, numbers, figures.status, unit=figures.unit)
    return spark(desk, result_course(result, figures), figures.status, share=True)


def _window(desk: Desk, goal: Objective, figures: KeyResultFigures) -> str:
    """Its window where it is not its goal's."""
    if figures.window == desk.analysis.objectives[goal.id].window:
        return ""
    return desk.language.window(*figures.window)


def ended(desk: Desk, goal: Objective, result: KeyResult) -> str:
    """Why, when and for what it left the count, or is to leave it."""
    if not result.dropped and result.replaced_by is None:
        return ""
    language = desk.language
    if result.replaced_by is not None:
        heir = goal_link(desk, f"{goal.id}#{result.replaced_by.text}").text
        what = language.text("replaced by “%(heir)s”", heir=heir)
    else:
        what = language.text("dropped")
    when = (
        language.text("%(what)s on %(date)s", what=what, date=language.date(result.on)) if result.on else what
    )
    return language.text("%(what)s: %(reason)s", what=when, reason=result.reason) if result.reason else when


def log_rows(
    desk: Desk, checkins: tuple[CheckIn, ...], figures: KeyResultFigures | None = None
) -> tuple[CheckInRow, ...]:
    """Check-ins, newest first; their values as the key result of `figures` writes them."""
    latest = checkins[-_MOST_CHECKINS:]
    return tuple(
        CheckInRow(
            date=desk.language.date(one.date),
            value=shown_value(desk, figures, one.value) if figures else None,
            confidence=confidence(desk, one.confidence),
            status=badge(desk, "status", one.status) if one.status else None,
            note=one.note,
            blocked=one.blocked,
            next=one.next,
            by=person_link(desk, one.by) if one.by else None,
        )
        for one in reversed(latest)
    )


def _older(desk: Desk, checkins: tuple[CheckIn, ...]) -> Link | None:
    left = len(checkins) - _MOST_CHECKINS
    if left <= 0:
        return None
    return Link(
        desk.language.plural("The value of %(n)s older one", "The values of %(n)s older ones", left),
        "goals.json",
    )


def _milestones(desk: Desk, figures: KeyResultFigures, day: date) -> tuple[MilestoneRow, ...]:
    if figures.type not in ("milestones", "binary"):
        return ()
    return tuple(
        MilestoneRow(
            title=title or desk.language.text("The whole"),
            state=badge(desk, "milestone", _step_state(due, done, day)),
            date=step_text(desk, due, done),
            weight=weight(desk, share) if figures.type == "milestones" else None,
        )
        for title, share, due, done in figures.steps
    )


def _step_state(due: date, done: date | None, day: date) -> str:
    if done is not None:
        return "done"
    return "overdue" if due < day else "due"


def _data(desk: Desk, figures: KeyResultFigures) -> Table | None:
    """What its log does not tell: the values read from a KPI, the periods of a range."""
    text = desk.language.text
    if figures.periods:
        columns = (Column(text("Period")), Column(text("Kept?")))
        judged = [(desk.language.window(*period), met_word(desk, met)) for period, met in figures.periods]
        return Table(text("Period by period"), columns, tuple(judged[:_MOST_VALUES]))
    if not figures.kpi or not figures.values:
        return None
    columns = (Column(text("Date")), Column(text("Value"), numeric=True))
    rows = [
        (desk.language.date(day), amount(desk, value, figures.unit))
        for day, value, _ in reversed(figures.values[-_MOST_VALUES:])
        if isinstance(value, float)
    ]
    return Table(text("Values read from the KPI"), columns, tuple(rows))


def _plan(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> Table | None:
    """The plan that the file gives."""
    if not result.plan:
        return None
    text = desk.language.text
    rows = []
    for day, value in result.plan:
        shown = shown_value(desk, figures, value)
        rows.append((desk.language.date(day), shown.text if shown else ""))
    return Table(text("Plan"), (Column(text("Date")), Column(text("Value"), numeric=True)), tuple(rows))


def _next_step(desk: Desk, goal: Objective, result: KeyResult, figures: KeyResultFigures) -> NextStep | None:
    """How to check in for the first time."""
    if figures.checkins or goal.state == "closed" or not figures.counted or not is_checked_in(result):
        return None
    text = desk.language.text("No check-in yet. Write the first one into its file:")
    return NextStep(text, f"checkins: [{{date: {desk.as_of}, value: {_example(figures)}}}]")


def _example(figures: KeyResultFigures) -> str:
    """A value of the right kind and size."""
    if figures.type in ("zones", "manual"):
        return "commit" if figures.type == "zones" else "40%"
    known = (figures.baseline, figures.target, 1.0)
    return spelt(next(value for value in known if value is not None))
