"""The card of each objective and KPI, where the configuration wants them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from goalsite.model.records import Kpi, Objective
from goalsite.pages.card_views import CardPage
from goalsite.pages.courses import goal_course
from goalsite.pages.desk import Desk
from goalsite.pages.drawn import kpi_spark, spark
from goalsite.pages.elements import Link
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.kpi_rows import kpi_value, since
from goalsite.pages.links import cycle_name, goal_link, person_link
from goalsite.pages.paths import page_path
from goalsite.pages.reasons import counts
from goalsite.pages.say import bar, behind, progress
from goalsite.pages.standing import standing_badge
from goalsite.pages.targets import target_figure


def card_path(page: str) -> str:
    """Where the card of the goal whose page is at `page` lies."""
    return f"{page}_/card/"


def card_pages(
    desk: Desk, goals: Sequence[Objective | Kpi] | None = None
) -> Iterator[tuple[CardPage, Frame]]:
    """The card of every objective and KPI with its frame, of which it shows nothing."""
    if not desk.config.outputs.cards:
        return
    for goal in desk.goals if goals is None else goals:
        page = _kpi_card(desk, goal) if isinstance(goal, Kpi) else _objective_card(desk, goal)
        yield page, frame(desk, card_path(page_path(goal.kind, goal.id)), goal.title)


def _objective_card(desk: Desk, goal: Objective) -> CardPage:
    figures = desk.analysis.objectives[goal.id]
    done, pace = progress(desk, figures.progress), behind(desk, figures.days_behind)
    where = [cycle_name(desk, goal.cycle), desk.teams[goal.team].title]
    if goal.owner:
        where.append(person_link(desk, goal.owner).text)
    told = " · ".join(part for part in (counts(desk, figures), pace.text if pace else "") if part)
    return CardPage(
        title=goal.title,
        link=goal_link(desk, goal.id),
        standing=standing_badge(desk, goal),
        site=Link(desk.config.site_name, ""),
        value=done.text if done else "",
        bar=bar(desk, figures.progress, figures.expected, figures.status),
        lines=tuple(line for line in (told, " · ".join(where)) if line),
        spark=spark(desk, goal_course(goal, figures), figures.status, share=True),
    )


def _kpi_card(desk: Desk, kpi: Kpi) -> CardPage:
    figures, text = desk.analysis.kpis[kpi.id], desk.language.text
    value, target = kpi_value(desk, kpi, figures), target_figure(desk, kpi, figures.in_force)
    told = [text("target %(value)s", value=target.text)] if target else []
    if since(desk, figures):
        health = desk.language.word("health", figures.health).word
        told.append(text("%(health)s %(since)s", health=health, since=since(desk, figures)))
    where = [desk.language.date(figures.date)] if figures.date else []
    where.append(desk.teams[kpi.team].title)
    return CardPage(
        title=kpi.title,
        link=goal_link(desk, kpi.id),
        standing=standing_badge(desk, kpi),
        site=Link(desk.config.site_name, ""),
        value=value.text if value else "",
        lines=tuple(line for line in (" · ".join(told), " · ".join(where)) if line),
        spark=kpi_spark(desk, kpi, figures),
    )
