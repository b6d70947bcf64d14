"""A language as one value: messages, numbers, dates and names, said as its readers write them."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from gettext import NullTranslations

from msgspec import Struct

from goalsite.core.config import Config
from goalsite.core.diagnostics import Diagnostic, Mark, finding
from goalsite.core.text import any_of, did_you_mean
from goalsite.language import collation, numbers
from goalsite.language.catalogue import catalogue, locale, matching_tag, tags
from goalsite.language.messages import Word, message
from goalsite.language.words import EDGES, WORDS

_CYCLE_FORMS = (
    (re.compile(r"(?P<year>\d{4})"), message("%(year)s")),
    (re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)"), message("%(year)s-W%(week)s")),
    (re.compile(r"(?P<year>\d{4})-(?P<part>[HQTB]\d)"), message("%(year)s-%(part)s")),
)
_MONTH = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])")
_DATE, _DAY = message("d MMM y"), message("d MMM")
_REMEMBERED = 1 << 12  # of each kind: more than a site says


class Language(Struct, frozen=True):
    """A language there is a catalogue for. Cheap to copy and to send to other processes."""

    tag: str

    def catalogue(self) -> NullTranslations:
        """Its translations, for a template engine."""
        return catalogue(self.tag)

    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return locale(self.tag).text_direction

    def text(self, english: str, **values: object) -> str:
        """The message `english` with `%(name)s` filled in; a percent sign of its own is written `%%`."""
        return _said(english, self.tag) % values

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """`one` or `many`, as `n` things are counted; `%(n)s` is `n` as a number."""
        return self.catalogue().ngettext(one, many, n) % {"n": self.number(n), **values}

    def word(self, family: str, key: str) -> Word:
        """The word and meaning of `key` (`at_risk`) among its kind (`status`); an unknown key says itself."""
        return _word(family, key, self.tag)

    def edge(self, kind: str, outgoing: bool) -> tuple[str, str]:
        """What stands before and after the other goal in the sentence about an edge, seen from either end."""
        before, _, after = self.text(EDGES[kind][0 if outgoing else 1]).partition("{goal}")
        return before.strip(), after.strip()

    def number(self, x: float, unit: str = "") -> str:
        """`x` with its unit: `1.2346M`, `1.2亿元`, `9.5 min`."""
        shown = numbers.number(x, self.tag)
        return numbers.with_unit(shown, unit) if unit else shown

    def change(self, x: float, unit: str = "") -> str:
        """`x` with its sign, plus included."""
        return numbers.with_unit(numbers.signed(x, numbers.number(x, self.tag)), unit)

    def percent(self, share: float) -> str:
        """A share of 1 in whole per cent; what is not quite done is never 100 %."""
        return numbers.percent(share, self.tag)

    def percent_change(self, share: float) -> str:
        """A share of 1 in whole per cent, plus included."""
        return numbers.signed(share, self.percent(share))

    def date(self, day: datetime.date) -> str:
        """`16 Nov 2026`, `2026年11月16日`."""
        return _dated(day, _DATE, self.tag)

    def day(self, day: datetime.date) -> str:
        """The same without the year, for lists within one cycle."""
        return _dated(day, _DAY, self.tag)

    def window(self, start: datetime.date, end: datetime.date) -> str:
        """From `start` to `end`, both inclusive; a year that is the year of both is said once."""
        first, last = self.date(start), self.date(end)
        if start.year == end.year and self._begins_with_the_year():
            last = self.day(end)
        elif start.year == end.year:
            first = self.day(start)
        return self.text("%(start)s – %(end)s", start=first, end=last)

    def _begins_with_the_year(self) -> bool:
        return self.text(_DATE).startswith("y")

    def days(self, n: float) -> str:
        """A length in whole days, without sign: `3 days`."""
        size = abs(n)
        if 0 < size < 1:
            return self.text("less than a day")
        return self.plural("%(n)s day", "%(n)s days", round(size))

    def behind(self, n: float) -> str:
        """`days_behind` in words: `3 days behind`, `19 days ahead`, `level with the plan`."""
        if not n:
            return self.text("level with the plan")
        if n > 0:
            return self.text("%(days)s behind", days=self.days(n))
        return self.text("%(days)s ahead", days=self.days(n))

    def in_days(self, n: int) -> str:
        """`n` days from the day of the figures: `in 3 days`, `2 days ago`, `today`."""
        return _in_days(n, self.tag) if n else self.text("today")

    def cycle(self, name: str) -> str:
        """A known cycle's name as it is written (`2026-Q4`, `2026年Q4`); others as they are."""
        return _cycle(name, self.tag)

    def listed(self, items: tuple[str, ...]) -> str:
        """`a, b and c`."""
        return _listed(items, self.tag) if items else ""

    def letter(self, name: str) -> str:
        """The letter under which a name stands in an A–Z."""
        return collation.letter(name)

    def sort_key(self, name: str) -> tuple[tuple[bool, str, bytes], ...]:
        """What to sort names by."""
        return collation.sort_key(name)


# A page says few different things, each on thousands of pages; what they are called is looked up once.


@lru_cache(_REMEMBERED)
def _said(english: str, tag: str) -> str:
    return catalogue(tag).gettext(english)


@lru_cache(_REMEMBERED)
def _word(family: str, key: str, tag: str) -> Word:
    known = WORDS[family].get(key)
    return Word(*(_said(part, tag) % {} if part else "" for part in known)) if known else Word(key)


@lru_cache(_REMEMBERED)
def _dated(day: datetime.date, english_pattern: str, tag: str) -> str:
    from babel.dates import format_date

    return format_date(day, _said(english_pattern, tag), locale=locale(tag))


@lru_cache(_REMEMBERED)
def _in_days(n: int, tag: str) -> str:
    from babel.dates import format_timedelta

    far = 10**9  # count in days however many there are
    span = datetime.timedelta(days=n)
    return format_timedelta(span, granularity="day", threshold=far, add_direction=True, locale=locale(tag))


@lru_cache(_REMEMBERED)
def _listed(items: tuple[str, ...], tag: str) -> str:
    from babel.lists import format_list

    return format_list(items, locale=locale("en_GB" if tag == "en" else tag))


@lru_cache(_REMEMBERED)
def _cycle(name: str, tag: str) -> str:
    month = _MONTH.fullmatch(name)
    if month:
        return _dated(datetime.date(int(month[1]), int(month[2]), 1), message("y-MM"), tag)
    for form, english in _CYCLE_FORMS:
        known = form.fullmatch(name)
        if known:
            return _said(english, tag) % known.groupdict()
    return name


def site_languages(config: Config) -> tuple[Language, ...]:
    """The languages of a site, each once, the root's first; that one is English where nobody knows it."""
    first, *others = _wanted(config)
    known = (matching_tag(first) or "en", *map(matching_tag, others))
    return tuple(Language(tag) for tag in dict.fromkeys(known) if tag)


def unknown_languages(config: Config, path: str) -> tuple[Diagnostic, ...]:
    """A finding in `path`, the configuration's file, for each language without a catalogue."""
    key = "languages.{}" if config.languages else "theme.language"
    return tuple(
        _unknown(wanted, path, config.marks.get(key.format(index), Mark()))
        for index, wanted in enumerate(_wanted(config))
        if not matching_tag(wanted)
    )


def _wanted(config: Config) -> tuple[str, ...]:
    return config.languages or (config.theme.language,)


def _unknown(wanted: str, path: str, mark: Mark) -> Diagnostic:
    told = f'language is "{wanted}", must be {any_of(tags())}'
    return finding(path, mark, "S041", told, did_you_mean(wanted, tags()), len(wanted) or 1)
