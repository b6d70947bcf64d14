"""A key result's figures -> its chart: values against plan, target and bounds, or its milestones."""

from __future__ import annotations

from goalsite.analysis.figures import Day, KeyResultFigures
from goalsite.drawing.key_result import key_result_chart
from goalsite.drawing.milestones import Milestone, MilestoneSeries, milestones_chart
from goalsite.drawing.points import Point
from goalsite.drawing.svg import Tone
from goalsite.drawing.values import Guide, Period, ValueSeries
from goalsite.model.records import ZONES as HEIGHTS
from goalsite.model.records import KeyResult, Maintain, Metric, Zones
from goalsite.pages.courses import scale_of
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import formats
from goalsite.pages.elements import Svg
from goalsite.pages.say import ZONES

Guides = tuple[Guide, ...]
_MOST_POINTS = 400


def result_chart(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> Svg | None:
    """The chart of a key result; None for what is only done or not, and where there is nothing to draw."""
    if figures.type == "milestones":
        return _milestones(desk, result, figures)
    if figures.type == "binary":
        return None
    measure = result.measure
    share = figures.type in ("zones", "manual")
    points = _points(figures)
    plan = _plan(result, figures)
    guides = _guides(desk, result, figures)
    if not points and not plan and not guides:
        return None
    series = ValueSeries(
        title=result.title,
        start=figures.window.start,
        end=figures.window.end,
        points=points,
        plan=plan,
        guides=guides,
        bounds=(measure.low, measure.high) if isinstance(measure, Maintain) else (None, None),
        periods=_periods(desk, figures),
        today=desk.as_of if desk.as_of in figures.window else None,
        today_label=desk.language.text("today"),
        plan_label=desk.language.text("plan") if plan else "",
    )
    return Svg(key_result_chart(series, formats(desk, figures.unit, share=share)))


def _points(figures: KeyResultFigures) -> tuple[Point, ...]:
    """Its latest values, a zone's at its height."""
    values = figures.values[-_MOST_POINTS:]
    return tuple(Point(day, HEIGHTS[v] if isinstance(v, str) else v) for day, v, _ in values)


def _plan(result: KeyResult, figures: KeyResultFigures) -> tuple[tuple[Day, float], ...]:
    """The plan in units of the value."""
    measure = result.measure
    if isinstance(measure, Maintain) or (
        isinstance(measure, Metric) and measure.over_window and not result.plan
    ):
        return ()
    if not isinstance(measure, Metric):
        return figures.curve
    scale = scale_of(measure, figures)
    heights = [(day, scale.value_at(progress)) for day, progress in figures.curve]
    return tuple((day, height) for day, height in heights if height is not None)


def _guides(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> Guides:
    language, measure = desk.language, result.measure
    write = formats(desk, figures.unit).value
    if isinstance(measure, Zones):
        return tuple(
            Guide(HEIGHTS[key], language.text(ZONES[key]), "level") for key in ("commit", "target", "stretch")
        )
    if isinstance(measure, Maintain):
        bounds = [value for value in (measure.low, measure.high) if value is not None]
        return tuple(Guide(value, write(value), "bound") for value in bounds)
    if not isinstance(measure, Metric):
        return ()
    guides = []
    if figures.baseline is not None:
        label = language.text("baseline %(value)s", value=write(figures.baseline))
        guides.append(Guide(figures.baseline, label, "baseline"))
    levels = measure.levels
    if levels is not None:
        for key, value in (("commit", levels.commit), ("stretch", levels.stretch)):
            guides.append(Guide(value, f"{language.text(ZONES[key])} {write(value)}", "level"))
    if measure.target is not None:
        guides.append(
            Guide(measure.target, language.text("target %(value)s", value=write(measure.target)), "target")
        )
    return tuple(guides)


def _periods(desk: Desk, figures: KeyResultFigures) -> tuple[Period, ...]:
    return tuple(
        Period(
            period.start,
            period.end,
            met,
            f"{desk.language.window(*period)}{desk.language.text(': ')}{met_word(desk, met)}",
        )
        for period, met in figures.periods
    )


def met_word(desk: Desk, met: bool | None) -> str:
    """Whether a period stayed in its range, in a word."""
    if met is None:
        return desk.language.text("open")
    return desk.language.text("kept") if met else desk.language.text("not kept")


def _milestones(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> Svg | None:
    if not figures.steps:
        return None
    series = MilestoneSeries(
        title=result.title,
        start=figures.window.start,
        end=figures.window.end,
        milestones=tuple(
            Milestone(title, due, done, step_text(desk, due, done), _tone(desk, due, done))
            for title, _, due, done in figures.steps
        ),
        today=desk.as_of if desk.as_of in figures.window else None,
        today_label=desk.language.text("today"),
        more_label=desk.language.text("More of them stand in the list below."),
    )
    return Svg(milestones_chart(series, formats(desk)))


def _tone(desk: Desk, due: Day, done: Day | None) -> Tone:
    if done is not None:
        return "ok"
    return "bad" if due < desk.as_of else ""


def step_text(desk: Desk, due: Day, done: Day | None) -> str:
    """When a milestone is due and when it was done."""
    language = desk.language
    if done is None:
        return language.text("due %(date)s", date=language.date(due))
    return language.text("due %(due)s, done %(done)s", due=language.date(due), done=language.date(done))
