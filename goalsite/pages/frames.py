"""A page's surroundings: the site's names, the way down to it, its unit's neighbours, its source.

They hold nothing that changes with a goal the page is not about.
"""

from __future__ import annotations

from functools import partial
from typing import TypedDict, Unpack
from urllib.parse import quote

from goalsite.core.links import is_external
from goalsite.graph.edges import Edge
from goalsite.model.records import Common
from goalsite.pages.addresses import address
from goalsite.pages.commits import commit_link, last_changed
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.frame import Discussion, Follow, Frame, Sidebar, Site, Source
from goalsite.pages.links import cycle_link, goal_link, unit_link
from goalsite.pages.states import canonical_of_past, past_state, state_switch

_MOST_STEPS = 8
_MOST_NEIGHBOURS = 40
_EDIT = (
    ("github", "edit/main/"),
    ("gitlab", "-/edit/main/"),
    ("gitee", "edit/master/"),
    ("bitbucket", "src/main/{path}?mode=edit"),
)


class Around(TypedDict, total=False):
    """What a page may have around it: the way down to it, the unit whose neighbours stand at its side, its
    source, a sentence about it, the cycle it is about, what the switches offer where it has any, how one
    follows it and where it is discussed."""

    breadcrumb: tuple[Link, ...]
    unit: str | None
    source: Common | None
    description: str
    cycle: str
    cycles: tuple[Link, ...]
    units: tuple[Link, ...]
    follow: Follow
    discussion: Discussion | None


def frame(desk: Desk, path: str, title: str, section: str = "", **around: Unpack[Around]) -> Frame:
    """The frame of the page at `path`, which belongs to the navigation entry `section`.

    What is past can neither be followed nor discussed.
    """
    unit, source = around.get("unit"), around.get("source")
    return Frame(
        site=_site(desk, around.get("cycle", ""), around.get("cycles", ()), around.get("units", ())),
        path=path,
        title=title,
        description=around.get("description") or _description(desk, title),
        section=section,
        breadcrumb=around.get("breadcrumb", ()),
        sidebar=_beside(desk, unit) if unit is not None and unit in desk.teams else None,
        source=_source(desk, source) if source is not None and source.path else None,
        translations=_translations(desk, path),
        canonical=_canonical(desk, path),
        follow=around.get("follow") if desk.then is None else None,
        discussion=around.get("discussion") if desk.then is None else None,
        past=past_state(desk, path),
        states=state_switch(desk, path),
    )


def _description(desk: Desk, title: str) -> str:
    """What a page without a sentence about itself says: its title, and of whose site it is."""
    return " · ".join(part for part in (title, desk.config.site_name, desk.config.site_description) if part)


def way_to(desk: Desk, name: str) -> tuple[Link, ...]:
    """The alignment path down to a goal: the first goal each supports or contributes to, at most 8."""
    steps: list[Link] = []
    seen = {name}
    while len(steps) < _MOST_STEPS:
        above = next((e for e in _upwards(desk, name) if not e.outside and e.target not in seen), None)
        if above is None:
            break
        name = above.target
        seen.add(name)
        steps.append(goal_link(desk, name))
    return tuple(reversed(steps))


def _upwards(desk: Desk, name: str) -> list[Edge]:
    edges = desk.edges_from.get(name, ())
    return [
        edge for kind in ("supports", "contributes", "cascades_from") for edge in edges if edge.type == kind
    ]


def _site(desk: Desk, cycle: str, cycles: tuple[Link, ...], units: tuple[Link, ...]) -> Site:
    text, config = desk.language.text, desk.config
    navigation = (
        Link(text("Overview"), ""),
        Link(text("Units"), "teams/"),
        Link(text("KPIs"), "kpis/"),
        Link(text("Map"), "map/"),
        Link(text("Alerts"), "alerts/"),
        Link(text("Cycles"), "cycles/"),
        Link(text("People"), "people/"),
        Link(text("Health"), "health/"),
        Link(text("Glossary"), "glossary/"),
    )
    around = _cycles_around(desk, cycle)
    return Site(
        name=config.site_name,
        language=desk.language.tag,
        navigation=navigation,
        cycle=around[0].text if around else "",
        cycles=cycles or (*around, Link(text("All cycles"), "cycles/")),
        units=units,
        footer=config.footer,
        base_path=_base_path(config.site_url),
    )


