"""An objective's page: everything its file says and everything that is computed from it."""

from __future__ import annotations

from goalsite.analysis.alerts import is_contradicted
from goalsite.analysis.figures import ObjectiveFigures
from goalsite.model.records import Initiative, Objective, Review
from goalsite.pages.desk import Desk
from goalsite.pages.discussion import discussion
from goalsite.pages.drawn import alignment
from goalsite.pages.edges import edge_rows
from goalsite.pages.elements import Link, NextStep
from goalsite.pages.follow import follow_goal
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame, way_to
from goalsite.pages.goal_history import history_section
from goalsite.pages.key_result_rows import key_result_row, log_rows
from goalsite.pages.kpi_rows import kpi_row
from goalsite.pages.links import person_link, record_links
from goalsite.pages.objective_facts import description, facts, figure_facts, people
from goalsite.pages.objective_rows import exposed_badge, reported_badge, state_badge
from goalsite.pages.paths import page_path
from goalsite.pages.posts import goal_posts
from goalsite.pages.reasons import counts, exposure_reason, status_reason
from goalsite.pages.retrospectives import retrospective
from goalsite.pages.rows import InitiativeRow, KeyResultRow, KpiRow, ReviewRow
from goalsite.pages.say import badge, bar, joined, score
from goalsite.pages.table_sets import objective_tables, table_links
from goalsite.pages.tags import tag_links
from goalsite.pages.texts import prose, without_retrospective
from goalsite.pages.views import ObjectivePage
from goalsite.pages.weakest import weakest

_TOLD_AS_KPIS = ("guards", "improves")


def objective_page(desk: Desk, goal: Objective) -> tuple[ObjectivePage, Frame]:
    """The page of an objective and its frame."""
    path = page_path("objective", goal.id)
    figures = desk.analysis.objectives[goal.id]
    why, learnt = without_retrospective(goal.body)
    rows = _key_results(desk, goal, figures)
    page = ObjectivePage(
        title=goal.title,
        status=badge(desk, "status", figures.status, status_reason(desk, figures)),
        state=state_badge(desk, goal),
        reported=reported_badge(desk, figures),
        exposed=exposed_badge(desk, figures),
        contradiction=_contradiction(desk, goal, figures),
        status_line=_status_line(desk, goal, figures),
        bar=bar(desk, figures.progress, figures.expected, figures.status),
        figures=figure_facts(desk, goal, figures),
        facts=facts(desk, goal, figures),
        why=prose(desk, goal, path, why),
        key_results=tuple(row for row, counted in rows if counted),
        left_out=tuple(row for row, counted in rows if not counted),
        guards=_kpis(desk, goal, "guards"),
        improves=_kpis(desk, goal, "improves"),
        edges=tuple(row for row in edge_rows(desk, goal.id) if row.kind not in _TOLD_AS_KPIS),
        graph=alignment(desk, goal.id),
        initiatives=tuple(_initiative(desk, one) for one in goal.initiatives),
        people=people(desk, goal),
        checkins=log_rows(desk, tuple(one for one in goal.checkins if one.date <= desk.as_of)),
        downloads=table_links(desk, objective_tables(desk, goal)),
        reviews=tuple(_review(desk, one) for one in sorted(goal.reviews, key=_day, reverse=True)),
        retrospective=retrospective(desk, goal, figures, prose(desk, goal, path, learnt, "retrospective")),
        posts=goal_posts(desk, goal),
        history=history_section(desk, goal),
        links=record_links(desk, goal),
        tags=tag_links(goal.tags),
        next_step=_next_step(goal, figures, desk),
    )
    return page, frame(
        desk,
        path,
        goal.title,
        "teams/",
        breadcrumb=way_to(desk, goal.id),
        unit=goal.team,
        source=goal,
        description=description(desk, goal),
        cycle=goal.cycle,
        follow=follow_goal(desk, goal),
        discussion=discussion(desk, goal),
    )


def _key_results(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> list[tuple[KeyResultRow, bool]]:
    """Each key result as a row, and whether it counts."""
    pairs = zip(goal.key_results, figures.key_results, strict=True)
    return [(key_result_row(desk, goal, result, one), one.counted) for result, one in pairs]


def _contradiction(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> str:
    """What stands against what: the report and the figures, or the goal and what it depends on."""
    parts = []
    language = desk.language
    if goal.state == "active" and is_contradicted(figures):
        parts.append(
            language.text(
                "People report it as %(reported)s, the figures say %(computed)s.",
                reported=language.word("status", figures.reported_status or "").word,
                computed=language.word("status", figures.status).word,
            )
        )
    if figures.exposed:
        parts.append(exposure_reason(desk, figures))
    return joined(desk, parts)


def _status_line(desk: Desk, goal: Objective, figures: ObjectiveFigures) -> str:
    """How many key results are safe, what gives the goal its status, and how much time there is."""
    language = desk.language
    parts = [counts(desk, figures), weakest(desk, goal, figures)]
    days = (figures.window.end - desk.as_of).days
    if goal.closed and goal.closed <= desk.as_of:
        parts.append(language.text("closed on %(date)s", date=language.date(goal.closed)))
    elif goal.state != "closed" and desk.as_of in figures.window:
        parts.append(language.text("ends %(when)s", when=language.in_days(days)))
    elif goal.state != "closed" and days < 0:
        parts.append(language.text("ended %(when)s", when=language.in_days(days)))
    return " · ".join(part for part in parts if part)


def _kpis(desk: Desk, goal: Objective, kind: str) -> tuple[KpiRow, ...]:
    names = [edge.target for edge in desk.edges_from.get(goal.id, ()) if edge.type == kind]
    return tuple(kpi_row(desk, desk.kpis[name]) for name in names if name in desk.kpis)


def _initiative(desk: Desk, one: Initiative) -> InitiativeRow:
    language = desk.language
    if one.done and one.done <= desk.as_of:
        state, when = "done", language.text("done %(date)s", date=language.date(one.done))
    else:
        state = "overdue" if one.due and one.due < desk.as_of else "due"
        when = language.text("due %(date)s", date=language.date(one.due)) if one.due else ""
    return InitiativeRow(
        title=one.title,
        state=badge(desk, "milestone", state),
        date=when,
        owner=person_link(desk, one.owner) if one.owner else None,
        link=Link(one.title, one.link) if one.link else None,
    )


def _day(review: Review) -> str:
    return review.date.isoformat()


def _review(desk: Desk, one: Review) -> ReviewRow:
    return ReviewRow(
        date=desk.language.date(one.date),
        text=one.text,
        by=person_link(desk, one.by) if one.by else None,
        score=score(desk, one.score),
    )


def _next_step(goal: Objective, figures: ObjectiveFigures, desk: Desk) -> NextStep | None:
    """What to write into its file once its time is over."""
    if goal.state != "closed" and figures.status == "unscored":
        text = desk.language.text(
            "Its time is over: score it, write what was learnt, and close it in its file:"
        )
        return NextStep(text, "status: closed")
    return None
