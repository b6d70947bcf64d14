"""The key `rules:` of the configuration: which rules are in force, how severe, with which thresholds."""

from __future__ import annotations

from typing import Any

from goalsite.core.codes import CODES
from goalsite.core.rules import SEVERITIES, Rules, is_law
from goalsite.core.text import any_of
from goalsite.model.shapes import Reading, Shape, choice, many, number, shorten, span, wrong
from goalsite.source.nodes import Mapping, Node, Scalar

ALL = "ALL"
"""Stands for every code."""


def read_rules(node: Node, reading: Reading, name: str) -> Rules | None:
    """What the site says of the rules; a part that cannot be read is told and left out."""
    values = _RULES.read(node, reading, name)
    if values is None:
        return None
    default = Rules()
    return Rules(
        select=values.get("select", default.select),
        ignore=values.get("ignore", ()),
        severity=values.get("severity", ()),
        per_path=values.get("per-path", ()),
        thresholds=values.get("thresholds", ()),
    )


def _beginning(node: Node, reading: Reading, name: str) -> str | None:
    """A code, or the letters and digits that several begin with; empty for all of them."""
    if not isinstance(node, Scalar):
        wrong(node, reading, name, "a code, such as Q104, or what codes begin with, such as Q or R2")
        return None
    if node.text == ALL:
        return ""
    if node.text and any(code.startswith(node.text) for code in CODES):
        return node.text
    names = {code.name: code.code for code in CODES.values()}
    near = reading.suggestions.did_you_mean
    hint = f"write {names[node.text]}" if node.text in names else near(node.text, (*CODES, ALL))
    message = f'{name} has "{shorten(node.text)}", and no code begins so'
    reading.report(node.mark, "S041", message, hint or "goalsite rule --all lists the codes", span(node.text))
    return None


def _ignorable(node: Node, reading: Reading, name: str) -> str | None:
    """A beginning that does not ask for what cannot be ignored."""
    begin = _beginning(node, reading, name)
    if begin is not None and begin in CODES and is_law(CODES[begin]):
        message = f"{name} has {begin}, an error of structure, which cannot be put aside"
        reading.report(node.mark, "S041", message, "mend what it finds", span(begin))
        return None
    return begin


def _severity(node: Node, reading: Reading, name: str) -> tuple[tuple[str, str], ...] | None:
    pairs = []
    for key, value in _items(node, reading, name, "codes to error or warning", "{Q104: error}"):
        begin = _ignorable(key, reading, name)
        level = choice(*SEVERITIES)(value, reading, f"{name}.{shorten(key.text)}")
        if begin is not None and level is not None:
            pairs.append((begin, level))
    return tuple(pairs)


def _per_path(node: Node, reading: Reading, name: str) -> tuple[tuple[str, tuple[str, ...]], ...] | None:
    pairs = []
    for key, value in _items(node, reading, name, "globs of paths to codes", '{"goals/old/**": [Q, R]}'):
        codes = many(_ignorable)(value, reading, f"{name}.{shorten(key.text)}")
        if codes:
            pairs.append((key.text, codes))
    return tuple(pairs)


def _thresholds(node: Node, reading: Reading, name: str) -> tuple[tuple[str, str, float], ...] | None:
    """`{Q101: {root: 5, unit: 3}}` as (code, name, value)."""
    given: list[tuple[str, str, float]] = []
    with_bounds = [code.code for code in CODES.values() if code.thresholds]
    for key, value in _items(node, reading, name, "codes to their thresholds", "{Q102: {max: 7}}"):
        if key.text not in with_bounds:
            what = "has no thresholds" if key.text in CODES else "is no code"
            if key.text in CODES:
                hint = "take it away, or put the rule aside under ignore:"
            else:
                hint = reading.suggestions.did_you_mean(key.text, with_bounds)
            hint = hint or f"thresholds have {', '.join(with_bounds)}"
            message = f'"{shorten(key.text)}" {what}'
            reading.report(key.mark, "S041", message, hint, span(key.text))
            continue
        bounds = [bound for bound, _ in CODES[key.text].thresholds]
        what = f"{any_of(bounds)} to a number"
        for bound, written in _items(value, reading, key.text, what, f"{{{bounds[0]}: 5}}"):
            if bound.text not in bounds:
                message = f'{key.text} has no threshold "{shorten(bound.text)}"'
                near = reading.suggestions.did_you_mean(bound.text, bounds)
                hint = near or f"it has {any_of(bounds)}"
                reading.report(bound.mark, "S041", message, hint, span(bound.text))
                continue
            said = number(written, reading, f"{key.text}.{bound.text}")
            if said is not None:
                given.append((key.text, bound.text, said))
    return tuple(given)


def _items(node: Node, reading: Reading, name: str, what: str, example: str) -> tuple[Any, ...]:
    """The pairs of a mapping; none, having said so, of what is no mapping."""
    if isinstance(node, Mapping):
        return node.items
    wrong(node, reading, name, f"a mapping of {what}", f"write it as {example}")
    return ()


_RULES = Shape(
    "rules",
    {
        "select": many(_beginning),
        "ignore": many(_ignorable),
        "severity": _severity,
        "per-path": _per_path,
        "thresholds": _thresholds,
    },
)
