"""A difference as one page of HTML that needs nothing beside it, and may do nothing but show itself."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from goalsite.core.config import Theme
from goalsite.pages.difference_views import DifferencePage
from goalsite.pages.elements import Html
from goalsite.render.themes import theme_folders

_HERE = Path(__file__).parent
_LAYER = re.compile(r"^@layer (?:tokens|base) \{\n.*?^\}\n", re.MULTILINE | re.DOTALL)


def difference_html(page: DifferencePage) -> str:
    """The page, with the colours and letters of the site, light and dark."""
    styles = _styles()
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template("difference.html.j2")
    return template.render(page=page, policy=policy, styles=Html(styles))


def _styles() -> str:
    """The colours, letters and elements of the site, and what only this page has."""
    folders, _ = theme_folders(Theme(), _HERE, "", {})
    site = (folders[-1] / "assets" / "site.css").read_text(encoding="utf-8")
    own = (_HERE / "difference.css").read_text(encoding="utf-8")
    return "\n".join(("@layer tokens, base, page;", *_LAYER.findall(site), own))
