"""Templates and views -> the tables of the manual's chapter on themes."""

from __future__ import annotations

import re
from pathlib import Path

from goalsite.core.values import fields_of
from goalsite.pages.frame import Follow, Frame, Sidebar, Site, Source
from goalsite.render.look import Look
from goalsite.render.templates import TEMPLATES

_BLOCK = re.compile(r"{%-? block (\w+)")
_SHARED = {"frame": Frame, "site": Site, "look": Look}
_WITHIN = {"frame.sidebar": Sidebar, "frame.source": Source, "frame.follow": Follow}


def tables_of_theme(folder: Path) -> str:
    """What stands in the chapter from its first table on; `folder` has the templates of the default theme."""
    views = [(template, view) for view, template in TEMPLATES.items()]
    pages = ["| template | blocks | fields of `page` |", "| --- | --- | --- |"]
    pages += [
        f"| `{template}` | {_listed(_blocks(folder / template))} | {_listed(_fields(view))} |"
        for template, view in sorted(views, key=lambda pair: pair[0])
    ]
    every = ["| name | fields |", "| --- | --- |"]
    every += [f"| `{name}` | {_listed(_fields(kind))} |" for name, kind in (_SHARED | _WITHIN).items()]
    base = f"The blocks of `base.html.j2` are {_listed(_blocks(folder / 'base.html.j2'))}."
    return "\n".join((*every, "", "## Templates", "", base, "", *pages, ""))


def _blocks(template: Path) -> list[str]:
    return _BLOCK.findall(template.read_text(encoding="utf-8"))


def _fields(kind: type) -> list[str]:
    return [name for name in fields_of(kind) if name != "styles"]


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "none"
