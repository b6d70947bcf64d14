"""Exact numbers -> what a reader sees: grouped, shortened in the language's own steps (M or 万), with a unit.

Five significant digits are enough for any screen; integers below the first step stay whole. The exact number
is never lost: it stands in goals.json.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from goalsite.core.quantities import EPSILON
from goalsite.language.catalogue import locale

_DIGITS = 5
_REMEMBERED = 1 << 14  # a site says few different numbers, each many times, and babel takes its time over one
_SHORTENED_FROM = {"zh": 10_000}  # 万; elsewhere a million, below which grouped digits read better than k
_HUGE, _TINY = Decimal("1e16"), Decimal("1e-6")
_BEFORE = ("$", "¥", "€", "£", "￥")
_TOUCHING = ("%", "‰", "°", "′", "″", "x", "×")
_GAP = "\N{NO-BREAK SPACE}"
_MINUS = "\N{MINUS SIGN}"


@lru_cache(_REMEMBERED)
def number(x: float, tag: str) -> str:
    """`x` in the language `tag`, with a real minus sign; beyond 16 digits in powers of ten, noise as 0."""
    from babel.numbers import format_compact_decimal, format_decimal

    exact = Decimal(repr(x)) if abs(x) > EPSILON else Decimal(0)
    size = abs(exact)
    if size and not _TINY <= size < _HUGE:
        return f"{exact:.3e}".replace("-", _MINUS).replace("e+", "e")
    rounded = Context(prec=max(_DIGITS, exact.adjusted() + 1), rounding=ROUND_HALF_UP).create_decimal(exact)
    if size >= _SHORTENED_FROM.get(tag, 1_000_000):
        rounded = Context(prec=_DIGITS, rounding=ROUND_HALF_UP).create_decimal(exact)
        shown = format_compact_decimal(rounded, locale=locale(tag), fraction_digits=_DIGITS - 1)
    else:
        shown = format_decimal(rounded, format="#,##0.##########", locale=locale(tag))
    return shown.replace("-", _MINUS)


def with_unit(shown: str, unit: str) -> str:
    """`shown` with its unit where custom puts it: `$12`, `50%`, `12元`, `9.5 min`."""
    if not unit:
        return shown
    if unit in _BEFORE:
        sign, digits = (shown[0], shown[1:]) if shown[0] in (_MINUS, "+") else ("", shown)
        return f"{sign}{unit}{digits}"
    touches = unit in _TOUCHING or "\u2e80" <= unit[0] <= "\uffdc"
    return f"{shown}{'' if touches else _GAP}{unit}"


@lru_cache(_REMEMBERED)
def percent(share: float, tag: str) -> str:
    """`share` (0.5) as whole per cent (`50%`); 100 % and 0 % are said of nothing that is not quite there."""
    hundredths = Decimal(repr(share)) * 100
    if abs(hundredths) >= _HUGE:
        return number(share * 100, tag) + "%"
    whole = hundredths.quantize(Decimal(1), rounding=ROUND_HALF_UP)
    if whole == 100 and share < 1 - EPSILON:
        whole = Decimal(99)
    if not whole and abs(share) > EPSILON:
        return "<1%" if share > 0 else f">{_MINUS}1%"
    return _whole(int(whole), tag) + "%"


@lru_cache(_REMEMBERED)
def _whole(x: int, tag: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(x, locale=locale(tag)).replace("-", _MINUS)


def signed(x: float, shown: str) -> str:
    """`shown` with a plus sign where `x` is above zero."""
    return f"+{shown}" if x > 0 else shown
