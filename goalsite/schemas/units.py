"""The schemas of the front matter of units, people and plain pages."""

from __future__ import annotations

from goalsite.schemas.common import front_matter, team
from goalsite.schemas.key_result import cadence
from goalsite.schemas.words import Schema, choice, handle, listed, record, text


def unit() -> Schema:
    """The schema of a unit."""
    fit = {
        "uncertainty": text("How uncertain its work is.", "low", "high"),
        "autonomy": text("How much it decides itself.", "low", "high"),
        "talent": text("How experienced its people are.", "low", "high"),
        "stage": text("Where its business stands.", "scaling"),
    }
    fields = {
        "lead": handle("Who leads it."),
        "members": listed(handle("A person."), "Its people."),
        "mode": choice("Which system manages it.", "okr", "kpi", "hybrid"),
        "layer": choice(
            "Where in the organisation it stands.",
            "front",
            "middle",
            "back",
            "front office",
            "middle office",
            "back office",
        ),
        "cadence": cadence(),
        "fit": record("Answers to the questions which system fits.", fit),
    }
    return front_matter("team", "A unit.", fields)


def person() -> Schema:
    """The schema of a person."""
    return front_matter("person", "A person.", {"name": text("Their name."), "team": team()})


def page() -> Schema:
    """The schema of a plain page."""
    return front_matter("page", "A plain page.", {})
