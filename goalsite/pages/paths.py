"""Where each page lies below the site's root: in NFC, not percent-encoded, ending in `/`."""

from __future__ import annotations

from functools import lru_cache

from goalsite.core.names import nfc, place_of_page

_FOLDERS = {
    "objective": "goals",
    "kpi": "kpis",
    "team": "teams",
    "person": "people",
    "cycle": "cycles",
    "page": "pages",
}


@lru_cache(1 << 13)  # neighbouring pages lead to the same others
def page_path(kind: str, name: str) -> str:
    """The path of the page of an objective, kpi, team, person (a folded handle), cycle or plain page.

    The root unit is `teams/`; a plain page called README or index is its folder's.
    """
    if kind == "page":
        name = place_of_page(name)
    path = _FOLDERS[kind] + (f"/{name}/" if name else "/")
    return nfc(path)


def file_of(path: str) -> str:
    """The file in which the page at `path` lies."""
    return path if path.endswith(".html") else f"{path}index.html"


def unit_cycle_path(unit: str, cycle: str) -> str:
    """The path of a unit's review of a cycle."""
    return nfc(f"{page_path('team', unit)}_/cycles/{cycle}/")


def compare_path(cycle: str, other: str) -> str:
    """The path of the page that holds a cycle against an earlier one."""
    return nfc(f"{page_path('cycle', cycle)}_/compare/{other}/")


def file_path(source: str) -> str:
    """Where an asset of the repository is published."""
    return nfc(f"files/{source}")
