"""Measures the map in Chromium: `python bench/map.py [--goals N | --corpus FOLDER | --site FOLDER]`.

Only the map of the site is made. Told are the size of its data, how long it takes until all goals are drawn
after the click that asks for it, and, while the map is dragged for 200 frames, how long scripts take in each
frame and which task takes longest. Chromium draws in software unless --gpu is given: frames are slower there
than on a machine with a graphics card, what scripts take is the same.
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright
from served import served

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))
FRAMES = 200

# Adds up what scripts take between two frames, in the frame and in the events before it.
CLOCK = """(() => {
  const measured = window.measured = { frames: [], long: [], spent: 0, isOn: false };
  const timed = (work) => function (...given) {
    const start = performance.now();
    try { return work.apply(this, given); } finally { measured.spent += performance.now() - start; }
  };
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (work) => ask(timed(work));
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, work, options) {
    const counts = typeof work === "function" && name.startsWith("pointer");
    return listen.call(this, name, counts ? timed(work) : work, options);
  };
  const turn = () => {
    if (measured.isOn && measured.spent > 0) measured.frames.push(measured.spent);
    measured.spent = 0;
    ask(turn);
  };
  ask(turn);
  new PerformanceObserver((list) => {
    if (measured.isOn) measured.long.push(...list.getEntries().map((entry) => entry.duration));
  }).observe({ type: "longtask" });
})()"""
DRAWN = ".stage .canvas, .live .stage > svg:not([width])"


def main() -> None:
    """Make the map, open it, start it, drag it, and print what was measured."""
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        site = options.site or Path(scratch) / "site"
        if options.site is None:
            seconds = _make(_corpus(options, Path(scratch)), options.as_of, site)
            print(f"map page and data made in {seconds:.1f} s")
        for file in sorted((site / "map" / "_").glob("*.json")):
            content = file.read_bytes()
            small = len(gzip.compress(content))
            print(f"{file.name}: {len(content) / 1e3:.0f} kB, compressed {small / 1e3:.0f} kB")
        _measure(site, gpu=options.gpu)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--goals", type=int, default=10_000, help="how many to write  [10000]")
    parser.add_argument("--corpus", type=Path, help="a repository to map, in place of one that is written")
    parser.add_argument("--site", type=Path, help="a built site, in place of one that is made")
    parser.add_argument("--as-of", default="2026-11-16", help="the day of the figures  [2026-11-16]")
    parser.add_argument("--gpu", action="store_true", help="draw with the graphics card")
    return parser.parse_args()


def _corpus(options: argparse.Namespace, scratch: Path) -> Path:
    if options.corpus is not None:
        return Path(options.corpus)
    writer = HERE / "bench" / "corpus.py"
    subprocess.run([sys.executable, str(writer), str(scratch / "corpus"), str(options.goals)], check=True)
    return scratch / "corpus"


def _make(corpus: Path, as_of: str, site: Path) -> float:
    """Writes the pages and the data of the map, and what they load; the seconds it takes, without figures."""
    from goalsite.exchange.map_data import map_files
    from goalsite.language.language import site_languages
    from goalsite.pages.map import map_pages
    from goalsite.pipeline import figure
    from goalsite.printing import open_site
    from goalsite.project import open_project
    from goalsite.render.templates import Renderer
    from goalsite.render.themes import theme_assets, theme_folders

    known = figure(open_project(corpus), date.fromisoformat(as_of))
    config = known.project.config
    language = site_languages(config)[0]
    folders, _ = theme_folders(config.theme, corpus, "config.yaml", config.marks)
    start = time.perf_counter()
    desk = open_site(known)
    renderer = Renderer(folders, language)
    files = [
        (f"{around.path}index.html", renderer.render(page, around).encode())
        for page, around in map_pages(desk)
    ]
    files += [*map_files(desk), *theme_assets(folders)]
    seconds = time.perf_counter() - start
    for name, content in files:
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return seconds


def _measure(site: Path, *, gpu: bool) -> None:
    arguments = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    with served(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=[*arguments, *([] if gpu else ["--disable-gpu"])]
        )
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(CLOCK)
        page.goto(f"{address}map/")
        start = time.perf_counter()
        if page.locator(".start").count():
            page.click(".start")
        page.wait_for_selector(DRAWN, state="attached", timeout=120_000)
        seconds = time.perf_counter() - start
        print(f"all goals drawn after {seconds:.2f} s, as {_kind(page)}: {page.inner_text('.told')}")
        for name, zooms in (("the whole in view", 0), ("names in view", 12)):
            _drag(page, zooms)
            frames, long = page.evaluate("[measured.frames, measured.long]")
            print(
                f"{name}: scripts take {median(frames):.2f} ms a frame (median of {len(frames)}), at most "
                f"{max(frames):.2f} ms; tasks over 50 ms: {[round(one) for one in long] or 'none'}"
            )
        chromium.close()


def _kind(page: Page) -> str:
    return "a canvas" if page.locator(".stage .canvas").count() else "one SVG drawing"


def _drag(page: Page, zooms: int) -> None:
    """Drags the map to and fro until 200 frames are measured."""
    page.focus(".stage")
    page.keyboard.press("0")
    for _ in range(zooms):
        page.keyboard.press("+")
    page.wait_for_timeout(1000)
    page.locator(".stage").scroll_into_view_if_needed()
    box = page.locator(".stage").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y, steps=3)
    page.evaluate("Object.assign(measured, { frames: [], long: [], isOn: true })")
    step = 0
    while page.evaluate("measured.frames.length") < FRAMES:
        for _ in range(20):
            step += 1
            page.mouse.move(x + 150 - abs(step * 3 % 600 - 300), y + step % 40)
    page.evaluate("measured.isOn = false")
    page.mouse.up()
    page.wait_for_timeout(500)


if __name__ == "__main__":
    main()
