"""Numbers -> figures: each said in the reader's words, with what it means and how it is made."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache, reduce
from math import floor

from goalsite.core.quantities import EPSILON
from goalsite.language.messages import message
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Badge, Bar, Figure, Trend

_LEVEL = 0.5
"""Days; less than this is level with the plan for a reader."""
_SHORT_UNIT = 12
"""How wide a unit may be to stand at each value, in Latin characters."""
_WHOLE_FROM = 100
"""From here on a computed value is told without a fraction."""

ZONES = {
    "fail": message("below the first zone"),
    "commit": message("commit"),
    "target": message("target"),
    "stretch": message("stretch"),
}
"""The names of zones and levels."""


def progress(desk: Desk, value: float | None) -> Figure | None:
    """Progress within 0…1 in per cent."""
    if value is None:
        return None
    meaning = desk.language.text("How much of the way from baseline to target is done.")
    return Figure(desk.language.percent(value), meaning, "progress", repr(value))


def expected(desk: Desk, value: float | None) -> Figure | None:
    """The progress that the plan expects, in per cent."""
    if value is None:
        return None
    meaning = desk.language.text(
        "The progress the plan expects by this day: its end × the elapsed share of the time."
    )
    return Figure(desk.language.percent(value), meaning, "expected", repr(value))


def pace(desk: Desk, value: float | None) -> Figure | None:
    """Progress ÷ expected."""
    if value is None:
        return None
    bounds = desk.config.pace
    meaning = desk.language.text(
        "Progress ÷ what the plan expects on the value's day; on track from %(on)s, at risk from %(at)s.",
        on=desk.language.number(bounds.on_track),
        at=desk.language.number(bounds.at_risk),
    )
    return Figure(desk.language.number(round(value, 2)), meaning, "pace", repr(value))


def behind(desk: Desk, days: float | None) -> Figure | None:
    """Days behind or ahead of the plan."""
    if days is None:
        return None
    meaning = desk.language.text("The day of the value − the day on which the plan expects this progress.")
    shown = 0.0 if abs(days) < _LEVEL else days
    return Figure(desk.language.behind(shown), meaning, "days-behind", repr(days))


def confidence(desk: Desk, value: float | None) -> Figure | None:
    """Confidence from 0 to 1, in per cent."""
    if value is None:
        return None
    meaning = desk.language.text("How likely people think it is that the target will be reached.")
    return Figure(desk.language.percent(value), meaning, "confidence", repr(value))


def score(desk: Desk, value: float | None) -> Figure | None:
    """A score from 0.0 to 1.0, cut after two decimals: rounded it might reach a bound that it does not."""
    if value is None:
        return None
    meaning = desk.language.text("A judgement at closing, from 0.0 to 1.0; for learning, not for ranking.")
    shown = f"{floor(value * 100 + EPSILON) / 100:.2f}".removesuffix("0")
    return Figure(shown, meaning, "score", repr(value))


def share(desk: Desk, value: float | None, term: str = "") -> Figure | None:
    """A share from 0 to 1, in per cent."""
    return None if value is None else Figure(desk.language.percent(value), term=term, raw=repr(value))


def weight(desk: Desk, value: float) -> Figure:
    """A weight in a mean."""
    meaning = desk.language.text(
        "Its share in the weighted mean; 0 is shown and judged, but moves no number."
    )
    return Figure(desk.language.number(value), meaning, "weight", repr(value))


def value_in(desk: Desk, value: float | str | None, unit: str = "", meaning: str = "") -> Figure | None:
    """A value with its unit, or the name of a zone."""
    if value is None:
        return None
    if isinstance(value, str):
        return Figure(desk.language.text(ZONES.get(value, value)), meaning, raw=value)
    return Figure(amount(desk, value, unit), meaning, raw=repr(value))


def amount(desk: Desk, value: float, unit: str) -> str:
    """A value with its unit; one that is long stands once beside the values, not at each."""
    return desk.language.number(value, unit if is_short(unit) else "")


def about(desk: Desk, value: float, unit: str) -> str:
    """A value that was computed: what a reader needs of it, about three digits."""
    digits = 0 if abs(value) >= _WHOLE_FROM else 1 if abs(value) >= 1 else 3
    return amount(desk, round(value, digits), unit)


@lru_cache(1 << 10)
def is_short(unit: str) -> bool:
    """Whether a unit has the room to stand at each value."""
    return sum(2 if character >= "\u2e80" else 1 for character in unit) <= _SHORT_UNIT


def joined(desk: Desk, sentences: Iterable[str]) -> str:
    """Sentences one after the other, as the language sets them."""
    told = [sentence for sentence in sentences if sentence]
    return reduce(
        lambda before, after: desk.language.text("%(before)s %(after)s", before=before, after=after),
        told or [""],
    )


def and_more(desk: Desk, names: tuple[str, ...], left: int) -> tuple[str, ...]:
    """The names, and how many more there are."""
    return (*names, desk.language.plural("%(n)s more", "%(n)s more", left)) if left > 0 else names


def change(desk: Desk, share: float | None, term: str = "period-on-period") -> Figure | None:
    """A relative change with its sign."""
    if share is None:
        return None
    meaning = (
        desk.language.text("Against the same time a year before: (value − value then) ÷ value then.")
        if term == "year-on-year"
        else desk.language.text("Against the point before: (value − value before) ÷ value before.")
    )
    return Figure(desk.language.percent_change(share), meaning, term, repr(share))


def bar(desk: Desk, done: float | None, plan: float | None, status: str) -> Bar | None:
    """Progress as a bar with a tick where the plan expects it; None without progress."""
    if done is None:
        return None
    percent = desk.language.percent
    if plan is None:
        text = desk.language.text("%(done)s done", done=percent(done))
    else:
        text = desk.language.text("%(done)s done, %(plan)s expected", done=percent(done), plan=percent(plan))
    return Bar(min(1.0, max(0.0, done)), plan, status, text)


def badge(desk: Desk, family: str, key: str, why: str = "") -> Badge:
    """A status, state, outcome or health in words; `why` it holds here, else what it means."""
    word = desk.language.word(family, key)
    return Badge(key, word.word, why or word.meaning)


def trend(desk: Desk, direction: str | None, better: str) -> Trend | None:
    """Where values go, and whether that is good where `better` is `higher`, `lower` or `range`."""
    if direction is None:
        return None
    word = desk.language.word
    if direction == "flat" or better == "range":
        effect = "same"
    else:
        effect = "better" if (direction == "up") == (better == "higher") else "worse"
    shown = word("trend", direction).word if effect == "same" else word("effect", effect).word
    meaning = desk.language.text(
        "The last six points are %(trend)s; %(direction)s.",
        trend=word("trend", direction).word,
        direction=word("direction", better).word,
    )
    return Trend(direction, effect, shown, meaning)


def confirmed_badge(desk: Desk, confirmed: bool | None) -> Badge:
    """Whether the other side has agreed to what is asked of it."""
    return badge(desk, "confirmed", "open" if confirmed is None else "yes" if confirmed else "no")
