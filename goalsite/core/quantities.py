"""Numbers as people write them: `¥1.2亿`, `3.5k`, `1,234.5`, `95%`, `７／10`.

Sign, currency, digits, fraction, multiplier, unit, in this order, each but the digits optional.
"""

from __future__ import annotations

import math
import re
import unicodedata
from decimal import Decimal

EPSILON = 1e-9
"""Two figures this close are equal."""

_MULTIPLIERS = {
    "bn": 10**9, "k": 10**3, "M": 10**6, "B": 10**9, "T": 10**12,
    "千": 10**3, "万": 10**4, "亿": 10**8, "兆": 10**12,
}  # fmt: skip
_CURRENCIES = (("¥", "元", "CNY"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"))
_CURRENCY_OF = {sign: names[0] for names in _CURRENCIES for sign in names}
_LONGEST = 100  # characters; longer is no number anybody wrote

_YAML_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", re.ASCII)
_YAML_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", re.ASCII)
_HEAD = re.compile(
    r"([-+]?)\s*(¥|元|CNY|\$|USD|€|EUR|£|GBP)?\s*([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(\.[0-9]+)?\s*(.*)",
    re.ASCII | re.DOTALL,
)
_RATIO = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)\s*/\s*([0-9]{1,3})", re.ASCII)


def plain(text: str) -> str:
    """`text` with full-width forms and the real minus sign in their plain form, without space around it."""
    if not text.isascii():
        text = "".join(unicodedata.normalize("NFKC", c) if "\uff00" <= c <= "\uffef" else c for c in text)
        text = text.replace("\u2212", "-").replace("\u3000", " ").replace("\u00a0", " ")
    return text.strip()


def same_unit(one: str, other: str) -> bool:
    """Whether two units are one: the same text, or names of one currency (¥ 元 CNY; $ USD; € EUR; £ GBP)."""
    one, other = plain(one), plain(other)
    return one == other or (one in _CURRENCY_OF and _CURRENCY_OF[one] == _CURRENCY_OF.get(other))


def yaml_number(text: str) -> float | None:
    """The number that YAML 1.2's core schema reads in `text`, or None; infinity and NaN are none."""
    if len(text) > _LONGEST:
        return None
    if text.isdecimal() and text.isascii():  # most numbers
        return float(text)
    if "." not in text and _YAML_INT.fullmatch(text):
        base = {"0o": 8, "0x": 16}.get(text[:2], 10)
        return _finite(float(int(text, base) if base != 10 else int(text)))
    if _YAML_FLOAT.fullmatch(text):
        return _finite(float(text))
    return None


def read_number(text: str, unit: str = "") -> float | None:
    """The number that `text` says in `unit` (empty: none), or None where it is no number of that unit."""
    text = plain(text)
    number = yaml_number(text)
    if number is not None or len(text) > _LONGEST:
        return number
    match = _HEAD.fullmatch(text)
    if not match:
        return None
    sign, currency, digits, fraction, tail = match.groups()
    if currency and unit and not same_unit(currency, unit):
        return None
    factor = _multiplier(tail, unit)
    if factor is None:
        return None
    value = Decimal(digits.replace(",", "") + (fraction or "")) * factor
    return _finite(float(-value if sign == "-" else value))


def _multiplier(tail: str, unit: str) -> int | None:
    """What the text after the digits multiplies by, or None if it is neither multiplier nor unit."""
    factor = 1
    while tail and not (unit and same_unit(tail, unit)):
        word = next((word for word in _MULTIPLIERS if tail.startswith(word)), None)
        if word is None:
            return None
        factor *= _MULTIPLIERS[word]
        tail = tail[len(word) :].lstrip()
    return factor


def read_share(text: str) -> float | None:
    """A share: `0.4`, or `40%` for the same; None where it is neither."""
    text = plain(text)
    if text.endswith("%"):
        number = read_number(text[:-1].rstrip())
        return None if number is None else float(Decimal(repr(number)) / 100)
    return read_number(text)


def read_confidence(text: str) -> float | None:
    """A confidence: `0.6`, or `6/10` for the same; None where it is neither."""
    text = plain(text)
    if "/" in text and (match := _RATIO.fullmatch(text)):
        return float(Decimal(match[1]) / Decimal(match[2])) if int(match[2]) else None
    return yaml_number(text)


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def spelt(number: float) -> str:
    """A number as a message shows it: all the digits that tell it from others, without a fraction of zero."""
    return f"{number:.15g}"


def at_least(one: float, other: float) -> bool:
    """`one` ≥ `other`, within EPSILON."""
    return one >= other - EPSILON


def same(one: float, other: float) -> bool:
    """`one` = `other`, within EPSILON."""
    return abs(one - other) <= EPSILON


def weighted_mean(pairs: list[tuple[float, float]]) -> float | None:
    """Σ weight·value ÷ Σ weight over (weight, value) pairs; None where nothing weighs."""
    total = math.fsum([weight for weight, _ in pairs])
    return math.fsum([weight * value for weight, value in pairs]) / total if total > 0 else None


def round_half_up(value: float) -> float:
    """`value` to one decimal, .05 going up."""
    return math.floor(value * 10 + 0.5 + EPSILON) / 10
