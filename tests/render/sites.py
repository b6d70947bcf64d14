"""Sites written to a folder and opened in a browser: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Page

from goalsite.core.config import Theme
from goalsite.language.language import Language
from goalsite.pages.desk import Desk
from goalsite.pages.site import site_pages
from goalsite.render.templates import Renderer
from goalsite.render.themes import theme_assets, theme_folders

FOLDERS, _ = theme_folders(Theme(), Path(), "config.yaml", {})
ASSETS = dict(theme_assets(FOLDERS))
RENDERERS = {tag: Renderer(FOLDERS, Language(tag)) for tag in ("en", "zh")}


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """These files below `folder`, with the assets of the theme."""
    for name, content in (ASSETS | dict(contents)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def page_files(desk: Desk) -> dict[str, bytes]:
    """Every page of a desk in its language, by the name of its file."""
    renderer = RENDERERS[desk.language.tag]
    return {
        frame.path if frame.path.endswith(".html") else f"{frame.path}index.html": renderer.render(
            page, frame
        ).encode()
        for page, frame in site_pages(desk)
    }


def opened(
    browser: Browser, address: str, *, script: bool = True, width: int = 1280
) -> tuple[Page, list[str]]:
    """The page at `address`, and what the browser complains about."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": width, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
    page.goto(address)
    return page, complaints
