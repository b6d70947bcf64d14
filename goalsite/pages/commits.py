"""Commits on pages: where one is seen on the web, and who wrote it, without addresses of people."""

from __future__ import annotations

import re

from goalsite.core.links import is_external
from goalsite.core.names import fold_handle
from goalsite.history.records import Commit
from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link, site_href
from goalsite.pages.paths import page_path
from goalsite.pages.stories import folded_name

_ADDRESS = re.compile(r"\s*<[^<>]*>")  # what is left of an address behind a name
_DIGITS = 7
_MOST_AUTHORS = 3
_HOSTS = (
    ("github", "commit/"),
    ("gitlab", "-/commit/"),
    ("gitee", "commit/"),
    ("bitbucket", "commits/"),
    ("codeberg", "commit/"),
    ("gitea", "commit/"),
    ("forgejo", "commit/"),
)
_BY_EDIT_URI = (("-/edit/", "-/commit/"), ("_edit/", "commit/"), ("edit/", "commit/"))


def commit_link(desk: Desk, commit: Commit) -> Link:
    """The link to a commit by its first digits, with a note where its signature was verified; the href is
    empty where nobody knows its place."""
    note = desk.language.text("verified") if commit.is_verified else ""
    return Link(commit.id[:_DIGITS], commit_url(desk.config.repo_url, desk.config.edit_uri, commit.id), note)


def commit_url(repo_url: str, edit_uri: str, name: str) -> str:
    """Where a commit is seen on the web, or an empty string where nobody knows.

    Hosts are told by their name, or by how their files are edited.
    """
    host = repo_url.partition("://")[2].partition("/")[0].lower()
    place = next((place for known, place in _HOSTS if known in host), "")
    place = place or next((place for known, place in _BY_EDIT_URI if edit_uri.startswith(known)), "")
    url = f"{repo_url.rstrip('/')}/{place}{name}"
    return url if place and is_external(url) else ""


def author_links(desk: Desk, names: tuple[str, ...]) -> tuple[Link, ...]:
    """Who wrote something: people of the site by their link, others with an empty href; of many the first."""
    shown = tuple(_author(desk, name) for name in names[:_MOST_AUTHORS])
    left = len(names) - _MOST_AUTHORS
    if left <= 0:
        return shown
    return (*shown, Link(desk.language.plural("%(n)s more", "%(n)s more", left), ""))


def authors(desk: Desk, names: tuple[str, ...]) -> str:
    """The same as plain text."""
    return desk.language.listed(tuple(link.text for link in author_links(desk, names)))


def last_changed(desk: Desk, commit: Commit) -> str:
    """When and by whom something was changed last."""
    when, who = desk.language.date(commit.day), authors(desk, commit.authors)
    if not who:
        return desk.language.text("Last changed %(date)s", date=when)
    return desk.language.text("Last changed %(date)s by %(people)s", date=when, people=who)


def _author(desk: Desk, written: str) -> Link:
    name = _ADDRESS.sub("", written).strip() or written
    handle = desk.stories.people.get(folded_name(name)) or fold_handle(name)
    person = desk.people.get(handle)
    if person is None or not name:
        return Link(name, "")
    return Link(person.name or person.handle, site_href(page_path("person", person.id)))
