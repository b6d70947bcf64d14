"""A difference -> how it is told: first the gist, then goal by goal, in the words of the site."""

from __future__ import annotations

from goalsite.core.diagnostics import Diagnostic
from goalsite.language.language import Language
from goalsite.pages.difference_entries import Compared, Teller
from goalsite.pages.difference_gist import gist
from goalsite.pages.difference_views import DifferencePage, Section


def difference_page(compared: Compared, language: Language) -> DifferencePage:
    """The difference as it is shown in a language."""
    text, whole = language.text, compared.difference
    teller = Teller(compared, language)
    goals = [one for one in whole.goals if one.is_touched]
    affected = teller.affected()
    sections = (
        Section(text("New"), teller.entries(one for one in goals if one.change == "added")),
        Section(text("Taken out"), teller.entries(one for one in goals if one.change == "removed")),
        Section(text("Moved"), teller.entries(one for one in goals if one.change == "moved")),
        Section(text("Changed"), teller.entries(one for one in goals if one.change == "changed")),
        Section(text("Configuration"), lines=tuple(map(teller.setting, whole.settings))),
        Section(text("Findings that are new"), lines=tuple(map(_finding, whole.new))),
        Section(
            text("Goals whose figures move with them"),
            affected,
            aside=True,
        ),
        Section(text("Figures of units"), teller.units(), aside=True),
        Section(text("Units, people and pages"), teller.entries(whole.others), aside=True),
        Section(text("Findings that are gone"), lines=tuple(map(_finding, whole.gone)), aside=True),
        Section(text("Files that only one side can read"), lines=tuple(map(teller.unread, whole.unread))),
    )
    return DifferencePage(
        title=text("%(before)s → %(after)s", before=compared.names[0], after=compared.names[1]),
        day=text("Both sides are figured for %(date)s.", date=language.date(compared.after.analysis.as_of)),
        gist=gist(whole, len(affected), language),
        sections=tuple(section for section in sections if section.entries or section.lines),
        is_empty=whole.is_empty,
        tag=language.tag,
        direction=language.direction(),
        left_out=text("{n} more lines have no room here: see goalsite diff."),
    )


def _finding(one: Diagnostic) -> str:
    return f"{one.path}:{one.line}:{one.column}: {one.code} {one.message}"
