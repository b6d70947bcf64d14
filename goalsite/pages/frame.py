"""What stands around every page: the site's own names, the way here, the neighbours, the source."""

from __future__ import annotations

from dataclasses import dataclass

from goalsite.pages.elements import Link


@dataclass(frozen=True, slots=True)
class Site:
    """What is the same on every page of one language.

    `language` is a BCP 47 tag; `navigation` the main pages; `cycles` what the cycle switch offers, `cycle`
    the name of the current one; `base_path` is the path of `site_url` (`/goals/`), which only 404.html
    needs.
    """

    name: str
    language: str
    navigation: tuple[Link, ...]
    cycle: str = ""
    cycles: tuple[Link, ...] = ()
    footer: str = ""
    feeds: tuple[Link, ...] = ()
    base_path: str = "/"


@dataclass(frozen=True, slots=True)
class Sidebar:
    """The unit one is in, by names only: from the root down to it, its siblings, its children."""

    ancestors: tuple[Link, ...]
    here: Link
    siblings: tuple[Link, ...] = ()
    children: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where this page comes from: its file, the commit and day that last changed it, how to edit it."""

    path: str
    commit: str = ""
    date: str = ""
    edit: Link | None = None
    view: Link | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """A page's surroundings. `path` is its folder below the site's root, in NFC, not percent-encoded
    (`goals/a/`, `""` for the dashboard, `404.html`); `section` the href of the navigation entry it belongs
    to; `breadcrumb` the alignment path down to, not including, this page; `canonical` its absolute URL if
    the site has one.
    """

    site: Site
    path: str
    title: str
    description: str = ""
    section: str = ""
    breadcrumb: tuple[Link, ...] = ()
    sidebar: Sidebar | None = None
    source: Source | None = None
    translations: tuple[Link, ...] = ()
    canonical: str = ""
