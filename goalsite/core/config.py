"""The configuration of a site, as a value with a default for every key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from goalsite.core.diagnostics import Mark
from goalsite.core.periods import FiscalYear, Period
from goalsite.core.rules import Rules
from goalsite.core.values import replace


class Pace(Struct, frozen=True):
    """The bounds by which progress and data are judged; shares of 1, `stale` in frequencies."""

    top: float = 0.7
    on_track: float = 0.9
    at_risk: float = 0.7
    early: float = 0.15
    early_slack: float = 0.10
    grace: float = 0.25
    stale: float = 1.5


class DeclaredCycle(Struct, frozen=True):
    """A cycle that the configuration names: a project, a release."""

    id: str
    title: str
    period: Period
    parent: str | None = None


class Theme(Struct, frozen=True):
    """Which theme, which folder overrides it file by file, in which language, and its own variables.

    `accent` is `#rrggbb`, `font` names of fonts with commas between them; `logo` and `favicon` are paths.
    """

    name: str = "default"
    custom_dir: str | None = None
    language: str = "en"
    accent: str = ""
    font: str = ""
    logo: str = ""
    favicon: str = ""
    variables: tuple[tuple[str, str], ...] = ()


SNAPSHOTS = ("cycles", "months", "none")
"""Of which stretches of time past states can be kept."""


class Outputs(Struct, frozen=True):
    """What is published beside the pages for those who follow the goals from elsewhere.

    `feeds` are those of the site, units, people and tags; `goal_feeds` those of each objective and KPI.
    `tables` are those of reviews, units, the library and health, `goal_tables` those of single goals.
    `full_text` is an index of what all pages say, for the search. `snapshots` are the past states that are
    kept: of `cycles` or of `months`, else none.
    """

    feeds: bool = True
    goal_feeds: bool = False
    calendars: bool = True
    badges: bool = True
    cards: bool = False
    tables: bool = True
    goal_tables: bool = False
    full_text: bool = False
    snapshots: str = "none"


class Comments(Struct, frozen=True):
    """The discussions of a repository on GitHub that giscus shows below the pages of goals."""

    repo: str
    repo_id: str
    category: str
    category_id: str
    provider: str = "giscus"


@dataclass(frozen=True, slots=True)
class Config:
    """Every key of `config.yaml`. `problems` of the file are diagnostics of its reader, not part of it.

    `marks` has the places of values by key, those within one as `theme.name` and `languages.0`.
    """

    site_name: str = "Goals"
    site_url: str = ""
    site_description: str = ""
    repo_url: str = ""
    edit_uri: str = ""
    goals_dir: str = "goals"
    site_dir: str = "site"
    exclude: tuple[str, ...] = ()
    footer: str = ""
    theme: Theme = Theme()
    languages: tuple[str, ...] = ()
    timezone: str = "UTC"
    cadence: str = "week"
    holidays: tuple[Period, ...] = ()
    cycles: tuple[DeclaredCycle, ...] = ()
    current_cycle: str | None = None
    fiscal_year: FiscalYear = FiscalYear()
    pace: Pace = Pace()
    rules: Rules = Rules()
    sites: tuple[tuple[str, str], ...] = ()
    outputs: Outputs = Outputs()
    discussion: str = ""
    comments: Comments | None = None
    marks: Mapping[str, Mark] = field(default_factory=dict, compare=False)

    @property
    def left_alone(self) -> tuple[str, ...]:
        """The globs of what is neither read nor published: what the author excludes, and the site itself."""
        return (*self.exclude, self.site_dir)


_SHOWN = (
    "site_name",
    "site_url",
    "site_description",
    "repo_url",
    "edit_uri",
    "footer",
    "theme",
    "languages",
    "outputs",
    "discussion",
    "comments",
    "marks",
)
"""What pages alone show, and where things stand in the file."""


def judged(config: Config) -> Config:
    """The configuration as far as goals are figured and judged by it: whatever else it says, a goal has the
    same figures and findings."""
    silent = Config()
    return replace(config, **{name: getattr(silent, name) for name in _SHOWN})
