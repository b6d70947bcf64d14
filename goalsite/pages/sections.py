"""Parts of one page that hold rows: groups under a heading, a cascade, a tree, a retrospective."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Badge, Bar, Fact, Figure, Html, Link, Svg
from goalsite.pages.rows import AlertRow, EdgeRow, KpiRow, ObjectiveRow, PersonRow


class ObjectiveGroup(Struct, frozen=True):
    """Objectives under one heading (a unit, a cycle), with a sentence about them all."""

    title: Link
    rows: tuple[ObjectiveRow, ...]
    summary: str = ""
    rest: Link | None = None


class Retrospective(Struct, frozen=True):
    """What came of a closed goal: outcome, score, and what was learnt."""

    outcome: Badge | None = None
    score: Figure | None = None
    verdict: str = ""
    facts: tuple[Fact, ...] = ()
    text: Html | None = None


class CascadePart(Struct, frozen=True):
    """A child KPI as a part of its parent: `bar` is its share of the whole."""

    row: KpiRow
    share: Figure | None = None
    bar: Bar | None = None


class Cascade(Struct, frozen=True):
    """A KPI's parts of a whole: the sentence about how far the parts' targets cover this one."""

    sentence: str = ""
    parent: EdgeRow | None = None
    coverage: Bar | None = None
    parts: tuple[CascadePart, ...] = ()


class BreachRow(Struct, frozen=True):
    """A time in amber or red: when, how far, and what followed."""

    window: str
    health: Badge
    text: str = ""
    followed: tuple[Link, ...] = ()


class KpiGroup(Struct, frozen=True):
    """KPIs under one heading of the library (a unit)."""

    title: Link
    rows: tuple[KpiRow, ...]


class OwnedKeyResult(Struct, frozen=True):
    """A key result somebody owns, with the objective it belongs to."""

    link: Link
    objective: Link
    status: Badge
    bar: Bar | None = None
    value: Figure | None = None


class PersonGroup(Struct, frozen=True):
    """People under one letter of the alphabet (by pinyin in Chinese)."""

    letter: str
    rows: tuple[PersonRow, ...]


class RetroRow(Struct, frozen=True):
    """What one closed objective taught."""

    link: Link
    outcome: Badge | None = None
    facts: tuple[Fact, ...] = ()


class CarriedRow(Struct, frozen=True):
    """An objective that goes on in another cycle, under its old and its new name."""

    old: Link
    new: Link
    cycle: Link | None = None


class TreeNode(Struct, frozen=True):
    """A goal in the map's list, with the goals that carry it; `edge` says by which edge it hangs here."""

    link: Link
    status: Badge | None = None
    edge: str = ""
    kind: str = "objective"
    children: tuple[TreeNode, ...] = ()
    more: Link | None = None


class EdgeKind(Struct, frozen=True):
    """A kind of edge in the map's key: `line` is a small drawing of it."""

    kind: str
    word: str
    meaning: str
    line: Svg | None = None


class AlertGroup(Struct, frozen=True):
    """Alerts that one person or unit can act on."""

    who: Link
    rows: tuple[AlertRow, ...]


class HealthList(Struct, frozen=True):
    """Goals that share a weakness of the system (orphans, silos), with what it means and what helps."""

    id: str
    title: str
    meaning: str
    links: tuple[Link, ...] = ()
    rest: Link | None = None


class FindingRow(Struct, frozen=True):
    """A diagnostic of the build, as a reader of the site sees it."""

    code: str
    message: str
    place: Link
    severity: str = "warning"
    hint: str = ""


class TermRow(Struct, frozen=True):
    """A term of the glossary; `id` is its anchor, `other` the word in the other language."""

    id: str
    term: str
    text: str
    other: str = ""
    formula: str = ""
