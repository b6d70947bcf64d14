"""What changed, in a short sentence: the same words in a goal's history and in a difference."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from goalsite.core.days import read_day
from goalsite.core.names import fold_handle
from goalsite.history.records import Fact, Part
from goalsite.language.language import Language
from goalsite.language.messages import message
from goalsite.pages.changed_edges import edges_clause
from goalsite.pages.changed_values import OF_RESULTS, Called, bare, day, said
from goalsite.pages.changed_words import EDGE_FIELDS, FIELDS, FIGURES, Field
from goalsite.pages.titles import shown_title

_NOW, _NO_LONGER = message("now: %(said)s"), message("no longer: %(said)s")
_MOST = 12
"""Entries of a list that are told."""


class Changed(Protocol):
    """What is told: an edit of the history, or a change between two states."""

    @property
    def part(self) -> Part:
        """What of the goal it is about."""

    @property
    def field(self) -> str:
        """The key that says something else; empty where the part came or went."""

    @property
    def before(self) -> Fact:
        """What it said."""

    @property
    def after(self) -> Fact:
        """What it says."""


def sentence(edit: Changed, names: Called, language: Language) -> str:
    """What an edit changed, without who did and when: `Median time to green: target 5 → 6 min`."""
    where = (result_of(edit, names), part_of(edit, names, language))
    return about((*where, clause(edit, names, language)), language)


def result_of(edit: Changed, names: Called) -> str:
    """The title of the key result that an edit is about; empty where it is about none, or a whole one."""
    part = edit.part
    if not part or part[0] not in OF_RESULTS or not part[1] or _is_result(edit):
        return ""
    known = names.results.get(part[1])
    return shown_title(known.title) if known else part[1]


def about(parts: Iterable[str], language: Language) -> str:
    """`what: what of it`, without what is empty."""
    *before, told = [part for part in parts if part] or [""]
    for part in reversed(before):
        told = language.text("%(what)s: %(said)s", what=part, said=told)
    return told


def joined(clauses: Iterable[str], language: Language) -> str:
    """Clauses one after the other, without empty ones."""
    return language.text("; ").join(filter(None, clauses))


def clause(edit: Changed, names: Called, language: Language) -> str:
    """The same without the key result and the part of it: `target 5 → 6 min`."""
    if edit.field:
        return _field(edit, names, language)
    if _is_result(edit):
        title = shown_title(str(edit.after or edit.before or edit.part[1]))
        if edit.before is None:
            return language.text("new key result “%(title)s”", title=title)
        return language.text("key result “%(title)s” taken out", title=title)
    came = edit.before is None
    held = _held(edit, edit.after if came else edit.before, names, language)
    what = about((_part(edit.part, names, language), held), language)
    return (
        language.text("new %(what)s", what=what) if came else language.text("%(what)s taken out", what=what)
    )


def _is_result(edit: Changed) -> bool:
    """Whether a key result came or went as a whole."""
    return edit.part[:1] == ("key_result",) and not edit.field


def part_of(edit: Changed, names: Called, language: Language) -> str:
    """What within a goal or key result an edit is about; empty where it is about that itself, or about all of
    the part."""
    is_part = edit.field and edit.part != ("target", "")  # the only target of a KPI is the target
    return _part(edit.part, names, language) if is_part else ""


def _part(part: Part, names: Called, language: Language) -> str:
    text, found = language.text, ""
    match part:
        case ("milestone", _, title):
            found = text("milestone “%(title)s”", title=shown_title(title))
        case ("target", ""):
            found = text("target")
        case ("target", name) if read_day(name):
            found = text("target from %(day)s", day=day(name, language))
        case ("target", name):
            found = text("target for %(period)s", period=language.cycle(name))
        case ("initiative", title):
            found = text("initiative “%(title)s”", title=shown_title(title))
        case ("checkin", _, when, *_):
            found = text("check-in of %(day)s", day=day(when, language))
        case ("point", when):
            found = text("value of %(day)s", day=day(when, language))
        case ("point", when, *split):
            found = text("value of %(day)s for %(part)s", day=day(when, language), part=", ".join(split))
        case ("review", when, by) if by:
            found = text("review of %(day)s by %(person)s", day=day(when, language), person=names.person(by))
        case ("review", when, _):
            found = text("review of %(day)s", day=day(when, language))
    return found


def _held(edit: Changed, whole: Fact, names: Called, language: Language) -> str:
    """What a part that came or went says: a value, or the fields of a check-in."""
    unit = names.unit_of(edit.part)
    if edit.part[:1] == ("point",):
        return said(whole, "amount", unit, names, language)
    if edit.part[:1] != ("checkin",) or not isinstance(whole, tuple):
        return ""
    told = []
    for piece in whole:
        if isinstance(piece, tuple) and len(piece) == 2:
            name, value = str(piece[0]), piece[1]
            known = _known(("checkin",), name)
            shown = said(value, known.form, unit, names, language)
            told.append(shown if name in ("value", "status") else f"{language.text(known.label)} {shown}")
    return language.text(", ").join(told)


def _known(part: Part, name: str) -> Field:
    """The word and form of a field; `status` means one thing of a goal, another of its parts."""
    if name == "status" and part:
        return FIGURES["status"]
    return FIELDS.get(name, Field(name.replace("_", " "), "text"))


def _field(edit: Changed, names: Called, language: Language) -> str:
    if edit.field in EDGE_FIELDS and not edit.part:
        return edges_clause(edit.field, edit.before, edit.after, names, language)
    known = _known(edit.part, edit.field)
    label, unit = language.text(known.label), names.unit_of(edit.part)
    if known.is_list:
        return _list(label, edit, known, names, language)
    if known.form == "flag":
        return language.text(_NOW if edit.after else _NO_LONGER, said=label)
    was, now = (said(value, known.form, unit, names, language) for value in (edit.before, edit.after))
    if edit.before is None:
        return language.text("%(label)s now %(value)s", label=label, value=now)
    if edit.after is None:
        return language.text("%(label)s %(value)s taken out", label=label, value=was)
    if was == now and known.form == "text":  # as far as there is room for it
        return language.text("%(label)s rewritten", label=label)
    if was == now:
        was, now = str(edit.before), str(edit.after)
    if edit.field == "title":
        return language.text("reworded: %(before)s → %(after)s", before=was, after=now)
    return language.text("%(label)s %(before)s → %(after)s", label=label, before=bare(was, now), after=now)


def _list(label: str, edit: Changed, known: Field, names: Called, language: Language) -> str:
    """What was added to a list and what was taken from it."""
    was, now = (value if isinstance(value, tuple) else () for value in (edit.before, edit.after))
    earlier, later = ({_same(one, known): one for one in side} for side in (was, now))
    came = _items([one for key, one in later.items() if key not in earlier], known, names, language)
    went = _items([one for key, one in earlier.items() if key not in later], known, names, language)
    told = (
        language.text("added %(items)s", items=came) if came else "",
        language.text("removed %(items)s", items=went) if went else "",
    )
    return about((label, joined(told, language)), language)


def _same(entry: Fact, known: Field) -> Fact:
    """What tells an entry of a list from others: a person is the same in any case."""
    return fold_handle(entry) if known.form == "person" and isinstance(entry, str) else entry


def _items(entries: list[Fact], known: Field, names: Called, language: Language) -> str:
    shown = tuple(said(one, known.form, "", names, language) for one in entries[:_MOST])
    if len(entries) > _MOST:
        shown = (*shown, language.plural("%(n)s more", "%(n)s more", len(entries) - _MOST))
    return language.listed(shown)


def effect(
    figure: str,
    before: float | str | bool | None,
    after: float | str | bool | None,
    unit: str,
    language: Language,
) -> str:
    """What became of a figure: `progress 50% → 56%`; empty where a reader would see no difference."""
    known = FIGURES[figure]
    label = language.text(known.label)
    if known.form == "flag":
        return language.text(_NOW if after else _NO_LONGER, said=label)
    was, now = (
        "–" if value is None else said(value, known.form, unit, Called(), language)
        for value in (before, after)
    )
    if was == now or (known.form == "behind" and None in (before, after)):
        return ""
    if known.form == "behind":
        return language.text("%(before)s → %(after)s", before=was, after=now)
    return language.text("%(label)s %(before)s → %(after)s", label=label, before=bare(was, now), after=now)
