"""The values of fields that changed, as readers write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import floor
from typing import NamedTuple

from msgspec import Struct, field

from goalsite.core.days import read_day
from goalsite.core.names import fold_handle
from goalsite.core.quantities import EPSILON
from goalsite.history.records import Fact, Part
from goalsite.language.language import Language
from goalsite.language.words import WORDS
from goalsite.model.shapes import shorten
from goalsite.pages.changed_words import KINDS, MEASURES
from goalsite.pages.say import ZONES, is_short
from goalsite.pages.titles import shown_title

OF_RESULTS = ("key_result", "milestone", "checkin")
"""The kinds of parts that belong to a key result."""

_LONGEST = 160
"""Characters of a text that are told."""
_GAP = "\N{NO-BREAK SPACE}"


class Measured(NamedTuple):
    """A key result: its title, and the unit of its values."""

    title: str
    unit: str = ""


class Called(Struct, frozen=True):
    """What things are called for readers: goals and KPIs by reference, units by id, people by folded handle,
    and of one goal its key results by id; `unit` is that of a KPI's values. A name that is not known is told
    as it is written."""

    goals: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    results: Mapping[str, Measured] = field(default_factory=dict)
    unit: str = ""

    def unit_of(self, part: Part) -> str:
        """The unit of the values of a part of the goal."""
        if len(part) > 1 and part[0] in OF_RESULTS and part[1]:
            return self.results[part[1]].unit if part[1] in self.results else ""
        return self.unit

    def goal(self, reference: str, language: Language) -> str:
        """The title of a goal, between quotes; the reference itself where nothing is known of it."""
        title = self.goals.get(reference) or self.goals.get(reference.partition("#")[0])
        return quoted(shown_title(title), language) if title else reference

    def person(self, handle: str) -> str:
        """A person's name."""
        return self.people.get(fold_handle(handle)) or handle


def said(value: Fact, form: str, unit: str, names: Called, language: Language) -> str:
    """One value of a field in words; `form` is that of `changed_words.Field`."""
    if isinstance(value, bool):
        return language.text("yes") if value else language.text("no")
    if isinstance(value, (int, float)):
        return number(value, form, unit, language)
    if isinstance(value, tuple):
        return _listed(value, form, unit, names, language)
    text = value.isoformat() if isinstance(value, date) else value or ""
    return _text(text, form, names, language)


def _text(text: str, form: str, names: Called, language: Language) -> str:
    own: dict[str, Callable[[str], str]] = {
        "day": lambda text: day(text, language),
        "person": names.person,
        "unit": lambda text: names.units.get(text) or text or language.text("the root unit"),
        "goal": lambda text: names.goal(text, language),
        "cycle": language.cycle,
        "amount": lambda text: language.text(ZONES[text]) if text in ZONES else text,
        "measure": lambda text: language.text(MEASURES[text]) if text in MEASURES else text,
        "kind": lambda text: language.text(KINDS[text]) if text in KINDS else text,
        "text": lambda text: quoted(shorten(shown_title(text), _LONGEST), language),
    }
    if form in own:
        return own[form](text)
    return language.word(form, text).word if form in WORDS else shorten(text, _LONGEST)


def _listed(value: tuple[Fact, ...], form: str, unit: str, names: Called, language: Language) -> str:
    """The points of a plan, or a pair such as a link."""
    if form != "plan":
        return ": ".join(str(one) for one in value)
    points = [one for one in value if isinstance(one, tuple) and len(one) == 2]
    told = [
        f"{day(str(when), language)} {said(level, 'amount', unit, names, language)}" for when, level in points
    ]
    return language.text(", ").join(told)


def number(value: float, form: str, unit: str, language: Language) -> str:
    """A number as its form wants it."""
    match form:
        case "amount":
            return language.number(value, unit if is_short(unit) else "")
        case "share":
            return language.percent(value)
        case "score":  # cut, since rounded it might reach a bound that it does not
            return f"{floor(value * 100 + EPSILON) / 100:.2f}".removesuffix("0")
        case "pace":
            return language.number(round(value, 2))
        case "behind":
            return language.behind(0.0 if abs(value) < 0.5 else value)
    return language.number(value)


def quoted(text: str, language: Language) -> str:
    """A text between quotation marks."""
    return language.text("“%(text)s”", text=text)


def day(text: str, language: Language) -> str:
    """An ISO day as it is written; what is none as it is."""
    known = read_day(text)
    return language.date(known) if known else text


def bare(before: str, after: str) -> str:
    """`before` without the unit that stands behind `after`, too: `5 → 6 min`."""
    number_before, gap, unit = before.partition(_GAP)
    return number_before if gap and after.endswith(gap + unit) else before
