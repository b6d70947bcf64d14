"""Ids -> links: every goal, unit, person and cycle as it is named on a page."""

from __future__ import annotations

import re

from goalsite.core.links import is_external, safe_url
from goalsite.core.names import fold_handle
from goalsite.model.records import Common
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.paths import page_path

_LONGEST_URL = 60


def goal_link(desk: Desk, name: str, note: str = "") -> Link:
    """The link to a goal, a key result (`goal#kr`), or to what lies outside (a URL, `site:goal`)."""
    goal_id, _, result_id = name.partition("#")
    if ":" in goal_id:
        return _outside(desk, name, note)
    if goal_id in desk.kpis:
        return Link(desk.kpis[goal_id].title, site_href(page_path("kpi", goal_id)), note)
    goal = desk.objectives.get(goal_id)
    if goal is None:
        kind = desk.missing[goal_id].kind if goal_id in desk.missing else "objective"
        return Link(goal_id, site_href(page_path(kind, goal_id)), note)
    if not result_id:
        return Link(goal.title, site_href(page_path("objective", goal_id)), note)
    title = next((result.title for result in goal.key_results if result.id == result_id), result_id)
    return Link(title, site_href(page_path("objective", goal_id), result_anchor(result_id)), note)


def result_anchor(result_id: str) -> str:
    """The anchor of a key result on its objective's page."""
    return f"kr-{'-'.join(result_id.split())}"


def _outside(desk: Desk, name: str, note: str) -> Link:
    site, _, rest = name.partition(":")
    if rest.startswith("//"):
        url = safe_url(name) or ""
        return Link(_shown(url), url, note)
    base = dict(desk.config.sites).get(site, "")
    goal_id, _, result_id = rest.partition("#")
    fragment = result_anchor(result_id) if result_id else ""
    path = site_href(page_path("objective", goal_id), fragment)
    return Link(rest, safe_url(f"{base.rstrip('/')}/{path}") or "", note or site)


def _shown(url: str) -> str:
    """A URL as a reader needs it: host and path, not too long."""
    text = re.split(r"[?#]", url.partition("://")[2], maxsplit=1)[0].rstrip("/")
    return text if len(text) <= _LONGEST_URL else text[: _LONGEST_URL - 1] + "…"


def unit_link(desk: Desk, name: str) -> Link:
    """The link to a unit by its title."""
    team = desk.teams.get(name)
    return Link(team.title if team else name, site_href(page_path("team", name)))


def person_link(desk: Desk, handle: str) -> Link:
    """The link to a person by name, the handle beside it; to all people where that one has no page."""
    person = desk.people.get(fold_handle(handle))
    if person is None:
        return Link(handle.removeprefix("@"), "people/")
    href = site_href(page_path("person", person.id))
    if person.name:
        return Link(person.name, href, f"@{person.handle}")
    return Link(person.handle, href)


def cycle_link(desk: Desk, name: str) -> Link:
    """The link to a cycle by its title, or its name as the language writes it."""
    return Link(cycle_name(desk, name), site_href(page_path("cycle", name)))


def cycle_name(desk: Desk, name: str) -> str:
    """What a cycle is called."""
    cycle = desk.cycles.get(name)
    return cycle.title if cycle and cycle.title != cycle.id else desk.language.cycle(name)


def record_links(desk: Desk, record: Common) -> tuple[Link, ...]:
    """The links that a file gives; relative ones lead to what is published of the repository."""
    found = []
    for name, url in record.links:
        absolute = is_external(url) or url[:7].lower() == "mailto:"
        href = url if absolute else published_href(desk, record, url)
        if href:
            found.append(Link(name, href))
    return tuple(found)


def published_href(desk: Desk, record: Common, target: str) -> str | None:
    """The link from the site's root to what a relative path in `record`'s file means; None where nothing."""
    path, mark, fragment = target.partition("#")
    steps = [] if path.startswith("/") else record.path.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    for name in ((), ("team.md",), ("README.md",)):
        found = desk.published.get("/".join((*steps, *name)))
        if found is not None:
            return site_href(found) + mark + fragment
    return None