def _cycles_around(desk: Desk, cycle: str) -> tuple[Link, ...]:
    """A cycle and those that hold it."""
    found: list[str] = []
    name: str | None = cycle or None
    while name and name in desk.cycles and name not in found:
        found.append(name)
        name = desk.cycles[name].parent
    return tuple(cycle_link(desk, one) for one in found)


def _base_path(site_url: str) -> str:
    """The path of `https://host/path`, with a slash at both ends."""
    _, _, path = site_url.partition("://")[2].partition("/")
    return f"/{path}".rstrip("/") + "/"


def _beside(desk: Desk, unit: str) -> Sidebar:
    """What stands beside all pages of a unit, made for the first of them."""
    return desk.piece("sidebar", unit, partial(_sidebar, desk, unit))


def _sidebar(desk: Desk, unit: str) -> Sidebar:
    parent = desk.teams[unit].parent
    siblings = [team.id for team in desk.units_below.get(parent, ())] if parent is not None else []
    return Sidebar(
        ancestors=unit_ancestors(desk, unit),
        here=unit_link(desk, unit),
        siblings=_neighbours(desk, [one for one in siblings if one != unit]),
        children=_neighbours(desk, [team.id for team in desk.units_below.get(unit, ())]),
    )


def unit_ancestors(desk: Desk, unit: str) -> tuple[Link, ...]:
    """The links to the units above one, the root first."""
    return tuple(unit_link(desk, one) for one in reversed(desk.units_above[unit][1:]))


def _neighbours(desk: Desk, units: list[str]) -> tuple[Link, ...]:
    shown = tuple(unit_link(desk, one) for one in units[:_MOST_NEIGHBOURS])
    if len(units) > _MOST_NEIGHBOURS:
        return (*shown, Link(desk.language.text("All units"), "teams/"))
    return shown


def _source(desk: Desk, record: Common) -> Source:
    edit = where_to_edit(desk, record.path)
    view = edit.replace("/edit/", "/blob/", 1).removesuffix("?mode=edit") if edit else ""
    last = desk.stories.last.get(record.path)
    return Source(
        path=record.path,
        commit=commit_link(desk, last) if last else None,
        changed=last_changed(desk, last) if last else "",
        edit=Link(desk.language.text("Edit this page"), edit) if edit else None,
        view=Link(record.path, view) if view and view != edit else None,
    )


def where_to_edit(desk: Desk, path: str) -> str:
    """Where the file at `path` is edited; an empty string where nobody knows, and for a file as it was."""
    return "" if desk.then else edit_url(desk.config.repo_url, desk.config.edit_uri, path)


def edit_url(repo_url: str, edit_uri: str, path: str) -> str:
    """Where the file at `path` of the repository is edited, or an empty string where nobody knows.

    `edit_uri` is put between `repo_url` and the path, as MkDocs does, or holds `{path}`; empty, it is that of
    the host: GitHub, GitLab, Gitee or Bitbucket.
    """
    if not edit_uri:
        host = repo_url.partition("://")[2].partition("/")[0].lower()
        edit_uri = next((pattern for name, pattern in _EDIT if name in host), "")
    if not edit_uri:
        return ""
    base = "" if is_external(edit_uri) else repo_url.rstrip("/") + ("" if edit_uri[0] in "?#" else "/")
    pattern = edit_uri if "{path}" in edit_uri else edit_uri.rstrip("/") + "/{path}"
    url = base + pattern.lstrip("/").replace("{path}", quote(path, safe="/"))
    return url if is_external(url) else ""


def _translations(desk: Desk, path: str) -> tuple[Link, ...]:
    """The same page in the other languages, seen from the root of this one."""
    root = desk.languages[0]
    up = "" if desk.language == root else "../"
    found = []
    for other in desk.languages:
        if other != desk.language:
            folder = "" if other == root else f"{other.tag}/"
            found.append(Link(other.text("English"), up + folder + site_href(path), other.tag))
    return tuple(found)


def _canonical(desk: Desk, path: str) -> str:
    if desk.then:
        return canonical_of_past(desk, path)
    return "" if path == "404.html" else address(desk, site_href(path))
