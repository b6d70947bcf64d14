"""A person: what they own, help with and are asked for. No totals, no ranking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from goalsite.core.values import replace
from goalsite.model.records import Objective, Person
from goalsite.pages.asks import asks_of_unit, needs_of_goals
from goalsite.pages.coming import coming_rows
from goalsite.pages.desk import Desk, once
from goalsite.pages.follow import follow_person
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.kpi_rows import kpi_row
from goalsite.pages.lasting import is_live
from goalsite.pages.links import goal_link, person_link, record_links, unit_link
from goalsite.pages.mentioned import Told, mention_rows, mentioned
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.paging import MOST
from goalsite.pages.paths import page_path
from goalsite.pages.roles import Roles, roles
from goalsite.pages.rows import ObjectiveRow, PersonRow
from goalsite.pages.say import badge, bar, value_in
from goalsite.pages.sections import OwnedKeyResult
from goalsite.pages.texts import prose
from goalsite.pages.views import PersonPage

_MOST_PAST = 100
_NOBODY = Roles()


def person_pages(desk: Desk, people: Sequence[Person] | None = None) -> Iterator[tuple[PersonPage, Frame]]:
    """The page of everybody who is named or has a profile; or of these alone."""
    held, named = roles_held(desk), _named(desk)
    for person in desk.corpus.people if people is None else people:
        path = page_path("person", person.id)
        texts = named.get(person.id, ())
        page = person_page(desk, person, held.get(person.id, _NOBODY), path, texts)
        yield (
            page,
            frame(desk, path, page.title, "people/", source=person, follow=follow_person(desk, person)),
        )


@once
def roles_held(desk: Desk) -> Mapping[str, Roles]:
    """The roles of everybody who has one, by folded handle."""
    return roles(desk.corpus)


@once
def _named(desk: Desk) -> Mapping[str, tuple[Told, ...]]:
    return mentioned(desk.corpus)


def person_page(
    desk: Desk, person: Person, has: Roles, path: str, texts: tuple[Told, ...] = ()
) -> PersonPage:
    """The page of one person, who has these roles and is named in these texts."""
    owns = [desk.objectives[name] for name in has.owns]
    helps = [desk.objectives[name] for name in has.contributes]
    personal = desk.goals_of_person.get(person.id, ())
    past = [goal for goal in (*owns, *personal) if not is_live(desk, goal)]
    live = [goal for goal in owns if is_live(desk, goal)]
    own = [goal for goal in personal if is_live(desk, goal)]
    asked = [row for unit in has.leads for row in asks_of_unit(desk, unit)]
    return PersonPage(
        title=person.name or person.handle,
        handle=f"@{person.handle}",
        roles=tuple(person_roles(desk, person, has))[:MOST],
        owns=tuple(_own_row(desk, goal) for goal in live[:MOST]),
        key_results=tuple(_owned(desk, has.results))[:MOST],
        kpis=tuple(kpi_row(desk, desk.kpis[name]) for name in has.kpis[:MOST]),
        contributes=tuple(objective_row(desk, goal) for goal in helps if is_live(desk, goal))[:MOST],
        asked=tuple(dict.fromkeys((*needs_of_goals(desk, live), *asked)))[:MOST],
        personal=tuple(_own_row(desk, goal) for goal in own[:MOST]),
        past=tuple(objective_row(desk, goal) for goal in _latest(desk, past)),
        mentioned=mention_rows(desk, person.id, texts),
        coming=coming_rows(desk, (*live, *own), results=has.results),
        body=prose(desk, person, path, person.body),
        links=record_links(desk, person),
        note=_cut(desk, len(live), len(has.results), len(has.kpis), len(helps), len(own)),
    )


def _cut(desk: Desk, *lengths: int) -> str:
    """That some list of the page is longer than what it shows of it."""
    if max(lengths) <= MOST:
        return ""
    return desk.language.text(
        "Lists on this page show their first %(shown)s entries.", shown=desk.language.number(MOST)
    )


def _own_row(desk: Desk, goal: Objective) -> ObjectiveRow:
    """The row of a goal whose owner need not be named: the page is theirs."""
    return replace(objective_row(desk, goal), owner=None)


def _latest(desk: Desk, goals: Iterable[Objective]) -> list[Objective]:
    """The goals of the latest cycles."""
    return sorted(goals, key=lambda goal: (desk.cycles[goal.cycle].period.end, goal.id), reverse=True)[
        :_MOST_PAST
    ]


def person_roles(desk: Desk, person: Person, has: Roles) -> Iterator[PersonRow]:
    """What a person is in which unit."""
    text = desk.language.text
    for unit in has.leads:
        yield PersonRow(unit_link(desk, unit), text("leads it"))
    members = (
        has.member_of if not person.team or person.team in has.member_of else (person.team, *has.member_of)
    )
    for unit in members:
        if unit not in has.leads and unit in desk.teams:
            yield PersonRow(unit_link(desk, unit), text("member"))


def _owned(desk: Desk, results: Iterable[str]) -> Iterator[OwnedKeyResult]:
    """The key results somebody owns in live goals of others."""
    for name in results:
        goal_id, _, result_id = name.partition("#")
        goal = desk.objectives[goal_id]
        if not is_live(desk, goal):
            continue
        figures = desk.analysis.objectives[goal_id].key_results
        one = next(one for one in figures if one.id == result_id)
        if one.counted:
            yield OwnedKeyResult(
                link=goal_link(desk, name),
                objective=goal_link(desk, goal_id),
                status=badge(desk, "status", one.status),
                bar=bar(desk, one.progress, one.expected, one.status),
                value=value_in(desk, one.value, one.unit),
            )


def person_row(desk: Desk, person: Person, has: Roles) -> PersonRow:
    """A person in a list: where they are, and whether they lead."""
    own = (person.team,) if person.path else ()
    unit = next((name for name in (*has.leads, *own, *has.member_of) if name in desk.teams), None)
    role = desk.language.text("lead") if has.leads else ""
    return PersonRow(person_link(desk, person.id), role, None if unit is None else unit_link(desk, unit))
