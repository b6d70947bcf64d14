"""No phone number stands in what would be published.

## Why

A phone number on a public page is called by strangers for years, long after the goal is closed and the person has moved
on. Nobody needs it to understand a goal.

## Wrong

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
If payments stop, call +49 30 5550 1234.
```

```text
goals/2026-Q4/checkout.md:5:24: P402 phone-number: the phone number +49… would be published
  hint: name the person by handle, such as @ada, or link to a page where people reach you
```

## Right

`goals/2026-Q4/checkout.md`

```markdown
---
title: Buying from us takes no thought
owner: ada
---
If payments stop, see [on call](https://example.org/runbooks/42). More than 1 200 000 people pay here each year.
```

## How to fix

Name the person by handle, or link to a page that only those who need it can open. A number that is meant to be public
may stay: set the rule aside in its file with `lint: {P402: …}`.

## Source

General Data Protection Regulation, article 5: no more personal data than the purpose needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.lint.masks import masked
from goalsite.lint.published import Published

_MAY_BE = re.compile(r"[0-9](?:[() ./–-]{0,2}[0-9]){6}")
_BETWEEN = "() ./–-".encode()
"""What stands between the digits of `_MAY_BE`."""
_AS_NINE = bytes(ord("9") if chr(byte).isdecimal() else byte for byte in range(256))


@cache
def _number() -> re.Pattern[str]:
    """Numbers as they are dialled; made where a text may hold one."""
    return re.compile(
        r"(?<![A-Za-z0-9_.,/#=&?%:+¥$€£-])(?:"
        r"\+[1-9]\d{0,2}[ .-]?(?:\(\d{1,4}\)|\d{1,5})(?:[ ./–-]{1,2}\d{2,8}){1,5}"  # +49 (0)30 5550 1234
        r"|\+[1-9]\d{0,2} ?\(\d{1,4}\) ?\d{1,8}(?:[ ./–-]\d{2,8}){0,4}"
        r"|\+[1-9]\d{0,2}[ /-]\d{6,11}"  # +49 305550123
        r"|00[1-9]\d{0,2}[ /-]\(?\d{1,5}\)?(?:[ /-]?\d{2,8}){1,3}"  # 0049 30 5550 1234
        r"|\+[1-9]\d{9,14}"  # +4930555012345
        r"|(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}"  # 138 5550 1234
        r"|0(?:10|2\d|[3-9]\d{2})-\d{7,8}|0(?:10|2\d|[3-9]\d{2})[ -]\d{4}[ -]?\d{4}"  # 010-55501234
        r"|\(0[1-9]\d{1,4}\) ?\d{3,8}(?:[ /-]\d{2,5}){0,3}|0[1-9]\d{1,4}[ /-]\d{3,8}(?:[ /-]\d{2,5}){0,3}"  # (030) 5550123
        r"|\([2-9]\d{2}\) ?\d{3}[ .-]\d{4}|[2-9]\d{2}([.-])\d{3}\1\d{4}"  # (555) 010-1234
        r")(?![A-Za-z0-9_%])(?![.,:/-]\d)"
    )


@cache
def _spoken() -> re.Pattern[str]:
    """Numbers that are said to be called; made where a text may hold one."""
    return re.compile(
        r"(?<![A-Za-z])(?:tel|phone|telephone|mobile|cell|fax|whatsapp|wechat|电话|手机|座机|微信)(?![A-Za-z])"
        r"[^\w+(]{0,4}(?P<number>\+?[\d(][\d() /–-]{5,20}\d)(?![A-Za-z0-9_%.,]\w|\w)"
        r"|(?:tel:|wa\.me/)(?P<linked>\+?\d[\d-]{5,18}\d)",
        re.IGNORECASE,
    )


_GROUPED = re.compile(r"\+?\d{1,3}(?:[ .]\d{3}){1,3}")
_FRACTION = re.compile(r"\+?\d+\.\d+")
_DAY = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)")
_ROUND = "00000"  # a round sum, not a number to call
_AMOUNT = re.compile(r"\s?(?:[€$£%％元万亿千百次人个件名家]|million\b|billion\b)")
_DIGITS = (7, 15)
_WITH_AREA = 9  # digits that a number with its area code has at least
_LONG = 11  # digits from which on groups of three are a phone number, not a sum


def check(published: Published) -> Iterator[Diagnostic]:
    """Each phone number of a file; of a table each once."""
    if not (_has_digits(published.whole) and published.has(_MAY_BE)):
        return
    told: set[tuple[str, Mark]] = set()
    texts = tuple(published.among(_has_digits))
    matches = (
        (text, match)
        for pattern in (_number(), _spoken())
        for text in texts
        for match in pattern.finditer(text.text)
    )
    for text, match in matches:
        number = next((part for part in match.groupdict().values() if part), match[0])
        digits = "".join(filter(str.isdecimal, number))
        once = published.once(text, digits)
        if once in told or not _is_called(number, digits, text.text[match.end() :]):
            continue
        told.add(once)
        message = f"the phone number {masked(number)} would be published"
        hint = "name the person by handle, such as @ada, or link to a page where people reach you"
        yield published.finding(text, match, "P402", message, hint)


def _has_digits(text: str) -> bool:
    """Whether as many digits as a number has stand in a row, but for what may stand between them: told in a
    fraction of the time that a pattern takes, and most texts have none."""
    return len(text) > 6 and b"9999999" in text.encode(errors="replace").translate(_AS_NINE, _BETWEEN)


def _is_called(number: str, digits: str, rest: str) -> bool:
    """Whether it is a number to call, and no sum, day or amount."""
    if not _DIGITS[0] <= len(digits) <= _DIGITS[1] or _ROUND in digits or _DAY.search(number):
        return False
    if number.startswith(("0", "(0")) and len(digits) < _WITH_AREA:
        return False
    if _FRACTION.fullmatch(number) or (_GROUPED.fullmatch(number) and len(digits) < _LONG):
        return False
    return not _AMOUNT.match(rest)
