"""Which findings stand: what the configuration says of the rules, and what files set aside with a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from goalsite.core.codes import CODES
from goalsite.core.config import Config
from goalsite.core.diagnostics import MOST_ALIKE, Diagnostic, Mark, finding, in_order
from goalsite.core.rules import is_law
from goalsite.core.text import Suggestions
from goalsite.core.values import replace
from goalsite.lint.traced import TRACED
from goalsite.model.files import homes
from goalsite.model.shapes import is_null, shorten, span
from goalsite.source.globs import Globs
from goalsite.source.nodes import Document, Mapping, Scalar

_PASSING = ("R", "K301", "K306", "K308", *TRACED)
"""Rules whose findings come and go without anybody's doing, or stand at one goal for all."""


class _SetAside(Struct, frozen=True):
    """One rule that a file sets aside, and where it says so."""

    code: str
    path: str
    mark: Mark


def settle(
    found: Iterable[Diagnostic], documents: Iterable[Document], config: Config
) -> tuple[Diagnostic, ...]:
    """The findings that stand, in order and with the severity that the site gives them; a rule that a file
    sets aside badly, or for nothing, is told."""
    faults: list[Diagnostic] = []
    aside = {(one.path, one.code): one for one in _set_aside(documents, faults)}
    used: set[tuple[str, str]] = set()
    standing = []
    for one in found:
        place = next(((path, one.code) for path in _homes(one.path) if (path, one.code) in aside), None)
        if place:
            used.add(place)
        else:
            standing.append(one)
    unused = (_unused(one) for place, one in aside.items() if place not in used and _shows(one, config))
    return tuple(_few(in_order(_levelled([*standing, *faults, *unused], config))))


def _few(found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """The findings, of one code in one file not more than people read; the last tells that there are more."""
    count = Counter((one.path, one.code) for one in found)
    told: Counter[tuple[str, str]] = Counter()
    for one in found:
        kind = (one.path, one.code)
        told[kind] += 1
        if told[kind] == MOST_ALIKE < count[kind]:
            yield replace(one, message=f"{one.message}; more of {one.code} follow in this file")
        elif told[kind] <= MOST_ALIKE:
            yield one


def _homes(path: str) -> tuple[str, ...]:
    """The files that may speak for a file: itself, and the goal whose table it is."""
    return homes(path) if path.endswith(".csv") else (path,)


def _set_aside(documents: Iterable[Document], faults: list[Diagnostic]) -> Iterator[_SetAside]:
    for document in documents:
        for key, value in document.head:
            if key.text != "lint" or not isinstance(value, Mapping):
                continue
            suggestions = Suggestions()
            for code, reason in value.items:
                is_bare = is_null(reason) or (isinstance(reason, Scalar) and not reason.text)
                if fault := _fault(code, is_bare, suggestions):
                    message, hint = fault
                    mark = code.mark
                    faults.append(finding(document.path, mark, "S052", message, hint, span(code.text)))
                else:
                    yield _SetAside(code.text, document.path, code.mark)


def _fault(code: Scalar, is_bare: bool, suggestions: Suggestions) -> tuple[str, str] | None:
    """What is wrong with setting that code aside, and what to do; None where nothing is."""
    known = CODES.get(code.text)
    if known is None:
        names = {each.name: each.code for each in CODES.values()}
        hint = f"write {names[code.text]}" if code.text in names else ""
        hint = hint or suggestions.did_you_mean(code.text, CODES)
        return f'"{shorten(code.text)}" is no code', hint or "goalsite rule --all lists the codes"
    if known.stage == "removed":
        return f"{known.code} is gone", f"write {known.instead}" if known.instead else "take it away"
    if is_law(known):
        return f"{known.code} is an error of structure, which cannot be set aside", "mend what it finds"
    if is_bare:
        return (
            f"{known.code} is set aside without a reason",
            f"write {known.code}: why it does not apply here",
        )
    return None


def _shows(one: _SetAside, config: Config) -> bool:
    """Whether a rule that found nothing says so of a suppression: what is told by the day comes and goes."""
    return CODES[one.code].told and not one.code.startswith(_PASSING) and config.rules.selects(one.code)


def _unused(one: _SetAside) -> Diagnostic:
    message = f"{one.code} is set aside, and finds nothing here"
    return finding(one.path, one.mark, "S053", message, "take the entry away", len(one.code))


def _levelled(found: list[Diagnostic], config: Config) -> Iterator[Diagnostic]:
    """Without what the configuration puts aside, and with the severity it gives."""
    rules = config.rules
    selected = {code: rules.selects(code) for code in {one.code for one in found}}
    levels = {code: rules.level(code) for code in selected}
    ignored = [(Globs([glob]), codes) for glob, codes in rules.per_path]
    is_ignored = {kind: _is_ignored(*kind, ignored) for kind in {(one.path, one.code) for one in found}}
    for one in found:
        if selected[one.code] and not is_ignored[one.path, one.code]:
            level = levels[one.code]
            yield one if level == one.severity else replace(one, level=level)


def _is_ignored(path: str, code: str, ignored: list[tuple[Globs, tuple[str, ...]]]) -> bool:
    if is_law(CODES[code]):
        return False
    return any(code.startswith(codes) and globs.match(path) for globs, codes in ignored)
