"""Sites with a search, written to a folder: what its tests share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from goalsite.exchange.search import search_files
from tests.pages.desks import desk_of
from tests.render.sites import page_files, write_files


def write_site(folder: Path, files: Mapping[str, str], language: str = "en", most: int = 10_000) -> None:
    """The site of `files` with its assets and the search's data, `most` entries in a part of these."""
    desk = desk_of(files, language=language)
    write_files(folder, page_files(desk) | dict(search_files(desk, most)))


def write_data(folder: Path, files: Mapping[str, str], most: int = 10_000) -> list[str]:
    """The search's data of `files` alone, in place of those that are there; the titles of its goals."""
    desk = desk_of(files)
    for name, content in search_files(desk, most):
        (folder / name).write_bytes(content)
    return [goal.title for goal in desk.goals]
