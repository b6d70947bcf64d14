"""Small repositories of several units and cycles, for rules about how goals belong together."""

from __future__ import annotations

from textwrap import dedent

TRUST = {"goals/2026/trust.md": "---\ntitle: Customers trust us with their money\nowner: ada\n---\n"}


def md(front: str = "", body: str = "") -> str:
    """A file with that front matter, which may be indented as the test around it."""
    return f"---\n{dedent(front).strip()}\n---\n{body}"


def unit(*names: str, front: str = "") -> dict[str, str]:
    """Units of these names."""
    return {f"goals/{name}/team.md": md(f"title: {name.title()}\n{dedent(front)}") for name in names}


def goal(path: str, front: str = "", title: str = "") -> dict[str, str]:
    """An objective at `goals/PATH.md`, called after its file unless told otherwise."""
    name = title or f"The {path.rpartition('/')[2]} is a joy"
    return {f"goals/{path}.md": md(f"title: {name}\n{dedent(front).strip()}")}
