"""A page asks no other host for anything, keeps to its policy, and the browser has nothing to say of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from bench.weight import KINDS, fullest
from goalsite.render.templates import TEMPLATES

JUMPS = """window.jumped = 0;
new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.jumped += entry.value; })
  .observe({ type: "layout-shift", buffered: true });"""
PLACEHOLDER = "goals/broken/index.html"
STATE = "at/2026-10-31/"
OF_A_STATE = ("", "goals/builds/", "map/", "search/", "health/")
SHOWN = """Array.from(document.querySelectorAll("[hidden]"))
  .filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 99))"""


def test_the_kinds_of_pages_are_those_that_have_a_template(own_site: Path) -> None:
    kinds = {name.removesuffix(".html.j2") for name in TEMPLATES.values()}
    assert kinds - KINDS.keys() == {"placeholder", "redirect"}
    assert [kind for kind, _ in fullest(own_site)] == list(KINDS)


@pytest.mark.parametrize("language", ["", "zh/"], ids=["en", "zh"])
def test_every_kind_of_page_is_silent_at_home_no_wider_than_its_screen_and_hides_what_is_hidden(
    language: str, own_site: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    site = serve_folder(own_site)
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    page.on("request", lambda asked: None if asked.url.startswith(site) else told.append(asked.url))
    page.on("response", lambda got: told.append(got.url) if got.status >= 400 else None)
    paths = [language + path for path in (*dict(fullest(own_site)).values(), PLACEHOLDER)]
    for path in (*paths, *(STATE + language + path for path in OF_A_STATE)):
        page.goto(f"{site}{path}", wait_until="networkidle" if "map/" in path else "load")
        told += [f"{page.url} shows {it}" for it in page.evaluate(SHOWN)]
        for width in (2560, 1280, 390):
            page.set_viewport_size({"width": width, "height": 900})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                told.append(f"{page.url} is wider than {width} pixels")
    context.close()
    assert told == []


@pytest.mark.parametrize("kind", ["dashboard", "objective", "kpi", "unit", "map"])
def test_next_to_nothing_jumps_while_a_page_comes_to_a_slow_phone(
    kind: str, own_site: Path, browser: Browser, serve_slowly: Callable[[Path], str]
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.add_init_script(JUMPS)
    page.goto(serve_slowly(own_site) + dict(fullest(own_site))[kind], wait_until="networkidle")
    assert page.evaluate("jumped") < 0.1
    context.close()


def test_a_page_that_asks_elsewhere_or_breaks_its_policy_is_seen(
    tmp_path: Path, browser: Browser, serve_folder: Callable[[Path], str]
) -> None:
    policy = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'\">"
    (tmp_path / "index.html").write_text(f"<!doctype html>{policy}<script>1</script>", encoding="utf-8")
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(serve_folder(tmp_path))
    assert any("Content Security Policy" in line for line in told)
    page.close()
