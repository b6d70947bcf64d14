"""The schema of config.yaml."""

from __future__ import annotations

from goalsite.core.config import SNAPSHOTS, Pace
from goalsite.core.values import fields_of
from goalsite.schemas import forms
from goalsite.schemas.common import CADENCES
from goalsite.schemas.rules import definitions, rules
from goalsite.schemas.words import (
    DRAFT,
    Schema,
    choice,
    day,
    either,
    flag,
    given,
    listed,
    number,
    record,
    rhythm,
    score,
    table,
    text,
    whole,
    written,
)

_COLOR = r"^\s*#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$"
_FONTS = r"""^[^"'\\;{}<>]+$"""
_PACE = {
    "top": "What full success is expected to reach, for aspirational goals.",
    "on_track": "The least pace that is on track.",
    "at_risk": "The least pace that is at risk.",
    "early": "While less than this is expected, the distance is judged and not the pace.",
    "early_slack": "The distance that is still on track then.",
    "grace": "Until this share of the window has passed, off track reads at risk.",
    "stale": "After how many of its frequencies a KPI without a new value is stale.",
}


def config() -> Schema:
    """The schema of the configuration."""
    known = {**_site(), **_files(), **_time(), **_following(), **_code()}
    whole_file = given(record("The configuration of a site of goals; every key has a default.", known))
    return {"$schema": DRAFT, "title": "goalsite: config.yaml", **whole_file, "definitions": definitions()}


def _site() -> dict[str, Schema]:
    wanted = "must begin with https:// or http://"
    theme = {
        "name": text("A built-in theme.", "default"),
        "custom_dir": text("A folder whose files take the place of the theme's files of the same name."),
        "language": text("The language of the pages.", "en", "zh"),
        "accent": given(
            written(_COLOR, "must be a colour, such as #00aa66", "The colour of links.", "#00aa66")
        ),
        "font": written(_FONTS, "must be names of fonts", "Fonts, the first that a reader has.", "Acme Sans"),
        "logo": text("A picture in the header: below the goals folder, or assets/… of the theme."),
        "favicon": text("The picture of the tab: below the goals folder, or assets/… of the theme."),
    }
    variables = {"additionalProperties": text("A variable of the theme.")}
    return {
        "site_name": text("The name in the header, and of the root unit without a team.md."),
        "site_url": written(forms.ADDRESS, wanted, "The address the site is published at."),
        "site_description": text("One sentence for search engines and previews."),
        "repo_url": written(forms.ADDRESS, wanted, "Where the source is kept."),
        "edit_uri": text("What leads from repo_url to a file for editing.", "edit/main/"),
        "footer": text("The text at the foot of each page."),
        "languages": listed(
            text("A language.", "en", "zh"), "The languages of the pages, the main one first."
        ),
        "theme": either(
            text("A theme.", "default"),
            {**record("The theme, and variables of its own.", theme), **variables},
        ),
    }


def _files() -> dict[str, Schema]:
    return {
        "goals_dir": text("The folder of the goals; goals, if nothing is said."),
        "site_dir": text("The folder the site is written to; site, if nothing is said."),
        "exclude": listed(
            text("A pattern from the repository's root.", "goals/drafts/**"), "Files to leave alone."
        ),
    }


def _time() -> dict[str, Schema]:
    holiday = {
        "start": day("Its first day."),
        "end": day("Its last day."),
        "title": text("What it is called."),
    }
    cycle = {
        "id": written(forms.SEGMENT, "must be one segment of letters, digits, - _ .", "Its id."),
        "title": text("What it is called; else its id."),
        "start": day("Its first day."),
        "end": day("Its last day."),
        "parent": text("The cycle that holds it.", "2026"),
    }
    pace = {
        name: (number if name == "stale" else score)(
            f"{_PACE[name]} {getattr(Pace(), name):g}, if nothing is said."
        )
        for name in fields_of(Pace)
    }
    return {
        "timezone": text("Where a day begins and ends.", "UTC", "Europe/Berlin", "Asia/Shanghai"),
        "cadence": rhythm(
            "How often goals are checked in, where no goal or unit says so.",
            (*CADENCES, "xun", "end"),
            "d",
            "10d",
        ),
        "holidays": listed(
            record("A time in which nobody is asked for a check-in.", holiday, "start", "end"),
            "Times in which nobody is asked for a check-in.",
        ),
        "cycles": listed(
            record("A cycle.", cycle, "id", "start", "end"), "Cycles that are no calendar period."
        ),
        "current_cycle": text("The cycle the site opens with; else the busiest that is running.", "2026-Q4"),
        "fiscal_year_start": whole("The month in which a year begins.", 1, 12),
        "fiscal_year_named_by": choice(
            "After which of its calendar years a fiscal year is named.", "start", "end"
        ),
        "pace": record("The bounds by which progress is judged.", pace),
    }


def _following() -> dict[str, Schema]:
    outputs = {
        "feeds": flag("Feeds of the site, of units, people and tags."),
        "goal_feeds": flag("A feed of each objective and KPI."),
        "calendars": flag("Calendars of the site, of units and people."),
        "badges": flag("A badge of each objective and KPI."),
        "cards": flag("A card of each objective and KPI, to be embedded elsewhere."),
        "tables": flag("Tables of reviews, units, KPIs and health as CSV and XLSX."),
        "goal_tables": flag("Tables of each objective and KPI, too."),
        "full_text": flag("An index by which the search finds words in the text of pages."),
        "snapshots": choice("Past states that the site keeps: as each cycle or month ended.", *SNAPSHOTS),
    }
    comments = {
        "provider": choice("Who shows the comments.", "giscus"),
        "repo": text("The repository on GitHub with the discussions.", "acme/goals"),
        "repo_id": text("Its id, as giscus.app tells it."),
        "category": text("The category of the discussions.", "Goals"),
        "category_id": text("Its id, as giscus.app tells it."),
    }
    return {
        "outputs": record("What is published beside the pages.", outputs),
        "discussion": written(
            forms.ADDRESS,
            "must begin with https:// or http://",
            "Where goals are discussed; {title} and {url} are filled in.",
        ),
        "comments": record("Comments below the pages of goals.", comments, *comments),
    }


def _code() -> dict[str, Schema]:
    return {
        "rules": rules(),
        "plugins": {"description": "Plugins to load; without effect yet."},
        "sites": table(
            "Other sites of goals by name, so that name:goal refers to a goal there.",
            text("The address of the site."),
        ),
    }
