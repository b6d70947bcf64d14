"""Which findings one state has and the other has not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from goalsite.core.diagnostics import Diagnostic

_NUMBERS = re.compile(r"\d[\d.,:-]*")

Findings = tuple[Diagnostic, ...]
_Key = tuple[str, str, str]


def findings_changed(
    before: Findings, after: Findings, moved: Mapping[str, str]
) -> tuple[Findings, Findings]:
    """The findings that came and those that went; `moved` says where the files of before lie now.

    One in which only numbers are others is the same: lines move, and counts grow.
    """
    was = Counter(_key(one, moved) for one in before)
    now = Counter(_key(one, {}) for one in after)
    return _beyond(after, {}, was), _beyond(before, moved, now)


def _key(one: Diagnostic, moved: Mapping[str, str]) -> _Key:
    return moved.get(one.path, one.path), one.code, _NUMBERS.sub("0", one.message)


def _beyond(found: Iterable[Diagnostic], moved: Mapping[str, str], others: Counter[_Key]) -> Findings:
    """The findings that the others do not have, too."""
    known, left = Counter(others), []
    for one in found:
        key = _key(one, moved)
        if known[key]:
            known[key] -= 1
        else:
            left.append(one)
    return tuple(left)
