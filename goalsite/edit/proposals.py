"""Findings of a YAML file -> changes that may put them right, each to be tried before it is believed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from goalsite.core.diagnostics import Diagnostic, Mark
from goalsite.core.text import did_you_mean
from goalsite.edit.changes import Assign, Change, Path, Rename, Respell
from goalsite.edit.days import iso_day
from goalsite.edit.lines import BLANKS
from goalsite.edit.numbers import is_bare, spelt_number
from goalsite.edit.placing import node_at
from goalsite.edit.punctuation import WIDE, WIDE_OPENING, respelt, with_plain_colon
from goalsite.edit.words import choice_spellings, key_by_custom, key_spellings
from goalsite.source.spans import MappingSpan, NodeSpan, ScalarSpan, SequenceSpan


class Place(NamedTuple):
    """A scalar of a document, the way to it, the keys beside it, and the collections in brackets or braces
    around it, inmost first, each with the way to it."""

    scalar: ScalarSpan
    path: Path
    is_key: bool
    beside: frozenset[str]
    around: tuple[tuple[NodeSpan, Path], ...]


@dataclass(slots=True)
class Proposal:
    """Changes of which one may be right, the likeliest first, with the findings that it would end.

    `sure` if the first is right whatever the rest of the file says.
    """

    alternatives: tuple[Change, ...]
    sure: bool = False
    ends: list[Diagnostic] = field(default_factory=list)


def places(root: NodeSpan | None) -> dict[Mark, Place]:
    """Every scalar of a document by where it begins; of a key that stands twice, only the first."""
    found: dict[Mark, Place] = {}
    for place in _walk(root, (), ()):
        if place.scalar.end > place.scalar.start:  # an empty one begins where something else does
            found.setdefault(place.scalar.mark, place)
    return found


def _walk(node: NodeSpan | None, path: Path, around: tuple[tuple[NodeSpan, Path], ...]) -> Iterator[Place]:
    if isinstance(node, ScalarSpan):
        yield Place(node, path, False, frozenset(), around)
    elif node is not None:
        around = ((node, path), *around) if node.flow or _opens_wide(node) else ()
        if isinstance(node, SequenceSpan):
            for at, item in enumerate(node.items):
                yield from _walk(item, (*path, at), around)
            return
        keys = frozenset(key.text for key, _ in node.pairs)
        seen: set[str] = set()
        for key, value in node.pairs:
            if key.text not in seen:
                seen.add(key.text)
                yield Place(key, (*path, key.text), True, keys, around)
                yield from _walk(value, (*path, key.text), around)


def _opens_wide(node: SequenceSpan | MappingSpan) -> bool:
    """Whether a mapping is one in full-width braces whose plain colon made `｛title` its first key."""
    return isinstance(node, MappingSpan) and bool(node.pairs) and node.pairs[0][0].text[:1] in WIDE_OPENING


def proposals(findings: Iterable[Diagnostic], text: str, by_mark: dict[Mark, Place]) -> tuple[Proposal, ...]:
    """What may be changed in a YAML text whose scalars are `by_mark`; two findings may share a change."""
    found: dict[tuple[Change, ...], Proposal] = {}
    for finding in findings:
        place = by_mark.get(Mark(finding.line, finding.column))
        proposal = _proposal(finding, place, text) if place else None
        if proposal and proposal.alternatives:
            found.setdefault(proposal.alternatives, proposal).ends.append(finding)
    return tuple(found.values())


def _proposal(finding: Diagnostic, place: Place, text: str) -> Proposal | None:
    scalar, path = place.scalar, place.path
    match finding.code:
        case "S001" if place.is_key and not WIDE.isdisjoint(scalar.text):
            return Proposal(_respelt_around(place, text))
        case "S001" if place.is_key and scalar.text[:1] not in BLANKS:
            keys = (key for key in _meant(scalar.text, finding) if key not in place.beside)
            return Proposal(tuple(Rename(path, key) for key in keys))
        case "S002" | "S003" if not scalar.style:
            return Proposal((*_respelt(place, text), *_respelt_around(place, text)))
        case "S008" | "S011" | "S015" if "，" in scalar.text and place.around:
            return Proposal(_respelt_around(place, text))
        case "S008":
            return Proposal(tuple(Assign(path, form) for form in choice_spellings(scalar.text)))
        case "S011":
            day = iso_day(scalar.text)
            return Proposal((Assign(path, day),), sure=True) if day else None
        case "S015":
            number = spelt_number(scalar.text, str(path[-1]))
            return Proposal((Assign(path, number),), sure=is_bare(number)) if number else None
    return None


def _meant(written: str, finding: Diagnostic) -> tuple[str, ...]:
    """The keys that an unknown one may be: the nearest known one in another spelling, and one by custom."""
    return (*_nearest(written, finding), *filter(None, (key_by_custom(written),)))


def _nearest(written: str, finding: Diagnostic) -> list[str]:
    return [key for key in key_spellings(written) if finding.hint == did_you_mean(key, (key,))]


def is_no_key(written: str, told: Iterable[Diagnostic]) -> bool:
    """Whether findings at a key say that it is unknown, and it is not a known one in another spelling."""
    return any(one.code == "S001" and not _nearest(written, one) for one in told)


def _respelt(place: Place, text: str) -> tuple[Change, ...]:
    """A value in full-width braces or brackets, or of lines `key：value`, with plain punctuation."""
    written = text[place.scalar.start : place.scalar.end]
    if new := respelt(written):
        return (Respell(place.path, new),)
    lines = [with_plain_colon(line) for line in written.split("\n")]
    known = [line for line in lines if line is not None]
    if not place.around and len(known) == len(lines):
        return (Respell(place.path, "\n".join(known), place.scalar.mark.column),)
    return ()


def _respelt_around(place: Place, text: str) -> tuple[Change, ...]:
    """Each flow collection around a scalar with plain punctuation."""
    found = ((path, respelt(text[node.start : node.end])) for node, path in place.around)
    return tuple(Respell(path, new) for path, new in found if new)


class Attempt(NamedTuple):
    """A proposal with the one of its changes that is tried."""

    proposal: Proposal
    change: Change


def apart(tried: Iterable[Attempt], settled: Iterable[Attempt]) -> list[Attempt]:
    """Those that can be made together and with what is settled: none within what another writes anew.

    Of two that would give two keys one name, neither is meant for certain.
    """
    rewritten = {one.change.path for one in settled if isinstance(one.change, Respell)}
    taken = {(type(one.change), one.change.path) for one in settled}
    names = Counter(_new_name(one.change) for one in (*tried, *settled))
    found = []
    for one in sorted(tried, key=lambda one: len(one.change.path)):
        path, kind = one.change.path, type(one.change)
        above = any(path[:count] in rewritten for count in range(len(path) + 1))
        if above or (kind, path) in taken or (kind is Rename and names[_new_name(one.change)] > 1):
            continue
        taken.add((kind, path))
        rewritten |= {path} if kind is Respell else set()
        found.append(one)
    return found


def _new_name(change: Change) -> Path:
    return (*change.path[:-1], change.key) if isinstance(change, Rename) else change.path


def is_wrong_still(one: Attempt, root: NodeSpan | None, wrong: Mapping[Mark, Sequence[Diagnostic]]) -> bool:
    """Whether what an attempt was to end is told, where `root` is the document after it.

    `wrong` has what is told of it, by place. A key that is not known, or a value of another type, is as wrong
    as what was there before; but what another round can respell, a key or a value in full-width braces, is
    not.
    """
    path = _new_name(one.change)
    node = node_at(root, path)
    ends = {"S001", "S002", *(finding.code for finding in one.proposal.ends)}
    if (
        isinstance(one.change, Rename)
        and isinstance(node, ScalarSpan)
        and not node.style
        and respelt(node.text)
    ):
        ends.discard("S002")
    if any(finding.code in ends for finding in wrong.get(node.mark, ())):
        return True
    if isinstance(one.change, Respell) and _is_no_better(node, one.proposal.ends, wrong):
        return True
    parent = node_at(root, path[:-1])
    own = [key for key, _ in parent.pairs if key.text == path[-1]] if isinstance(parent, MappingSpan) else []
    return any(finding.code == "S001" for key in own for finding in wrong.get(key.mark, ()))


def _is_no_better(
    node: NodeSpan, ends: Iterable[Diagnostic], wrong: Mapping[Mark, Sequence[Diagnostic]]
) -> bool:
    """Whether what was written anew has a key that is not known, or is told all that it was to end."""
    inside = [(place, wrong.get(place.scalar.mark, ())) for place in _walk(node, (), ())]
    if any(place.is_key and is_no_key(place.scalar.text, told) for place, told in inside):
        return True
    still = {(finding.code, finding.message) for _, told in inside for finding in told}
    return all((finding.code, finding.message) in still for finding in ends)
