"""A KPI's page: its value in large, where that stands, and all its file says."""

from __future__ import annotations

from goalsite.analysis.figures import KpiFigures
from goalsite.model.records import Kpi
from goalsite.pages.breaches import breaches
from goalsite.pages.cascades import cascade
from goalsite.pages.desk import Desk
from goalsite.pages.discussion import discussion
from goalsite.pages.drawn_kpis import chart_of
from goalsite.pages.edges import edge_rows
from goalsite.pages.elements import Link, NextStep
from goalsite.pages.follow import follow_goal
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame, way_to
from goalsite.pages.goal_history import history_section
from goalsite.pages.kpi_facts import facts, figure_facts
from goalsite.pages.kpi_rows import kpi_value, long_unit, since
from goalsite.pages.kpi_tables import data_table, split_tables
from goalsite.pages.links import goal_link, record_links
from goalsite.pages.objective_rows import objective_row
from goalsite.pages.paths import page_path
from goalsite.pages.posts import kpi_posts
from goalsite.pages.reasons import health_reason
from goalsite.pages.rows import EdgeRow, ObjectiveRow
from goalsite.pages.say import badge, trend
from goalsite.pages.table_sets import kpi_tables, table_links
from goalsite.pages.tags import tag_links
from goalsite.pages.targets import target_figure, targets_table
from goalsite.pages.texts import prose
from goalsite.pages.views import KpiPage

_MOST_MOVERS = 100


def kpi_page(desk: Desk, kpi: Kpi) -> tuple[KpiPage, Frame]:
    """The page of a KPI and its frame."""
    path = page_path("kpi", kpi.id)
    figures = desk.analysis.kpis[kpi.id]
    why = health_reason(desk, kpi, figures)
    page = KpiPage(
        title=kpi.title,
        health=badge(desk, "health", figures.health),
        value=kpi_value(desk, kpi, figures),
        date=_date(desk, kpi, figures),
        target=target_figure(desk, kpi, figures.in_force),
        since=_since(desk, figures),
        health_words=why,
        trend=trend(desk, figures.trend, kpi.direction),
        figures=figure_facts(desk, kpi, figures),
        chart=chart_of(desk, kpi, figures),
        definition=prose(desk, kpi, path, kpi.definition, "definition"),
        formula=kpi.formula.text if kpi.formula else "",
        inputs=_inputs(desk, kpi),
        facts=facts(desk, kpi),
        targets=targets_table(desk, kpi),
        cascade=cascade(desk, kpi, figures),
        movers=_objectives(desk, kpi, "improves"),
        guardians=_objectives(desk, kpi, "guards"),
        edges=_edges(desk, kpi),
        breaches=breaches(desk, kpi, figures),
        data=data_table(desk, kpi, figures),
        splits=split_tables(desk, kpi),
        posts=kpi_posts(desk, kpi),
        history=history_section(desk, kpi),
        downloads=table_links(desk, kpi_tables(desk, kpi)),
        body=prose(desk, kpi, path, kpi.body),
        links=record_links(desk, kpi),
        tags=tag_links(kpi.tags),
        next_step=_next_step(desk, kpi, figures),
    )
    return page, frame(
        desk,
        path,
        kpi.title,
        "kpis/",
        breadcrumb=way_to(desk, kpi.id),
        unit=kpi.team,
        source=kpi,
        description=" ".join(kpi.definition.split()),
        follow=follow_goal(desk, kpi),
        discussion=discussion(desk, kpi),
    )


def _date(desk: Desk, kpi: Kpi, figures: KpiFigures) -> str:
    """The day of its last point, after its unit where that does not stand at the value."""
    day = desk.language.date(figures.date) if figures.date else ""
    return " · ".join(part for part in (long_unit(kpi), day) if part)


def _since(desk: Desk, figures: KpiFigures) -> str:
    """Since when it has had its colour, in the word of that colour."""
    if not since(desk, figures):
        return ""
    word = desk.language.word("health", figures.health).word
    return desk.language.text("%(health)s %(since)s", health=word, since=since(desk, figures))


def _inputs(desk: Desk, kpi: Kpi) -> tuple[Link, ...]:
    """The KPIs its formula reads, each once, in the order of the formula."""
    refs = kpi.formula.refs if kpi.formula else ()
    names = dict.fromkeys(desk.graph.formulas.get((kpi.id, ref.text), "") for ref in refs)
    return tuple(goal_link(desk, name) for name in names if name)


def _objectives(desk: Desk, kpi: Kpi, kind: str) -> tuple[ObjectiveRow, ...]:
    names = [edge.source for edge in desk.edges_to.get(kpi.id, ()) if edge.type == kind][:_MOST_MOVERS]
    return tuple(objective_row(desk, desk.objectives[name]) for name in names if name in desk.objectives)


def _edges(desk: Desk, kpi: Kpi) -> tuple[EdgeRow, ...]:
    """What the sections on objectives and on the cascade do not tell, and how many more these would hold."""
    rows = edge_rows(desk, kpi.id)
    told = ("improves", "guards", "cascades_from")
    return tuple(row for row in rows if row.kind not in told or row.link.href == "map/")


def _next_step(desk: Desk, kpi: Kpi, figures: KpiFigures) -> NextStep | None:
    """How to give it values."""
    if figures.points or kpi.formula or kpi.rollup:
        return None
    text = desk.language.text("No value yet. Write dates and values into the CSV beside its file:")
    return NextStep(text, kpi.path.removesuffix(".md") + ".csv")
