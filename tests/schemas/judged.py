"""What an author writes, judged twice: by the schemas, as an editor does, and by goalsite."""

from __future__ import annotations

from typing import Any

from jsonschema import Draft7Validator

from goalsite.core.config import Config
from goalsite.lint.settle import settle
from goalsite.model.settings import read_config
from goalsite.schemas.files import KINDS, schema_of
from goalsite.source import frontmatter, yaml
from goalsite.source.nodes import Mapping, Node, Scalar
from goalsite.source.scalars import scalar_value
from tests.authored import ZONES, read

VALIDATORS = {
    kind: Draft7Validator(schema_of(kind), format_checker=Draft7Validator.FORMAT_CHECKER) for kind in KINDS
}
PLACES = {
    "objective": "goals/2026-Q4/example.md",
    "kpi": "goals/kpis/example.md",
    "team": "goals/example/team.md",
    "person": "goals/people/example.md",
    "page": "goals/example.md",
}
NEIGHBOURS = {
    "goals/2026-Q4/win-trust.md": "---\nkey_results: [{id: nps}]\n---\n",
    "goals/kpis/availability.md": '---\nunit: "%"\n---\n',
    "goals/platform/team.md": "---\ntitle: Platform\n---\n",
}
"""What examples refer to."""


def plain(node: Node | None) -> Any:
    """A node as a value of JSON, as YAML 1.2 and so an editor reads it."""
    if node is None or isinstance(node, Scalar):
        return scalar_value(node) if node else {}
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.items}
    return [plain(item) for item in node.items]


def by_schema(kind: str, value: Any) -> list[str]:
    """What the schema of that kind says against a value, each with its place."""
    return [f"{error.json_path}: {error.message}" for error in VALIDATORS[kind].iter_errors(value)]


def front_by_schema(kind: str, goal: str) -> list[str]:
    """What the schema of that kind says against a file's front matter."""
    document, found = frontmatter.document(goal, "example.md")
    assert found == ()
    return by_schema(kind, plain(document.front))


def front_by_goalsite(kind: str, front: str) -> list[str]:
    """The errors that goalsite finds in front matter of that kind, among some neighbours."""
    path = PLACES[kind]
    said = f"kind: {kind}\n" if kind == "page" else ""
    site = read({**NEIGHBOURS, path: f"---\n{said}{front}\n---\n"})
    return [f"{one.code} {one.message}" for one in site.found if one.severity == "error" and one.path == path]


def lint_by_goalsite(lint: str) -> list[str]:
    """The errors that goalsite finds in the rules that an objective sets aside, its check included."""
    document, _ = frontmatter.document(f"---\nlint: {lint}\n---\n", PLACES["objective"])
    settled = [one for one in settle((), (document,), Config()) if one.severity == "error"]
    return [*front_by_goalsite("objective", f"lint: {lint}"), *(one.code for one in settled)]


def config_by_schema(text: str) -> list[str]:
    """What the schema says against a configuration."""
    node, found = yaml.parse(text, "config.yaml")
    assert found == ()
    return by_schema("config", plain(node))


def config_by_goalsite(text: str) -> list[str]:
    """The errors that goalsite finds in a configuration."""
    node, found = yaml.parse(text, "config.yaml")
    _, more = read_config(node, "config.yaml", ZONES)
    return [f"{one.code} {one.message}" for one in (*found, *more) if one.severity == "error"]
