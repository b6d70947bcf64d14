"""How one follows a page from elsewhere: feeds, a calendar, a badge, a card, a mail, a discussion."""

from __future__ import annotations

from html import escape
from urllib.parse import quote, urlsplit

from goalsite.model.records import Kpi, Objective, Person, Team
from goalsite.pages.addresses import address
from goalsite.pages.badges import badge_path
from goalsite.pages.calendars import calendar_path
from goalsite.pages.cards import card_path
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.feeds import events_of, feed_path, tag_events
from goalsite.pages.frame import Follow
from goalsite.pages.paths import page_path
from goalsite.pages.tags import Tag

_ATOM, _JSON, _ICS = "application/atom+xml", "application/feed+json", "text/calendar"
_NEW_ISSUE = (
    ("github", "/issues/new?title={title}&body={url}"),
    ("gitlab", "/-/issues/new?issue[title]={title}&issue[description]={url}"),
    ("gitee", "/issues/new?title={title}&description={url}"),
    ("codeberg", "/issues/new?title={title}&body={url}"),
)
Ways = tuple[tuple[Link, ...], Link | None]
"""The feeds and the calendar of a unit or person."""

_CARD_SIZE = 'width="400" height="200"'


def follow_site(desk: Desk) -> Follow:
    """How one follows the whole site."""
    return Follow(
        feeds=_feeds("") if _has_feed(desk, "") else (),
        calendar=_calendar(desk, "") if _has_calendar(desk, "") else None,
        mail=_mail(desk, desk.config.site_name, ""),
    )


def follow_unit(desk: Desk, team: Team) -> Follow:
    """How one follows a unit with those below it; the root is the site."""
    feeds, calendar = _of_unit(desk, team)
    return Follow(feeds=feeds, calendar=calendar, mail=_mail(desk, team.title, page_path("team", team.id)))


def _of_unit(desk: Desk, team: Team) -> Ways:
    lies_at = page_path("team", team.id) if team.id else ""
    return (
        _feeds(lies_at) if _has_feed(desk, team.id) else (),
        _calendar(desk, lies_at) if _has_calendar(desk, team.id) else None,
    )


def follow_person(desk: Desk, person: Person) -> Follow:
    """How one follows what a person owns and helps with."""
    feeds, calendar = _of_person(desk, person)
    mail = _mail(desk, person.name or person.handle, page_path("person", person.id))
    return Follow(feeds=feeds, calendar=calendar, mail=mail)


def _of_person(desk: Desk, person: Person) -> Ways:
    page, outputs = page_path("person", person.id), desk.config.outputs
    has_days = outputs.calendars and person.id in desk.expecting.people
    return (
        _feeds(page) if outputs.feeds and person.id in desk.events.busy else (),
        _calendar(desk, page) if has_days else None,
    )


def follow_tag(desk: Desk, tag: Tag) -> Follow:
    """How one follows all that has a tag."""
    has_feed = desk.config.outputs.feeds and bool(tag_events(desk, tag))
    feeds = _feeds(tag.path) if has_feed else ()
    return Follow(feeds=feeds, mail=_mail(desk, tag.name, tag.path))


def follow_goal(desk: Desk, goal: Objective | Kpi) -> Follow:
    """How one follows an objective or KPI: by its own feed where there is one, else with its unit or
    person."""
    page, outputs = page_path(goal.kind, goal.id), desk.config.outputs
    around = _around(desk, goal)
    own = outputs.goal_feeds and bool(events_of(desk, goal))
    return Follow(
        of="" if own else around.of,
        feeds=_feeds(page) if own else around.feeds,
        calendar=None if own else around.calendar,
        badge=_badge(desk, goal, page),
        card=_card(desk, goal, page),
        mail=_mail(desk, goal.title, page),
        discuss=_discuss(desk, goal, page),
    )


def _around(desk: Desk, goal: Objective | Kpi) -> Follow:
    """The unit or person whose goal it is, and how one follows them."""
    person = desk.people.get(goal.person) if goal.person else None
    if person is not None:
        return Follow(person.name or person.handle, *_of_person(desk, person))
    team = desk.teams[goal.team]
    return Follow(team.title, *_of_unit(desk, team))


def _has_feed(desk: Desk, unit: str) -> bool:
    return desk.config.outputs.feeds and unit in desk.events.moving


def _has_calendar(desk: Desk, unit: str) -> bool:
    return desk.config.outputs.calendars and unit in desk.expecting.units


def _feeds(page: str) -> tuple[Link, ...]:
    path = site_href(feed_path(page))
    return Link("Atom", f"{path}.xml", _ATOM), Link("JSON Feed", f"{path}.json", _JSON)


def _calendar(desk: Desk, page: str) -> Link:
    return Link(desk.language.text("Calendar"), site_href(calendar_path(page)), _ICS)


def _badge(desk: Desk, goal: Objective | Kpi, page: str) -> str:
    """The Markdown that shows its badge and leads to it; it needs the address of the site."""
    image = address(desk, site_href(badge_path(page)))
    if not image or not desk.config.outputs.badges:
        return ""
    title = " ".join(goal.title.translate(_UNMARKED).split())
    return f"[![{title}]({image})]({address(desk, site_href(page))})"


_UNMARKED = str.maketrans(dict.fromkeys("[]\\`<>!*_", " "))
"""What would end or mark up the text of an image in Markdown."""


def _card(desk: Desk, goal: Objective | Kpi, page: str) -> str:
    """The HTML that embeds its card."""
    url = address(desk, site_href(card_path(page)))
    if not url or not desk.config.outputs.cards:
        return ""
    title = escape(" ".join(goal.title.split()))
    return f'<iframe src="{escape(url)}" title="{title}" {_CARD_SIZE} loading="lazy"></iframe>'


def _mail(desk: Desk, title: str, page: str) -> Link | None:
    url = address(desk, site_href(page))
    if not url:
        return None
    written = f"mailto:?subject={_quoted(title)}&body={_quoted(url)}"
    return Link(desk.language.text("Share by mail"), written)


def _discuss(desk: Desk, goal: Objective | Kpi, page: str) -> Link | None:
    """Where it is discussed: where its file says, else as the configuration says, else as a new issue."""
    text = desk.language.text("Discuss")
    written = next((url for name, url in goal.links if name.casefold() == "discussion"), "")
    pattern = desk.config.discussion or _new_issue(desk.config.repo_url)
    if written.lower().startswith(("http://", "https://")):
        return Link(text, written)
    if not pattern:
        return None
    url = address(desk, site_href(page)) or goal.path
    return Link(text, pattern.replace("{title}", _quoted(goal.title)).replace("{url}", _quoted(url)))


def _new_issue(repo_url: str) -> str:
    """Where an issue is opened at the host of a repository, or an empty string where nobody knows."""
    host = (urlsplit(repo_url).hostname or "") if repo_url else ""
    pattern = next((pattern for name, pattern in _NEW_ISSUE if name in host), "")
    return repo_url.rstrip("/") + pattern if pattern else ""


def _quoted(text: str) -> str:
    return quote(" ".join(text.split()), safe="", errors="replace")
