"""One file and its findings -> the file with what has one right answer put right.

A repair is made, the file is read and judged again, and what did not end its finding is taken back. Repairs
that uncover more (the check-ins below a misspelt key) are followed by another round.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from goalsite.core.diagnostics import MOST_ALIKE, Diagnostic, Mark
from goalsite.edit.changes import Assign
from goalsite.edit.document import Source, edited, resplice, source
from goalsite.edit.lines import BLANKS, Mended, mended
from goalsite.edit.proposals import (
    Attempt,
    Place,
    Proposal,
    apart,
    is_no_key,
    is_wrong_still,
    places,
    proposals,
)
from goalsite.edit.splices import Splice
from goalsite.source import frontmatter
from goalsite.source.spans import spans

FIXABLE = frozenset({"S001", "S002", "S003", "S008", "S011", "S015", "S030", "S036", "S041"})
"""The codes of findings in YAML of which some have one right answer."""

_ROUNDS = 12  # each goes one level deeper into what a repair uncovered
_MOST_ALONE = 50  # changes that are tried one by one
_UNREADABLE = ("S030", "S036", "S041")

Judge = Callable[[bytes], tuple[Diagnostic, ...]]
"""What is wrong with the file if these were its bytes."""


class Repaired(NamedTuple):
    """A file's bytes, and the findings that are gone; those of later rounds stand where they came up."""

    data: bytes
    ended: tuple[Diagnostic, ...]


def repaired(
    data: bytes, path: str, findings: Iterable[Diagnostic], judge: Judge, references: Mapping[Mark, str]
) -> Repaired:
    """The file with repairs; `references` are scalars to be written otherwise, by where they begin.

    What is wrong with the file but not among `findings` was set aside by its author, and stays.
    """
    told = tuple(one for one in findings if one.code in FIXABLE)
    all_told = {code for code, count in Counter(one.code for one in told).items() if count >= MOST_ALIKE}
    set_aside = {(one.code, one.line) for one in judge(data) if one.code not in all_told}
    set_aside -= {(one.code, one.line) for one in told}
    ended: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        there = source(data, path)
        if there is None or not (told or references):
            break
        if frontmatter.mapping(there.yaml, path, "S036")[0] is None:
            step = _with_lines(data, path, there, told, judge, ())
        else:
            step = _one_round(data, path, there, told, judge, references)
        if step is None:
            break
        data, references = step.data, {}
        ended += step.ended
        told = tuple(one for one in judge(data) if one.code in FIXABLE)
        told = tuple(one for one in told if (one.code, one.line) not in set_aside)
    left = set(told)
    return Repaired(data, tuple(one for one in ended if one not in left))


def _with_lines(
    data: bytes, path: str, there: Source, told: Iterable[Diagnostic], judge: Judge, at_fault: tuple[int, ...]
) -> Repaired | None:
    """The file with lines put right that keep it from being read as it was meant; None without any."""
    after = mended(there.yaml, at_fault)
    new = resplice(data, path, _differences(there.yaml, after)) if after else None
    if after is None or new is None:
        return None
    lines = {number + there.line - 1 for number in after.lines}
    first: dict[int, Place] = {}
    for mark, place in sorted(places(spans(after.text, there.line)).items()):
        first.setdefault(mark.line, place)
    wrong = _by_mark(judge(new))
    keys = (first[line].scalar for line in lines if line in first)
    if any(is_no_key(key.text, wrong.get(key.mark, ())) for key in keys):
        return None  # what stands before the colon is no key
    if at_fault and _said_elsewhere(there.yaml, after) != _said_elsewhere(after.text, after):
        return None
    ends = (one for one in told if one.code in _UNREADABLE or (one.code == "S001" and one.line in lines))
    return Repaired(new, tuple(ends))


def _differences(text: str, after: Mended) -> list[Splice]:
    found, at = [], 0
    for number, (old, new) in enumerate(zip(text.split("\n"), after.text.split("\n"), strict=True), 1):
        if number in after.lines:
            found.append(Splice(at, at + len(old), new))
        at += len(old) + 1
    return found


def _said_elsewhere(text: str, after: Mended) -> list[tuple[str, Mark]]:
    """The scalars on the lines that were not changed."""
    return [(p.scalar.text, mark) for mark, p in places(spans(text)).items() if mark.line not in after.lines]


def _one_round(
    data: bytes,
    path: str,
    there: Source,
    told: tuple[Diagnostic, ...],
    judge: Judge,
    references: Mapping[Mark, str],
) -> Repaired | None:
    """The file with every proposal that holds; None where none does."""
    by_mark = places(spans(there.yaml, there.line))
    moved = (Assign(by_mark[mark].path, new) for mark, new in references.items() if mark in by_mark)
    waiting = [Proposal((change,), sure=True) for change in moved]
    waiting += proposals(told, there.yaml, by_mark)
    if not all(one.sure for one in waiting):
        before = {(one.code, Mark(one.line, one.column)) for one in judge(data)}
        waiting = [one for one in waiting if one.sure or _were_told(one, before)]
    settled: list[Attempt] = []
    for attempt in range(max((len(one.alternatives) for one in waiting), default=0)):
        tried = [
            Attempt(one, one.alternatives[attempt]) for one in waiting if attempt < len(one.alternatives)
        ]
        held = _holding(data, path, settled, apart(tried, settled), judge)
        settled += held
        kept = {id(one.proposal) for one in held}
        waiting = [one for one in waiting if id(one) not in kept]
    new = edited(data, path, (one.change for one in settled)) if settled else None
    if new is not None:
        return Repaired(new, tuple(finding for one in settled for finding in one.proposal.ends))
    lines = sorted({mark.line - there.line + 1 for mark in _no_keys(told, by_mark)})
    return _with_lines(data, path, there, told, judge, tuple(lines)) if lines else None


def _were_told(one: Proposal, before: set[tuple[str, Mark]]) -> bool:
    """Whether the file by itself has what the proposal is to end; references are not judged there."""
    places_told = ((finding.code, Mark(finding.line, finding.column)) for finding in one.ends)
    return all(told in before or told[0] == "S003" for told in places_told)


def _holding(
    data: bytes, path: str, settled: list[Attempt], tried: list[Attempt], judge: Judge
) -> list[Attempt]:
    """Those of `tried` that end what they are to end, made together with what is settled."""
    new = edited(data, path, (one.change for one in (*settled, *tried))) if tried else None
    if new is None and len(tried) > 1:  # one of them cannot be made: it is found by itself
        tried = [one for one in tried[:_MOST_ALONE] if edited(data, path, (one.change,)) is not None]
        new = edited(data, path, (one.change for one in (*settled, *tried)))
    there = source(new, path) if new is not None else None
    if new is None or there is None:
        return []
    root = spans(there.yaml, there.line)
    wrong = _by_mark(judge(new))
    return [one for one in tried if one.proposal.sure or not is_wrong_still(one, root, wrong)]


def _by_mark(findings: Iterable[Diagnostic]) -> dict[Mark, list[Diagnostic]]:
    found: dict[Mark, list[Diagnostic]] = {}
    for one in findings:
        found.setdefault(Mark(one.line, one.column), []).append(one)
    return found


def _no_keys(told: Iterable[Diagnostic], by_mark: Mapping[Mark, Place]) -> Iterator[Mark]:
    """Where in block style a key stands that is made of more than a key: `　unit`, `metric：{unit`."""
    for one in told:
        place = by_mark.get(mark := Mark(one.line, one.column))
        if one.code == "S001" and place and place.is_key and not place.around:
            text = place.scalar.text
            if text[:1] in BLANKS or "：" in text:
                yield mark
