"""What stands around every page: the site's own names, the way here, the neighbours, the source."""

from __future__ import annotations

from msgspec import Struct

from goalsite.pages.elements import Link
from goalsite.pages.state_views import PastState, StateSwitch


class Site(Struct, frozen=True):
    """What is the same on every page of one language.

    `language` is a BCP 47 tag; `navigation` the main pages; `cycles` and `units` what the switches offer,
    `cycle` the name of the cycle one is in; `base_path` is the path of `site_url` (`/goals/`), which only
    404.html needs.
    """

    name: str
    language: str
    navigation: tuple[Link, ...]
    cycle: str = ""
    cycles: tuple[Link, ...] = ()
    units: tuple[Link, ...] = ()
    footer: str = ""
    base_path: str = "/"


class Sidebar(Struct, frozen=True):
    """The unit one is in, by names only: from the root down to it, its siblings, its children."""

    ancestors: tuple[Link, ...]
    here: Link
    siblings: tuple[Link, ...] = ()
    children: tuple[Link, ...] = ()


class Source(Struct, frozen=True):
    """Where this page comes from: its file, the commit that last changed it and that in words (the day, by
    whom), how to edit it. A commit without a place on the web has an empty href."""

    path: str
    commit: Link | None = None
    changed: str = ""
    edit: Link | None = None
    view: Link | None = None


class Follow(Struct, frozen=True):
    """How one hears of this page elsewhere. `of` names what is followed where that is more than the page.

    `feeds` and `calendar` have their media type as note; `badge` and `card` are markup to paste elsewhere;
    `mail` and `discuss` carry the page's title and address.
    """

    of: str = ""
    feeds: tuple[Link, ...] = ()
    calendar: Link | None = None
    badge: str = ""
    card: str = ""
    mail: Link | None = None
    discuss: Link | None = None


class Discussion(Struct, frozen=True):
    """Comments that another host shows here, once a reader asks for them: `url` is what it is asked for,
    `place` where they are kept."""

    host: str
    url: str
    place: Link


class Frame(Struct, frozen=True):
    """A page's surroundings. `path` is its folder below the site's root, in NFC, not percent-encoded
    (`goals/a/`, `""` for the dashboard, `404.html`); `section` the href of the navigation entry it belongs
    to; `breadcrumb` the alignment path down to, not including, this page; `canonical` its absolute URL if
    the site has one, of a past state that of the page today; `past` is what a page of one says of it, and
    `states` the way to others.
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
    follow: Follow | None = None
    discussion: Discussion | None = None
    past: PastState | None = None
    states: StateSwitch | None = None
