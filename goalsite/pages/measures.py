"""How a key result is measured, in words and figures."""

from __future__ import annotations

from goalsite.analysis.figures import KeyResultFigures
from goalsite.model.records import Binary, KeyResult, Maintain, Metric, Milestones, Zones
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Figure
from goalsite.pages.lengths import rhythm
from goalsite.pages.say import ZONES, amount, expected, is_short, pace, score, value_in
from goalsite.pages.targets import range_text

Labelled = tuple[str, Figure]


def measure_text(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> str:
    """The measure in one line: `14 → 5 min`, `at most 60 s, every month`, `2 of 5 milestones done`."""
    language, measure = desk.language, result.measure
    match measure:
        case Metric():
            return _metric(desk, measure, figures)
        case Maintain():
            held = range_text(desk, measure.low, measure.high, figures.unit)
            every = rhythm(desk, measure.every)
            if not measure.allowed_misses:
                return language.text("%(range)s, %(rhythm)s", range=held, rhythm=every)
            misses = language.plural("%(n)s miss allowed", "%(n)s misses allowed", measure.allowed_misses)
            return language.text("%(range)s, %(rhythm)s, %(misses)s", range=held, rhythm=every, misses=misses)
        case Milestones():
            done = sum(day is not None for _, _, _, day in figures.steps)
            return language.plural(
                "%(done)s of %(n)s milestone done",
                "%(done)s of %(n)s milestones done",
                len(measure.steps),
                done=done,
            )
        case Binary():
            return language.text("done or not")
        case Zones():
            return language.text("by zones")
    return language.text("judged by hand")


def _metric(desk: Desk, measure: Metric, figures: KeyResultFigures) -> str:
    language = desk.language
    goal = measure.target if measure.target is not None else figures.target
    end = amount(desk, goal, figures.unit) if goal is not None else ""
    if figures.baseline is None:
        said = language.text("to %(target)s", target=end)
    else:
        said = f"{language.number(figures.baseline)} → {end}"
    if not is_short(figures.unit):
        said = language.text("%(measure)s, in %(unit)s", measure=said, unit=figures.unit)
    if measure.over_window:
        return language.text("%(measure)s, as a total of the window", measure=said)
    return said


def measure_figures(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> tuple[Labelled, ...]:
    """The numbers behind a key result that its row has no column for."""
    found: list[tuple[str, Figure | None]] = [*_bounds(desk, result, figures)]
    text, language = desk.language.text, desk.language
    if figures.raw is not None and not 0 <= figures.raw <= 1:
        meaning = text("(value − baseline) ÷ (target − baseline), not held within 0 and 1.")
        found.append((text("Beyond the scale"), Figure(language.percent(figures.raw), meaning, "progress")))
    if figures.counted and figures.status != "planned":
        found += [
            (text("Expected"), expected(desk, figures.expected)),
            (text("Pace"), pace(desk, figures.pace)),
        ]
    if figures.held is not None:
        meaning = text("Periods kept ÷ periods judged so far.")
        found.append((text("Kept"), Figure(language.percent(figures.held), meaning)))
        found.append(
            (text("Misses"), Figure(language.number(figures.misses), text("Periods not kept so far.")))
        )
    if result.score is not None and figures.suggested != result.score:
        found.append((text("Suggested score"), score(desk, figures.suggested)))
    if result.cadence:
        found.append((text("Checked in"), Figure(rhythm(desk, result.cadence))))
    return tuple((label, figure) for label, figure in found if figure is not None)


def _bounds(desk: Desk, result: KeyResult, figures: KeyResultFigures) -> list[tuple[str, Figure | None]]:
    text, measure, unit = desk.language.text, result.measure, figures.unit
    if isinstance(measure, Zones):
        zones = (("commit", measure.commit), ("target", measure.target), ("stretch", measure.stretch))
        return [(text(ZONES[key]), Figure(said)) for key, said in zones]
    if isinstance(measure, Maintain):
        return [
            (text("At least"), value_in(desk, measure.low, unit)),
            (text("At most"), value_in(desk, measure.high, unit)),
            (text("Misses allowed"), Figure(desk.language.number(measure.allowed_misses))),
        ]
    if not isinstance(measure, Metric):
        return []
    inferred = (
        text("Not written in the file: the first value of the window.") if measure.baseline is None else ""
    )
    found = [
        (text("Baseline"), value_in(desk, figures.baseline, unit, inferred)),
        (text("Target"), value_in(desk, measure.target, unit)),
    ]
    if measure.levels is not None:
        levels = (("commit", measure.levels.commit), ("stretch", measure.levels.stretch))
        found += [(text(ZONES[key]), value_in(desk, value, unit)) for key, value in levels]
    return found
