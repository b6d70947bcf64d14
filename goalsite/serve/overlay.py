"""What the server adds to the site's pages: a script that reloads them and lists what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from goalsite.serve.live import Shown
from goalsite.serve.outcome import Finding, counted

SCRIPT = "_goalsite/live.js"
STYLE = "_goalsite/live.css"


def assets() -> Mapping[str, bytes]:
    """The script and the style, by path."""
    here = Path(__file__).parent
    return {path: (here / path.rpartition("/")[2]).read_bytes() for path in (SCRIPT, STYLE)}


def with_script(page: bytes, shown: Shown, mark: str = "") -> bytes:
    """The page with the script at the end of its body; its address says which build the page is from, and the
    `mark` of what the page says."""
    query = f"pages={shown.pages}&amp;build={shown.build}&amp;page={mark}"
    script = f'<script src="/{SCRIPT}?{query}" defer></script>'.encode()
    end = page.rfind(b"</body>")
    return page + script if end == -1 else page[:end] + script + page[end:]


def no_site(shown: Shown) -> bytes:
    """The page that stands for every other as long as there is no site."""
    return _list("There is no site yet", shown.findings, shown)


def no_page(finding: Finding, shown: Shown) -> bytes:
    """The page that stands for one that could not be made, of which a newer build without pages says more."""
    return _list("This page could not be made", shown.findings if shown.are_old else (finding,), shown)


def _list(title: str, findings: tuple[Finding, ...], shown: Shown) -> bytes:
    """A page of findings alone, which waits for the next build."""
    items = "".join(map(_item, findings))
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="/{STYLE}">
</head>
<body class="goalsite-error">
<main>
<h1>{title}</h1>
<p>{counted(findings) or "Nothing was built"}. This page reloads when the files change.</p>
<ol>{items}</ol>
</main>
</body>
</html>
"""
    return with_script(page.encode(), shown)


def _item(finding: Finding) -> str:
    hint = f"<p>hint: {escape(finding.hint)}</p>" if finding.hint else ""
    place = f"<code>{escape(finding.place)}:</code> <b>{escape(finding.severity)}</b>"
    return f"<li><p>{place} {escape(finding.code)} {escape(finding.message)}</p>{hint}</li>"
