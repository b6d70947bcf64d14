"""The gist of a difference: how much changed, and which goals stand otherwise because of it."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.analysis.change import Altered, Difference
from goalsite.analysis.effects import Effect
from goalsite.language.language import Language
from goalsite.pages.titles import shown_title

_MOST = 7
"""So many goals are named; a gist is read in ten seconds."""


def gist(whole: Difference, affected: int, language: Language) -> tuple[str, ...]:
    """Sentences: what was written, then each goal whose status or health is another. `affected` is how many
    goals were not written and show other figures."""
    if whole.is_empty:
        return (language.text("Nothing differs."),)
    return (
        *filter(None, (_counted(whole, affected, language), _findings(whole, language))),
        *_standing(whole, language),
    )


def _counted(whole: Difference, affected: int, language: Language) -> str:
    """`1 goal new, 2 changed, 3 more moved by them`."""
    touched = [one for one in whole.goals if one.is_touched]
    new = sum(one.before is None for one in touched)
    gone = sum(one.after is None for one in touched)
    moved = sum(one.is_moved for one in touched)
    counts = (
        (new, language.plural("%(n)s goal is new", "%(n)s goals are new", new)),
        (gone, language.plural("%(n)s goal is taken out", "%(n)s goals are taken out", gone)),
        (moved, language.plural("%(n)s goal has moved", "%(n)s goals have moved", moved)),
        (
            rest := len(touched) - new - gone - moved,
            language.plural("%(n)s goal says something else", "%(n)s goals say something else", rest),
        ),
        (
            affected,
            language.plural(
                "the figures of %(n)s more move with them",
                "the figures of %(n)s more move with them",
                affected,
            ),
        ),
    )
    told = tuple(said for count, said in counts if count)
    return language.text("%(sentence)s.", sentence=language.listed(told)) if told else ""


def _findings(whole: Difference, language: Language) -> str:
    told = tuple(
        said
        for count, said in (
            (
                len(whole.new),
                language.plural("%(n)s finding is new", "%(n)s findings are new", len(whole.new)),
            ),
            (
                len(whole.gone),
                language.plural("%(n)s finding is gone", "%(n)s findings are gone", len(whole.gone)),
            ),
        )
        if count
    )
    return language.text("%(sentence)s.", sentence=language.listed(told)) if told else ""


def _standing(whole: Difference, language: Language) -> Iterator[str]:
    """The goals whose status or health is another, and those exposed since or no longer."""
    told = list(_named(whole, language))
    yield from told[:_MOST]
    if len(told) > _MOST:
        yield language.text("… and %(n)s more", n=language.number(len(told) - _MOST))


def _named(whole: Difference, language: Language) -> Iterator[str]:
    for one in whole.goals:
        for each in one.effects:
            if not each.result and (said := _said(one, each, language)):
                yield said


def _said(one: Altered, each: Effect, language: Language) -> str:
    title = shown_title(one.record.title)
    if each.figure in ("status", "health"):
        was, now = (language.word(each.figure, str(value)).word for value in (each.before, each.after))
        return language.text("“%(goal)s”: %(before)s → %(after)s", goal=title, before=was, after=now)
    if each.figure == "exposed" and each.after:
        return language.text("“%(goal)s” is now exposed to what it depends on", goal=title)
    if each.figure == "exposed":
        return language.text("“%(goal)s” is no longer exposed", goal=title)
    return ""
