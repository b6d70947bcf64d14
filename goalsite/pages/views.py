"""Every page goalsite publishes, as one frozen display-ready view: a template shows it and computes nothing.

Texts are in the page's language and not escaped; numbers are formatted; markup is `Html` or `Svg`. What is
empty is left out or, where a reader would wonder, told with what to do next.
"""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.card_views import CardPage
from goalsite.pages.choices import Filters
from goalsite.pages.elements import Badge, Bar, Fact, Figure, Html, Link, NextStep, Pager, Svg, Table, Trend
from goalsite.pages.finding_views import IndexPage, SearchPage, TagPage, TagsPage
from goalsite.pages.history_views import ChangesPage, HistoryPage, HistorySection, Posts, UnitPosts
from goalsite.pages.map_view import WholeMap
from goalsite.pages.review_views import ComparePage, MentionRow, TimelinePage, VerdictRow
from goalsite.pages.rows import (
    AlertRow,
    AskRow,
    CheckInRow,
    ComingRow,
    CountRow,
    CycleRow,
    EdgeRow,
    EventRow,
    InitiativeRow,
    KeyResultRow,
    KpiRow,
    ObjectiveRow,
    PersonRow,
    PortfolioRow,
    ReviewRow,
    UnitRow,
)
from goalsite.pages.sections import (
    AlertGroup,
    BreachRow,
    CarriedRow,
    Cascade,
    EdgeKind,
    FindingRow,
    HealthList,
    KpiGroup,
    ObjectiveGroup,
    OwnedKeyResult,
    PersonGroup,
    RetroRow,
    Retrospective,
    TermRow,
    TreeNode,
)
from goalsite.pages.state_views import StatesPage, Steps


class DashboardPage(Struct, frozen=True):
    """The current cycle on one screen. `sentence` says where it stands, a figure a clause; `attention` holds
    at most 7 alerts, `rest` of lists are linked.
    """

    title: str
    window: str
    sentence: tuple[Figure, ...]
    filters: Filters | None = None
    kpis: tuple[KpiRow, ...] = ()
    more_kpis: Link | None = None
    attention: tuple[AlertRow, ...] = ()
    more_alerts: Link | None = None
    groups: tuple[ObjectiveGroup, ...] = ()
    recent: tuple[EventRow, ...] = ()
    more_recent: Link | None = None
    coming: tuple[ComingRow, ...] = ()
    next_step: NextStep | None = None


class ObjectivePage(Struct, frozen=True):
    """An objective. `contradiction` is the sentence for when what is reported differs from what is computed;
    `figures` are its numbers, `facts` the rest of what its file says."""

    title: str
    status: Badge
    state: Badge | None = None
    reported: Badge | None = None
    exposed: Badge | None = None
    contradiction: str = ""
    status_line: str = ""
    bar: Bar | None = None
    figures: tuple[Fact, ...] = ()
    facts: tuple[Fact, ...] = ()
    why: Html | None = None
    key_results: tuple[KeyResultRow, ...] = ()
    left_out: tuple[KeyResultRow, ...] = ()
    guards: tuple[KpiRow, ...] = ()
    improves: tuple[KpiRow, ...] = ()
    edges: tuple[EdgeRow, ...] = ()
    graph: Svg | None = None
    initiatives: tuple[InitiativeRow, ...] = ()
    people: tuple[PersonRow, ...] = ()
    checkins: tuple[CheckInRow, ...] = ()
    downloads: tuple[Link, ...] = ()
    reviews: tuple[ReviewRow, ...] = ()
    retrospective: Retrospective | None = None
    posts: Posts | None = None
    history: HistorySection | None = None
    links: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()
    next_step: NextStep | None = None


class KpiPage(Struct, frozen=True):
    """A KPI: the value big, what it means beside it. `health_words` says the health as a sentence."""

    title: str
    health: Badge
    value: Figure | None = None
    date: str = ""
    target: Figure | None = None
    since: str = ""
    health_words: str = ""
    trend: Trend | None = None
    figures: tuple[Fact, ...] = ()
    chart: Svg | None = None
    definition: Html | None = None
    formula: str = ""
    inputs: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    targets: Table | None = None
    cascade: Cascade | None = None
    movers: tuple[ObjectiveRow, ...] = ()
    guardians: tuple[ObjectiveRow, ...] = ()
    edges: tuple[EdgeRow, ...] = ()
    breaches: tuple[BreachRow, ...] = ()
    data: Table | None = None
    splits: tuple[Table, ...] = ()
    posts: Posts | None = None
    history: HistorySection | None = None
    downloads: tuple[Link, ...] = ()
    body: Html | None = None
    links: tuple[Link, ...] = ()
    tags: tuple[Link, ...] = ()
    next_step: NextStep | None = None


class LibraryPage(Struct, frozen=True):
    """The metric library: every KPI, by unit."""

    title: str
    sentence: tuple[Figure, ...] = ()
    groups: tuple[KpiGroup, ...] = ()
    filters: Filters | None = None
    pager: Pager | None = None
    downloads: tuple[Link, ...] = ()


