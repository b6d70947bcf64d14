"""What the file of a unit says about how it works, and what else lies in its folder."""

from __future__ import annotations

from goalsite.model.records import Team
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Fact, Figure, Link, site_href
from goalsite.pages.lengths import rhythm
from goalsite.pages.paging import MOST
from goalsite.pages.paths import page_path


def plain_pages_of(desk: Desk, team: Team) -> tuple[Link, ...]:
    """The plain pages that lie in a unit's folder."""
    pages = desk.pages_of.get(team.id, ())[:MOST]
    return tuple(Link(page.title, site_href(page_path("page", page.id))) for page in pages)


def unit_facts(desk: Desk, team: Team) -> tuple[Fact, ...]:
    """What the file of a unit says about how it works."""
    text, word = desk.language.text, desk.language.word
    facts = []
    if team.cadence:
        facts.append(Fact(text("Checks in"), Figure(rhythm(desk, team.cadence)), term="rhythm"))
    if team.layer:
        facts.append(Fact(text("Layer"), Figure(word("layer", team.layer).word)))
    labels = {
        "uncertainty": text("Uncertainty"),
        "autonomy": text("Autonomy"),
        "talent": text("Talent"),
        "stage": text("Stage"),
    }
    return (*facts, *(Fact(labels.get(question, question), Figure(answer)) for question, answer in team.fit))
