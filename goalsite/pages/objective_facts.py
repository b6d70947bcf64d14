"""The labelled lines of an objective's page: its figures, the rest of what its file says, its people."""

from __future__ import annotations

from collections.abc import Iterable

from goalsite.analysis.figures import ObjectiveFigures
from goalsite.core.names import fold_handle
from goalsite.core.quantities import at_least, same
from goalsite.model.records import Common, Objective
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Fact, Figure
from goalsite.pages.lengths import rhythm
from goalsite.pages.links import cycle_link, cycle_name, person_link, unit_link
from goalsite.pages.rows import PersonRow
from goalsite.pages.say import behind, confidence, expected, pace, progress, score, weight

_WORTH_TELLING = 0.1
"""From this difference on, the progress with what was dropped is told, too."""


def description(desk: Desk, goal: Objective) -> str:
    """The page in a sentence, for those who only see a link to it."""
    unit = desk.teams[goal.team].title if goal.team in desk.teams else goal.team
    return desk.language.text(
        "An objective of %(unit)s for %(cycle)s", unit=unit, cycle=cycle_name(desk, goal.cycle)
    )


def figure_facts(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> tuple[Fact, ...]:
    """Who answers for it, and its numbers."""
    text = desk.language.text
    own, whole, original = figures.progress, figures.progress_with_contributions, figures.progress_original
    found: list[tuple[str, Figure | None]] = [(text("Progress"), progress(desk, own))]
    if whole is not None and (own is None or not same(whole, own)):
        found.append((text("With what contributes"), progress(desk, whole)))
    if own is not None and original is not None and at_least(abs(own - original), _WORTH_TELLING):
        found.append((text("With what was dropped"), progress(desk, original)))
    if figures.status != "planned":
        found += [
            (text("Expected"), expected(desk, figures.expected)),
            (text("Pace"), pace(desk, figures.pace)),
        ]
    found += [
        (text("Plan"), behind(desk, figures.days_behind)),
        (text("Confidence"), confidence(desk, figures.confidence)),
        (text("Score"), score(desk, figures.score)),
    ]
    owner = Fact(text("Owner"), links=(person_link(desk, goal.owner),)) if goal.owner else None
    facts = tuple(Fact(label, figure) for label, figure in found if figure is not None)
    return (owner, *facts) if owner else facts


def facts(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> tuple[Fact, ...]:
    """What its file says besides its title, text and figures."""
    text, language = desk.language.text, desk.language
    found = [
        Fact(text("Unit"), links=(unit_link(desk, goal.team),), term="unit"),
        Fact(text("Cycle"), links=(cycle_link(desk, goal.cycle),), term="cycle"),
        Fact(text("Time"), Figure(language.window(*figures.window))),
        _word(desk, text("Commitment"), "commitment", goal.commitment),
        _word(desk, text("State"), "state", goal.state),
    ]
    if goal.person:
        found.insert(0, Fact(text("Personal objective of"), links=(person_link(desk, goal.person),)))
    if goal.origin:
        found.append(_word(desk, text("Proposed"), "origin", goal.origin))
    if goal.cadence:
        found.append(Fact(text("Checked in"), Figure(rhythm(desk, goal.cadence)), term="check-in"))
    if goal.order is not None:
        found.append(Fact(text("Order in its unit"), Figure(language.number(goal.order))))
    if goal.weight != 1:
        found.append(Fact(text("Weight in its unit"), weight(desk, goal.weight), term="weight"))
    return (*found, *common_facts(desk, goal))


def common_facts(desk: Desk, record: Common) -> tuple[Fact, ...]:
    """What every kind of goal may say: rules set aside, former names, its id."""
    text = desk.language.text
    found = [Fact(text("Rule %(code)s set aside", code=code), Figure(reason)) for code, reason in record.lint]
    if record.aliases:
        found.append(Fact(text("Formerly"), Figure(desk.language.listed(record.aliases))))
    return (*found, Fact(text("Id"), Figure(record.id)))


def _word(desk: Desk, label: str, family: str, key: str) -> Fact:
    word = desk.language.word(family, key)
    return Fact(label, Figure(word.word, word.meaning))


def people(desk: Desk, goal: Objective) -> tuple[PersonRow, ...]:
    """Everybody the file names as owner or contributor of anything, each once with all they are."""
    spelt: dict[str, str] = {}
    for handle in (goal.owner, *goal.contributors, *_owners_of_results(goal), *_owners_of_work(goal)):
        if handle:
            spelt.setdefault(fold_handle(handle), handle)
    return tuple(PersonRow(person_link(desk, spelt[name]), _role(desk, goal, name)) for name in spelt)


def _owners_of_results(goal: Objective) -> list[str | None]:
    return [result.owner for result in goal.key_results]


def _owners_of_work(goal: Objective) -> list[str | None]:
    return [work.owner for work in goal.initiatives]


def _role(desk: Desk, goal: Objective, name: str) -> str:
    """What a person is to a goal, in words."""
    text, plural = desk.language.text, desk.language.plural

    def times(handles: Iterable[str | None]) -> int:
        return sum(handle is not None and fold_handle(handle) == name for handle in handles)

    roles = [text("owner")] if times([goal.owner]) else []
    roles += [text("contributor")] if times(goal.contributors) else []
    results, work = times(_owners_of_results(goal)), times(_owners_of_work(goal))
    roles += [plural("%(n)s key result", "%(n)s key results", results)] if results else []
    roles += [plural("%(n)s initiative", "%(n)s initiatives", work)] if work else []
    return " · ".join(roles)
