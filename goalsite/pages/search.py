"""The search page: it works by script on the search's data, and says where to go without."""

from __future__ import annotations

from collections.abc import Iterator

from goalsite.pages.desk import Desk
from goalsite.pages.elements import Link
from goalsite.pages.finding_views import Named, SearchPage, Standing
from goalsite.pages.frame import Frame
from goalsite.pages.frames import frame
from goalsite.pages.index_pages import INDEX_PATH
from goalsite.pages.standing import standings
from goalsite.pages.tags import TAGS_PATH

SEARCH_PATH = "search/"


def search_pages(desk: Desk) -> Iterator[tuple[SearchPage, Frame]]:
    """The one search page."""
    text = desk.language.text
    kinds = {
        "objective": text("Objective"),
        "kpi": text("KPI"),
        "result": text("Key result"),
        "person": text("Person"),
        "unit": text("Unit"),
        "tag": text("Tag"),
        "cycle": text("Cycle"),
        "page": text("Page"),
    }
    page = SearchPage(
        title=text("Search"),
        kinds=tuple(Named(key, word) for key, word in kinds.items()),
        standings=tuple(Standing(key, badge) for key, badge in standings(desk)),
        others=(
            Link(text("A–Z of objectives, KPIs and units"), INDEX_PATH),
            Link(text("Tags"), TAGS_PATH),
            Link(text("People"), "people/"),
        ),
        full_text=desk.config.outputs.full_text,
    )
    yield page, frame(desk, SEARCH_PATH, page.title, SEARCH_PATH)
