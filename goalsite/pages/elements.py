"""The smallest pieces of a page: texts that are ready to be shown, each number with what it means."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from msgspec import Struct


class Html(Struct, frozen=True):
    """Markup made by our own Markdown door. Templates escape every text but this type and `Svg`."""

    markup: str

    def __html__(self) -> str:
        return self.markup


class Svg(Struct, frozen=True):
    """Markup of a chart or a graph made by our own drawing code, a whole `<svg>` element."""

    markup: str

    def __html__(self) -> str:
        return self.markup


class Link(Struct, frozen=True):
    """A link. `href` is a percent-encoded path from the site's root (`goals/a/#kr-p50`) or a URL with a
    scheme.

    `note` stands smaller beside the text: the handle beside a person's name, the unit beside a goal.
    """

    text: str
    href: str
    note: str = ""


class Figure(Struct, frozen=True):
    """A number as it is shown, and what it means in words (its formula, too).

    `term` is the id of a glossary entry that explains more; `raw` the unrounded number for machines.
    """

    text: str
    meaning: str = ""
    term: str = ""
    raw: str = ""


class Badge(Struct, frozen=True):
    """A status, state, outcome or health: its key (`on_track`, `amber`), chosen icon and colour follow from
    it.

    The word always stands beside the icon; `meaning` says why it holds here.
    """

    key: str
    word: str
    meaning: str = ""


class Bar(Struct, frozen=True):
    """Progress within 0…1 with a tick where the plan expects it; `text` says the same in words."""

    progress: float
    expected: float | None
    key: str
    text: str


class Trend(Struct, frozen=True):
    """A direction (`up`, `down`, `flat`) and what it does here (`better`, `worse`, `same`), in words."""

    direction: str
    effect: str
    word: str
    meaning: str = ""


class Fact(Struct, frozen=True):
    """A labelled line: a figure, links, or both. `term` is the glossary entry of the label."""

    label: str
    value: Figure | None = None
    links: tuple[Link, ...] = ()
    term: str = ""


class Column(Struct, frozen=True):
    """A column of a data table; the unit stands in its header, numbers stand to the right."""

    text: str
    meaning: str = ""
    numeric: bool = False


class Table(Struct, frozen=True):
    """A plain data table: texts only, each row as long as there are columns."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


class NextStep(Struct, frozen=True):
    """What to do where there is nothing to see: a sentence, and the command or line of a file for it."""

    text: str
    command: str = ""


class Pager(Struct, frozen=True):
    """Where a list of more than 500 entries goes on: `text` says where one is (`Page 2 of 7`)."""

    text: str
    previous: Link | None = None
    following: Link | None = None


@lru_cache(1 << 13)  # neighbouring pages lead to the same others
def site_href(path: str, fragment: str = "") -> str:
    """The `href` of a page or asset at `path` below the site's root: segments percent-encoded, `/` kept."""
    return quote(path, safe="/~") + ("#" + quote(fragment, safe="~") if fragment else "")
