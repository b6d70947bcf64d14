"""Sites with a search, written to a folder, and a reader who looks something up: what its tests share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from goalsite.core.config import Theme
from goalsite.exchange.search import search_files
from goalsite.language.language import Language
from goalsite.pages.site import site_pages
from goalsite.render.templates import Renderer
from goalsite.render.themes import theme_assets, theme_folders
from tests.pages.desks import desk_of

FOLDERS, _ = theme_folders(Theme(), Path(), "config.yaml", {})
RENDERERS = {tag: Renderer(FOLDERS, Language(tag)) for tag in ("en", "zh")}


def write_site(folder: Path, files: Mapping[str, str], language: str = "en", most: int = 10_000) -> None:
    """The site of `files` with its assets and the search's data, `most` entries in a part of these."""
    desk = desk_of(files, language=language)
    contents = dict(theme_assets(FOLDERS)) | dict(search_files(desk, most))
    for page, frame in site_pages(desk):
        name = frame.path if frame.path.endswith(".html") else f"{frame.path}index.html"
        contents[name] = RENDERERS[language].render(page, frame).encode()
    for name, content in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def write_data(folder: Path, files: Mapping[str, str], most: int = 10_000) -> list[str]:
    """The search's data of `files` alone, in place of those that are there; the titles of its goals."""
    desk = desk_of(files)
    for name, content in search_files(desk, most):
        (folder / name).write_bytes(content)
    return [goal.title for goal in (*desk.corpus.objectives, *desk.corpus.kpis)]


def opened(browser: Browser, address: str, *, script: bool = True) -> tuple[Page, list[str]]:
    """The page at `address`, and what the browser complains about."""
    page = browser.new_context(java_script_enabled=script).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.goto(address)
    return page, complaints