class UnitPage(Struct, frozen=True):
    """A unit: the floor (KPIs) beside the ceiling (objectives), who waits for whom, how it works."""

    title: str
    mode: str = ""
    mode_sentence: str = ""
    lead: Link | None = None
    members: tuple[Link, ...] = ()
    facts: tuple[Fact, ...] = ()
    cycle: str = ""
    sentence: tuple[Figure, ...] = ()
    places: tuple[Link, ...] = ()
    floor: tuple[KpiRow, ...] = ()
    more_floor: Link | None = None
    filters: Filters | None = None
    ceiling: tuple[ObjectiveRow, ...] = ()
    more_ceiling: Link | None = None
    others: tuple[ObjectiveGroup, ...] = ()
    downloads: tuple[Link, ...] = ()
    asks_of_us: tuple[AskRow, ...] = ()
    asks_of_others: tuple[AskRow, ...] = ()
    recent: tuple[EventRow, ...] = ()
    more_recent: Link | None = None
    coming: tuple[ComingRow, ...] = ()
    portfolio: tuple[PortfolioRow, ...] = ()
    units: tuple[UnitRow, ...] = ()
    more_units: Link | None = None
    past: tuple[CycleRow, ...] = ()
    body: Html | None = None
    links: tuple[Link, ...] = ()


class PersonPage(Struct, frozen=True):
    """A person: what they own, help with and are asked for. No totals, no ranking."""

    title: str
    handle: str
    roles: tuple[PersonRow, ...] = ()
    owns: tuple[ObjectiveRow, ...] = ()
    key_results: tuple[OwnedKeyResult, ...] = ()
    kpis: tuple[KpiRow, ...] = ()
    contributes: tuple[ObjectiveRow, ...] = ()
    asked: tuple[AskRow, ...] = ()
    personal: tuple[ObjectiveRow, ...] = ()
    past: tuple[ObjectiveRow, ...] = ()
    mentioned: tuple[MentionRow, ...] = ()
    coming: tuple[ComingRow, ...] = ()
    body: Html | None = None
    links: tuple[Link, ...] = ()
    note: str = ""


class PeoplePage(Struct, frozen=True):
    """Everybody who is named in a goal or unit, from A to Z."""

    title: str
    groups: tuple[PersonGroup, ...] = ()
    pager: Pager | None = None


class CyclePage(Struct, frozen=True):
    """A cycle, or a unit's part in it: verdicts, scores, root causes, what was learnt and what goes on.

    `places` lead from a unit's review to the unit and the whole cycle; `compared` is the cycle before.
    """

    title: str
    window: str
    sentence: tuple[Figure, ...] = ()
    places: tuple[Link, ...] = ()
    parent: Link | None = None
    children: tuple[Link, ...] = ()
    figures: tuple[PortfolioRow, ...] = ()
    verdicts: tuple[VerdictRow, ...] = ()
    compared: Table | None = None
    comparisons: tuple[Link, ...] = ()
    filters: Filters | None = None
    groups: tuple[ObjectiveGroup, ...] = ()
    scores: tuple[CountRow, ...] = ()
    root_causes: tuple[CountRow, ...] = ()
    retrospectives: tuple[RetroRow, ...] = ()
    carried_in: tuple[CarriedRow, ...] = ()
    carried_over: tuple[CarriedRow, ...] = ()
    posts: tuple[UnitPosts, ...] = ()
    pager: Pager | None = None
    downloads: tuple[Link, ...] = ()


class CyclesPage(Struct, frozen=True):
    """All cycles in use or declared, newest first, 500 to a page."""

    title: str
    rows: tuple[CycleRow, ...] = ()
    pager: Pager | None = None


class MapPage(Struct, frozen=True):
    """The map on strategy level, and the same as a list."""

    title: str
    sentence: tuple[Figure, ...] = ()
    graph: Svg | None = None
    kinds: tuple[EdgeKind, ...] = ()
    whole: WholeMap | None = None
    tree: tuple[TreeNode, ...] = ()
    alone: tuple[Link, ...] = ()
    pager: Pager | None = None
    steps: Steps | None = None


class AlertsPage(Struct, frozen=True):
    """Everything that asks for somebody, grouped by who can act."""

    title: str
    sentence: tuple[Figure, ...] = ()
    groups: tuple[AlertGroup, ...] = ()
    filters: Filters | None = None
    pager: Pager | None = None


class HealthPage(Struct, frozen=True):
    """Health of the goal system; the only page that tells the site's commit and `as_of`."""

    title: str
    as_of: str
    commit: str = ""
    sentence: tuple[Figure, ...] = ()
    figures: tuple[PortfolioRow, ...] = ()
    by_unit: Table | None = None
    lists: tuple[HealthList, ...] = ()
    findings: tuple[FindingRow, ...] = ()
    findings_note: str = ""
    downloads: tuple[Link, ...] = ()


class GlossaryPage(Struct, frozen=True):
    """Every term and figure the site uses, explained once."""

    title: str
    terms: tuple[TermRow, ...]
    intro: str = ""


class PlainPage(Struct, frozen=True):
    """A page without front matter: prose; `headings` are the anchors of its second-level headings."""

    title: str
    body: Html
    headings: tuple[Link, ...] = ()


class MissingPage(Struct, frozen=True):
    """404.html: what to try instead."""

    title: str
    links: tuple[Link, ...] = ()


class PlaceholderPage(Struct, frozen=True):
    """What stands for a file that could not be read: `sentence` says which, `findings` why."""

    title: str
    sentence: str
    findings: tuple[FindingRow, ...] = ()


class RedirectPage(Struct, frozen=True):
    """Where an alias leads."""

    title: str
    target: Link


Page = (
    DashboardPage
    | ObjectivePage
    | KpiPage
    | LibraryPage
    | UnitPage
    | PersonPage
    | PeoplePage
    | CyclePage
    | CyclesPage
    | ComparePage
    | TimelinePage
    | ChangesPage
    | HistoryPage
    | MapPage
    | AlertsPage
    | HealthPage
    | GlossaryPage
    | SearchPage
    | IndexPage
    | TagsPage
    | TagPage
    | PlainPage
    | CardPage
    | StatesPage
    | MissingPage
    | PlaceholderPage
    | RedirectPage
)
