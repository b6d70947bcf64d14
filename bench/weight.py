"""Weighs a built site: `python bench/weight.py [SITE]`, by default `site`.

For each kind of page, of its fullest one: what a reader downloads to see it, in bytes, compressed as servers
do. The data of the map counts where its script asks for it at once; that of a large one comes with a click,
that of the search with the first key, so both are told apart.
"""

from __future__ import annotations

import argparse
import gzip
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

# The templates, and where their pages lie; what lies below a `_` is meant only where that says so.
KINDS: dict[str, str] = {
    "dashboard": "index.html",
    "objective": "goals/**/index.html",
    "kpi": "kpis/*/**/index.html",
    "library": "kpis/index.html",
    "unit": "teams/**/index.html",
    "person": "people/*/index.html",
    "people": "people/index.html",
    "cycle": "cycles/*/index.html",
    "cycles": "cycles/index.html",
    "compare": "cycles/*/_/compare/*/index.html",
    "timeline": "timeline/index.html",
    "changes": "changes/index.html",
    "history": "goals/**/_/history/index.html",
    "map": "map/index.html",
    "alerts": "alerts/index.html",
    "health": "health/index.html",
    "glossary": "glossary/index.html",
    "search": "search/index.html",
    "a-z": "a-z/index.html",
    "tags": "tags/index.html",
    "tag": "tags/*/index.html",
    "card": "goals/**/_/card/index.html",
    "plain": "pages/**/index.html",
    "states": "at/index.html",
    "missing": "404.html",
}


class Loads(HTMLParser):
    """The style sheets and scripts that a page loads, and the data that its scripts ask for."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.files: list[str] = []
        self.data: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element asks for."""
        values = dict(attrs)
        if tag == "script":
            self.files.append(values["src"] or "")
        if tag == "link" and values["rel"] == "stylesheet":
            self.files.append(values["href"] or "")
        if "data-large" not in values:
            self.data += (values.get("data-files") or "").split()


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of a page and of what it loads."""

    html: int
    css: int
    js: int
    data: int

    @property
    def whole(self) -> int:
        """All of it together."""
        return self.html + self.css + self.js + self.data


def fullest(site: Path) -> Iterator[tuple[str, str]]:
    """Each kind of page that the site has, and where its largest page lies."""
    for kind, pattern in KINDS.items():
        found = [path for path in site.glob(pattern) if ("_" in path.parts) == ("/_/" in pattern)]
        if found:
            largest = max(found, key=lambda path: (path.stat().st_size, path))
            yield kind, largest.relative_to(site).as_posix()


def weigh(site: Path, page: str) -> Weight:
    """The weight of the page that lies at `page` in the site."""
    content = (site / page).read_bytes()
    loads = Loads(content.decode())
    sizes = {".css": 0, ".js": 0, ".json": 0}
    for link in (*loads.files, *loads.data):
        path = _reached(site, page, link)
        sizes[path.suffix] += _compressed(path.read_bytes())
    return Weight(_compressed(content), sizes[".css"], sizes[".js"], sizes[".json"])


def _reached(site: Path, page: str, link: str) -> Path:
    """The file that a link of a page leads to; those of 404.html begin at the root of the host."""
    if link.startswith("/"):
        return site / link[link.index("assets/") :]
    return site / posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(link)))


def _compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def main() -> None:
    """Print a line for each kind of page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"), help="a built site")
    site: Path = parser.parse_args().site
    print(f"{'kind':10} {'html':>8} {'css':>7} {'js':>7} {'data':>7} {'all':>8}  fullest page")
    for kind, page in fullest(site):
        its = weigh(site, page)
        print(f"{kind:10} {its.html:8,} {its.css:7,} {its.js:7,} {its.data:7,} {its.whole:8,}  {page}")
    for part in ("map", "search"):
        for data in sorted((site / part / "_").glob("*.json")):
            print(f"of the {part}, {data.name}: {_compressed(data.read_bytes()):,}")


if __name__ == "__main__":
    main()
