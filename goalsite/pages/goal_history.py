"""A goal's history: its newest commits on its page, all of them under `_/history/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.model.records import Kpi, Objective
from goalsite.pages.commits import author_links, commit_link
from goalsite.pages.desk import Desk
from goalsite.pages.edit_words import edit_lines
from goalsite.pages.edited import in_log
from goalsite.pages.elements import Link, site_href
from goalsite.pages.events import Edited
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.history_views import HistoryPage, HistoryRow, HistorySection
from goalsite.pages.links import goal_link
from goalsite.pages.paging import pager, part_path, parts
from goalsite.pages.paths import page_path

_MOST = 10


def history_section(desk: Desk, goal: Objective | Kpi) -> HistorySection | None:
    """The newest commits of a goal; None where nothing is known of it and nobody would wonder."""
    told, note = _told(desk, goal), _note(desk, goal)
    if not told and not note:
        return None
    more = None
    if len(told) > _MOST:
        text = desk.language.text("All %(n)s commits", n=desk.language.number(len(told)))
        more = Link(text, site_href(_path(goal)))
    return HistorySection(tuple(_row(desk, one) for one in told[:_MOST]), more, note)


def history_pages(
    desk: Desk, goals: Sequence[Objective | Kpi] | None = None
) -> Iterator[tuple[HistoryPage, Frame]]:
    """The pages with the whole history of each goal whose own page does not hold it."""
    for goal in desk.goals if goals is None else goals:
        told = _told(desk, goal)
        if len(told) <= _MOST:
            continue
        link = goal_link(desk, goal.id)
        title = desk.language.text("History of “%(goal)s”", goal=goal.title)
        pages, path = parts(told), _path(goal)
        for number, part in enumerate(pages, 1):
            rows = tuple(_row(desk, one) for one in part)
            page = HistoryPage(
                title, link, rows, _note(desk, goal), pager(desk.language, path, number, len(pages))
            )
            section = "teams/" if isinstance(goal, Objective) else "kpis/"
            around = frame(
                desk, part_path(path, number), title, section, breadcrumb=(link,), unit=goal.team, source=goal
            )
            yield page, around


def _path(goal: Objective | Kpi) -> str:
    return f"{page_path(goal.kind, goal.id)}_/history/"


def _told(desk: Desk, goal: Objective | Kpi) -> Sequence[Edited]:
    """What commits did to a goal, without what its check-ins tell, newest first."""
    found = []
    for moment in desk.stories.moments.get(goal.id, ()):
        edits = tuple(edit for edit in moment.edits if not in_log(edit, goal))
        if edits or moment.turn:
            found.append(Edited(moment.commit.day, goal.id, "", moment.commit, moment.turn, edits))
    return found


def _note(desk: Desk, goal: Objective | Kpi) -> str:
    """Why no more is known."""
    past, language = desk.stories, desk.language
    if goal.id in past.unknown:
        return language.text("Not committed yet: its history begins with its first commit.")
    if goal.id in past.cut and past.begins:
        return language.text(
            "The history begins on %(date)s: what came before is not in this clone of the repository, "
            "which is shallow.",
            date=language.date(past.begins),
        )
    if goal.id in past.lacking:
        return language.text("This clone of the repository lacks some of its versions.")
    return ""


def _row(desk: Desk, event: Edited) -> HistoryRow:
    commit = event.commit
    return HistoryRow(
        date=desk.language.date(event.day),
        commit=commit_link(desk, commit),
        authors=author_links(desk, commit.authors),
        lines=(*_turned(desk, event), *edit_lines(desk, event)),
    )


def _turned(desk: Desk, event: Edited) -> Iterator[str]:
    """That it came, went or came back."""
    match event.turn.kind if event.turn else "":
        case "born":
            yield desk.language.text("written")
        case "removed":
            yield desk.language.text("taken out")
        case "returned":
            yield desk.language.text("back again")
