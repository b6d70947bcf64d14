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


def with_script(page: bytes, shown: Shown) -> bytes:
    """The page with the script at the end of its body; its address says which build the page is from."""
    script = f'<script src="/{SCRIPT}?pages={shown.pages}&amp;build={shown.build}" defer></script>'.encode()
    end = page.rfind(b"</body>")
    return page + script if end == -1 else page[:end] + script + page[end:]


def error_page(shown: Shown) -> bytes:
    """The page that stands for every other as long as no build was good."""
    items = "".join(map(_item, shown.findings))
    page = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>There is no site yet</title>
<link rel="stylesheet" href="/{STYLE}">
</head>
<body class="goalsite-error">
<main>
<h1>There is no site yet</h1>
<p>{counted(shown.findings) or "Nothing was built"}. This page reloads when the files change.</p>
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
